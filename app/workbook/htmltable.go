package workbook

import (
	"slices"
	"strings"

	"yueping/models/fault"
)

// htmlTable is a table of a page. Where its cells hold other tables it may only lay these out.
type htmlTable struct {
	grid
	outer   *htmlTable
	named   bool
	hidden  bool
	caption []string

	row       []ReadCell
	inRow     bool
	rowHidden bool
	group     bool // thead, tbody or tfoot is hidden
	down      []int
	columns   int // described by <col>
	seen      []columnSight
	covert    [][2]int32 // row and column, from 0, of the hidden cells that say something
	inner     map[[2]int][]block
	wide      bool // a row has more than one cell that says something
	solid     int  // rows with more than one such cell that holds no table

	open    *htmlCell
	content flow // of the open cell or caption
	titling bool // the caption is open
}

// columnSight counts the cells of a column that one sees, and the others.
type columnSight struct{ shown, hidden int }

// at is the row that is being filled, from 1.
func (t *htmlTable) at() int { return len(t.sheet.Rows) + 1 }

// free gives the next column of the row, from 0, into which no cell above reaches.
func (t *htmlTable) free() int {
	column := len(t.row)
	for column < len(t.down) && t.down[column] >= t.at() {
		column++
	}
	return column
}

// place puts a cell into the row.
func (t *htmlTable) place(cell ReadCell, a htmlCell, blocks []block) error {
	column := t.free()
	right, bottom := min(column+a.columns, maxColumns), t.at()+a.rows-1
	if column >= maxColumns {
		return t.tooMany()
	}
	for len(t.row) < column {
		t.row = append(t.row, ReadCell{})
	}
	t.row = append(t.row, cell)
	for len(t.row) < right {
		t.row = append(t.row, ReadCell{})
	}
	for len(t.down) < right {
		t.down = append(t.down, 0)
	}
	for c := column; c < right; c++ {
		t.down[c] = max(t.down[c], bottom)
	}
	if len(blocks) > 0 {
		if t.inner == nil {
			t.inner = map[[2]int][]block{}
		}
		t.inner[[2]int{t.at(), column}] = blocks
	}
	t.sight(cell, column, a)
	return t.merge(Area{column + 1, t.at(), right, bottom})
}

func (t *htmlTable) sight(cell ReadCell, column int, a htmlCell) {
	for len(t.seen) <= column {
		t.seen = append(t.seen, columnSight{})
	}
	switch {
	case a.columns > 1:
	case !a.hidden:
		t.seen[column].shown++
	default:
		t.seen[column].hidden++
		if !cell.empty() {
			t.covert = append(t.covert, [2]int32{int32(len(t.sheet.Rows)), int32(column)})
		}
	}
}

// endRow takes the row up.
func (t *htmlTable) endRow() error {
	if !t.inRow {
		return nil
	}
	t.inRow = false
	filled, plain := 0, 0
	for column, cell := range t.row {
		if !cell.Blank() {
			filled++
			if t.inner[[2]int{t.at(), column}] == nil {
				plain++
			}
		}
	}
	t.wide = t.wide || filled > 1
	if plain > 1 {
		t.solid++
	}
	if t.rowHidden || t.group {
		t.sheet.HiddenRows[t.at()] = true
	}
	err := t.add(t.row)
	t.row, t.rowHidden = t.row[:0], false
	return err
}

// describe notes the columns that a <col> describes.
func (t *htmlTable) describe(span int, hidden bool) {
	for range min(span, maxColumns-t.columns) {
		t.columns++
		if hidden {
			t.sheet.HiddenColumns[t.columns] = true
		}
	}
}

// settle marks what one does not see: a column whose cells are all hidden, and single hidden cells,
// which nobody can check.
func (t *htmlTable) settle() {
	for column, s := range t.seen {
		if s.hidden > 0 && s.shown == 0 {
			t.sheet.HiddenColumns[column+1] = true
		}
	}
	for _, at := range t.covert {
		if cell := &t.sheet.Rows[at[0]][at[1]]; !t.sheet.HiddenColumns[int(at[1])+1] && cell.Fault == nil {
			cell.Fault = fault.New("workbook.unclear_text", "text", cell.Shown())
		}
	}
	t.covert = nil
	t.clip()
}

// lays reports whether the table only lays other tables out: it has no two rows of its own to compare.
func (t *htmlTable) lays() bool { return len(t.inner) > 0 && t.solid < 2 }

// parts are a layout table's texts and tables in the order in which they are read.
func (t *htmlTable) parts() []block {
	result := textBlocks(t.caption)
	for row, cells := range t.sheet.Rows {
		for column, cell := range cells {
			switch blocks := t.inner[[2]int{row + 1, column}]; {
			case blocks != nil:
				result = append(result, blocks...)
			case !cell.Blank():
				result = append(result, block{text: cell.Shown()})
			}
		}
	}
	return result
}

// texts are the lines of a table that has one column at most.
func (t *htmlTable) texts() []string {
	result := slices.Clone(t.caption)
	for _, row := range t.sheet.Rows {
		for _, cell := range row {
			result = append(result, lines(cell.Shown())...)
		}
	}
	return result
}

func textBlocks(texts []string) []block {
	var result []block
	for _, text := range texts {
		result = append(result, block{text: text})
	}
	return result
}

// flat are the lines of a table that stands in a cell of a table of values.
func (t *htmlTable) flat() []string {
	result := slices.Clone(t.caption)
	for _, row := range t.sheet.Rows {
		var words []string
		for _, cell := range row {
			if !cell.Blank() {
				words = append(words, cell.Shown())
			}
		}
		result = append(result, strings.Join(words, " "))
	}
	return result
}

// blank reports that the table says nothing.
func (t *htmlTable) blank() bool {
	return len(t.caption) == 0 && len(t.inner) == 0 && !slices.ContainsFunc(t.sheet.Rows, func(row []ReadCell) bool {
		return slices.ContainsFunc(row, func(c ReadCell) bool { return !c.Blank() })
	})
}
