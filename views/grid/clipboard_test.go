package grid

import (
	"reflect"
	"testing"

	"fyne.io/fyne/v2"
)

func TestCopyTakesValues(t *testing.T) {
	src := newTable(2, 3)
	src.columns[2].ReadOnly = true
	src.cells[0] = []Cell{{Text: "98.43", EditText: "98.4333"}, {Text: "—"}, {Text: "7.1", Dim: true}}
	src.cells[1][0] = Cell{Text: "a b", EditText: "a\tb"}
	b := newBench(t, src)
	b.press(fyne.KeyA, ctrl)
	b.press(fyne.KeyC, ctrl)
	want := "98.4333\t\t7.1\r\n\"a\tb\"\t\t\r\n"
	if got := fyne.CurrentApp().Clipboard().Content(); got != want {
		t.Errorf("clipboard %q, want %q", got, want)
	}
}

func TestPasteIsOneStep(t *testing.T) {
	b := newBench(t, newTable(4, 4))
	fyne.CurrentApp().Clipboard().SetContent("1\t2\r\n3\t4\r\n")
	b.Select(1, 1)
	b.press(fyne.KeyV, ctrl)
	want := []testStep{{Pasted, []Edit{{1, 1, "1"}, {1, 2, "2"}, {2, 1, "3"}, {2, 2, "4"}}}}
	if !reflect.DeepEqual(b.src.steps, want) || b.Selection() != (Range{1, 1, 2, 2}) {
		t.Errorf("steps %v, selection %v", b.src.steps, b.Selection())
	}
}

func TestPasteOverflowIsNamed(t *testing.T) {
	b := newBench(t, newTable(2, 2))
	var rows, cols int
	var left [][]string
	b.OnPasteOverflow = func(r, c int, texts [][]string) { rows, cols, left = r, c, texts }
	fyne.CurrentApp().Clipboard().SetContent("1\t2\n3\t4\n")
	b.Select(1, 1)
	b.press(fyne.KeyV, ctrl)
	if rows != 1 || cols != 1 || !reflect.DeepEqual(left, [][]string{{"2"}, {"3", "4"}}) {
		t.Errorf("%d rows, %d columns, %v", rows, cols, left)
	}
	if b.src.cells[1][1].Text != "1" {
		t.Errorf("the part that fits: %q", b.src.cells[1][1].Text)
	}
}

func TestRefusedPasteChangesNothing(t *testing.T) {
	src := newTable(2, 2)
	src.refuse = "4"
	b := newBench(t, src)
	overflow := false
	b.OnPasteOverflow = func(int, int, [][]string) { overflow = true }
	fyne.CurrentApp().Clipboard().SetContent("3\t4\t5\n")
	b.press(fyne.KeyV, ctrl)
	if len(src.steps) != 0 || len(b.failed) != 1 || overflow || b.Selection() != cell(0, 0) {
		t.Errorf("steps %v, reported %v, overflow %v, selection %v", src.steps, b.failed, overflow, b.Selection())
	}
}

func TestCutCopiesAndClears(t *testing.T) {
	b := newBench(t, newTable(2, 2).fill([]string{"1", "2"}))
	b.press(fyne.KeyRight, shift)
	b.press(fyne.KeyX, ctrl)
	if got := fyne.CurrentApp().Clipboard().Content(); got != "1\t2\r\n" {
		t.Errorf("clipboard %q", got)
	}
	if want := []testStep{{Cleared, []Edit{{0, 0, ""}, {0, 1, ""}}}}; !reflect.DeepEqual(b.src.steps, want) {
		t.Errorf("steps %v", b.src.steps)
	}
}

func TestFills(t *testing.T) {
	for name, c := range map[string]struct {
		key  fyne.KeyName
		want [][]string
	}{
		"down":      {fyne.KeyD, [][]string{{"1", "2"}, {"1", "2"}, {"1", "2"}}},
		"right":     {fyne.KeyR, [][]string{{"1", "1"}, {"3", "3"}, {"", ""}}},
		"selection": {fyne.KeyReturn, [][]string{{"1", "1"}, {"1", "1"}, {"1", "1"}}},
	} {
		t.Run(name, func(t *testing.T) {
			b := newBench(t, newTable(3, 2).fill([]string{"1", "2"}, []string{"3", "4"}))
			b.press(fyne.KeyA, ctrl)
			b.press(c.key, ctrl)
			if got := b.src.texts(); !reflect.DeepEqual(got, c.want) || len(b.src.steps) != 1 || b.src.steps[0].kind != Filled {
				t.Errorf("%v in %d steps, want %v", got, len(b.src.steps), c.want)
			}
		})
	}
}

func TestFillAtTheBorder(t *testing.T) {
	b := newBench(t, newTable(3, 2).fill([]string{"1", "2"}))
	b.press(fyne.KeyD, ctrl)
	b.press(fyne.KeyR, ctrl)
	b.press(fyne.KeyReturn, ctrl)
	if len(b.src.steps) != 0 {
		t.Errorf("steps %v", b.src.steps)
	}
}
