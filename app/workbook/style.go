package workbook

import (
	"strings"

	"github.com/xuri/excelize/v2"
)

// styles are the style numbers of one sheet.
type styles struct {
	title, mark, header, note int
	columns, strong           []int
	open, faint               []int // of a form
}

func newStyles(f *excelize.File, columns []Column) (styles, error) {
	var s styles
	var err error
	make := func(style *excelize.Style) int {
		id, bad := f.NewStyle(style)
		if err == nil {
			err = bad
		}
		return id
	}
	middle := &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true}
	s.title = make(&excelize.Style{Font: &excelize.Font{Bold: true, Size: 16, Family: "宋体"}, Alignment: middle})
	s.mark = make(&excelize.Style{Font: &excelize.Font{Bold: true, Size: 11, Family: "宋体", Color: "9C3A00"}, Alignment: &excelize.Alignment{Horizontal: "right", Vertical: "center"}})
	s.header = make(&excelize.Style{Font: &excelize.Font{Bold: true, Size: 11, Family: "宋体"}, Alignment: middle, Border: thin(),
		Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E8EEF4"}}})
	s.note = make(&excelize.Style{Font: &excelize.Font{Size: 10, Family: "宋体"}, Alignment: &excelize.Alignment{Horizontal: "left", Vertical: "top", WrapText: true}})
	for _, c := range columns {
		side := "right"
		switch {
		case c.Centred:
			side = "center"
		case c.Text:
			side = "left"
		}
		format := numberFormat(c)
		style := excelize.Style{Font: &excelize.Font{Size: 11, Family: "宋体"}, Border: thin(),
			Alignment: &excelize.Alignment{Horizontal: side, Vertical: "center"}, CustomNumFmt: &format}
		if c.Text {
			style.CustomNumFmt = nil
		}
		s.columns = append(s.columns, make(&style))
		marked := style
		marked.Font = &excelize.Font{Size: 11, Family: "宋体", Bold: true}
		marked.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"F3F0E2"}}
		s.strong = append(s.strong, make(&marked))
	}
	return s, err
}

func numberFormat(c Column) string {
	format := "0"
	if c.Decimals > 0 {
		format += "." + strings.Repeat("0", c.Decimals)
	}
	if c.Percent {
		format += "%"
	}
	return format
}

func thin() []excelize.Border {
	var borders []excelize.Border
	for _, side := range []string{"left", "right", "top", "bottom"} {
		borders = append(borders, excelize.Border{Type: side, Color: "9AA5B1", Style: 1})
	}
	return borders
}
