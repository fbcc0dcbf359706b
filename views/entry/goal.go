package entry

import (
	"yueping/models/month"
)

// goal is a cell to go to, as soon as it is there.
type goal struct {
	unit, indicator string // the indicator "" for one that is empty, or the first
	period          month.Period
	month           bool // it is a value of the month: those of days would not do
	day             bool // it is a value of a day
}

// Reveal goes to a unit, and to an indicator's value of the month where one is named.
func (s *Screen) Reveal(unit, indicator string) {
	g := goal{unit: unit, indicator: indicator, month: indicator != ""}
	if s.loaded.month == nil || s.loaded.month.At != s.place.Month || s.loaded.month.Program.Key != s.place.Program.Key {
		s.goal = &g
		return
	}
	s.reach(g)
}

// reach shows the cell of a goal.
func (s *Screen) reach(g goal) {
	s.goal = nil
	if (g.month && s.byDay()) || (g.day && !s.byDay() && s.daily()) {
		v := s.view
		v.days = g.day
		s.goal = &g
		s.look(v)
		return
	}
	if s.filter != "" && !s.source.leadsTo(g.unit) {
		s.filter = ""
		s.showGroups()
		s.refill(false)
	}
	if !s.source.leadsTo(g.unit) {
		s.kit.Say(s.kit.T("entry.not_here"))
		return
	}
	s.turnTo(g)
	row, col := s.source.nearest(g)
	s.grid.Select(row, col)
	s.toGrid()
}

// turnTo shows the sheet on which a goal stands, where each unit or each indicator has one of its own.
func (s *Screen) turnTo(g goal) {
	v := s.view
	switch l := s.source.sheet.(type) {
	case *daysDown:
		if l.of.Key != g.unit {
			v.unit = g.unit
		}
	case *daysAcross:
		if g.indicator != "" && l.of.Key != g.indicator {
			v.indicator = g.indicator
		}
	}
	s.look(v)
}

// leadsTo reports whether a unit is shown or can be chosen.
func (s *source) leadsTo(unit string) bool {
	for _, u := range s.all() {
		if u.Key == unit {
			return true
		}
	}
	return false
}

// nearest is the cell of a goal, or the one of its unit that is most like it: of the indicator, else of
// the period, else an empty one.
func (s *source) nearest(g goal) (row, col int) {
	best := -1
	for r := range s.Rows() {
		if s.unit(r).Key != g.unit {
			continue
		}
		for c := range s.Columns() {
			if score := s.likeness(g, r, c); score > best {
				best, row, col = score, r, c
			}
		}
	}
	return row, col
}

func (s *source) likeness(g goal, row, col int) int {
	p, isSpot := s.spot(row, col)
	if !isSpot {
		return -1
	}
	score := 0
	if p.indicator.Key == g.indicator {
		score += 4
	}
	if p.period == g.period {
		score += 2
	}
	if g.indicator == "" {
		if p.indicator.Derived() || !s.kept(p) {
			return -1
		}
		if s.Cell(row, col).Text == "" {
			score++
		}
	}
	return score
}
