package workbook

import (
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"yueping/models/fault"
)

// highestRow is how high Excel lets a row be, in points.
const highestRow = 409

// fits refuses what a sheet cannot hold, in place of a library that cuts it off.
func fits(s *Sheet, name string) error {
	if rows := len(s.Rows) + len(s.Notes) + 4; rows > excelize.TotalRows {
		return fault.New("book.too_many_rows", "sheet", name, "rows", len(s.Rows), "max", excelize.TotalRows)
	}
	if len(s.Columns) > excelize.MaxColumns {
		return fault.New("book.too_many_columns", "sheet", name, "columns", len(s.Columns), "max", excelize.MaxColumns)
	}
	for i, row := range s.Rows {
		for k := range row {
			if units(row[k].Text) > excelize.TotalCellChars {
				return fault.New("book.long_text", "sheet", name, "row", i+1, "column", s.Columns[k].Title, "max", excelize.TotalCellChars)
			}
		}
	}
	return nil
}

// units is a text's length as Excel counts it: in UTF-16. A text is never longer than its bytes.
func units(s string) int {
	if len(s) <= excelize.TotalCellChars {
		return len(s)
	}
	n := utf8.RuneCountInString(s)
	for _, r := range s {
		if r > 0xFFFF {
			n++
		}
	}
	return n
}
