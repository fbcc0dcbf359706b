package app

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yueping/app/workbook"
	"yueping/models/number"
)

// cellsOf gives the data cells of a workbook, "甲镇 应结数=5".
func cellsOf(t testing.TB, path string) []string {
	t.Helper()
	book, err := workbook.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	var result []string
	var rows [][]workbook.ReadCell
	header := -1
	for _, s := range book.Sheets {
		for i, row := range s.Rows {
			if header < 0 && len(row) > 0 && row[0].Text == "单位" {
				rows, header = s.Rows, i
			}
		}
	}
	if header < 0 {
		t.Fatal("no header")
	}
	for _, row := range rows[header+1:] {
		for i, title := range rows[header] {
			if i > 1 {
				value := ""
				if i < len(row) {
					value = row[i].Shown()
				}
				result = append(result, row[0].Text+" "+title.Text+"="+value)
			}
		}
	}
	return result
}

func saved(t testing.TB, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// xlsx writes a workbook of one sheet: titles, then rows of int, number as text behind #, or text. A
// title behind % is a column with a per cent format.
func xlsx(t testing.TB, rows [][]any) string {
	t.Helper()
	return xlsxOf(t, workbook.Book{Sheets: []workbook.Sheet{sheetOf("Sheet1", rows)}})
}

func xlsxOf(t testing.TB, book workbook.Book) string {
	t.Helper()
	var out bytes.Buffer
	if err := workbook.Write(&out, book, noon); err != nil {
		t.Fatal(err)
	}
	return saved(t, "in.xlsx", out.Bytes())
}

func sheetOf(name string, rows [][]any) workbook.Sheet {
	s := workbook.Sheet{Name: name}
	for _, title := range rows[0] {
		plain, rate := strings.CutPrefix(fmt.Sprint(title), "%")
		s.Columns = append(s.Columns, workbook.Column{Title: plain, Percent: rate, Decimals: 2})
	}
	for _, row := range rows[1:] {
		cells := make([]workbook.Cell, len(rows[0]))
		for i, v := range row {
			text := fmt.Sprint(v)
			digits, isNumber := strings.CutPrefix(text, "#")
			if _, isInt := v.(int); isInt || isNumber {
				cells[i] = workbook.Figure(number.MustParse(digits))
			} else {
				cells[i] = workbook.Words(text)
			}
		}
		s.Rows = append(s.Rows, cells)
	}
	return s
}
