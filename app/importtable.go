package app

import (
	"strings"

	"yueping/app/workbook"
	"yueping/models"
	"yueping/models/fault"
)

// importTable is a sheet's table: its header row and which column holds what. A table of days has a
// column of dates or columns that are days.
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
	first     int  // the first row of values
}

// importColumn is what a column holds: an indicator, or a day.
type importColumn struct {
	indicator *models.Indicator
	small     bool // the header gives a thousandth of the indicator's unit of measure
	isDay     bool
	date      sheetDate
	bad       *fault.Fault // why the day cannot be read
}

// headerRows is how far down a header row is looked for.
const headerRows = 10

// importTables finds the sheets that hold a table, and gives the others with content. A header that
// names no indicator refuses the file: nothing is left out without a word.
func importTables(p *models.Program, book *workbook.Read) (tables []importTable, unread []ImportRefusal, err error) {
	finder := headerFinder{program: p}
	for i := range p.Indicators {
		finder.daily = finder.daily || p.Indicators[i].Daily()
	}
	for _, s := range book.Sheets {
		t := importTable{sheet: s, header: -1, unit: -1, county: -1, date: -1, indicator: -1, columns: map[int]importColumn{}}
		content := ""
		for i, row := range s.Rows {
			if i < headerRows && finder.is(row) {
				t.header, t.first = i, i+1
				break
			}
			for _, cell := range row {
				if i < headerRows {
					t.title += cell.Shown() + " "
				}
				if content == "" && !cell.Blank() {
					content = cell.Name
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
		reader := headerReader{table: &t, program: p, days: finder.daily, taken: map[*models.Indicator]bool{}}
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
		name := cell.Name
		cell = *cell.Merged
		cell.Name = name
	}
	return cell
}

// firstIn gives the first cell with content in a column below the header, "" where it is empty.
func (t *importTable) firstIn(column int) string {
	for _, row := range t.sheet.Rows[t.header+1:] {
		if column < len(row) && !row[column].Blank() {
			return row[column].Name
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

// headerFinder knows a header row.
type headerFinder struct {
	program *models.Program
	daily   bool // the program has values by day
}

// is reports whether a row is a header: it begins with 单位; or, for sheets of days, it has a column of
// dates or columns of days, and beside them units or indicators.
func (f headerFinder) is(row []workbook.ReadCell) bool {
	if len(row) > 0 && is(row[0].Text, unitHeaders) {
		return true
	}
	if !f.daily {
		return false
	}
	dates, days, units, lists, indicators := 0, 0, 0, 0, 0
	for _, cell := range row {
		_, _, isDay := looksDated(cell)
		switch text := strings.TrimSpace(cell.Shown()); {
		case text == "":
		case is(text, dateHeaders):
			dates++
		case isDay:
			days++
		case is(text, unitHeaders) || is(text, dailyUnitHeaders) || is(text, countyHeaders):
			units++
		case is(text, indicatorHeaders):
			lists++
		case indicatorOf(f.program, text) != nil:
			indicators++
		}
	}
	return (dates > 0 && units+indicators > 0) || (days > 0 && units+lists > 0)
}
