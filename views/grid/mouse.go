package grid

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// dragState is what a held button does: zone says which kind of drag.
type dragState struct {
	hit
	grip  float32 // where a scroll bar's thumb or a header's border was caught
	width float32 // of the column whose border is dragged
	moved bool
	fill  Range // what letting go of the handle would fill, with what it is filled from
}

// MouseDown selects, and commits an open editor before.
func (g *Grid) MouseDown(ev *desktop.MouseEvent) {
	g.requestFocus()
	g.hideNote()
	h := g.hitAt(ev.Position)
	g.drag = dragState{}
	if h.zone == zoneBarV || h.zone == zoneBarH {
		g.catchBar(h.zone, ev.Position)
		return
	}
	if h.zone == zoneNone || !g.leaveEdit() {
		return
	}
	g.run = tabRun{}
	if ev.Button == desktop.MouseButtonSecondary {
		g.secondary(h, ev)
		return
	}
	g.drag.hit = h
	switch h.zone {
	case zoneEdge:
		g.catchEdge(h, ev.Position)
	case zoneSign: // its menu opens when the button is let go
	case zoneHandle:
		g.drag.fill = g.area()
	default:
		g.press(h, ev)
	}
}

// press begins a selection, or with Shift goes on with one.
func (g *Grid) press(h hit, ev *desktop.MouseEvent) {
	if !g.hasCells() {
		return
	}
	p := g.cellUnder(ev.Position)
	if h.zone == zoneColumns && ev.Position.Y < g.geo.captionH {
		if gr := g.columnGroup(p.col, ev.Position.Y); gr.caption != "" {
			g.choose(selection{anchor: place{g.firstRow(), gr.from}, extent: place{g.firstRow(), gr.to}, tall: true})
			g.drag = dragState{}
			return
		}
	}
	if (ev.Modifier|g.Modifiers())&fyne.KeyModifierShift != 0 {
		g.selectTo(h.zone, g.sel.anchor, p)
		return
	}
	from := p
	switch h.zone {
	case zoneColumns, zoneCorner:
		from.row = g.firstRow()
	}
	switch h.zone {
	case zoneRows, zoneCorner:
		from.col = g.firstCol()
	}
	g.selectTo(h.zone, from, p)
}

// firstRow is the first row that shows as a whole: the active cell of a column
// that is selected by its header should be in sight.
func (g *Grid) firstRow() int {
	row := int(g.scroll.Y / g.geo.rowH)
	if float32(row)*g.geo.rowH < g.scroll.Y {
		row++
	}
	return bound(row, g.geo.rows)
}

func (g *Grid) firstCol() int {
	col := columnAt(g.geo.colX, g.scroll.X)
	if g.geo.colX[col] < g.scroll.X {
		col++
	}
	return bound(col, g.geo.cols())
}

// selectTo selects cells, whole columns, whole rows or everything.
func (g *Grid) selectTo(z zone, from, to place) {
	switch z {
	case zoneCells:
		g.choose(span(from, to))
	case zoneColumns:
		g.choose(selection{anchor: from, extent: place{from.row, to.col}, tall: true})
	case zoneRows:
		g.choose(selection{anchor: from, extent: place{to.row, from.col}, wide: true})
	case zoneCorner:
		g.choose(selection{anchor: from, extent: from, tall: true, wide: true})
	}
	if z == zoneCells {
		g.reveal(to)
	}
}

// MouseUp ends what MouseDown began.
func (g *Grid) MouseUp(ev *desktop.MouseEvent) {
	click, is := g.clicked(ev)
	g.letGo()
	if is {
		g.OnClick(click)
	}
}

// DragEnd ends a drag.
func (g *Grid) DragEnd() { g.letGo() }

// letGo is called by both MouseUp and DragEnd; the second finds nothing to do.
func (g *Grid) letGo() {
	d := g.drag
	g.drag = dragState{}
	switch {
	case d.zone == zoneEdge && d.moved:
		if g.OnColumnWidth != nil {
			key := g.header(d.hit).id()
			g.OnColumnWidth(key, g.widths[key])
		}
	case d.zone == zoneHandle && d.moved:
		g.fillTo(d.fill)
	case d.zone == zoneSign:
		// After the event: the driver takes the keyboard from what has it, and
		// is not under the pointer, at the end of each press and release.
		fyne.Do(func() { g.openMenu(d.hit) })
	}
}

// Dragged extends the selection from where the button went down, moves a scroll
// bar's thumb or a header's border, or says how far to fill.
func (g *Grid) Dragged(ev *fyne.DragEvent) {
	switch g.drag.zone {
	case zoneBarV, zoneBarH:
		g.dragBar(ev.Position)
	case zoneEdge:
		g.dragEdge(ev.Position)
	case zoneHandle:
		g.dragHandle(ev.Position)
	case zoneCells, zoneColumns, zoneRows:
		if g.hasCells() {
			g.selectTo(g.drag.zone, g.sel.anchor, g.cellUnder(ev.Position))
			g.revealExtent()
		}
	}
}

// DoubleTapped edits the cell under the pointer; on a header's border it fits
// the column, on the handle it fills down beside what stands there.
func (g *Grid) DoubleTapped(ev *fyne.PointEvent) {
	h := g.hitAt(ev.Position)
	switch h.zone {
	case zoneEdge:
		g.FitColumn(g.header(h).id())
	case zoneHandle:
		if g.leaveEdit() {
			g.fillDownBeside()
		}
	case zoneCells:
		if !g.leaveEdit() {
			return
		}
		g.requestFocus()
		g.run = tabRun{}
		g.goTo(g.cellUnder(ev.Position))
		g.openEditor(Editing, "")
	}
}
