package grid

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

func noteBench(t *testing.T) *bench {
	src := newTable(50, 9)
	src.cells[1][1] = Cell{Text: "5", Mark: MarkNote, Note: "来文更正\n" + strings.Repeat("说明", 60)}
	src.cells[11][1].Note = "low"
	b := newBench(t, src)
	b.NoteDelay = -1
	return b
}

func (b *bench) noted() string {
	if !b.paint.note.Visible() {
		return ""
	}
	var lines []string
	for _, t := range b.paint.note.texts {
		if t.Visible() {
			lines = append(lines, t.Text)
		}
	}
	return strings.Join(lines, "")
}

func TestNoteByKey(t *testing.T) {
	b := noteBench(t)
	b.press(fyne.KeyF2, shift)
	if b.noted() != "" || b.Editing() {
		t.Error("a cell without a note shows one")
	}
	b.Select(1, 1)
	b.press(fyne.KeyF2, shift)
	if got := b.noted(); got != "来文更正"+strings.Repeat("说明", 60) {
		t.Errorf("shows %q", got)
	}
	box := b.paint.note
	if end := box.Position().AddXY(box.Size().Width, box.Size().Height); end.X > b.geo.size.Width || end.Y > b.geo.size.Height {
		t.Errorf("reaches to %v of %v", end, b.geo.size)
	}
	b.press(fyne.KeyRight)
	if b.noted() != "" {
		t.Error("the note stays")
	}
}

func TestNoteByPointer(t *testing.T) {
	b := noteBench(t)
	b.NoteDelay = time.Hour
	move := func(row, col int) {
		b.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: b.pos(row, col)}})
	}
	move(0, 0)
	if b.note.on {
		t.Error("waits for a note that is none")
	}
	move(1, 1)
	timer := b.note.timer
	move(1, 1)
	if !b.note.on || b.note.timer != timer || b.noted() != "" {
		t.Error("does not wait, or begins anew")
	}
	b.showNote(b.note.at) // what the timer does
	if !strings.HasPrefix(b.noted(), "来文更正") {
		t.Errorf("shows %q", b.noted())
	}
	move(2, 2)
	if b.noted() != "" || b.note.on {
		t.Error("stays when the pointer leaves")
	}
	move(1, 1)
	b.MouseOut()
	if b.note.on {
		t.Error("comes after the pointer has left the grid")
	}
}

func TestNoteIsWrapped(t *testing.T) {
	b := noteBench(t)
	if got := b.typist.wrap("a\n\nb", 100, 9); !slices.Equal(got, []string{"a", "", "b"}) {
		t.Errorf("%q", got)
	}
	got := b.typist.wrap(strings.Repeat("字", 500), 100, 3)
	if len(got) != 3 || !strings.HasSuffix(got[2], ellipsis) {
		t.Errorf("%q", got)
	}
	for _, line := range got {
		if b.typist.width(line) > 100 {
			t.Errorf("%q is %v wide", line, b.typist.width(line))
		}
	}
}
