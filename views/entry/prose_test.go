package entry

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"yueping/app"
	"yueping/models"
	"yueping/views/grid"
	"yueping/views/screentest"
)

// paste puts a text into the grid as Ctrl+V does.
func (s *Screen) paste(text string) {
	board := fyne.CurrentApp().Clipboard()
	board.SetContent(text)
	s.grid.TypedShortcut(&fyne.ShortcutPaste{Clipboard: board})
}

func pasted(t *testing.T, text string) (*screentest.Stage, *Screen) {
	t.Helper()
	st, s := stage(t, "city-management", "2019-10")
	row, col := s.cell(t, "襄城县", "overdue_backlog")
	s.grid.Select(row, col)
	s.toGrid()
	s.paste(text)
	return st, s
}

func (s *Screen) value(t *testing.T, unit, indicator string) string {
	t.Helper()
	row, col := s.cell(t, unit, indicator)
	return s.source.Cell(row, col).Text
}

func TestPastedProseIsShownAndStoredAsOneStep(t *testing.T) {
	st, s := pasted(t, "魏都区540件、建安区170件，长葛市12件；某某镇3件")
	st.Shot("entry-prose")
	words, buttons := asked(t, st)
	if !strings.Contains(words, "读出3个单位") || !strings.Contains(words, "存入2格（改动1格）") || !strings.Contains(words, "1处没有读懂") {
		t.Fatalf("it says %q", words)
	}
	if buttons["存入2格"] == nil {
		t.Fatalf("the buttons are %v", buttons)
	}
	buttons["存入2格"]()
	st.Load("city-management", "2019-10")
	if got := s.value(t, "建安区", "overdue_backlog") + s.value(t, "长葛市", "overdue_backlog") + s.value(t, "襄城县", "overdue_backlog"); got != "17012" {
		t.Errorf("the cells hold %q", got)
	}
	next, err := st.Workspace.NextUndo(context.Background(), "city-management")
	if err != nil || app.StepWords(st.Text, *next, s.loaded.month.At) != "粘贴 2 格" {
		t.Errorf("the step is %+v, %v", next, err)
	}
}

func TestALineOfProseCanBeLeftOut(t *testing.T) {
	st, s := pasted(t, "建安区170件，长葛市12件")
	st.Keys(fyne.KeySpace)
	_, buttons := asked(t, st)
	buttons["存入1格"]()
	st.Load("city-management", "2019-10")
	if got := s.value(t, "建安区", "overdue_backlog") + " " + s.value(t, "长葛市", "overdue_backlog"); got != "168 12" {
		t.Errorf("the cells hold %q", got)
	}
}

func TestProseCanBePastedAsItStandsOrNotAtAll(t *testing.T) {
	st, s := pasted(t, "建安区170件\r\n长葛市12件")
	st.Keys(fyne.KeyEscape)
	if st.Window.Canvas().Overlays().Top() != nil || s.value(t, "襄城县", "overdue_backlog") != "" {
		t.Fatal("Esc stored something")
	}
	s.paste("长葛市12件")
	_, buttons := asked(t, st)
	buttons["原样粘贴"]()
	row, col := s.cell(t, "襄城县", "overdue_backlog")
	if got := s.source.Cell(row, col); got.Text != "长葛市12件" || got.Mark != grid.MarkDraft {
		t.Errorf("the cell holds %q with mark %d", got.Text, got.Mark)
	}
}

func TestATableIsNoProse(t *testing.T) {
	for _, text := range []string{"5\r\n6\r\n", "5", "魏都区", "魏都区\t540\r\n"} {
		st, _ := pasted(t, text)
		top := st.Window.Canvas().Overlays().Top()
		if top == nil {
			continue
		}
		if words, buttons := asked(t, st); buttons["原样粘贴"] != nil {
			t.Errorf("%q is taken for prose: %q", text, words)
		}
	}
}

func TestProseDoesNotWriteOverWhatSomebodyChanged(t *testing.T) {
	st, s := pasted(t, "建安区170件")
	row, _ := s.cell(t, "建安区", "overdue_backlog")
	edit := app.Edit{Indicator: "overdue_backlog", Unit: s.source.unit(row).Key, Period: s.loaded.month.At.Whole(), Cell: models.Cell{State: models.NoData}}
	if _, err := st.Workspace.Apply(context.Background(), app.Batch{Program: "city-management", Source: models.SourceTyped, Edits: []app.Edit{edit}}); err != nil {
		t.Fatal(err)
	}
	_, buttons := asked(t, st)
	buttons["存入1格"]()
	st.Load("city-management", "2019-10")
	if got := s.value(t, "建安区", "overdue_backlog"); got != "无数据" {
		t.Errorf("the cell holds %q", got)
	}
}
