package intake

import (
	"yueping/app/workbook"
	"yueping/models"
	"yueping/models/fault"
)

// column is what a column of a table was understood as.
type column struct {
	head
	text    text // of the lowest cell of its header
	layout  ColumnLayout
	ind     *models.Indicator // of OfIndicator, or under OfUnit and OfDay
	date    sheetDate         // of OfDay
	badDate *fault.Fault
	refused *fault.Fault // nothing is stored until someone decided
	left    *fault.Fault // not read, and named
}

// table is a part of a sheet with one header, as it is understood.
type table struct {
	page     *page
	reader   *reader
	title    string // what stands above the header
	titleTop int    // the first row of that
	shape    Shape
	header   int // rows, from 1
	first    int
	last     int
	columns  []column
	date     int // index of the column, -1 for none
	month    int
	list     int
	value    int
	units    []int // indices of columns of units, from left to right
	counties []int
	named    int  // columns that are known to hold values
	strange  int  // columns that hold values, of nobody knows what
	byData   bool // the units' column is known by its content alone
	blocks   []part
}

// understand reads rows top to bottom as the header of a table that ends with the row last, 0 for the sheet's.
// title is what stands above it.
func (r *reader) understand(sheet *page, top, bottom, last int, title string) (*table, grade) {
	t := &table{page: sheet, reader: r, header: top, first: bottom + 1, last: last, title: title, date: -1, month: -1, list: -1, value: -1}
	b := newBlock(sheet.ReadSheet, top, bottom)
	heads := b.heads()
	if len(heads) == 0 || !r.stacked(b, heads) {
		return nil, noTable
	}
	for _, h := range heads {
		c := column{head: h, text: r.means(h.cell.Shown())}
		c.layout = ColumnLayout{Header: h.text(), Role: Ignored}
		t.columns = append(t.columns, c)
	}
	t.dates()
	t.lists()
	t.findUnits()
	if len(t.units) == 0 && t.list < 0 && !t.daily() {
		return t, noTable
	}
	return t, t.shaped()
}

// stacked reports whether every row of a header but its first adds something to that above it: days
// under their month or their indicator, names under captions, units of measure.
func (r *reader) stacked(b block, heads []head) bool {
	for i := 1; i < len(b); i++ {
		known, lastDay := false, 0
		var over *workbook.ReadCell
		for c, cell := range b[i] {
			above := b[i-1][c]
			if cell.Blank() || cell == above {
				continue
			}
			if over != above {
				over, lastDay = above, 0
			}
			means, caption := r.means(cell.Shown()).meaning, r.means(above.Shown()).meaning
			d, _, day := looksDated(*cell)
			switch {
			case day:
				if !r.daily || !b.wide(i-1, c, above) || above.Blank() || looksLikeDay(*above) || caption == ofUnits || lastDay != 0 && d.day != lastDay+1 {
					return false
				}
				lastDay, known = d.day, true
			case isValue(cell):
				return false
			case means == unitName:
				if above.Blank() || caption == ofUnits || caption != unitName && !b.wide(i-1, c, above) {
					return false
				}
				known = true
			default:
				known = known || means != unknown
			}
		}
		if !known {
			return false
		}
	}
	return len(b) == 1 || r.heading(b, heads)
}

// heading reports whether the first row of a block is part of a header and no title over it: it has a
// name of its own, or captions that begin to the right of what stands beneath.
func (r *reader) heading(b block, heads []head) bool {
	for c, h := range heads {
		if means := r.means(h.cell.Shown()).meaning; h.cell == b[0][c] && means > blank && means != ofPeriod {
			return true
		}
	}
	return b.start(0) > b.start(1)
}

// start is the first column with content in a row.
func (b block) start(row int) int {
	for c, cell := range b[row] {
		if !cell.Blank() {
			return c
		}
	}
	return len(b[row])
}
