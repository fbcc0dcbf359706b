package notices

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"yueping/views/screentest"
)

// The details lead to 计算过程 of their unit, and Esc leads back to them.
func TestDetailsLeadToCalculation(t *testing.T) {
	s := screentest.New(t, New)
	s.Load("township-air", "2019-08")
	screen := s.Screen.(*Screen)
	screen.table.SelectFirst()
	unit := screen.table.Selected()
	screen.open(unit)
	screen.details.calculate()
	s.Shot("notices-calculation")
	pane := screen.calculation.pane
	if !pane.Shown() || pane.Unit() != unit || screen.calculation.main.Visible() || s.Window.Canvas().Focused() != screen.Focus() {
		t.Fatal("no calculation")
	}
	screen.Focus().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutCopy{})
	words := fyne.CurrentApp().Clipboard().Content()
	l := screen.data.find(unit)
	if !strings.HasPrefix(words, l.County+l.Name+" 2019年8月") || !strings.Contains(words, "预警约谈") {
		t.Error(words)
	}
	s.Keys(fyne.KeyEscape)
	if pane.Shown() || !screen.details.shown() || !screen.calculation.main.Visible() || s.Window.Canvas().Focused() == nil {
		t.Error("Esc does not lead back to the details")
	}
	screen.details.calculate()
	s.Load("township-air", "2019-07")
	if pane.Shown() || !screen.calculation.main.Visible() {
		t.Error("another month shows the calculation of before")
	}
}
