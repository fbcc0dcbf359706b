package grid

import "fyne.io/fyne/v2"

// minThumb keeps a scroll bar's thumb large enough to be caught.
const minThumb float32 = 28

// Scrolled moves the cells, wherever over the grid the wheel turns. Shift turns
// a plain wheel sideways.
func (g *Grid) Scrolled(ev *fyne.ScrollEvent) {
	dx, dy := ev.Scrolled.DX, ev.Scrolled.DY
	if dx == 0 && g.Modifiers()&fyne.KeyModifierShift != 0 {
		dx, dy = dy, 0
	}
	g.scrollTo(g.scroll.SubtractXY(dx, dy))
}

// scrollTo sets the scroll offset as far as there is anything to show.
func (g *Grid) scrollTo(pos fyne.Position) {
	pos = g.clampScroll(pos)
	if pos == g.scroll {
		return
	}
	g.scroll = pos
	g.hideNote()
	if g.paint != nil {
		g.paint.scrolled()
	}
}

func (g *Grid) clampScroll(pos fyne.Position) fyne.Position {
	limit := g.geo.maxScroll()
	return fyne.NewPos(max(0, min(pos.X, limit.X)), max(0, min(pos.Y, limit.Y)))
}

// reveal scrolls as little as needed to show a whole cell; a grid that has no
// size yet does so when it gets one.
func (g *Grid) reveal(p place) { g.revealAlong(p, true, true) }

// revealExtent shows where the selection ends; whole columns do not scroll
// down, nor whole rows sideways.
func (g *Grid) revealExtent() { g.revealAlong(g.sel.extent, !g.sel.tall, !g.sel.wide) }

func (g *Grid) revealAlong(p place, down, across bool) {
	if !g.hasCells() {
		return
	}
	pos, size := g.geo.cell(p.clamp(g.geo.rows, g.geo.cols()))
	body := g.geo.body()
	if body.Width <= 0 || body.Height <= 0 {
		g.awaited = &p
		return
	}
	g.awaited = nil
	to := g.scroll
	if across {
		to.X = nearest(to.X, pos.X, size.Width, body.Width)
	}
	if down {
		to.Y = nearest(to.Y, pos.Y, size.Height, body.Height)
	}
	g.scrollTo(to)
}

// nearest is the offset closest to now that shows from..from+length in a view;
// what is longer than the view shows its beginning.
func nearest(now, from, length, view float32) float32 {
	if from < now || length > view {
		return from
	}
	return max(now, from+length-view)
}

// bar is a scroll bar's track and thumb along its axis.
type bar struct{ start, length, thumb, offset float32 }

// barV is the vertical bar.
func (g *Grid) barV() bar {
	return newBar(g.geo.headerH(), g.geo.body().Height, g.geo.content().Height, g.scroll.Y)
}

// barH is the horizontal bar.
func (g *Grid) barH() bar {
	return newBar(g.geo.frozenW(), g.geo.body().Width, g.geo.content().Width, g.scroll.X)
}

func newBar(start, view, content, scroll float32) bar {
	b := bar{start: start, length: view, thumb: view}
	if content > view {
		b.thumb = min(view, max(minThumb, view*view/content))
		b.offset = (view - b.thumb) * scroll / (content - view)
	}
	return b
}

// scrollAt is the scroll offset for a thumb at offset.
func (b bar) scrollAt(offset, content float32) float32 {
	if b.length <= b.thumb {
		return 0
	}
	return offset / (b.length - b.thumb) * (content - b.length)
}
