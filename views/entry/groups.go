package entry

import (
	"slices"

	"fyne.io/fyne/v2"

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
	for _, c := range (people{kit: s.kit, month: m, units: unitsOf(m, "")}).counties() {
		words, keys = append(words, s.kit.T("entry.county_filter", "county", c.name)), append(keys, countyFilter+c.key)
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

// AskFilter opens the choice of what is shown.
func (s *Screen) AskFilter() {
	if s.loaded.month == nil || !s.Leave() {
		return
	}
	s.kit.Window.Canvas().Focus(s.group)
	s.group.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
}
