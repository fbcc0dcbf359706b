package grid

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

const (
	noteDelay = 600 * time.Millisecond
	noteWidth = 340
	noteLines = 12
)

// noteState is the note that shows, or is about to.
type noteState struct {
	at    place
	on    bool // it shows, or a timer is running
	timer *time.Timer
}

// restOn brings up the note of the cell under the pointer after a moment.
func (g *Grid) restOn(p place) {
	if g.note.on && g.note.at == p {
		return
	}
	g.hideNote()
	delay := g.NoteDelay
	if delay == 0 {
		delay = noteDelay
	}
	if delay < 0 || g.edit != nil || g.cell(p.row, p.col).Note == "" {
		return
	}
	g.note.at, g.note.on = p, true
	var timer *time.Timer
	timer = time.AfterFunc(delay, func() {
		fyne.Do(func() {
			if g.note.timer == timer && g.note.on {
				g.showNote(p)
			}
		})
	})
	g.note.timer = timer
}

// hideNote takes the note away, or keeps it from coming.
func (g *Grid) hideNote() {
	if !g.note.on {
		return
	}
	if g.note.timer != nil {
		g.note.timer.Stop()
	}
	g.note = noteState{}
	if g.paint != nil {
		show(g.paint.note, false)
		g.dirty()
	}
}

// showNote puts a cell's note beside it.
func (g *Grid) showNote(p place) {
	if g.paint == nil || p.row >= g.geo.rows || p.col >= g.geo.cols() {
		return
	}
	text := g.cell(p.row, p.col).Note
	if text == "" {
		return
	}
	g.note.at, g.note.on = p, true
	pos, size := g.boxOnScreen(p)
	box := g.paint.note
	wanted := box.write(g, g.typist.wrap(text, min(noteWidth, g.geo.size.Width-4*padX), noteLines))
	at := fyne.NewPos(pos.X+size.Width+2, pos.Y+size.Height+2)
	if at.X+wanted.Width > g.geo.size.Width {
		at.X = max(0, pos.X-wanted.Width-2)
	}
	if at.Y+wanted.Height > g.geo.size.Height {
		at.Y = max(0, pos.Y-wanted.Height-2)
	}
	lay(box, at, wanted)
	show(box, true)
	g.dirty()
}

// noteBox is a slip of paper with lines of text.
type noteBox struct {
	widget.BaseWidget
	ground *canvas.Rectangle
	texts  []*canvas.Text
	box    *fyne.Container
}

func newNoteBox() *noteBox {
	n := &noteBox{ground: &canvas.Rectangle{StrokeWidth: 1, CornerRadius: 3}}
	n.box = &fyne.Container{Objects: []fyne.CanvasObject{n.ground}}
	n.Hidden = true
	n.ExtendBaseWidget(n)
	return n
}

// CreateRenderer is for Fyne.
func (n *noteBox) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(n.box) }

// write lays the lines out and gives the size they take.
func (n *noteBox) write(g *Grid, lines []string) fyne.Size {
	line := g.geo.rowH - 2*padY
	var wide float32
	for i, text := range lines {
		if i == len(n.texts) {
			t := &canvas.Text{}
			n.texts = append(n.texts, t)
			n.box.Objects = append(n.box.Objects, t)
		}
		t := n.texts[i]
		t.Text, t.Color, t.TextSize = text, color.Color(g.look.text), g.typist.size
		lay(t, fyne.NewPos(padX, padY+float32(i)*line), fyne.NewSize(g.typist.width(text), line))
		t.Show()
		t.Refresh()
		wide = max(wide, g.typist.width(text))
	}
	for _, t := range n.texts[len(lines):] {
		t.Hide()
	}
	size := fyne.NewSize(wide+2*padX, float32(len(lines))*line+2*padY)
	lay(n.ground, fyne.NewPos(0, 0), size)
	paintFill(n.ground, g.look.noteGround)
	paintStroke(n.ground, g.look.idle)
	return size
}

// wrap breaks a text over lines of a width; what is more than most lines ends in an ellipsis.
func (t *typist) wrap(text string, width float32, most int) []string {
	var lines []string
	rest := []rune(text)
	for len(rest) > 0 {
		n := 0
		for n < len(rest) && rest[n] != '\n' {
			n++
		}
		fit := min(n, max(1, t.fitting(rest[:n], width)))
		if len(lines) == most-1 && (fit < n || n < len(rest)) {
			return append(lines, t.cut(string(rest[:min(n, fit+1)])+ellipsis, width))
		}
		lines = append(lines, string(rest[:fit]))
		if rest = rest[fit:]; len(rest) > 0 && rest[0] == '\n' {
			rest = rest[1:]
		}
	}
	return lines
}
