package entry

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"yueping/app"
	"yueping/models"
	"yueping/views/grid"
)

func TestASelectionIsGivenASource(t *testing.T) {
	st, s := stage(t, "city-management", "2019-10")
	row, col := s.cell(t, "鄢陵县", "score")
	s.grid.Select(row, col)
	s.grid.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyDown, Modifier: fyne.KeyModifierShift})
	s.AskSource()
	st.Shot("entry-source")
	st.Window.Canvas().Focused().TypedRune('2')
	if st.Window.Canvas().Overlays().Top() != nil {
		t.Fatal("a digit does not answer")
	}
	st.Load("city-management", "2019-10")
	if got := s.common(s.values(), func(a models.Annotation) string { return a.Source }); len(s.values()) != 2 || got != "来文" {
		t.Errorf("%d cells have the source %q", len(s.values()), got)
	}
	if got := s.side.about.Text; got != "来源：来文" {
		t.Errorf("the inspector says %q", got)
	}
	next, err := st.Workspace.NextUndo(context.Background(), "city-management")
	if err != nil || app.StepWords(st.Text, *next, s.loaded.month.At) != "来源 2 格" {
		t.Errorf("the step is %+v %v", next, err)
	}
	s.GiveSource("平台")
	s.AskNote()
	answer(t, st, "县里来电更正")
	st.Load("city-management", "2019-10")
	st.Shot("entry-note")
	cell := s.source.Cell(row, col)
	if cell.Mark != grid.MarkNote || !strings.Contains(cell.Note, "县里来电更正") || !strings.Contains(cell.Note, "平台") {
		t.Errorf("the cell has mark %d and says %q", cell.Mark, cell.Note)
	}
	if len(s.side.story.Objects) != 4 {
		t.Errorf("the story has %d lines", len(s.side.story.Objects))
	}
	s.AskNote()
	answer(t, st, "")
	st.Load("city-management", "2019-10")
	if cell = s.source.Cell(row, col); cell.Mark != grid.MarkNone {
		t.Errorf("a cleared note leaves mark %d", cell.Mark)
	}
}

func TestTheInspectorComparesAndDrawsTheMonths(t *testing.T) {
	st, s := stage(t, "township-air", "2019-08")
	s.grid.Select(0, 0)
	st.Shot("entry-inspector")
	if len(s.side.past.Objects) != 2 || !s.side.recent.object.Visible() {
		t.Errorf("%d lines, a chart: %v", len(s.side.past.Objects), s.side.recent.object.Visible())
	}
	if got := s.side.limits.Text; !strings.Contains(got, "小数") && !strings.Contains(got, "整数") {
		t.Errorf("the limits are %q", got)
	}
}

func TestAVerifiedMonthIsTicked(t *testing.T) {
	st, s := stage(t, "city-management", "2019-10")
	if err := st.Workspace.Verify(context.Background(), "city-management", s.loaded.month.At, ""); err != nil {
		t.Fatal(err)
	}
	st.Load("city-management", "2019-10")
	row, col := s.cell(t, "鄢陵县", "score")
	if mark := s.source.Cell(row, col).Mark; mark != grid.MarkVerified {
		t.Errorf("a verified value has mark %d", mark)
	}
	s.grid.Select(row, col)
	s.AskSource()
	if words, _ := asked(t, st); !strings.Contains(words, "锁定") {
		t.Errorf("a source for a locked month says %q", words)
	}
}
