package views

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"yueping/app"
	"yueping/models"
	"yueping/models/number"
)

func TestUndoAndRedoAreNamedAlsoAfterARestart(t *testing.T) {
	start := newStart(t)
	withSample(t, start)
	w := open(t, start)
	s := w.shell
	s.show("entry")
	if !strings.HasPrefix(s.undoItem.Label, "撤销（") || !s.undoItem.Disabled || !s.redoItem.Disabled {
		t.Errorf("with nothing to take back the menu says %q and %q", s.undoItem.Label, s.redoItem.Label)
	}
	batch := app.Batch{Program: s.place.Program.Key, Source: models.SourcePasted}
	for _, m := range s.place.Program.Members[:3] {
		batch.Edits = append(batch.Edits, app.Edit{Indicator: "score", Unit: m.Unit, Period: s.place.Month.Whole(), Cell: models.Of(number.FromInt(50))})
	}
	_, err := s.kit.Workspace.Apply(context.Background(), batch)
	check(t, err)
	if s.undoItem.Label != "撤销 粘贴 3 格（Ctrl+Z）" || s.undoItem.Disabled {
		t.Errorf("the menu says %q", s.undoItem.Label)
	}
	s = open(t, start).shell
	if s.undoItem.Label != "撤销 粘贴 3 格（Ctrl+Z）" {
		t.Errorf("after a restart the menu says %q", s.undoItem.Label)
	}
	s.undo()
	if s.redoItem.Label != "恢复 粘贴 3 格（Ctrl+Y）" || !s.undoItem.Disabled {
		t.Errorf("after undoing the menu says %q and %q", s.undoItem.Label, s.redoItem.Label)
	}
	if got := s.status.message.Text; !strings.HasPrefix(got, "已撤销2019年10月：粘贴 3 格（测试 ") {
		t.Errorf("undoing says %q", got)
	}
	s.redo()
	if got := s.status.message.Text; !strings.HasPrefix(got, "已恢复2019年10月：粘贴 3 格") {
		t.Errorf("redoing says %q", got)
	}
}

// typedInto types into the first cell; where locked, the month is verified before that is stored.
func typedInto(t *testing.T, s *shell, locked bool) {
	t.Helper()
	s.show("entry")
	s.current.Focus().TypedRune('7')
	if locked {
		// The signal brings the month anew, and the open editor stays.
		check(t, s.kit.Workspace.Verify(context.Background(), s.place.Program.Key, s.place.Month, ""))
	}
}

// held is a window that only notes that it was to be closed: the test closes it once more.
type held struct {
	fyne.Window
	closed *bool
}

func (h held) Close() { *h.closed = true }

func TestClosingInTheMiddleOfAnEditStoresIt(t *testing.T) {
	w, s := sampleWindow(t)
	typedInto(t, s, false)
	closed := false
	w.Window = held{w.Window, &closed}
	s.close()
	m, err := s.kit.Workspace.Month(context.Background(), s.place.Program.Key, s.place.Month)
	check(t, err)
	if got := m.Table.Value("score", m.Table.Units[0].Key); !closed || got.Number.String() != "7" {
		t.Errorf("closed: %v, the cell holds %v", closed, got)
	}
}

func TestClosingWithAnEditThatCannotBeStoredAsks(t *testing.T) {
	w, s := sampleWindow(t)
	typedInto(t, s, true)
	closed := false
	w.Window = held{w.Window, &closed}
	s.close()
	if closed || w.Canvas().Overlays().Top() == nil {
		t.Fatal("the window closes with a text that is not stored")
	}
	if s.show("ranking") || s.current.Key() != "entry" {
		t.Error("another screen is shown over a text that is not stored")
	}
}
