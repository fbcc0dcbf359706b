package intake

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"yueping/app/workbook"
	"yueping/models/fault"
	"yueping/models/month"
)

// FilledTemplate is a filled-in template, ready to be read like any table.
type FilledTemplate struct {
	Keys   *TemplateKeys
	Layout Layout
	// Book is the workbook with what is the template's own taken out (its keys, explanations and notes), and
	// with the rows and sheets of Refused and Left. Every other cell stands where it stood.
	Book    *workbook.Read
	Refused []TemplateRemark
	Left    []TemplateRemark
}

// TemplateRemark is a row, column or sheet that is not read.
type TemplateRemark struct {
	Sheet, At, Found string
	Row              int // 0 for a column or a sheet as a whole
	Reason           *fault.Fault
}

// TemplateMonth is who takes part in a template's month.
type TemplateMonth struct {
	Has   func(unit string) bool
	Keeps func(unit, indicator string) bool // whether an indicator is kept for a unit
}

// FromTemplate reads the tables of a template by its keys, whatever was moved, renamed, sorted or added
// since. Faults of the whole: template.no_table, template.changed, import.two_months.
func FromTemplate(book *workbook.Read, keys *TemplateKeys, now TemplateMonth) (*FilledTemplate, error) {
	t := &FilledTemplate{Keys: keys, Layout: Layout{From: Template, Confidence: 100, Units: map[string]string{}}}
	copied := *book
	t.Book, copied.Sheets = &copied, nil
	copied.Hidden = slices.DeleteFunc(slices.Clone(book.Hidden), func(s workbook.ReadSheet) bool { return t.own(&s) })
	for i := range book.Sheets {
		sheet := &book.Sheets[i]
		if t.own(sheet) {
			continue
		}
		r, ok := t.table(sheet, now)
		if !ok {
			t.Left = append(t.Left, TemplateRemark{Sheet: sheet.Name, Reason: fault.New("template.left_sheet", "sheet", sheet.Name)})
			continue
		}
		if err := r.read(); err != nil {
			return nil, err
		}
		t.Layout.Sheets = append(t.Layout.Sheets, r.layout)
		copied.Sheets = append(copied.Sheets, r.copied)
	}
	if len(copied.Sheets) == 0 {
		return nil, fault.New("template.no_table", "program", keys.ProgramName, "month", keys.Month.String())
	}
	return t, nil
}

// own reports whether a sheet is the keys or the explanations.
func (t *FilledTemplate) own(s *workbook.ReadSheet) bool {
	if len(s.Rows) == 0 {
		return false
	}
	first := rowTexts(s.Rows[0])[0]
	return first == templateSign || first == t.Keys.Guide
}

// templateReader reads one table.
type templateReader struct {
	template *FilledTemplate
	now      TemplateMonth
	table    *TemplateTable
	sheet    *workbook.ReadSheet
	copied   workbook.ReadSheet
	layout   SheetLayout

	header       int // the index of its row
	key          int // the indices of its columns, -1 for none
	unit, county int
	rest         int
	indicators   map[int]string // by column
	strangers    []int
}

// table finds the header of a template's table; false where a sheet has none.
func (t *FilledTemplate) table(sheet *workbook.ReadSheet, now TemplateMonth) (*templateReader, bool) {
	for i, row := range sheet.Rows {
		for column := range row {
			rest, found := strings.CutPrefix(strings.TrimSpace(row[column].Text), templateSign+":")
			n, err := strconv.Atoi(rest)
			if !found || err != nil || n < 0 || n >= len(t.Keys.Tables) {
				continue
			}
			r := &templateReader{template: t, now: now, table: &t.Keys.Tables[n], sheet: sheet, header: i, key: column, unit: -1, county: -1, rest: -1, indicators: map[int]string{}}
			r.copied = *sheet
			r.copied.Rows = slices.Clone(sheet.Rows)
			r.copied.HiddenColumns = maps.Clone(sheet.HiddenColumns)
			delete(r.copied.HiddenColumns, column+1)
			return r, true
		}
	}
	return nil, false
}

func (r *templateReader) read() error {
	keys := r.template.Keys
	r.layout = SheetLayout{Sheet: r.sheet.Name, Shape: RowIsUnit, Header: r.header + 1, First: r.header + 2, Last: r.header + 1, Month: keys.Month.String(), Confidence: 100}
	for i, row := range r.sheet.Rows[:r.header] {
		for _, cell := range row {
			at := month.Find(cell.Text)
			if at != 0 && at != keys.Month {
				return fault.New("import.two_months", "sheet", r.sheet.Name, "found", at.String(), "month", keys.Month.String())
			}
			if at != 0 && r.layout.MonthAt == "" {
				r.layout.MonthAt = r.sheet.Rows[i][0].Name()
			}
		}
	}
	if err := r.columns(); err != nil {
		return err
	}
	for i := r.header + 1; i < len(r.sheet.Rows); i++ {
		if !r.row(i) {
			r.copied.Rows[i] = nil
		}
	}
	r.copied.Rows[r.header] = slices.Clone(r.sheet.Rows[r.header])
	r.copied.Rows[r.header][r.key] = emptied(r.copied.Rows[r.header][r.key])
	for _, column := range r.strangers {
		r.stranger(column)
	}
	return nil
}

// columns finds what each column is by its header, wherever it stands now.
func (r *templateReader) columns() error {
	keys := map[string]string{}
	for _, i := range r.table.Indicators {
		keys[squeezed(i.Header)] = i.Key
	}
	taken := map[string]bool{}
	for column, cell := range r.sheet.Rows[r.header] {
		header := squeezed(cell.Shown())
		c := ColumnLayout{Column: column + 1, Header: header, Role: Ignored, Confidence: 100}
		key, isIndicator := keys[header]
		switch {
		case column == r.key || slices.ContainsFunc(r.table.Others, func(o string) bool { return squeezed(o) == header }):
		case taken[header] || header == "":
			r.strangers = append(r.strangers, column)
		case header == squeezed(r.table.Unit):
			r.unit, c.Role = column, UnitNames
		case header == squeezed(r.table.County):
			r.county, c.Role = column, Counties
		case header == squeezed(r.table.Rest):
			r.rest = column
		case isIndicator:
			r.indicators[column], c.Role, c.Key = key, OfIndicator, key
		default:
			r.strangers = append(r.strangers, column)
		}
		taken[header] = true
		if column != r.key && header != "" {
			r.layout.Columns = append(r.layout.Columns, c)
		}
	}
	for _, needed := range []string{r.table.Unit, r.table.County} {
		if needed != "" && !taken[squeezed(needed)] {
			return fault.New("template.changed", "sheet", r.sheet.Name, "header", needed)
		}
	}
	for _, i := range r.table.Indicators {
		if !taken[squeezed(i.Header)] {
			r.template.Left = append(r.template.Left, TemplateRemark{Sheet: r.sheet.Name, Found: i.Header, Reason: fault.New("template.left_column", "header", i.Header)})
		}
	}
	return nil
}
