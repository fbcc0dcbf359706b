package views

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"yueping/app"
	"yueping/models"
	"yueping/models/number"
)

// ofDays is the window on a program that takes values by day.
func ofDays(t *testing.T) *shell {
	t.Helper()
	_, s := sampleWindow(t)
	for _, p := range s.programs {
		if len(p.DailyIndicators(s.place.Month)) > 0 {
			s.choose(p)
			return s
		}
	}
	t.Fatal("no program of the sample takes values by day")
	return nil
}

func TestTheKeysOfDaysLeadToEntry(t *testing.T) {
	s := ofDays(t)
	s.show("ranking")
	s.functionKey(&fyne.KeyEvent{Name: fyne.KeyF4})
	if s.current.Key() != "entry" {
		t.Fatalf("F4 leads to %s", s.current.Key())
	}
	if kept, err := s.kit.Workspace.Setting(context.Background(), "window.entry."+s.place.Program.Key); err != nil || !strings.HasPrefix(kept, "days ") {
		t.Errorf("the view is kept as %q, %v", kept, err)
	}
	for _, name := range []fyne.KeyName{fyne.KeyPageDown, fyne.KeyPageUp} {
		if !s.shortcut(&desktop.CustomShortcut{KeyName: name, Modifier: alt}) {
			t.Errorf("Alt+%s is not in the table", name)
		}
	}
}

func TestUndoNamesAStepThatHasAName(t *testing.T) {
	s := ofDays(t)
	ctx, program := context.Background(), s.place.Program
	edit := app.Edit{Indicator: "pm10", Unit: program.Members[0].Unit, Period: s.place.Month.Whole(), Cell: models.Of(number.FromInt(99))}
	_, err := s.kit.Workspace.Apply(ctx, app.Batch{Program: program.Key, Source: models.SourceFilled, Reason: "用日值填月值", Edits: []app.Edit{edit}})
	check(t, err)
	if !strings.HasPrefix(s.undoItem.Label, "撤销 用日值填月值") {
		t.Errorf("the menu says %q", s.undoItem.Label)
	}
	s.undo()
	if !strings.Contains(s.status.message.Text, "用日值填月值") {
		t.Errorf("after undo the status bar says %q", s.status.message.Text)
	}
	if strings.Contains(s.undoItem.Label, "用日值填月值") {
		t.Errorf("the menu still says %q", s.undoItem.Label)
	}
}
