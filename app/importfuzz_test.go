package app

import (
	"strings"
	"testing"

	"yueping/app/workbook"
	"yueping/models/number"
)

// readSheet makes a read sheet of lines and bars; what is a number is a number cell.
func readSheet(name, title, text string) workbook.ReadSheet {
	s := workbook.ReadSheet{Name: name}
	for r, line := range append([]string{title}, strings.Split(text, "\n")...) {
		var row []workbook.ReadCell
		for c, v := range strings.Split(line, "|") {
			cell := workbook.ReadCell{Column: int32(c + 1), Row: int32(r + 1), Text: v}
			if n, err := number.Parse(v); err == nil {
				cell.Text, cell.Number = "", &n
			}
			row = append(row, cell)
		}
		s.Rows = append(s.Rows, row)
	}
	return s
}

// readSheets reads sheets that are in no file.
func readSheets(t testing.TB, w *Workspace, m *Month, sheets ...workbook.ReadSheet) (*Import, error) {
	t.Helper()
	return w.understand(t.Context(), m.Program, m.Table.Roster.Register(), &workbook.Read{Sheets: sheets}, ImportRequest{Program: m.Program.Key, Month: m.At, Path: "x", Thousandths: []string{"co"}})
}
