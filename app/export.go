package app

import (
	"bytes"
	"context"
	"strings"

	"yueping/app/workbook"
	"yueping/models"
	"yueping/models/month"
)

// exportMark begins the subject of our own exports: program and month follow, so that an import knows
// them without being told.
const exportMark = "yueping:"

// WriteExport writes a month's workbook: the rankings with how they compare, the notices, the trend, the
// derived figures, the entered data of the month and of its days with what is noted beside them as import
// reads them back, and by what rules all that was calculated. Drafts are in no export; the data sheet counts them.
func (w *Workspace) WriteExport(ctx context.Context, program string, at month.Month, path string) error {
	m, err := w.Month(ctx, program, at)
	if err != nil {
		return err
	}
	book, err := w.exportBook(ctx, m)
	if err != nil {
		return err
	}
	var content bytes.Buffer
	if err := workbook.Write(&content, book, w.clock()); err != nil {
		return err
	}
	return writeWhole(path, content.Bytes())
}

// exportBook composes a month's workbook: what leaders read comes first, what import reads back behind it.
func (w *Workspace) exportBook(ctx context.Context, m *Month) (workbook.Book, error) {
	book := workbook.Book{Title: m.Program.Name + " " + MonthWords(w.text, m.At), Subject: exportMark + m.Program.Key + ":" + m.At.String(), Creator: w.text.T("app.name")}
	var err error
	if book.Watermark, err = w.watermark(m); err != nil {
		return book, err
	}
	rankings, err := exportRankings(m)
	if err != nil {
		return book, err
	}
	for _, part := range []func() ([]workbook.Sheet, error){
		func() ([]workbook.Sheet, error) { return w.exportedRankings(m, rankings) },
		func() ([]workbook.Sheet, error) { return w.noticeSheets(ctx, m) },
		func() ([]workbook.Sheet, error) { return w.trendSheets(ctx, m, rankings) },
		func() ([]workbook.Sheet, error) { return w.valueSheets(ctx, m) },
		func() ([]workbook.Sheet, error) { return w.remarkSheets(m), nil },
		func() ([]workbook.Sheet, error) { return w.methodSheets(m), nil },
	} {
		sheets, err := part()
		if err != nil {
			return book, err
		}
		book.Sheets = append(book.Sheets, sheets...)
	}
	return book, nil
}

// exportSheet begins a sheet of the month's workbook.
func (w *Workspace) exportSheet(m *Month, name string) workbook.Sheet {
	title := strings.TrimSpace(m.City() + m.Program.Name + " " + MonthWords(w.text, m.At) + " " + name)
	return workbook.Sheet{Name: name, Title: title, Mark: m.Mark(w.text), Footer: w.footer(m)}
}

// manyColumns is how many columns stand on an upright page.
const manyColumns = 8

// valueSheets are the derived figures, the data, and the days where there are any.
func (w *Workspace) valueSheets(ctx context.Context, m *Month) ([]workbook.Sheet, error) {
	var sheets []workbook.Sheet
	if derived := w.dataSheet(m, w.text.T("sheet.derived"), true); len(derived.Columns) > 2 {
		// Import looks for 单位 in the first column; a derived figure is never imported.
		derived.Columns[0].Title = w.text.T("column.unit_name")
		sheets = append(sheets, derived)
	}
	data := w.dataSheet(m, w.text.T("sheet.data"), false)
	if n := len(m.Drafts); n > 0 {
		data.Notes = append(data.Notes, w.text.T("export.drafts", "count", n))
	}
	sheets = append(sheets, data)
	daily, any, err := w.daySheet(ctx, m)
	if any {
		sheets = append(sheets, daily)
	}
	return sheets, err
}

// dataSheet is a row a unit, a column an indicator. A figure that is not kept for a unit, and one
// that is not reported, are blank; 无数据 and 不参评 are written out.
func (w *Workspace) dataSheet(m *Month, name string, derived bool) workbook.Sheet {
	s := w.exportSheet(m, name)
	s.Frozen = 2
	s.Columns = []workbook.Column{{Title: w.text.T("column.unit"), Text: true}, {Title: w.text.T("column.county"), Text: true}}
	var indicators []*models.Indicator
	for i := range m.Program.Indicators {
		ind := &m.Program.Indicators[i]
		if ind.Derived() != derived || !ind.Holds(m.At) {
			continue
		}
		indicators = append(indicators, ind)
		s.Columns = append(s.Columns, workbook.Column{Title: Heading(ind), Percent: ind.Percent, Decimals: ind.Decimals})
	}
	s.Landscape = len(s.Columns) > manyColumns
	for _, u := range m.Table.Units {
		row := []workbook.Cell{workbook.Words(m.Table.Roster.Name(u.Key)), workbook.Words(m.Table.Roster.County(u.Key))}
		kept := false
		for _, ind := range indicators {
			cell := workbook.Cell{}
			if m.Table.Roster.Covers(ind, u.Key) {
				kept = true
				switch v := m.Table.Value(ind.Key, u.Key); v.State {
				case models.IsNumber:
					cell = workbook.Figure(v.Number)
				case models.NotReported:
				default:
					cell = workbook.Words(StateWord(w.text, v.State))
				}
			}
			row = append(row, cell)
		}
		if kept {
			s.Rows = append(s.Rows, row)
		}
	}
	return s
}
