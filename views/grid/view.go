package grid

import (
	"slices"

	"fyne.io/fyne/v2"
)

// view is which of the source's rows and columns stand on the screen, in which
// order. Inside the grid a place is a position on the screen; the source and
// the host only ever hear of the source's own rows and columns.
type view struct {
	rows, cols []int // source indices; nil: all of them, in the source's order
}

func (v view) row(i int) int { return indexIn(v.rows, i) }
func (v view) col(i int) int { return indexIn(v.cols, i) }

func indexIn(shown []int, i int) int {
	if shown == nil || i < 0 || i >= len(shown) {
		return i
	}
	return shown[i]
}

// place is where a place on the screen lies in the source.
func (v view) place(p place) place { return place{v.row(p.row), v.col(p.col)} }

// find is where a place of the source stands on the screen, and whether it does.
func (v view) find(p place) (place, bool) {
	row, col := p.row, p.col
	if v.rows != nil {
		row = slices.Index(v.rows, p.row)
	}
	if v.cols != nil {
		col = slices.Index(v.cols, p.col)
	}
	return place{row, col}, row >= 0 && col >= 0
}

// nearest is find, or else the place that stands next after p in the source.
func (v view) nearest(p place) place {
	return place{nearestIn(v.rows, p.row), nearestIn(v.cols, p.col)}
}

func nearestIn(shown []int, at int) int {
	if shown == nil {
		return at
	}
	best := -1
	for i, s := range shown {
		if s == at {
			return i
		}
		if s > at && (best < 0 || s < shown[best]) {
			best = i
		}
	}
	if best < 0 {
		return len(shown) - 1
	}
	return best
}

// cell is what stands at a place on the screen: the text that the source
// refused, where there is one, else the source's.
func (g *Grid) cell(row, col int) Cell {
	p := g.view.place(place{row, col})
	c := g.source.Cell(p.row, p.col)
	if len(g.failed) > 0 {
		if f, ok := g.failed[p]; ok {
			return f.over(c)
		}
	}
	return c
}

// toSource turns edits of places on the screen into the source's.
func (g *Grid) toSource(edits []Edit) []Edit {
	for i, e := range edits {
		p := g.view.place(place{e.Row, e.Col})
		edits[i].Row, edits[i].Col = p.row, p.col
	}
	return edits
}

// keepPlaces runs a change of the view and keeps selection, run of Tabs and
// editor on the same cells of the source, as far as they still show.
func (g *Grid) keepPlaces(change func()) {
	was := g.view
	change()
	if slices.Equal(was.rows, g.view.rows) && slices.Equal(was.cols, g.view.cols) &&
		(was.rows == nil) == (g.view.rows == nil) && (was.cols == nil) == (g.view.cols == nil) {
		return
	}
	move := func(p place) place { return g.view.nearest(was.place(p)) }
	anchor, extent := move(g.sel.anchor), move(g.sel.extent)
	if slices.Equal(was.rows, g.view.rows) || g.sel.tall || g.sel.area().Rows() == 1 {
		g.sel.anchor, g.sel.extent = anchor, extent
	} else {
		// Other rows have come between: a block of cells is a block no more.
		g.sel.anchor, g.sel.extent = anchor, place{anchor.row, extent.col}
	}
	if g.edit != nil {
		g.edit.at = move(g.edit.at)
	}
	if g.run.on {
		g.run.col = move(place{0, g.run.col}).col
	}
}

// SourceRow is the source's row that stands in a row of the screen.
func (g *Grid) SourceRow(visible int) int { return g.view.row(visible) }

// SourceColumn is the source's column that stands in a column of the screen.
func (g *Grid) SourceColumn(visible int) int { return g.view.col(visible) }

// EachSelected names every selected cell by its row and column in the source,
// in the order of the screen.
func (g *Grid) EachSelected(do func(row, col int)) {
	area := g.Selection()
	for row := area.Top; row <= area.Bottom; row++ {
		for col := area.Left; col <= area.Right; col++ {
			do(g.view.row(row), g.view.col(col))
		}
	}
}

// boxOnScreen is a cell in the coordinates of the widget.
func (g *Grid) boxOnScreen(p place) (fyne.Position, fyne.Size) {
	pos, size := g.geo.cell(p)
	return pos.Subtract(g.scroll).AddXY(g.geo.frozenW(), g.geo.headerH()), size
}
