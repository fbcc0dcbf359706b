package grid

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// MouseIn follows the pointer.
func (g *Grid) MouseIn(ev *desktop.MouseEvent) { g.MouseMoved(ev) }

// MouseMoved darkens the scroll bar under the pointer, and brings up a cell's note.
func (g *Grid) MouseMoved(ev *desktop.MouseEvent) {
	h := g.hitAt(ev.Position)
	g.hoverOver(h)
	if h.zone == zoneCells {
		g.restOn(g.cellUnder(ev.Position))
	} else {
		g.hideNote()
	}
}

// MouseOut leaves the scroll bars pale.
func (g *Grid) MouseOut() {
	g.hoverOver(hit{})
	g.hideNote()
}

func (g *Grid) hoverOver(h hit) {
	if h == g.hover {
		return
	}
	bars := g.hover.bar() || h.bar()
	g.hover = h
	if bars && g.paint != nil {
		g.paint.bars()
	}
}

func (h hit) bar() bool { return h.zone == zoneBarV || h.zone == zoneBarH }

// pointer gives the grid its mouse cursor. The grid itself cannot: its Cursor
// is the active cell. It draws nothing and takes no event.
type pointer struct {
	widget.BaseWidget
	grid *Grid
}

var _ desktop.Cursorable = (*pointer)(nil)

func newPointer(g *Grid) *pointer {
	p := &pointer{grid: g}
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer draws nothing.
func (p *pointer) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.Transparent))
}

// Cursor tells what a press would do here.
func (p *pointer) Cursor() desktop.Cursor {
	h := p.grid.hover
	if p.grid.drag.zone != zoneNone {
		h = p.grid.drag.hit
	}
	switch h.zone {
	case zoneEdge:
		return desktop.HResizeCursor
	case zoneHandle:
		return desktop.CrosshairCursor
	case zoneSign:
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}
