package app

import (
	"slices"

	"yueping/models"
	"yueping/models/fault"
)

// templatePart is units that fill in one table, with the indicators that any of them keeps.
type templatePart struct {
	name       string
	units      []*models.Unit
	indicators []*models.Indicator
}

// templateParts are the groups, the units in none, and the city, as far as they are asked for and have
// something to enter.
func templateParts(m *Month, request TemplateRequest) ([]templatePart, error) {
	wanted, err := templateUnits(m, request)
	if err != nil {
		return nil, err
	}
	city := m.Table.Roster.Register().City()
	var parts []templatePart
	index := map[string]int{}
	for _, u := range m.Table.Units {
		if !wanted(u) {
			continue
		}
		kept := entered(m, u)
		if len(kept) == 0 {
			if slices.Contains(request.Units, u.Key) {
				return nil, fault.New("template.unit_without", "name", m.Table.Roster.Name(u.Key), "program", m.Program.Name, "month", m.At.String())
			}
			continue
		}
		key, name := m.Table.Roster.Group(u.Key), m.Table.Roster.Name(u.Key)
		if g := m.Program.Group(key); g != nil {
			name = g.Name
		} else if u != city {
			key, name = "\x00", ""
		}
		n, known := index[key]
		if !known {
			n = len(parts)
			index[key] = n
			parts = append(parts, templatePart{name: name})
		}
		parts[n].add(m.Program, u, kept)
	}
	if len(parts) == 0 {
		return nil, fault.New("template.nothing", "program", m.Program.Name, "month", m.At.String())
	}
	return parts, nil
}

// templateUnits tells who is asked for.
func templateUnits(m *Month, request TemplateRequest) (func(*models.Unit) bool, error) {
	groups := map[string]bool{}
	for _, name := range request.Groups {
		n := slices.IndexFunc(m.Program.Groups, func(g models.Group) bool { return g.Key == name || g.Name == name })
		if n < 0 {
			return nil, unknownGroup(m.Program, name)
		}
		groups[m.Program.Groups[n].Key] = true
	}
	for _, key := range request.Units {
		u := m.Table.Roster.Register().Unit(key)
		if u == nil {
			return nil, fault.New("unit.unknown", "name", key, "nearest", "")
		}
		if !m.Table.Roster.Has(key) {
			return nil, fault.New("unit.not_in_program", "name", u.Name(m.At), "program", m.Program.Name)
		}
	}
	all := len(request.Groups)+len(request.Units) == 0
	return func(u *models.Unit) bool {
		return all || groups[m.Table.Roster.Group(u.Key)] || slices.Contains(request.Units, u.Key)
	}, nil
}

// entered are the indicators that a unit keeps and enters in a month.
func entered(m *Month, u *models.Unit) []*models.Indicator {
	var result []*models.Indicator
	for i := range m.Program.Indicators {
		if ind := &m.Program.Indicators[i]; !ind.Derived() && m.Table.Roster.Covers(ind, u.Key) {
			result = append(result, ind)
		}
	}
	return result
}

// add puts a unit into a part, which keeps its indicators in the program's order.
func (p *templatePart) add(program *models.Program, u *models.Unit, kept []*models.Indicator) {
	p.units = append(p.units, u)
	both := append(p.indicators, kept...)
	p.indicators = nil
	for i := range program.Indicators {
		if ind := &program.Indicators[i]; slices.Contains(both, ind) {
			p.indicators = append(p.indicators, ind)
		}
	}
}
