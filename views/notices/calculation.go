package notices

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"yueping/views/explain"
	"yueping/views/kit"
)

// calculation is 计算过程 of the unit of the details, in place of all else.
type calculation struct {
	pane *explain.Pane
	main *fyne.Container // what it stands in place of
}

func newCalculation(k *kit.Kit, s *Screen) *calculation {
	return &calculation{pane: explain.New(k, func(string) { s.uncover() })}
}

// over puts the pane over the board and the details.
func (c *calculation) over(main *fyne.Container) *fyne.Container {
	c.main = main
	return container.NewStack(main, c.pane.Object())
}

// calculate tells how the unit of the details came to where it is, in all rankings: a rule may look at several.
func (d *details) calculate() {
	s := d.screen
	if s.data.board == nil || !s.data.board.Month.Table.Roster.Has(d.unit()) {
		s.kit.Say(s.kit.T("explain.no_calculation"))
		return
	}
	if !d.commit() {
		return
	}
	s.calculation.pane.Open(s.subject(d.unit()), func() {
		s.calculation.main.Hide()
		s.content.Refresh()
	})
}

// subject is the one unit; its neighbours are one step back, in the details.
func (s *Screen) subject(unit string) explain.Subject {
	return explain.Subject{Month: s.data.board.Month, Unit: unit, Units: []string{unit}}
}

// recalculated takes the month as it is now into the pane.
func (s *Screen) recalculated() {
	s.calculation.pane.Reload(s.subject(s.calculation.pane.Unit()))
}

// uncover goes back to the details.
func (s *Screen) uncover() {
	s.calculation.pane.Hide()
	if s.calculation.main.Visible() {
		return
	}
	s.calculation.main.Show()
	s.content.Refresh()
	if s.kit.Window != nil {
		s.kit.Window.Canvas().Focus(s.Focus())
	}
}
