package grid

import (
	"testing"

	"fyne.io/fyne/v2"
)

// refusing is a grid with a refused text left behind in the first cell.
func refusing(t *testing.T) *bench {
	src := newTable(5, 5).fill([]string{"7"})
	src.refuse = "bad"
	b := newBench(t, src)
	b.WhyFailed = func(Edit, error) string { return "没有存下" }
	b.typing("bad")
	b.press(fyne.KeyReturn)
	if !b.Editing() || len(b.failed) != 1 {
		t.Fatalf("the first refusal must hold: editing %v, told %v", b.Editing(), b.failed)
	}
	b.press(fyne.KeyReturn)
	if b.Editing() || b.Selection() != cell(1, 0) || len(b.failed) != 1 {
		t.Fatalf("the second Enter goes on: editing %v, at %v, told %v", b.Editing(), b.Selection(), b.failed)
	}
	return b
}

func (b *bench) kept() (out []Edit) {
	for _, f := range b.FailedEdits() {
		out = append(out, f.Edit)
	}
	return out
}

func TestARefusedTextStaysInItsCell(t *testing.T) {
	b := refusing(t)
	if got, _ := b.painted(0, 0); got != "bad" || b.paint.cellLayer.slot(0, 0).cell.Mark != MarkError {
		t.Errorf("the cell shows %q, mark %v", got, b.paint.cellLayer.slot(0, 0).cell.Mark)
	}
	if kept := b.FailedEdits(); len(kept) != 1 || kept[0].Edit != (Edit{0, 0, "bad"}) || kept[0].Err != errRefused {
		t.Errorf("kept %v", kept)
	}
	if got, want := b.AccessibleText(0, 0), "1, 单位1, 指标1, bad, 没有存下"; got != want {
		t.Errorf("says %q", got)
	}
	b.RefreshCells()
	b.Refresh()
	if got, _ := b.painted(0, 0); got != "bad" {
		t.Errorf("after a refresh: %q", got)
	}
}

func TestEscDropsARefusedText(t *testing.T) {
	b := refusing(t)
	host := 0
	b.OnKey = func(*fyne.KeyEvent) bool { host++; return true }
	b.press(fyne.KeyEscape)
	if host != 1 || len(b.kept()) != 1 {
		t.Errorf("Esc elsewhere: host %d, kept %v", host, b.kept())
	}
	b.Select(0, 0)
	b.press(fyne.KeyEscape)
	if got, _ := b.painted(0, 0); got != "7" || len(b.kept()) != 0 || host != 1 {
		t.Errorf("Esc: shows %q, kept %v", got, b.kept())
	}
}

func TestARefusedTextIsTakenUpAgain(t *testing.T) {
	b := refusing(t)
	b.Select(0, 0)
	b.press(fyne.KeyF2)
	if b.EditorText() != "bad" {
		t.Fatalf("F2 brings %q", b.EditorText())
	}
	b.press(fyne.KeyEscape)
	if len(b.kept()) != 1 {
		t.Fatal("Esc in the editor drops more than what it typed")
	}
	b.press(fyne.KeyF2)
	b.src.refuse = ""
	b.press(fyne.KeyReturn)
	if b.src.cells[0][0].Text != "bad" || len(b.kept()) != 0 {
		t.Errorf("the same text, now taken: %q, kept %v", b.src.cells[0][0].Text, b.kept())
	}
}

func TestAnEditThatIsTakenMendsIt(t *testing.T) {
	b := refusing(t)
	b.Select(0, 0)
	b.press(fyne.KeyDelete)
	if got, ok := b.painted(0, 0); ok || len(b.kept()) != 0 {
		t.Errorf("shows %q, kept %v", got, b.kept())
	}
}

func TestFinishEditTriesRefusedTextsAgain(t *testing.T) {
	b := refusing(t)
	b.Select(3, 3)
	if b.FinishEdit() || len(b.failed) != 2 || b.Selection() != cell(0, 0) {
		t.Errorf("still refused: told %v, at %v", b.failed, b.Selection())
	}
	if b.SetSource(newTable(2, 2)) {
		t.Error("another source takes a refused text away")
	}
	b.src.refuse = ""
	if !b.FinishEdit() || b.src.cells[0][0].Text != "bad" || len(b.kept()) != 0 {
		t.Errorf("now taken: %q, kept %v", b.src.cells[0][0].Text, b.kept())
	}
	b = refusing(t)
	b.DropFailed()
	if !b.FinishEdit() {
		t.Error("dropped texts still hold")
	}
}
