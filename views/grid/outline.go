package grid

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// selectionMarks show the selection: a light fill and one outline, a stronger
// border around the active cell, and its rows and columns in the headers.
type selectionMarks struct {
	fill, outline, active *canvas.Rectangle
	rows, columns         *canvas.Rectangle
	handle                *canvas.Rectangle // the corner that fills
	filling               *canvas.Rectangle // what letting go of it would fill
}

func newSelectionMarks() selectionMarks {
	return selectionMarks{
		fill: &canvas.Rectangle{}, outline: &canvas.Rectangle{FillColor: color.Transparent, StrokeWidth: 1},
		active: &canvas.Rectangle{FillColor: color.Transparent, StrokeWidth: 2},
		rows:   &canvas.Rectangle{}, columns: &canvas.Rectangle{},
		handle:  &canvas.Rectangle{StrokeWidth: 1},
		filling: &canvas.Rectangle{FillColor: color.Transparent, StrokeWidth: 2},
	}
}

// selection places the marks in the panes' own coordinates.
func (r *renderer) selection() {
	g, m := r.grid, &r.sel
	has := g.hasCells()
	for _, rect := range []*canvas.Rectangle{m.fill, m.outline, m.active, m.rows, m.columns} {
		show(rect, has)
	}
	r.handle(has)
	if !has {
		return
	}
	area := g.area()
	show(m.fill, area.Cells() > 1)
	show(m.outline, area.Cells() > 1)
	pos, size := r.onScreen(area)
	lay(m.fill, pos, size)
	layAround(m.outline, pos, size)
	lay(m.rows, fyne.NewPos(0, pos.Y), fyne.NewSize(g.geo.frozenW(), size.Height))
	top := g.geo.captionH
	lay(m.columns, fyne.NewPos(pos.X, top), fyne.NewSize(size.Width, g.geo.titleH))

	pos, size = r.onScreen(at(g.sel.anchor).area())
	layAround(m.active, pos, size)

	stroke := g.look.idle
	if g.focused {
		stroke = g.look.accent
	}
	paintStroke(m.outline, stroke)
	paintStroke(m.active, stroke)
	paintFill(m.fill, g.look.selected)
	paintFill(m.rows, g.look.headSelected)
	paintFill(m.columns, g.look.headSelected)
	r.dirty()
}

// handle places the corner that fills, and the outline of what it would fill.
func (r *renderer) handle(has bool) {
	g, m := r.grid, &r.sel
	filling := has && g.drag.zone == zoneHandle && g.drag.moved
	show(m.filling, filling)
	if filling {
		pos, size := r.onScreen(g.drag.fill)
		layAround(m.filling, pos, size)
		paintStroke(m.filling, g.look.sign)
	}
	has = has && g.focused && g.hasHandle()
	show(m.handle, has)
	if has {
		lay(m.handle, g.handleAt().SubtractXY(handleSize/2, handleSize/2), fyne.NewSquareSize(handleSize))
		paintFill(m.handle, g.look.accent)
		paintStroke(m.handle, g.look.back)
	}
}

// onScreen is a range's box in the body pane, cut off a little outside of it:
// no painter should be asked for a rectangle of a hundred thousand pixels.
func (r *renderer) onScreen(area Range) (fyne.Position, fyne.Size) {
	const margin = 8
	g := r.grid
	pos, size := g.geo.box(area)
	body := g.geo.body()
	cut := func(v, view float32) float32 { return max(-margin, min(v, view+margin)) }
	x1, x2 := cut(pos.X-g.scroll.X, body.Width), cut(pos.X+size.Width-g.scroll.X, body.Width)
	y1, y2 := cut(pos.Y-g.scroll.Y, body.Height), cut(pos.Y+size.Height-g.scroll.Y, body.Height)
	return fyne.NewPos(x1, y1), fyne.NewSize(x2-x1, y2-y1)
}

// layAround places an outline on the rules around cells. In the first row and
// column there is no rule, and what lies outside of the pane would be cut off.
func layAround(r *canvas.Rectangle, pos fyne.Position, size fyne.Size) {
	from := pos.SubtractXY(1, 1)
	if from.X == -1 {
		from.X = 0
	}
	if from.Y == -1 {
		from.Y = 0
	}
	lay(r, from, fyne.NewSize(pos.X+size.Width-from.X, pos.Y+size.Height-from.Y))
}

func paintStroke(r *canvas.Rectangle, stroke color.NRGBA) {
	if r.StrokeColor != stroke {
		r.StrokeColor = stroke
		r.Refresh()
	}
}
