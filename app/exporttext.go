package app

import (
	"context"
	"io"

	"yueping/app/workbook"
	"yueping/models/fault"
	"yueping/models/month"
)

// TextExport asks for a month's entered data as one table of text.
type TextExport struct {
	Program string
	Month   month.Month
	Format  string // csv or tsv
	Days    bool   // the values of the days in place of those of the month
	Path    string
}

// WriteTextExport writes a month's data, or those of its days, as CSV or TSV that import reads back: UTF-8
// with a byte order mark, states in words, rates per cent. Faults: export.format, export.no_days.
func (w *Workspace) WriteTextExport(ctx context.Context, e TextExport) error {
	separator, known := map[string]byte{"csv": ',', "tsv": '\t'}[e.Format]
	if !known {
		return fault.New("export.format", "format", e.Format)
	}
	m, err := w.Month(ctx, e.Program, e.Month)
	if err != nil {
		return err
	}
	table := w.dataSheet(m, w.text.T("sheet.data"), false)
	if e.Days {
		any := false
		if table, any, err = w.daySheet(ctx, m); err != nil {
			return err
		} else if !any {
			return fault.New("export.no_days", "program", m.Program.Name, "month", MonthWords(w.text, m.At))
		}
	}
	return WriteFile(e.Path, func(out io.Writer) error { return workbook.WriteSeparated(out, table, separator) })
}
