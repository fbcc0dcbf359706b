package app

import (
	"strings"

	"yueping/app/workbook"
	"yueping/models"
	"yueping/models/fault"
)

// importTable is a sheet's table: its header row and which column holds what.
type importTable struct {
	sheet   workbook.ReadSheet
	title   string // what stands above the header
	header  int
	unit    int
	county  int // -1 for none
	columns map[int]*models.Indicator
}

// headerRows is how far down a header row is looked for.
const headerRows = 10

var (
	unitHeaders   = []string{"单位", "单位名称", "unit"}
	countyHeaders = []string{"县区", "县市区", "区县", "县（市、区）", "所属县区", "county"}
)

// importTables finds the sheets that begin with 单位. A header that names no indicator refuses the
// file: nothing is left out without a word.
func importTables(p *models.Program, book *workbook.Read) ([]importTable, error) {
	var tables []importTable
	for _, s := range book.Sheets {
		t := importTable{sheet: s, header: -1, county: -1, columns: map[int]*models.Indicator{}}
		for i, row := range s.Rows[:min(headerRows, len(s.Rows))] {
			if len(row) > 0 && is(row[0].Text, unitHeaders) {
				t.header = i
				break
			}
			for _, cell := range row {
				t.title += cell.Text + " "
			}
		}
		if t.header < 0 {
			continue
		}
		if err := t.readHeader(p); err != nil {
			return nil, err
		}
		tables = append(tables, t)
	}
	if len(tables) == 0 {
		return nil, fault.New("import.no_table", "header", unitHeaders[0])
	}
	return tables, nil
}

func (t *importTable) readHeader(p *models.Program) error {
	taken := map[*models.Indicator]bool{}
	for i, cell := range t.sheet.Rows[t.header] {
		switch {
		case i == t.unit:
		case cell.Blank():
			if at := t.firstIn(i); at != "" {
				return fault.New("import.no_header", "sheet", t.sheet.Name, "cell", cell.Name, "below", at)
			}
		case t.county < 0 && is(cell.Text, countyHeaders):
			t.county = i
		default:
			ind := indicatorOf(p, cell.Shown())
			if ind == nil {
				return fault.New("import.unknown_header", "sheet", t.sheet.Name, "cell", cell.Name, "header", cell.Shown(), "allowed", indicatorNames(p))
			}
			if ind.Derived() {
				return fault.New("import.derived_header", "sheet", t.sheet.Name, "cell", cell.Name, "header", cell.Shown())
			}
			if taken[ind] {
				return fault.New("import.header_twice", "sheet", t.sheet.Name, "cell", cell.Name, "header", cell.Shown())
			}
			taken[ind] = true
			t.columns[i] = ind
		}
	}
	width := len(t.sheet.Rows[t.header])
	for _, row := range t.sheet.Rows[t.header+1:] {
		for i := width; i < len(row); i++ {
			if !row[i].Blank() {
				return fault.New("import.no_header", "sheet", t.sheet.Name, "cell", row[i].Name, "below", row[i].Name)
			}
		}
	}
	if len(t.columns) == 0 {
		return fault.New("import.no_indicator", "sheet", t.sheet.Name, "allowed", indicatorNames(p))
	}
	return nil
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

// is compares a header with the names it may have, whatever spaces, width and brackets it is written with.
func is(text string, names []string) bool {
	for _, name := range names {
		if plain(text) == plain(name) {
			return true
		}
	}
	return false
}

func plain(s string) string {
	return strings.ToLower(strings.NewReplacer("（", "(", "）", ")", " ", "", "　", "", "\n", "", "\t", "", "µ", "μ", "％", "%").Replace(s))
}

// indicatorOf finds the indicator of a header: its key, name or alias, with or without the unit of
// measure in brackets behind it.
func indicatorOf(p *models.Program, header string) *models.Indicator {
	for i := range p.Indicators {
		ind := &p.Indicators[i]
		for _, name := range append([]string{ind.Key, ind.Name}, ind.Aliases...) {
			if plain(header) == plain(name) || (ind.Measure != "" && plain(header) == plain(name+"("+ind.Measure+")")) {
				return ind
			}
		}
	}
	return nil
}

func indicatorNames(p *models.Program) string {
	var names []string
	for i := range p.Indicators {
		if !p.Indicators[i].Derived() {
			names = append(names, p.Indicators[i].Name)
		}
	}
	return strings.Join(names, "、")
}
