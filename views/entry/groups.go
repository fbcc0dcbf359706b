package entry

import (
	"slices"

	"yueping/app"
)

// showGroups fills the filter: all, the groups, and the city's own values.
func (s *Screen) showGroups() {
	m := s.loaded.month
	s.setting = true
	defer func() { s.setting = false }()
	words, keys := []string{s.kit.T("entry.all_groups")}, []string{""}
	for _, g := range m.Program.Groups {
		words, keys = append(words, g.Name), append(keys, g.Key)
	}
	if city := m.Table.Roster.Register().City(); city != nil && len(m.Program.Groups) > 0 && covered(m, city.Key) {
		words, keys = append(words, s.kit.T("entry.city")), append(keys, cityGroup)
	}
	s.keys = keys
	if !slices.Contains(keys, s.filter) {
		s.filter = ""
	}
	s.group.SetOptions(words)
	s.group.SetSelectedIndex(slices.Index(keys, s.filter))
}

// covered reports whether any indicator is kept for a unit.
func covered(m *app.Month, unit string) bool {
	for i := range m.Program.Indicators {
		if m.Table.Roster.Covers(&m.Program.Indicators[i], unit) {
			return true
		}
	}
	return false
}

// chooseGroup shows another group.
func (s *Screen) chooseGroup() {
	i := s.group.SelectedIndex()
	if s.setting || i < 0 || s.keys[i] == s.filter {
		return
	}
	if !s.Leave() {
		s.showGroups()
		return
	}
	s.filter = s.keys[i]
	s.refill(true)
	s.toGrid()
}

// toGrid puts the keyboard back where one types.
func (s *Screen) toGrid() {
	if s.grid != nil && s.kit.Window != nil {
		s.kit.Window.Canvas().Focus(s.grid)
	}
}

// Reveal goes to a unit's row, and to an indicator's cell in it where one is named.
func (s *Screen) Reveal(unit, indicator string) {
	if s.loaded.month == nil || s.loaded.month.At != s.place.Month || s.loaded.month.Program.Key != s.place.Program.Key {
		s.unit, s.figure = unit, indicator
		return
	}
	row := s.row(unit)
	if row < 0 && s.filter != "" {
		s.filter = ""
		s.showGroups()
		s.refill(false)
		row = s.row(unit)
	}
	if row < 0 {
		s.kit.Say(s.kit.T("entry.not_here"))
		return
	}
	s.grid.Select(row, s.column(row, indicator))
	s.toGrid()
}

func (s *Screen) row(unit string) int {
	for i, u := range s.source.units {
		if u.Key == unit {
			return i
		}
	}
	return -1
}

// column finds an indicator's column; without one the first cell of the row that is kept for the
// unit, an empty one before the others.
func (s *Screen) column(row int, indicator string) int {
	best := -1
	for i, c := range s.source.columns {
		if c.indicator.Key == indicator {
			return i
		}
		cell := s.source.Cell(row, i)
		if cell.Dim || c.indicator.Derived() {
			continue
		}
		if cell.Text == "" {
			return i
		}
		if best < 0 {
			best = i
		}
	}
	return max(best, 0)
}

// nextMissing goes to the next unit that misses something, below the row where one is.
func (s *Screen) nextMissing() {
	if s.source == nil || !s.Leave() || len(s.loaded.due) == 0 {
		return
	}
	now, _ := s.grid.Cursor()
	for i := range s.source.units {
		row := (now + 1 + i) % len(s.source.units)
		if slices.Contains(s.loaded.due, s.source.units[row].Key) {
			s.Reveal(s.source.units[row].Key, "")
			return
		}
	}
	s.Reveal(s.loaded.due[0], "")
}

// NextFinding goes to the next cell that a check, or a draft, marks.
func (s *Screen) NextFinding(forward bool) {
	if s.source == nil || !s.Leave() || len(s.source.units) == 0 {
		return
	}
	row, col := s.grid.Cursor()
	cols := len(s.source.columns)
	step, all := 1, len(s.source.units)*cols
	if !forward {
		step = all - 1
	}
	for at, n := row*cols+col, 0; n < all; n++ {
		at = (at + step) % all
		if s.source.Cell(at/cols, at%cols).Mark != 0 {
			s.grid.Select(at/cols, at%cols)
			s.toGrid()
			return
		}
	}
	s.kit.Say(s.kit.T("entry.no_findings"))
}
