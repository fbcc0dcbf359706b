package models

import (
	"slices"

	"yueping/models/month"
)

// Roster is who takes part in a program in one month, and under what name.
type Roster struct {
	Program  *Program
	At       month.Month
	register *Register
	members  map[string]*Member
	spelled  map[string][]string
}

// NewRoster resolves a program's members in a month. The city itself always takes part.
func NewRoster(register *Register, program *Program, at month.Month) *Roster {
	r := &Roster{Program: program, At: at, register: register, members: map[string]*Member{}, spelled: map[string][]string{}}
	for i := range program.Members {
		m := &program.Members[i]
		for _, name := range m.Names {
			r.spelled[m.Unit] = append(r.spelled[m.Unit], name.Value)
		}
		u := register.Unit(m.Unit)
		if m.Holds(at) && u != nil && u.Exists(at) {
			r.members[m.Unit] = m
		}
	}
	return r
}

// Has reports whether a unit takes part in the month.
func (r *Roster) Has(unit string) bool {
	if r.members[unit] != nil {
		return true
	}
	city := r.register.City()
	return city != nil && city.Key == unit
}

// Group is the key of the group in which a unit stands, "" for none.
func (r *Roster) Group(unit string) string {
	if m := r.members[unit]; m != nil {
		return m.GroupKey
	}
	return ""
}

// Name is what the program calls a unit in the month.
func (r *Roster) Name(unit string) string {
	if m := r.members[unit]; m != nil {
		if name := m.Names.Get(r.At); name != "" {
			return name
		}
	}
	if u := r.register.Unit(unit); u != nil {
		return u.Name(r.At)
	}
	return unit
}

// County is what the program calls the county-level unit above a unit, "" for none.
func (r *Roster) County(unit string) string {
	u := r.register.Unit(unit)
	if u == nil {
		return ""
	}
	county := r.register.County(u, r.At)
	if county == nil {
		return ""
	}
	return r.Name(county.Key)
}

// Covers reports whether an indicator is kept for a unit in the month.
func (r *Roster) Covers(i *Indicator, unit string) bool {
	if !i.Holds(r.At) || !r.Has(unit) {
		return false
	}
	city := r.register.City()
	return i.Covers(r.Group(unit), city != nil && city.Key == unit)
}

// Units gives those who take part in the order of the groups, then of precedence; units in no group
// and the city come last.
func (r *Roster) Units() []*Unit {
	var result []*Unit
	keys := make([]string, 0, len(r.Program.Groups)+1)
	for _, g := range r.Program.Groups {
		keys = append(keys, g.Key)
	}
	keys = append(keys, "")
	byGroup := map[string][]*Unit{}
	for _, u := range r.register.Units() {
		if r.Has(u.Key) {
			byGroup[r.Group(u.Key)] = append(byGroup[r.Group(u.Key)], u)
		}
	}
	for _, key := range keys {
		result = append(result, byGroup[key]...)
	}
	return slices.Clip(result)
}

// Register gives the register that the roster was made from.
func (r *Roster) Register() *Register { return r.register }

func (r *Roster) names(unit string) []string { return r.spelled[unit] }
