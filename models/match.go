package models

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"yueping/models/fault"
	"yueping/models/month"
)

// Matcher finds the unit that a written name means, in one program and month. A name matches whole
// or not at all, and only inside the county that is given with it.
type Matcher struct {
	register   *Register
	roster     *Roster
	at         month.Month
	bySpelling map[string][]*Unit
	counties   map[string][]*Unit
}

// NewMatcher prepares the spellings of all units that exist in the roster's month.
func NewMatcher(register *Register, roster *Roster) *Matcher {
	m := &Matcher{register: register, roster: roster, at: roster.At,
		bySpelling: map[string][]*Unit{}, counties: map[string][]*Unit{}}
	for _, u := range register.Units() {
		if !u.Exists(m.at) {
			continue
		}
		for _, s := range m.spellings(u) {
			m.bySpelling[s] = append(m.bySpelling[s], u)
			if u.Kind == KindCounty {
				m.counties[s] = append(m.counties[s], u)
			}
		}
	}
	return m
}

// spellings are the folded forms by which a unit may be written: its own, each without and with its
// county's name before it, and each with the city's (in a city 某市, 市民政局 is 某市民政局).
func (m *Matcher) spellings(u *Unit) []string {
	var all []string
	add := func(s string) {
		if s = fold(s); s != "" && !slices.Contains(all, s) {
			all = append(all, s)
		}
	}
	own := append(u.Spellings(), m.roster.names(u.Key)...)
	county := m.register.County(u, m.at)
	city := m.register.City()
	for _, s := range own {
		add(s)
		if county != nil {
			for _, c := range append(county.Spellings(), m.roster.names(county.Key)...) {
				add(c + s)
				if rest, found := strings.CutPrefix(s, c); found && len([]rune(rest)) > 1 {
					add(rest)
				}
			}
		}
		if city != nil && u != city {
			name := city.Name(m.at)
			add(name + s)
			if rest, found := strings.CutPrefix(s, "市"); found {
				add(name + rest)
			}
		}
	}
	return all
}

// fold drops what two writings of one name may differ in without meaning another: spaces, full width
// and the kind of brackets.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return -1
		case r >= '！' && r <= '～':
			return unicode.ToLower(r - '！' + '!')
		}
		return unicode.ToLower(r)
	}, s)
}

// Find gives the unit of a name, inside a county where one is given. Faults: unit.unknown_county and
// unit.unknown with the nearest names, unit.ambiguous with the candidates, unit.not_in_program.
func (m *Matcher) Find(name, county string) (*Unit, error) {
	var under *Unit
	cityGiven := false
	if strings.TrimSpace(county) != "" {
		if city := m.register.City(); city != nil && slices.Contains(m.spellings(city), fold(county)) {
			cityGiven = true
		} else {
			found := m.counties[fold(county)]
			if len(found) != 1 {
				return nil, fault.New("unit.unknown_county", "county", county, "nearest", m.nearest(county, func(u *Unit) bool { return u.Kind == KindCounty }))
			}
			under = found[0]
		}
	}
	fits := func(u *Unit) bool {
		switch {
		case under != nil:
			return m.register.County(u, m.at) == under
		case cityGiven:
			return m.register.County(u, m.at) == nil && u.Kind != KindCity
		}
		return true
	}
	var inside, outside []*Unit
	for _, u := range m.bySpelling[fold(name)] {
		if !fits(u) {
			continue
		}
		if m.roster.Has(u.Key) {
			inside = append(inside, u)
		} else {
			outside = append(outside, u)
		}
	}
	switch {
	case len(inside) == 1:
		return inside[0], nil
	case len(inside) > 1:
		return nil, fault.New("unit.ambiguous", "name", name, "candidates", m.describe(inside))
	case len(outside) > 0:
		return nil, fault.New("unit.not_in_program", "name", name, "program", m.roster.Program.Name)
	}
	nearest := m.nearest(name, func(u *Unit) bool { return fits(u) && m.roster.Has(u.Key) })
	if under != nil {
		return nil, fault.New("unit.unknown_in_county", "name", name, "county", m.roster.Name(under.Key), "nearest", nearest)
	}
	return nil, fault.New("unit.unknown", "name", name, "nearest", nearest)
}

// describe names units so that nobody can mistake them: the county in brackets behind each.
func (m *Matcher) describe(units []*Unit) string {
	names := make([]string, len(units))
	for i, u := range units {
		names[i] = m.roster.Name(u.Key)
		if county := m.register.County(u, m.at); county != nil {
			names[i] += "（" + m.roster.Name(county.Key) + "）"
		}
	}
	return strings.Join(names, "、")
}

const nearestNames = 3

func (m *Matcher) nearest(name string, fits func(*Unit) bool) string {
	type candidate struct {
		unit     *Unit
		distance int
	}
	wanted := []rune(fold(name))
	if len(wanted) > 64 {
		wanted = wanted[:64]
	}
	var candidates []candidate
	for _, u := range m.register.Units() {
		if !u.Exists(m.at) || !fits(u) {
			continue
		}
		best := -1
		for _, s := range append(u.Spellings(), m.roster.names(u.Key)...) {
			d := distance(wanted, []rune(fold(s)))
			if best < 0 || d < best {
				best = d
			}
		}
		candidates = append(candidates, candidate{u, best})
	}
	slices.SortStableFunc(candidates, func(a, b candidate) int { return cmp.Compare(a.distance, b.distance) })
	var units []*Unit
	for _, c := range candidates[:min(nearestNames, len(candidates))] {
		units = append(units, c.unit)
	}
	return m.describe(units)
}

// distance is how many characters must be put in, taken out (1 each) or exchanged (2) to get from a
// to b: characters shared in order count most, so that a part of a name is near to the whole.
func distance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j, y := range b {
			next := min(row[j], row[j+1]) + 1
			if x == y {
				next = diagonal
			}
			diagonal, row[j+1] = row[j+1], next
		}
	}
	return row[len(b)]
}
