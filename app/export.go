package app

import (
	"bytes"
	"context"
	"io"
	"strings"

	"yueping/app/workbook"
	"yueping/models"
	"yueping/models/month"
)

// exportMark begins the subject of our own exports: program and month follow, so that an import knows
// them without being told.
const exportMark = "yueping:"

// WriteExport writes a month's workbook: the entered data of the month and of its days as import reads
// them back, the derived figures, and every ranking. A month with drafts is exported without them: they are in no export.
func (w *Workspace) WriteExport(ctx context.Context, program string, at month.Month, path string) error {
	m, err := w.Month(ctx, program, at)
	if err != nil {
		return err
	}
	book := workbook.Book{Title: m.Program.Name + " " + MonthWords(w.text, at), Subject: exportMark + m.Program.Key + ":" + at.String(), Creator: w.text.T("app.name")}
	book.Sheets = append(book.Sheets, w.dataSheet(m, w.text.T("sheet.data"), false))
	daily, any, err := w.daySheet(ctx, m)
	if err != nil {
		return err
	}
	if any {
		book.Sheets = append(book.Sheets, daily)
	}
	if derived := w.dataSheet(m, w.text.T("sheet.derived"), true); len(derived.Columns) > 2 {
		// Import looks for 单位 in the first column; a derived figure is never imported.
		derived.Columns[0].Title = w.text.T("column.unit_name")
		book.Sheets = append(book.Sheets, derived)
	}
	for i := range m.Program.Schemes {
		s := &m.Program.Schemes[i]
		if _, holds := s.At(at); !holds {
			continue
		}
		r, err := m.Table.Rank(s.Key)
		if err != nil {
			return err
		}
		title, err := w.sheetTitle(m, r)
		if err != nil {
			return err
		}
		book.Sheets = append(book.Sheets, w.rankingSheets(m, title, Lineups(w.text, m, r))...)
	}
	var content bytes.Buffer
	if err := workbook.Write(&content, book, w.clock()); err != nil {
		return err
	}
	return WriteFile(path, func(out io.Writer) error {
		_, err := out.Write(content.Bytes())
		return err
	})
}

// dataSheet is a row a unit, a column an indicator. A figure that is not kept for a unit, and one
// that is not reported, are blank; 无数据 and 不参评 are written out.
func (w *Workspace) dataSheet(m *Month, name string, derived bool) workbook.Sheet {
	s := workbook.Sheet{Name: name, Title: strings.TrimSpace(m.City() + m.Program.Name + " " + MonthWords(w.text, m.At) + " " + name), Mark: m.Mark(w.text), Footer: w.footer(m)}
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
	s.Landscape = len(s.Columns) > 8
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
