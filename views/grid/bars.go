package grid

import (
	"image/color"

	"fyne.io/fyne/v2"
)

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
		g.drag = dragState{hit: hit{zone: z}, grip: grip}
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

// catchEdge takes hold of the border after a column's header.
func (g *Grid) catchEdge(h hit, pos fyne.Position) {
	g.drag.grip, g.drag.width = pos.X, g.ColumnWidth(g.header(h).id())
}

// dragEdge makes the column as wide as the pointer says, while it moves.
func (g *Grid) dragEdge(pos fyne.Position) {
	width := max(minColumn, g.drag.width+pos.X-g.drag.grip)
	if g.drag.frozen {
		// What is frozen must leave room for cells.
		width = min(width, max(minColumn, g.geo.size.Width*0.6))
	}
	g.drag.moved = true
	g.setWidth(g.header(g.drag.hit).id(), float32(int(width+0.5)))
}

// bars places the scroll bars' thumbs.
func (r *renderer) bars() {
	g := r.grid
	const thick, gap float32 = 7, 3
	v, h := g.barV(), g.barH()
	lay(r.thumbV, fyne.NewPos(g.geo.size.Width-barBand+gap, v.start+v.offset), fyne.NewSize(thick, v.thumb))
	lay(r.thumbH, fyne.NewPos(h.start+h.offset, g.geo.size.Height-barBand+gap), fyne.NewSize(h.thumb, thick))
	show(r.thumbV, g.geo.showBarV)
	show(r.thumbH, g.geo.showBarH)
	paintFill(r.thumbV, r.barColor(zoneBarV))
	paintFill(r.thumbH, r.barColor(zoneBarH))
}

func (r *renderer) barColor(z zone) color.NRGBA {
	if r.grid.hover.zone == z {
		return r.grid.look.thumbHover
	}
	return r.grid.look.thumb
}
