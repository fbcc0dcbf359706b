package workbook

import (
	"cmp"
	"slices"

	"yueping/models/fault"
)

// grid builds a sheet row by row, within the bounds of what is read.
type grid struct {
	sheet ReadSheet
	left  *int // cells that the file may still hold
}

func newGrid(name string, left *int) grid {
	return grid{sheet: ReadSheet{Name: name, HiddenRows: map[int]bool{}, HiddenColumns: map[int]bool{}}, left: left}
}

func (g *grid) tooMany() error {
	return fault.New("workbook.too_many_cells", "sheet", cmp.Or(g.sheet.Name, numbered(1)), "rows", maxRows, "columns", maxColumns)
}

// take counts cells: workbook.too_many_cells.
func (g *grid) take(cells int) error {
	if *g.left -= cells; *g.left < 0 {
		return g.tooMany()
	}
	return nil
}

// add puts a copy of a row beneath the others, without the blank cells at its end, and gives each cell
// its place.
func (g *grid) add(row []ReadCell) error {
	for len(row) > 0 && row[len(row)-1].empty() {
		row = row[:len(row)-1]
	}
	if len(g.sheet.Rows) >= maxRows || len(row) > maxColumns {
		return g.tooMany()
	}
	row = slices.Clone(row)
	g.sheet.Rows = append(g.sheet.Rows, row)
	g.number(len(g.sheet.Rows))
	return g.take(len(row))
}

// number tells the cells of a row where they stand.
func (g *grid) number(row int) {
	cells := g.sheet.Rows[row-1]
	for i := range cells {
		cells[i].Column, cells[i].Row = int32(i+1), int32(row)
	}
}

// merge notes an area of more than one cell.
func (g *grid) merge(a Area) error {
	if a.Left == a.Right && a.Top == a.Bottom {
		return nil
	}
	if len(g.sheet.Merges) >= maxMerges {
		return g.tooMany()
	}
	g.sheet.Merges = append(g.sheet.Merges, a)
	return nil
}

// head puts lines above all rows, each into a row of its own.
func (g *grid) head(lines []string) error {
	count := len(lines)
	if count == 0 {
		return nil
	}
	if len(g.sheet.Rows)+count > maxRows {
		return g.tooMany()
	}
	rows := make([][]ReadCell, count, count+len(g.sheet.Rows))
	for i, line := range lines {
		rows[i] = []ReadCell{{Text: line}}
	}
	g.sheet.Rows = append(rows, g.sheet.Rows...)
	for row := range g.sheet.Rows {
		g.number(row + 1)
	}
	for i := range g.sheet.Merges {
		g.sheet.Merges[i].Top += count
		g.sheet.Merges[i].Bottom += count
	}
	hidden := map[int]bool{}
	for row := range g.sheet.HiddenRows {
		hidden[row+count] = true
	}
	g.sheet.HiddenRows = hidden
	return nil
}

// done gives the sheet without blank rows at its end.
func (g *grid) done() (ReadSheet, error) {
	g.clip()
	err := g.sheet.spread(g.left)
	return g.sheet, err
}

// clip cuts blank rows off at the end, and merges where the cells end.
func (g *grid) clip() {
	s := &g.sheet
	for len(s.Rows) > 0 && !slices.ContainsFunc(s.Rows[len(s.Rows)-1], func(c ReadCell) bool { return !c.empty() }) {
		s.Rows = s.Rows[:len(s.Rows)-1]
	}
	width := 0
	for _, row := range s.Rows {
		width = max(width, len(row))
	}
	kept := s.Merges[:0]
	for _, a := range s.Merges {
		a.Right, a.Bottom = min(a.Right, max(width, a.Left)), min(a.Bottom, max(len(s.Rows), a.Top))
		if a.Top <= len(s.Rows) && (a.Right > a.Left || a.Bottom > a.Top) {
			kept = append(kept, a)
		}
	}
	s.Merges = kept
}

// empty reports that nothing at all is in the cell, not even spaces.
func (c ReadCell) empty() bool { return c.Text == "" && c.Number == nil && c.Fault == nil }

// take puts a grid's sheet among those that one sees, or the others.
func (r *Read) take(g *grid, hidden bool) error {
	s, err := g.done()
	r.put(s, hidden)
	return err
}

// put takes a sheet in, among those that one sees or the others.
func (r *Read) put(s ReadSheet, hidden bool) {
	if hidden {
		r.Hidden = append(r.Hidden, s)
		return
	}
	r.Sheets = append(r.Sheets, s)
}
