package grid

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// choiceList paints the options under the editor. It lies over the whole grid,
// so that the last row has room for it above, and takes no focus.
type choiceList struct {
	widget.BaseWidget
	grid   *Grid
	edge   *canvas.Rectangle // a stroke would be clipped: the list scrolls
	ground *canvas.Rectangle
	lit    *canvas.Rectangle
	thumb  *canvas.Rectangle
	texts  []*canvas.Text
	box    *fyne.Container
}

var (
	_ desktop.Mouseable  = (*choiceList)(nil)
	_ desktop.Hoverable  = (*choiceList)(nil)
	_ desktop.Cursorable = (*choiceList)(nil)
	_ fyne.Scrollable    = (*choiceList)(nil)
)

func newChoiceList(g *Grid) *choiceList {
	l := &choiceList{grid: g, edge: &canvas.Rectangle{}, ground: &canvas.Rectangle{}, lit: &canvas.Rectangle{}, thumb: &canvas.Rectangle{CornerRadius: 2}}
	l.box = &fyne.Container{Objects: []fyne.CanvasObject{l.edge, l.ground, l.lit, l.thumb}}
	for range choiceRows {
		t := &canvas.Text{}
		l.texts = append(l.texts, t)
		l.box.Objects = append(l.box.Objects, t)
	}
	l.Hidden = true
	l.ExtendBaseWidget(l)
	return l
}

// CreateRenderer is for Fyne.
func (l *choiceList) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(l.box) }

// Cursor is a hand.
func (l *choiceList) Cursor() desktop.Cursor { return desktop.PointerCursor }

// MouseDown picks.
func (l *choiceList) MouseDown(ev *desktop.MouseEvent) { l.grid.pick(l.optionAt(ev.Position)) }

// MouseUp has nothing to do.
func (l *choiceList) MouseUp(*desktop.MouseEvent) {}

// MouseIn follows the pointer.
func (l *choiceList) MouseIn(ev *desktop.MouseEvent) { l.MouseMoved(ev) }

// MouseMoved lights the option under the pointer.
func (l *choiceList) MouseMoved(ev *desktop.MouseEvent) {
	if at := l.optionAt(ev.Position); at != l.grid.choice.at && at >= 0 {
		l.grid.choice.moved = true
		l.grid.light(at)
		l.grid.placeChoice()
	}
}

// MouseOut leaves the light where it is.
func (l *choiceList) MouseOut() {}

// Scrolled moves through a long list.
func (l *choiceList) Scrolled(ev *fyne.ScrollEvent) {
	c := &l.grid.choice
	step := 1
	if ev.Scrolled.DY > 0 {
		step = -1
	}
	c.top = max(0, min(c.top+step, len(c.found)-choiceRows))
	l.grid.placeChoice()
}

// optionAt is which of the options found is at a position; -1 for none.
func (l *choiceList) optionAt(pos fyne.Position) int {
	c := l.grid.choice
	at := c.top + int(pos.Y/l.grid.geo.rowH)
	if pos.Y < 0 || at >= len(c.found) || at >= c.top+choiceRows {
		return -1
	}
	return at
}

// placeChoice shows the list under its editor, or above it where there is more room.
func (g *Grid) placeChoice() {
	if g.paint == nil {
		return
	}
	l, c := g.paint.list, &g.choice
	visible := c.kind != nil && len(c.found) > 0 && g.edit != nil && g.editor.frame.Visible()
	if !visible {
		show(l, false)
		return
	}
	pos, size := g.boxOnScreen(g.edit.at)
	rows := min(choiceRows, len(c.found))
	width := size.Width
	for _, i := range c.found[c.top:min(len(c.found), c.top+rows)] {
		width = max(width, g.typist.width(c.kind.Options[i].Text)+4*padX)
	}
	width = min(width, g.geo.size.Width)
	height := float32(rows) * g.geo.rowH
	pos.X = max(0, min(pos.X, g.geo.size.Width-width))
	if below := pos.Y + size.Height; below+height <= g.geo.size.Height || below+height-g.geo.size.Height <= height-pos.Y {
		pos.Y = below
	} else {
		pos.Y -= height
	}
	lay(l, pos, fyne.NewSize(width, height))
	l.write(rows, width)
	show(l, true)
	g.dirty()
}

func (l *choiceList) write(rows int, width float32) {
	g, c := l.grid, &l.grid.choice
	rowH := g.geo.rowH
	lay(l.edge, fyne.NewPos(0, 0), fyne.NewSize(width, float32(rows)*rowH))
	lay(l.ground, fyne.NewPos(1, 1), fyne.NewSize(width-2, float32(rows)*rowH-2))
	paintFill(l.edge, g.look.idle)
	paintFill(l.ground, g.look.back)
	for i, t := range l.texts {
		show(t, i < rows)
		if i >= rows {
			continue
		}
		text := g.typist.cut(c.kind.Options[c.found[c.top+i]].Text, width-3*padX)
		lay(t, fyne.NewPos(padX, float32(i)*rowH), fyne.NewSize(width-2*padX, rowH))
		if t.Text != text || t.Color != color.Color(g.look.text) || t.TextSize != g.typist.size {
			t.Text, t.Color, t.TextSize = text, g.look.text, g.typist.size
			t.Refresh()
		}
	}
	lit := c.at >= c.top && c.at < c.top+rows
	show(l.lit, lit)
	if lit {
		lay(l.lit, fyne.NewPos(1, float32(c.at-c.top)*rowH+1), fyne.NewSize(width-2, rowH-2))
		paintFill(l.lit, g.look.headSelected)
	}
	b := newBar(0, float32(rows)*rowH, float32(len(c.found))*rowH, float32(c.top)*rowH)
	show(l.thumb, len(c.found) > rows)
	lay(l.thumb, fyne.NewPos(width-6, b.offset+1), fyne.NewSize(4, b.thumb-2))
	paintFill(l.thumb, g.look.thumb)
}
