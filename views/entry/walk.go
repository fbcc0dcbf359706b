package entry

import (
	"cmp"
	"slices"

	"yueping/models"
	"yueping/views/find"
	"yueping/views/parts"
)

// here is the position of the cursor's unit among those of the sheet, -1 for none.
func (s *Screen) here() int {
	p, ok := s.cursor()
	if !ok {
		return -1
	}
	return slices.IndexFunc(s.source.all(), func(u *models.Unit) bool { return u.Key == p.unit.Key })
}

// nextMissing goes to the next unit that misses something.
func (s *Screen) nextMissing() {
	if s.source == nil || !s.Leave() || len(s.loaded.due) == 0 {
		return
	}
	units, now := s.source.all(), s.here()
	for i := range units {
		u := units[(now+1+i)%len(units)]
		if slices.Contains(s.loaded.due, u.Key) {
			s.reach(goal{unit: u.Key})
			return
		}
	}
	s.reach(goal{unit: s.loaded.due[0]})
}

// StepUnit goes to the next or the previous unit.
func (s *Screen) StepUnit(forward bool) {
	if s.source == nil || !s.Leave() {
		return
	}
	units, to := s.source.all(), s.here()+1
	if !forward {
		to -= 2
	}
	if to < 0 || to >= len(units) {
		s.kit.Say(s.kit.T("days.last_unit"))
		return
	}
	g := goal{unit: units[to].Key}
	if p, ok := s.cursor(); ok {
		g.indicator, g.period = p.indicator.Key, p.period
	}
	if down, is := s.source.sheet.(*daysDown); is {
		g.indicator, g.period = down.indicators[0].Key, s.loaded.month.At.Day(1) // another month begins
	}
	s.reach(g)
}

// askUnit lets the unit be found whose days are shown.
func (s *Screen) askUnit() {
	if s.Leave() {
		parts.AskUnit(s.kit, find.NewIndex(s.loaded.month.Table.Roster), s.toGrid, func(unit string) { s.reach(goal{unit: unit}) })
	}
}

// chooseIndicator shows the days of another indicator.
func (s *Screen) chooseIndicator(key string) {
	if !s.Leave() {
		return
	}
	if p, ok := s.cursor(); ok {
		s.reach(goal{unit: p.unit.Key, indicator: key, period: p.period})
	}
}

// NextFinding goes to the next cell that a check, or a draft, marks. Where the values of days are
// shown it goes on to other units and indicators.
func (s *Screen) NextFinding(forward bool) {
	if s.source == nil || !s.Leave() || s.source.Rows() == 0 {
		return
	}
	now, ok := s.cursor()
	if !ok {
		return
	}
	marked := s.marked()
	if len(marked) == 0 {
		s.otherDraft()
		return
	}
	at, exact := slices.BinarySearchFunc(marked, s.source.place(now), s.order())
	switch {
	case forward && exact:
		at++
	case !forward:
		at += len(marked) - 1
	}
	next := marked[at%len(marked)]
	s.reach(goal{unit: next.Unit, indicator: next.Indicator, period: next.Period})
}

// otherDraft leads from the month's values to a draft among those of days, or back: a month with either
// is not done.
func (s *Screen) otherDraft() {
	for p := range s.loaded.month.Drafts {
		if ofDay := p.Period.Day != 0; ofDay != s.byDay() && s.source.leadsTo(p.Unit) {
			s.reach(goal{unit: p.Unit, indicator: p.Indicator, period: p.Period, day: ofDay, month: !ofDay})
			return
		}
	}
	s.kit.Say(s.kit.T("entry.no_findings"))
}

// marked are the values with a finding or a draft that the view can show, in the order of its cells.
func (s *Screen) marked() []models.Place {
	seen := map[models.Place]bool{}
	note := func(p models.Place) {
		if (p.Period.Day != 0) == s.byDay() && s.source.leadsTo(p.Unit) {
			seen[p] = true
		}
	}
	for p := range s.loaded.marked {
		note(p)
	}
	for p := range s.loaded.month.Drafts {
		note(p)
	}
	for p, e := range s.source.typed {
		if e.Draft != "" {
			note(p)
		}
	}
	places := make([]models.Place, 0, len(seen))
	for p := range seen {
		places = append(places, p)
	}
	slices.SortFunc(places, s.order())
	return places
}

// order compares places as the view shows them, row by row and sheet by sheet.
func (s *Screen) order() func(a, b models.Place) int {
	units, indicators := map[string]int{}, map[string]int{}
	for i, u := range s.source.all() {
		units[u.Key] = i
	}
	for i, c := range s.loaded.month.Program.Indicators {
		indicators[c.Key] = i
		if c.Derived() {
			indicators[c.Key] += len(s.loaded.month.Program.Indicators) // on the right
		}
	}
	byUnit := func(a, b models.Place) int { return cmp.Compare(units[a.Unit], units[b.Unit]) }
	byDay := func(a, b models.Place) int { return cmp.Compare(a.Period.Day, b.Period.Day) }
	byIndicator := func(a, b models.Place) int { return cmp.Compare(indicators[a.Indicator], indicators[b.Indicator]) }
	if _, across := s.source.sheet.(*daysAcross); across {
		return func(a, b models.Place) int { return cmp.Or(byIndicator(a, b), byUnit(a, b), byDay(a, b)) }
	}
	return func(a, b models.Place) int { return cmp.Or(byUnit(a, b), byDay(a, b), byIndicator(a, b)) }
}
