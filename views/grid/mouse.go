package grid

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// zone is a part of the grid under the pointer.
type zone int

const (
	zoneNone zone = iota
	zoneCorner
	zoneColumns
	zoneRows
	zoneCells
	zoneBarV
	zoneBarH
)

// dragState is what a held button does: zone says which kind of drag, grip is
// where a scroll bar's thumb was caught.
type dragState struct {
	zone zone
	grip float32
}

// zoneAt names the part of the grid at a widget position.
func (g *Grid) zoneAt(pos fyne.Position) zone {
	body := g.geo.body()
	left, top := pos.X < g.geo.frozenW(), pos.Y < g.geo.headerH()
	right, below := pos.X >= g.geo.frozenW()+body.Width, pos.Y >= g.geo.headerH()+body.Height
	switch {
	case right && g.geo.showBarV && !top && !below:
		return zoneBarV
	case below && g.geo.showBarH && !left && !right:
		return zoneBarH
	case right || below || !g.hasCells():
		return zoneNone
	case left && top:
		return zoneCorner
	case top:
		return zoneColumns
	case left:
		return zoneRows
	}
	return zoneCells
}

// cellUnder is the cell at a widget position; outside the cells the nearest,
// just beyond the border, so that dragging out of the grid scrolls it.
func (g *Grid) cellUnder(pos fyne.Position) place {
	body := g.geo.body()
	x := max(-1, min(pos.X-g.geo.frozenW(), body.Width))
	y := max(-1, min(pos.Y-g.geo.headerH(), body.Height))
	return g.geo.cellAt(g.scroll.AddXY(x, y))
}

// MouseDown selects, and commits an open editor before.
func (g *Grid) MouseDown(ev *desktop.MouseEvent) {
	g.requestFocus()
	z := g.zoneAt(ev.Position)
	g.drag = dragState{}
	if z == zoneBarV || z == zoneBarH {
		g.catchBar(z, ev.Position)
		return
	}
	if z == zoneNone || !g.FinishEdit() {
		return
	}
	g.run = tabRun{}
	p := g.cellUnder(ev.Position)
	if ev.Button == desktop.MouseButtonSecondary {
		if z == zoneCells && !g.sel.area().Contains(p.row, p.col) {
			g.choose(at(p))
		}
		return
	}
	g.drag.zone = z
	from := p
	if (ev.Modifier|g.Modifiers())&fyne.KeyModifierShift != 0 {
		from = g.sel.anchor
	}
	g.selectTo(z, from, p)
	if z == zoneColumns && ev.Position.Y < g.geo.captionH {
		gr := g.columnGroup(p.col)
		g.choose(selection{place{0, gr.from}, place{g.geo.rows - 1, gr.to}})
		g.drag = dragState{}
	}
}

// selectTo selects cells, whole columns, whole rows or everything.
func (g *Grid) selectTo(z zone, from, to place) {
	switch z {
	case zoneCells:
		g.choose(selection{from, to})
		g.reveal(to)
	case zoneColumns:
		g.choose(selection{place{0, from.col}, place{g.geo.rows - 1, to.col}})
	case zoneRows:
		g.choose(selection{place{from.row, 0}, place{to.row, g.geo.cols() - 1}})
	case zoneCorner:
		g.choose(selection{place{}, place{g.geo.rows - 1, g.geo.cols() - 1}})
	}
}

// MouseUp ends what MouseDown began.
func (g *Grid) MouseUp(*desktop.MouseEvent) { g.drag = dragState{} }

// DragEnd ends a drag.
func (g *Grid) DragEnd() { g.drag = dragState{} }

// Dragged extends the selection from where the button went down, or moves a
// scroll bar's thumb.
func (g *Grid) Dragged(ev *fyne.DragEvent) {
	switch g.drag.zone {
	case zoneBarV, zoneBarH:
		g.dragBar(ev.Position)
	case zoneCells, zoneColumns, zoneRows:
		to := g.cellUnder(ev.Position)
		g.selectTo(g.drag.zone, g.sel.anchor, to)
		g.scrollTowards(to)
	}
}

// scrollTowards follows a drag of whole columns or rows past the border.
func (g *Grid) scrollTowards(to place) {
	visible, ok := g.geo.visible(g.scroll)
	if !ok {
		return
	}
	switch g.drag.zone {
	case zoneColumns:
		g.reveal(place{visible.Top + 1, to.col})
	case zoneRows:
		g.reveal(place{to.row, visible.Left})
	}
}

// DoubleTapped edits the cell under the pointer.
func (g *Grid) DoubleTapped(ev *fyne.PointEvent) {
	if g.zoneAt(ev.Position) != zoneCells || !g.FinishEdit() {
		return
	}
	g.requestFocus()
	g.Select(g.cellUnder(ev.Position).row, g.cellUnder(ev.Position).col)
	g.openEditor(Editing, "")
}

// catchBar takes hold of a thumb; a click beside it pages.
func (g *Grid) catchBar(z zone, pos fyne.Position) {
	b, along := g.barV(), pos.Y
	if z == zoneBarH {
		b, along = g.barH(), pos.X
	}
	grip := along - b.start - b.offset
	page := b.length - g.geo.rowH
	switch {
	case grip < 0:
		page = -page
	case grip <= b.thumb:
		g.drag = dragState{z, grip}
		return
	}
	if z == zoneBarH {
		g.scrollTo(g.scroll.AddXY(page, 0))
	} else {
		g.scrollTo(g.scroll.AddXY(0, page))
	}
}

func (g *Grid) dragBar(pos fyne.Position) {
	to := g.scroll
	if g.drag.zone == zoneBarV {
		b := g.barV()
		to.Y = b.scrollAt(pos.Y-b.start-g.drag.grip, g.geo.content().Height)
	} else {
		b := g.barH()
		to.X = b.scrollAt(pos.X-b.start-g.drag.grip, g.geo.content().Width)
	}
	g.scrollTo(to)
}

// MouseIn follows the pointer.
func (g *Grid) MouseIn(ev *desktop.MouseEvent) { g.MouseMoved(ev) }

// MouseMoved darkens the scroll bar under the pointer.
func (g *Grid) MouseMoved(ev *desktop.MouseEvent) { g.hoverOver(g.zoneAt(ev.Position)) }

// MouseOut leaves the scroll bars pale.
func (g *Grid) MouseOut() { g.hoverOver(zoneNone) }

func (g *Grid) hoverOver(z zone) {
	if z != zoneBarV && z != zoneBarH {
		z = zoneNone
	}
	if z == g.hover {
		return
	}
	g.hover = z
	if g.paint != nil {
		g.paint.bars()
	}
}
