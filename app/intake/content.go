package intake

import (
	"yueping/app/workbook"
)

// sampled is how many cells are looked at to see what a column holds.
const sampled = 200

// page is a sheet with what is asked of its columns again and again.
type page struct {
	*workbook.ReadSheet
	lastRow []int // by column: the last row with content, 0 for none
	values  map[int]search
	across  map[corner]int // the last column of what begins there and is merged across columns
}

type corner struct{ row, column int32 }

// search is the first value that was found in a column from a row on.
type search struct {
	from int
	cell *workbook.ReadCell
}

func newPage(sheet *workbook.ReadSheet) *page {
	p := &page{ReadSheet: sheet, values: map[int]search{}, across: map[corner]int{}}
	for r, row := range sheet.Rows {
		for c := range row {
			if row[c].Blank() {
				continue
			}
			for c >= len(p.lastRow) {
				p.lastRow = append(p.lastRow, 0)
			}
			p.lastRow[c] = r + 1
		}
	}
	for _, a := range sheet.Merges {
		if a.Right > a.Left {
			p.across[corner{int32(a.Top), int32(a.Left)}] = a.Right
		}
	}
	return p
}

// content counts what stands in a column's first rows.
type content struct{ filled, values, units, indicators, measures int }

func (t *table) content(column int) content {
	var n content
	for row := t.first; row <= t.end() && n.filled < sampled; row++ {
		cells := rowAt(t.page.ReadSheet, row)
		if column >= len(cells) || cells[column].Blank() {
			continue
		}
		shown := cells[column].Shown()
		known := t.reader.means(shown)
		if known.meaning == total || isNote(shown) {
			continue
		}
		n.filled++
		switch {
		case known.meaning == unitName:
			n.units++
		case known.meaning == ofOne || cells[column].Number == nil && t.reader.dailyHeader(shown).indicator != nil:
			n.indicators++
		case known.meaning == ofMeasure:
			n.measures++
		case isValue(&cells[column]):
			n.values++
		}
	}
	return n
}

// holdsValues finds the first number or state word of a column, nil where it has none.
func (t *table) holdsValues(column int) *workbook.ReadCell {
	if column >= len(t.page.lastRow) || t.page.lastRow[column] < t.first {
		return nil
	}
	known, ok := t.page.values[column]
	if !ok || t.first < known.from || known.cell != nil && int(known.cell.Row) < t.first {
		known = search{from: t.first}
		for row := t.first; row <= len(t.page.Rows); row++ {
			if cells := rowAt(t.page.ReadSheet, row); column < len(cells) && isValue(&cells[column]) {
				known.cell = &cells[column]
				break
			}
		}
		t.page.values[column] = known
	}
	if known.cell == nil || int(known.cell.Row) > t.end() {
		return nil
	}
	return known.cell
}

// firstIn gives the first cell with content in a column, nil where it is empty.
func (t *table) firstIn(column int) *workbook.ReadCell {
	if column >= len(t.page.lastRow) {
		return nil
	}
	for row := t.first; row <= min(t.end(), t.page.lastRow[column]); row++ {
		if cells := rowAt(t.page.ReadSheet, row); column < len(cells) && !cells[column].Blank() {
			return &cells[column]
		}
	}
	return nil
}

// end is the last row that may be the table's.
func (t *table) end() int {
	if t.last > 0 {
		return min(t.last, len(t.page.Rows))
	}
	return len(t.page.Rows)
}
