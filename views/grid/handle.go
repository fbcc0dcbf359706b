package grid

import "fyne.io/fyne/v2"

const (
	// handleSize is the side of the square at the selection's corner; handleReach
	// is how far around its middle the pointer takes it.
	handleSize  float32 = 7
	handleReach float32 = 6
)

// hasHandle reports whether the selection can be filled from.
func (g *Grid) hasHandle() bool {
	if !g.hasCells() || g.edit != nil {
		return false
	}
	area := g.area()
	for col := area.Left; col <= area.Right; col++ {
		if !g.columns[col].ReadOnly {
			return true
		}
	}
	return false
}

// handleAt is the middle of the handle in the body's coordinates.
func (g *Grid) handleAt() fyne.Position {
	area := g.area()
	x, y := g.geo.colX[area.Right+1], float32(area.Bottom+1)*g.geo.rowH
	return fyne.NewPos(x, y).Subtract(g.scroll).SubtractXY(1, 1)
}

func (g *Grid) onHandle(pos fyne.Position) bool {
	if !g.hasHandle() {
		return false
	}
	h := g.handleAt().AddXY(g.geo.frozenW(), g.geo.headerH())
	return abs(pos.X-h.X) <= handleReach && abs(pos.Y-h.Y) <= handleReach
}

// dragHandle says how far to fill: along the axis on which the pointer is
// farther outside of the selection.
func (g *Grid) dragHandle(pos fyne.Position) {
	area, p := g.area(), g.cellUnder(pos)
	down, across := beyond(p.row, area.Top, area.Bottom), beyond(p.col, area.Left, area.Right)
	fill := area
	switch {
	case down == 0 && across == 0:
	case float32(max(down, -down))*g.geo.rowH >= abs(g.stretch(p.col, area)):
		fill.Top, fill.Bottom = min(area.Top, p.row), max(area.Bottom, p.row)
	default:
		fill.Left, fill.Right = min(area.Left, p.col), max(area.Right, p.col)
	}
	g.drag.fill, g.drag.moved = fill, true
	g.reveal(p)
	g.repaintSelection()
}

// beyond is how far i lies outside of from..to; 0 inside.
func beyond(i, from, to int) int {
	switch {
	case i < from:
		return i - from
	case i > to:
		return i - to
	}
	return 0
}

// stretch is how much room the columns between a range and col take.
func (g *Grid) stretch(col int, area Range) float32 {
	switch {
	case col < area.Left:
		return g.geo.colX[area.Left] - g.geo.colX[col]
	case col > area.Right:
		return g.geo.colX[col+1] - g.geo.colX[area.Right+1]
	}
	return 0
}

// fillTo repeats the selection over what the handle was dragged to, as one
// step, and selects all of it.
func (g *Grid) fillTo(whole Range) {
	area := g.area()
	defer g.repaintSelection()
	if whole == area {
		return
	}
	if !g.fill(rest(whole, area), func(row, col int) string {
		return g.value(area.Top+wrap(row-area.Top, area.Rows()), area.Left+wrap(col-area.Left, area.Cols()))
	}) {
		return
	}
	sel := span(place{whole.Top, whole.Left}, place{whole.Bottom, whole.Right})
	sel.tall, sel.wide = g.sel.tall, g.sel.wide
	g.choose(sel)
}

// rest is what whole has beyond area, which it extends in one direction.
func rest(whole, area Range) Range {
	switch {
	case whole.Bottom > area.Bottom:
		return Range{area.Bottom + 1, area.Left, whole.Bottom, area.Right}
	case whole.Top < area.Top:
		return Range{whole.Top, area.Left, area.Top - 1, area.Right}
	case whole.Right > area.Right:
		return Range{area.Top, area.Right + 1, area.Bottom, whole.Right}
	}
	return Range{area.Top, whole.Left, area.Bottom, area.Left - 1}
}

// wrap is i modulo n, never negative.
func wrap(i, n int) int { return ((i % n) + n) % n }

// fillDownBeside fills down as far as the column on the left, or else on the
// right, goes on without a gap. It stops before a row that already holds
// something: a double click should not write over what nobody looked at.
func (g *Grid) fillDownBeside() {
	area := g.area()
	filled := func(row, col int) bool {
		c := g.cell(row, col)
		return c.Text != "" || c.EditText != ""
	}
	taken := func(row int) bool {
		for col := area.Left; col <= area.Right; col++ {
			if filled(row, col) && !g.columns[col].ReadOnly {
				return true
			}
		}
		return false
	}
	for _, beside := range []int{area.Left - 1, area.Right + 1} {
		if beside < 0 || beside >= g.geo.cols() {
			continue
		}
		end := area.Bottom
		for end+1 < g.geo.rows && filled(end+1, beside) && !taken(end+1) {
			end++
		}
		if end > area.Bottom {
			area.Bottom = end
			g.fillTo(area)
			return
		}
	}
}
