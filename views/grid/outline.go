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
}

func newSelectionMarks() selectionMarks {
	return selectionMarks{
		fill: &canvas.Rectangle{}, outline: &canvas.Rectangle{FillColor: color.Transparent, StrokeWidth: 1},
		active: &canvas.Rectangle{FillColor: color.Transparent, StrokeWidth: 2},
		rows:   &canvas.Rectangle{}, columns: &canvas.Rectangle{},
	}
}

// selection places the marks in the panes' own coordinates.
func (r *renderer) selection() {
	g, m := r.grid, &r.sel
	has := g.hasCells()
	for _, rect := range []*canvas.Rectangle{m.fill, m.outline, m.active, m.rows, m.columns} {
		show(rect, has)
	}
	if !has {
		return
	}
	area := g.sel.area()
	show(m.fill, area.Cells() > 1)
	show(m.outline, area.Cells() > 1)
	pos, size := r.onScreen(area)
	lay(m.fill, pos, size)
	lay(m.outline, pos.SubtractXY(1, 1), size.AddWidthHeight(1, 1))
	lay(m.rows, fyne.NewPos(0, pos.Y), fyne.NewSize(g.geo.frozenW(), size.Height))
	top := g.geo.captionH
	lay(m.columns, fyne.NewPos(pos.X, top), fyne.NewSize(size.Width, g.geo.titleH))

	pos, size = r.onScreen(at(g.sel.anchor).area())
	lay(m.active, pos.SubtractXY(1, 1), size.AddWidthHeight(1, 1))

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

func paintStroke(r *canvas.Rectangle, stroke color.NRGBA) {
	if r.StrokeColor != stroke {
		r.StrokeColor = stroke
		r.Refresh()
	}
}
