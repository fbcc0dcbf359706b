package grid

import (
	"errors"
	"reflect"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

func TestTypingReplaces(t *testing.T) {
	b := newBench(t, newTable(3, 3).fill([]string{"old"}))
	test.Type(b.Grid, "12")
	if !b.Editing() || b.EditorText() != "12" {
		t.Fatalf("editing %v with %q", b.Editing(), b.EditorText())
	}
	b.press(fyne.KeyEscape)
	if b.Editing() || len(b.src.steps) != 0 || b.src.cells[0][0].Text != "old" {
		t.Errorf("Esc: editing %v, steps %v", b.Editing(), b.src.steps)
	}
}

func TestF2EditsAtTheEnd(t *testing.T) {
	src := newTable(3, 3)
	src.cells[0][0] = Cell{Text: "98.43", EditText: "98.4333"}
	b := newBench(t, src)
	b.press(fyne.KeyF2)
	b.typing("5")
	if b.EditorText() != "98.43335" {
		t.Fatalf("editor has %q", b.EditorText())
	}
	b.press(fyne.KeyLeft)
	b.press(fyne.KeyBackspace)
	b.press(fyne.KeyHome)
	b.press(fyne.KeyDelete)
	b.press(fyne.KeyReturn)
	if src.cells[0][0].Text != "8.4335" || b.Selection() != cell(1, 0) {
		t.Errorf("committed %q, at %v", src.cells[0][0].Text, b.Selection())
	}
}

func TestF2Unchanged(t *testing.T) {
	b := newBench(t, newTable(2, 2).fill([]string{"7"}))
	b.press(fyne.KeyF2)
	b.press(fyne.KeyReturn)
	if len(b.src.steps) != 0 || b.Editing() {
		t.Errorf("steps %v, editing %v", b.src.steps, b.Editing())
	}
}

func TestF2TurnsTypingIntoEditing(t *testing.T) {
	b := newBench(t, newTable(2, 2))
	b.typing("79")
	b.press(fyne.KeyF2)
	b.press(fyne.KeyLeft)
	b.typing("8")
	b.press(fyne.KeyF2)
	b.press(fyne.KeyRight)
	if b.src.cells[0][0].Text != "789" || b.Selection() != cell(0, 1) {
		t.Errorf("%q at %v", b.src.cells[0][0].Text, b.Selection())
	}
}

func TestBackspaceOpensAnEmptyEditor(t *testing.T) {
	b := newBench(t, newTable(2, 2).fill([]string{"7"}))
	b.press(fyne.KeyBackspace)
	if !b.Editing() || b.EditorText() != "" {
		t.Fatalf("editing %v with %q", b.Editing(), b.EditorText())
	}
	b.press(fyne.KeyReturn)
	if want := []testStep{{Typed, []Edit{{0, 0, ""}}}}; !reflect.DeepEqual(b.src.steps, want) {
		t.Errorf("steps %v", b.src.steps)
	}
}

func TestReadOnlyIsNotEdited(t *testing.T) {
	src := newTable(2, 3)
	src.columns[0].ReadOnly = true
	src.cells[0][1].ReadOnly = true
	b := newBench(t, src)
	for col := range 2 {
		b.Select(0, col)
		b.typing("5")
		if b.Editing() || len(b.errs) != col+1 || !errors.Is(b.errs[col], ErrReadOnly) {
			t.Fatalf("column %d: editing %v, errors %v", col, b.Editing(), b.errs)
		}
	}
	if want := (Edit{0, 1, "5"}); b.failed[1] != want {
		t.Errorf("reported %v", b.failed[1])
	}
}

// TestFailedCommit walks every way out of an editor whose text is refused.
func TestFailedCommit(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(lightTheme{})
	for name, leave := range map[string]func(b *bench){
		"Enter":      func(b *bench) { b.press(fyne.KeyReturn) },
		"Tab":        func(b *bench) { b.press(fyne.KeyTab) },
		"arrow":      func(b *bench) { b.press(fyne.KeyDown) },
		"Ctrl+Enter": func(b *bench) { b.press(fyne.KeyReturn, ctrl) },
		"click":      func(b *bench) { b.click(2, 2) },
		"focus":      func(b *bench) { b.win.Canvas().Unfocus(); b.win.Canvas().Focus(b.Grid) },
		"source":     func(b *bench) { b.SetSource(newTable(1, 1)) },
	} {
		t.Run(name, func(t *testing.T) {
			src := newTable(5, 5)
			src.refuse = "bad"
			b := onBench(t, src)
			b.Select(1, 1)
			b.typing("bad")
			leave(b)
			if !b.Editing() || b.EditorText() != "bad" || b.Selection() != cell(1, 1) {
				t.Fatalf("editing %v, text %q, at %v", b.Editing(), b.EditorText(), b.Selection())
			}
			if want := []Edit{{1, 1, "bad"}}; !reflect.DeepEqual(b.failed, want) || b.errs[0] != errRefused {
				t.Errorf("reported %v %v", b.failed, b.errs)
			}
			b.typing("!")
			b.press(fyne.KeyReturn)
			if b.Editing() || src.cells[1][1].Text != "bad!" {
				t.Errorf("after mending: editing %v, %q", b.Editing(), src.cells[1][1].Text)
			}
		})
	}
}

func TestRefusedTextIsReportedOnce(t *testing.T) {
	src := newTable(2, 2)
	src.refuse = "bad"
	b := newBench(t, src)
	other := widget.NewEntry()
	b.win.SetContent(&fyne.Container{Objects: []fyne.CanvasObject{b.Grid, other}})
	b.OnEditFailed = func(e Edit, err error) {
		b.failed = append(b.failed, e)
		b.win.Canvas().Focus(other) // as a dialog would
	}
	b.win.Canvas().Focus(b.Grid)
	b.typing("bad")
	b.press(fyne.KeyReturn)
	if len(b.failed) != 1 || !b.Editing() {
		t.Errorf("reported %d times, editing %v", len(b.failed), b.Editing())
	}
}

func TestLosingFocusCommits(t *testing.T) {
	b := newBench(t, newTable(2, 2))
	b.typing("5")
	b.win.Canvas().Unfocus()
	if b.Editing() || b.src.cells[0][0].Text != "5" {
		t.Errorf("editing %v, %q", b.Editing(), b.src.cells[0][0].Text)
	}
}

func TestEditorLeavesFocusToTheGrid(t *testing.T) {
	b := newBench(t, newTable(9, 9))
	b.typing("57")
	b.win.Canvas().Focus(b.editor)
	if b.win.Canvas().Focused() != fyne.Focusable(b.Grid) {
		t.Fatalf("focus is with %T", b.win.Canvas().Focused())
	}
}

func TestCtrlEnterFillsFromTheEditor(t *testing.T) {
	b := newBench(t, newTable(3, 3))
	b.press(fyne.KeyDown, shift)
	b.press(fyne.KeyRight, shift)
	b.typing("5")
	b.press(fyne.KeyReturn, ctrl)
	want := []testStep{{Filled, []Edit{{0, 0, "5"}, {0, 1, "5"}, {1, 0, "5"}, {1, 1, "5"}}}}
	if !reflect.DeepEqual(b.src.steps, want) || b.Editing() || b.Selection() != (Range{0, 0, 1, 1}) {
		t.Errorf("steps %v, editing %v, selection %v", b.src.steps, b.Editing(), b.Selection())
	}
}

func TestEditorClipboard(t *testing.T) {
	b := newBench(t, newTable(3, 3))
	fyne.CurrentApp().Clipboard().SetContent("12\r\n")
	b.typing("5")
	b.press(fyne.KeyV, ctrl)
	if b.EditorText() != "512" {
		t.Errorf("pasted to %q", b.EditorText())
	}
	b.press(fyne.KeyA, ctrl)
	b.press(fyne.KeyX, ctrl)
	if b.EditorText() != "" || fyne.CurrentApp().Clipboard().Content() != "512" {
		t.Errorf("cut to %q, clipboard %q", b.EditorText(), fyne.CurrentApp().Clipboard().Content())
	}
	if len(b.src.steps) != 0 {
		t.Errorf("steps %v", b.src.steps)
	}
}

func TestSetSource(t *testing.T) {
	b := newBench(t, newTable(9, 9))
	b.Select(8, 8)
	b.typing("5")
	other := newTable(2, 3)
	if !b.SetSource(other) {
		t.Fatal("refused")
	}
	if b.src.cells[8][8].Text != "5" || len(other.steps) != 0 || b.Selection() != cell(1, 2) {
		t.Errorf("old %q, new %v, at %v", b.src.cells[8][8].Text, other.steps, b.Selection())
	}
}
