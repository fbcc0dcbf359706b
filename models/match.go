package models

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"yueping/models/fault"
	"yueping/models/month"
)

// Matcher finds the unit that a written name means, in one program and month, and only inside the county
// that is given with it. A name that nothing is spelled like is tried by rules for the ways in which
// offices vary names (writings, looseName); two units that fit one are never chosen between.
type Matcher struct {
	register   *Register
	roster     *Roster
	at         month.Month
	bySpelling map[string][]*Unit
	counties   map[string][]*Unit
	city       []string           // the city's spellings
	loosely    func() *looseNames // made when the first name is not spelled like any
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
	if city := register.City(); city != nil {
		m.city = m.spellings(city)
	}
	m.loosely = sync.OnceValue(m.loosen)
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

// fold drops what two writings of one name may differ in without meaning another: spaces, characters of
// no width, full width and the kind of brackets.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r), unicode.Is(unicode.Cf, r):
			return -1
		case r >= '！' && r <= '～':
			return unicode.ToLower(r - '！' + '!')
		}
		return unicode.ToLower(r)
	}, s)
}

// scope is where a name is looked for: under a county, under the city itself, or everywhere.
type scope struct {
	county *Unit
	city   bool
}

func (m *Matcher) inside(s scope, u *Unit) bool {
	switch {
	case s.county != nil:
		return m.register.County(u, m.at) == s.county
	case s.city:
		return m.register.County(u, m.at) == nil && u.Kind != KindCity
	}
	return true
}

// scopeOf reads what stands in the column of counties; false where it is no county.
func (m *Matcher) scopeOf(county string) (scope, bool) {
	if strings.TrimSpace(county) == "" {
		return scope{}, true
	}
	if m.isCity(fold(county)) {
		return scope{city: true}, true
	}
	found := m.county(county)
	return scope{county: found}, found != nil
}

// isCity reports whether a folded text is a name of the city.
func (m *Matcher) isCity(folded string) bool { return slices.Contains(m.city, folded) }

// Find gives the unit of a name, inside a county where one is given. Faults: unit.unknown_county and
// unit.unknown with the nearest names, unit.ambiguous with the candidates, unit.not_in_program.
func (m *Matcher) Find(name, county string) (*Unit, error) {
	at, known := m.scopeOf(county)
	if !known {
		return nil, fault.New("unit.unknown_county", "county", county, "nearest", m.nearest(county, func(u *Unit) bool { return u.Kind == KindCounty }))
	}
	found := m.spelled(name, at)
	if len(found) == 0 {
		found = m.byRule(name, at)
	}
	switch {
	case len(found) > 1:
		return nil, fault.New("unit.ambiguous", "name", name, "candidates", m.describe(found))
	case len(found) == 1 && m.roster.Has(found[0].Key):
		return found[0], nil
	case len(found) == 1:
		return nil, fault.New("unit.not_in_program", "name", name, "program", m.roster.Program.Name)
	}
	nearest := m.nearest(name, func(u *Unit) bool { return m.inside(at, u) && m.roster.Has(u.Key) })
	if at.county != nil {
		return nil, fault.New("unit.unknown_in_county", "name", name, "county", m.roster.Name(at.county.Key), "nearest", nearest)
	}
	return nil, fault.New("unit.unknown", "name", name, "nearest", nearest)
}

// spelled gives the units with a spelling, of those that take part if there are any, else one that does not.
func (m *Matcher) spelled(name string, at scope) []*Unit {
	var inside, outside []*Unit
	for _, u := range m.bySpelling[fold(name)] {
		switch {
		case !m.inside(at, u):
		case m.roster.Has(u.Key):
			inside = append(inside, u)
		case outside == nil:
			outside = []*Unit{u}
		}
	}
	if len(inside) > 0 {
		return inside
	}
	return outside
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
