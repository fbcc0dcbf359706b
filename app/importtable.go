package app

import (
	"slices"

	"yueping/app/workbook"
	"yueping/models"
	"yueping/models/fault"
)

// importTable is a sheet's table: its header row and which column holds what. A table of days has a
// column of dates or columns that are days; beside a column of dates columns may be units.
type importTable struct {
	sheet     workbook.ReadSheet
	title     string // what stands above the header
	header    int
	unit      int // -1 where one unit stands in the sheet's name or title
	county    int // -1 for none
	date      int // the column of dates, -1 for none
	indicator int // the column of indicators beside columns of days, -1 for none
	columns   map[int]importColumn
	days      bool // columns are days
	across    bool // columns are units, of the one indicator that the sheet's name or title says
	first     int  // the first row of values
}

// importColumn is what a column holds: an indicator, a day, or a unit.
type importColumn struct {
	indicator *models.Indicator
	small     bool // the header gives a thousandth of the indicator's unit of measure
	isDay     bool
	isUnit    bool
	date      sheetDate
	bad       *fault.Fault // why the day cannot be read
}

// headerRows is how far down a header row is looked for.
const headerRows = 10

// importTables finds the sheets that hold a table, and gives the others with content. A header that
// names no indicator refuses the file: nothing is left out without a word.
func importTables(p *models.Program, register *models.Register, book *workbook.Read) (tables []importTable, unread []ImportRefusal, err error) {
	finder := newHeaderFinder(p, register)
	for _, s := range book.Sheets {
		t := importTable{sheet: s, header: -1, unit: -1, county: -1, date: -1, indicator: -1, columns: map[int]importColumn{}}
		content := ""
		for i, row := range s.Rows {
			if i < headerRows && t.heads(&finder, i) {
				break
			}
			for _, cell := range row {
				if i < headerRows {
					t.title += cell.Shown() + " "
				}
				if content == "" && !cell.Blank() {
					content = cell.Name()
				}
			}
			if i >= headerRows && content != "" {
				break
			}
		}
		if t.header < 0 {
			if content != "" {
				unread = append(unread, ImportRefusal{Sheet: s.Name, At: content, Reason: fault.New("import.left_sheet", "sheet", s.Name, "rows", headerRows)})
			}
			continue
		}
		reader := headerReader{table: &t, program: p, days: finder.daily, finder: finder, taken: map[*models.Indicator]bool{}}
		if err := reader.read(); err != nil {
			return nil, nil, err
		}
		unread = append(unread, reader.left...)
		tables = append(tables, t)
	}
	if len(tables) == 0 {
		return nil, nil, fault.New("import.no_table", "header", unitHeaders[0])
	}
	return tables, unread, nil
}

// heads takes a row for the header where it is one, alone or with the next.
func (t *importTable) heads(finder *headerFinder, at int) bool {
	rows := t.sheet.Rows
	if header, over, folds := finder.fold(rows, at); folds {
		t.sheet.Rows = slices.Clone(rows)
		t.sheet.Rows[at+1] = header
		t.title += over
		t.header, t.first = at+1, at+2
		return true
	}
	if !finder.is(rows[at]) {
		return false
	}
	t.header, t.first = at, at+1
	return true
}

// daily reports whether the table's values are those of days.
func (t *importTable) daily() bool { return t.days || t.date >= 0 }

// rows are those beneath the header.
func (t *importTable) rows() [][]workbook.ReadCell {
	return t.sheet.Rows[min(t.first, len(t.sheet.Rows)):]
}

// cell gives a row's cell, a blank one where there is none.
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

// firstIn gives the first cell with content in a column below the header, "" where it is empty.
func (t *importTable) firstIn(column int) string {
	for _, row := range t.sheet.Rows[t.header+1:] {
		if column < len(row) && !row[column].Blank() {
			return row[column].Name()
		}
	}
	return ""
}

// onlyFirst reports whether nothing stands in the row but its first cell.
func onlyFirst(row []workbook.ReadCell) bool {
	for _, cell := range row[1:] {
		if !cell.Blank() {
			return false
		}
	}
	return true
}
