package grid

// Range is a rectangle of cells; all four borders belong to it.
type Range struct{ Top, Left, Bottom, Right int }

// Rows is the number of rows in the range.
func (r Range) Rows() int { return r.Bottom - r.Top + 1 }

// Cols is the number of columns in the range.
func (r Range) Cols() int { return r.Right - r.Left + 1 }

// Cells is the number of cells in the range.
func (r Range) Cells() int { return r.Rows() * r.Cols() }

// Contains reports whether the cell lies in the range.
func (r Range) Contains(row, col int) bool {
	return row >= r.Top && row <= r.Bottom && col >= r.Left && col <= r.Right
}

// place is one cell's position.
type place struct{ row, col int }

// selection is a rectangle between two corners; the anchor is the active cell.
// A tall one takes whole columns, a wide one whole rows: the active cell then
// stays where it was, and need be no corner.
type selection struct {
	anchor, extent place
	tall, wide     bool
}

func at(p place) selection { return span(p, p) }

func span(anchor, extent place) selection { return selection{anchor: anchor, extent: extent} }

// within is the selected area in a grid of rows × cols cells.
func (s selection) within(rows, cols int) Range {
	r := s.area()
	if s.tall {
		r.Top, r.Bottom = 0, rows-1
	}
	if s.wide {
		r.Left, r.Right = 0, cols-1
	}
	return r
}

// area is the rectangle of the two corners, in order.
func (s selection) area() Range {
	return Range{
		Top: min(s.anchor.row, s.extent.row), Left: min(s.anchor.col, s.extent.col),
		Bottom: max(s.anchor.row, s.extent.row), Right: max(s.anchor.col, s.extent.col),
	}
}

func (s selection) clamp(rows, cols int) selection {
	s.anchor, s.extent = s.anchor.clamp(rows, cols), s.extent.clamp(rows, cols)
	return s
}

func (p place) clamp(rows, cols int) place {
	return place{bound(p.row, rows), bound(p.col, cols)}
}

// bound keeps i inside 0..n-1; of nothing it gives 0.
func bound(i, n int) int { return max(0, min(i, n-1)) }

// step walks one cell to the right (+1) or left (-1), wrapping to the next or
// previous row. skip names columns to pass over; the ends of the grid hold.
func step(p place, dir, rows, cols int, skip func(col int) bool) place {
	q := p
	for range rows * cols {
		q.col += dir
		switch {
		case q.col >= cols:
			q = place{q.row + 1, 0}
		case q.col < 0:
			q = place{q.row - 1, cols - 1}
		}
		if q.row < 0 || q.row >= rows {
			return p
		}
		if !skip(q.col) {
			return q
		}
	}
	return p
}

// edge finds where Ctrl+arrow ends on a line of n cells: the last cell of the
// filled run ahead, else the next filled cell, else the end of the line.
func edge(n, from, dir int, filled func(int) bool) int {
	inside := func(i int) bool { return i >= 0 && i < n }
	i := from + dir
	if !inside(i) {
		return from
	}
	if filled(from) && filled(i) {
		for inside(i+dir) && filled(i+dir) {
			i += dir
		}
		return i
	}
	for inside(i+dir) && !filled(i) {
		i += dir
	}
	return i
}
