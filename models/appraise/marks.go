package appraise

import (
	"slices"

	"yueping/models"
	"yueping/models/escalate"
	"yueping/models/month"
	"yueping/models/rank"
)

// marks collects how every unit of the register stood to the lists that rules name, in one piece of
// memory a list.
type marks struct {
	register *models.Register
	number   map[*models.Unit]int
	lists    []escalate.List
	first    month.Month
	span     int               // in months
	own      [][]escalate.Mark // by list: the months of a unit, then those of the next
	ranked   [][]bool          // by list and unit: whether there is any mark
	before   map[int][]escalate.Marks
	// standing numbers the units of a month by the first scheme that ranks them, then by rank; 0 for none.
	standing map[month.Month][]int
}

// marks ranks the months that count for some months and collects what the rules look at. months are
// those with data; seen, which may be nil, is asked for a function that is told the marks of a group.
func (c *Context) marks(rules []escalate.Rule, ats, months []month.Month, seen func(standings) seenMark) (*marks, error) {
	months = monthsUntil(ats, months)
	m := newMarks(c.Register, rules, months)
	for _, at := range ats {
		m.standing[at] = make([]int, len(c.Register.Units()))
	}
	err := c.survey(rules, months, func(g standings) {
		var told seenMark
		if seen != nil {
			told = seen(g)
		}
		m.put(g, told)
	})
	if err != nil {
		return nil, err
	}
	m.hand()
	return m, nil
}

// seenMark is told the mark of a unit and a list, by their numbers, and the place behind it.
type seenMark func(list, unit int, p *rank.Place, mark escalate.Mark)

func newMarks(register *models.Register, rules []escalate.Rule, months []month.Month) *marks {
	units := register.Units()
	_, lists := named(rules)
	first, last := months[0], months[len(months)-1]
	s := &marks{register: register, number: make(map[*models.Unit]int, len(units)), lists: lists, first: first, span: int(last-first) + 1,
		before: map[int][]escalate.Marks{}, standing: map[month.Month][]int{}}
	for i, u := range units {
		s.number[u] = i
	}
	for range lists {
		s.own = append(s.own, make([]escalate.Mark, len(units)*s.span))
		s.ranked = append(s.ranked, make([]bool, len(units)))
	}
	return s
}

// put takes over what a group's standings say; seen, which may be nil, is told each mark.
func (s *marks) put(g standings, seen seenMark) {
	m := int(g.table.At - s.first)
	for i, l := range s.lists {
		if l.Scheme != g.scheme {
			continue
		}
		g.each(l.List, func(u *models.Unit, p *rank.Place, mark escalate.Mark) {
			unit := s.number[u]
			s.own[i][unit*s.span+m] = mark
			s.ranked[i][unit] = true
			if seen != nil {
				seen(i, unit, p, mark)
			}
		})
	}
	if standing := s.standing[g.table.At]; standing != nil {
		last := slices.Max(standing)
		for i := range g.places {
			if unit := s.number[g.table.Units[g.places[i].ID]]; standing[unit] == 0 {
				last++
				standing[unit] = last
			}
		}
	}
}

// hand gives each unit the marks of the units that it carries on, however many steps before; where
// several became one, being in the list counts.
func (s *marks) hand() {
	const steps = 16 // a register that goes in a circle comes to an end, too
	for _, u := range s.register.Units() {
		if u.Successor == "" {
			continue
		}
		heir := s.register.Unit(u.Successor)
		for n := 0; heir != nil && heir != u && n < steps; n++ {
			for i := range s.lists {
				s.handOver(i, s.number[u], s.number[heir])
			}
			heir = s.register.Unit(heir.Successor)
		}
	}
}

func (s *marks) handOver(list, from, to int) {
	if !s.ranked[list][from] {
		return
	}
	if s.before[to] == nil {
		s.before[to] = make([]escalate.Marks, len(s.lists))
	}
	handed := &s.before[to][list]
	if handed.Marks == nil {
		l := s.lists[list]
		l.Before = true
		*handed = escalate.Marks{List: l, First: s.first, Marks: make([]escalate.Mark, s.span)}
	}
	for m, mark := range s.of(list, from) {
		handed.Marks[m] = max(handed.Marks[m], mark)
	}
}

// of gives the marks of a list and a unit.
func (s *marks) of(list, unit int) []escalate.Mark {
	return s.own[list][unit*s.span : (unit+1)*s.span]
}

// history gives a unit's history in the memory of another one that is no longer needed.
func (s *marks) history(unit int, used escalate.History) escalate.History {
	h := used[:0]
	for i, l := range s.lists {
		if s.ranked[i][unit] {
			h = append(h, escalate.Marks{List: l, First: s.first, Marks: s.of(i, unit)})
		}
	}
	for _, handed := range s.before[unit] {
		if handed.Marks != nil {
			h = append(h, handed)
		}
	}
	return h
}
