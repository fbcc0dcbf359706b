package intake

import (
	"strings"

	"yueping/app/workbook"
)

// head is what a header says of a column: its lowest cell with content, and the captions above that.
type head struct {
	cell *workbook.ReadCell
	over []caption // the outermost first
}

// caption is a cell over the headers of one column or, wide, of several.
type caption struct {
	cell *workbook.ReadCell
	wide bool
}

// text is the header as it stands there, captions first.
func (h head) text() string {
	var parts []string
	for _, c := range h.over {
		parts = append(parts, strings.TrimSpace(c.cell.Shown()))
	}
	return strings.TrimSpace(strings.Join(append(parts, strings.TrimSpace(h.cell.Shown())), " "))
}

// block is a few rows of a sheet in which every cell that another one covers shows that other.
type block [][]*workbook.ReadCell

// newBlock reads rows top to bottom, counted from 1. A blank cell beside a caption belongs to it where
// there is something beneath both, as forms without merged cells have it.
func newBlock(sheet *workbook.ReadSheet, top, bottom int) block {
	width := 0
	for row := top; row <= bottom; row++ {
		width = max(width, contentWidth(rowAt(sheet, row)))
	}
	b := make(block, bottom-top+1)
	for i := range b {
		b[i] = make([]*workbook.ReadCell, width)
		cells := rowAt(sheet, top+i)
		for c := range b[i] {
			if c < len(cells) {
				b[i][c] = &cells[c]
			} else {
				b[i][c] = blankCell(c+1, top+i)
			}
		}
	}
	merged := b.merge(sheet.Merges, top)
	for i := len(b) - 2; i >= 0; i-- {
		for c := 1; c < width; c++ {
			left := b[i][c-1]
			if b[i][c].Blank() && !left.Blank() && !merged[left] && !b[i+1][c].Blank() && !b[i+1][c-1].Blank() {
				b[i][c] = left
			}
		}
	}
	return b
}

// merge shows the top left cell of every merged area in all of its cells, and gives those cells.
func (b block) merge(areas []workbook.Area, top int) map[*workbook.ReadCell]bool {
	merged := map[*workbook.ReadCell]bool{}
	for _, a := range areas {
		if a.Top < top || a.Top >= top+len(b) || a.Left < 1 || a.Left > len(b[0]) {
			continue
		}
		first := b[a.Top-top][a.Left-1]
		merged[first] = true
		for row := a.Top - top; row <= min(a.Bottom-top, len(b)-1); row++ {
			for c := a.Left - 1; c < min(a.Right, len(b[row])); c++ {
				b[row][c] = first
			}
		}
	}
	return merged
}

// heads gives the header of every column of a block.
func (b block) heads() []head {
	if len(b) == 0 {
		return nil
	}
	result := make([]head, len(b[0]))
	for c := range result {
		h := &result[c]
		for i := range b {
			cell := b[i][c]
			switch {
			case h.cell == nil || h.cell.Blank():
				h.cell = cell
			case !cell.Blank() && cell != h.cell:
				h.over = append(h.over, caption{h.cell, b.wide(i-1, c, h.cell)})
				h.cell = cell
			}
		}
	}
	return result
}

// wide reports whether a caption that stands over a column in a row stands over its neighbour as well.
func (b block) wide(row, c int, cell *workbook.ReadCell) bool {
	for ; row >= 0; row-- {
		if c > 0 && b[row][c-1] == cell || c+1 < len(b[row]) && b[row][c+1] == cell {
			return true
		}
	}
	return false
}

func blankCell(column, row int) *workbook.ReadCell {
	return &workbook.ReadCell{Column: int32(column), Row: int32(row)}
}

func rowAt(sheet *workbook.ReadSheet, row int) []workbook.ReadCell {
	if row < 1 || row > len(sheet.Rows) {
		return nil
	}
	return sheet.Rows[row-1]
}

func contentWidth(cells []workbook.ReadCell) int {
	for i := len(cells); i > 0; i-- {
		if !cells[i-1].Blank() {
			return i
		}
	}
	return 0
}

// cellAt gives a row's cell, a blank one where there is none.
func cellAt(row []workbook.ReadCell, i int) workbook.ReadCell {
	if i < 0 || i >= len(row) {
		return workbook.ReadCell{}
	}
	return row[i]
}

// spanned is cellAt for what holds for a merged area of rows: a unit, a date, an indicator.
func spanned(row []workbook.ReadCell, i int) workbook.ReadCell {
	cell := cellAt(row, i)
	if cell.Blank() && cell.Merged != nil {
		column, at := cell.Column, cell.Row
		cell = *cell.Merged
		cell.Column, cell.Row = column, at
	}
	return cell
}
