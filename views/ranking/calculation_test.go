package ranking

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"yueping/app"
	"yueping/models"
	"yueping/models/month"
	"yueping/views/screentest"
)

// told is what app.ExplainLines says of a unit, indented as on the clipboard.
func told(t *testing.T, s *screentest.Stage, screen *Screen, unit string) string {
	t.Helper()
	x, err := s.Workspace.Explainer(context.Background(), screen.data.Month, screen.data.Ranking.Scheme.Key)
	if err != nil {
		t.Fatal(err)
	}
	e, err := x.Unit(context.Background(), unit)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, l := range app.ExplainLines(s.Text, e) {
		b.WriteString(strings.Repeat("  ", l.Level) + l.Text + "\n")
	}
	return b.String()
}

// copied is what Ctrl+C in the pane puts on the clipboard.
func copied(screen *Screen) string {
	screen.Focus().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutCopy{})
	return fyne.CurrentApp().Clipboard().Content()
}

func TestEnterOpensCalculation(t *testing.T) {
	s, screen := townships(t)
	s.Window.Canvas().Focus(screen.Focus())
	s.Keys(fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	pane, rows := screen.calculation.pane, screen.table.Rows()
	if !pane.Shown() || pane.Unit() != rows[1].Key || screen.calculation.main.Visible() || s.Window.Canvas().Focused() != screen.Focus() {
		t.Fatalf("Enter on %s shows %s", rows[1].Key, pane.Unit())
	}
	s.Shot("ranking-calculation")
	if got, want := copied(screen), told(t, s, screen, rows[1].Key); got != want {
		t.Errorf("copied\n%s\nwant\n%s", got, want)
	}
	s.Keys(fyne.KeyPageDown, fyne.KeyEnd, fyne.KeyPageUp, fyne.KeyHome, fyne.KeyUp, fyne.KeyUp)
	if pane.Unit() != rows[0].Key {
		t.Errorf("up leads to %s", pane.Unit())
	}
	for range 103 {
		s.Keys(fyne.KeyDown)
	}
	s.Keys(fyne.KeyDown) // there is none after the last
	last := rows[len(rows)-1].Key
	if got := copied(screen); pane.Unit() != last || got != told(t, s, screen, last) {
		t.Errorf("%s\n%s", pane.Unit(), got)
	}
	s.Keys(fyne.KeyEscape)
	if pane.Shown() || !screen.calculation.main.Visible() || screen.table.Selected() != last || s.Window.Canvas().Focused() != screen.table.Focusable() {
		t.Error("Esc does not lead back to the row")
	}
	screen.Reveal(rows[7].Key, "")
	if pane.Shown() {
		t.Error("a row that was looked for opens its calculation")
	}
	s.Keys(fyne.KeyReturn)
	screen.Reveal(rows[9].Key, "")
	if pane.Unit() != rows[9].Key {
		t.Error("a unit that was looked for is not the one told of")
	}
}

// A unit left out of the ranking stands under it, and has its reason told.
func TestCalculationOfExcluded(t *testing.T) {
	s, screen := townships(t)
	unit := screen.table.Rows()[0].Key
	_, err := s.Workspace.Apply(context.Background(), app.Batch{Program: "township-air", Source: models.SourceTyped, Edits: []app.Edit{
		{Indicator: "pm10", Unit: unit, Period: month.MustParse("2019-08").Whole(), Cell: models.Cell{State: models.NoData}}}})
	if err != nil {
		t.Fatal(err)
	}
	s.Load("township-air", "2019-08")
	s.Window.Canvas().Focus(screen.Focus())
	s.Keys(fyne.KeyEnd, fyne.KeyReturn)
	if words := copied(screen); screen.calculation.pane.Unit() != unit || !strings.Contains(words, "不参加排名：PM10无数据") || words != told(t, s, screen, unit) {
		t.Error(words)
	}
	s.Shot("ranking-calculation-excluded")
}

// What is read follows the month, and makes way where there is nothing to read.
func TestCalculationFollowsTheMonth(t *testing.T) {
	s, screen := townships(t)
	screen.table.SelectFirst()
	if !screen.buttons[3].Visible() {
		t.Error("no button for the mouse")
	}
	screen.buttons[3].OnTapped()
	pane, unit := screen.calculation.pane, screen.table.Selected()
	s.Load("township-air", "2019-07")
	if words := copied(screen); pane.Unit() != unit || !strings.Contains(words, "2019年7月 乡镇") || words != told(t, s, screen, unit) {
		t.Error(words)
	}
	s.Load("township-air", "2019-09") // no data
	if pane.Shown() || !screen.calculation.main.Visible() {
		t.Error("a month without data has a calculation")
	}
	s.Load("city-management", "2019-10")
	screen.table.SelectFirst()
	screen.explainChosen()
	s.Shot("ranking-calculation-city")
	if words := copied(screen); words != told(t, s, screen, screen.table.Selected()) || !strings.Contains(words, "等次") {
		t.Error(words)
	}
}

func TestCalculationInSmallWindow(t *testing.T) {
	s := screentest.Sized(t, fyne.NewSize(700, 420), New)
	s.Load("township-air", "2019-08")
	screen := s.Screen.(*Screen)
	s.Shot("ranking-small")
	if w := screen.buttons[3]; w.Visible() {
		t.Error("a button takes the choices' room")
	}
	screen.explainChosen()
	s.Shot("ranking-calculation-small")
	if size := s.Window.Canvas().Size(); size.Width > 700 {
		t.Errorf("the window grows to %v", size)
	}
}

func TestCalculationIsWritten(t *testing.T) {
	_, screen := townships(t)
	screen.explainChosen()
	path := filepath.Join(t.TempDir(), "明细.pdf")
	if err := screen.calculation.pane.Write()(context.Background(), path); err != nil {
		t.Fatal(err)
	}
	if content, err := os.ReadFile(path); err != nil || !strings.HasPrefix(string(content), "%PDF") {
		t.Error(err)
	}
}
