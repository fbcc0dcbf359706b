package ranking

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"yueping/views/explain"
	"yueping/views/kit"
)

// calculation is 计算过程 in place of the ranking.
type calculation struct {
	pane *explain.Pane
	main *fyne.Container // what it stands in place of
}

func newCalculation(k *kit.Kit, s *Screen) *calculation {
	return &calculation{pane: explain.New(k, s.back)}
}

// over puts the pane over the ranking.
func (c *calculation) over(main *fyne.Container) *fyne.Container {
	c.main = main
	return container.NewStack(main, c.pane.Object())
}

// subject is a unit among those of the table, also those left out, in the order of the rows.
func (s *Screen) subject(unit string) explain.Subject {
	x := explain.Subject{Month: s.data.Month, Scheme: s.data.Ranking.Scheme.Key, Unit: unit}
	for _, row := range s.table.Rows() {
		if row.Key != "" {
			x.Units = append(x.Units, row.Key)
		}
	}
	return x
}

// explain tells how a unit came to where it is.
func (s *Screen) explain(unit string) {
	if unit == "" {
		return
	}
	s.calculation.pane.Open(s.subject(unit), func() {
		s.calculation.main.Hide()
		s.content.Refresh()
	})
}

// explainChosen is explain for the mouse: the chosen row, or the first.
func (s *Screen) explainChosen() {
	if s.table.Selected() == "" {
		s.table.SelectFirst()
	}
	s.explain(s.table.Selected())
}

// recalculated takes the ranking as it is now into the pane.
func (s *Screen) recalculated() {
	s.calculation.pane.Reload(s.subject(""))
	s.uncover()
}

// back returns to the row of the unit that was looked at last.
func (s *Screen) back(unit string) {
	s.uncover()
	s.table.Select(unit)
	s.kit.Window.Canvas().Focus(s.table.Focusable())
}

// uncover shows the ranking again where the pane is gone.
func (s *Screen) uncover() {
	if !s.calculation.pane.Shown() && !s.calculation.main.Visible() {
		s.calculation.main.Show()
		s.content.Refresh()
	}
}
