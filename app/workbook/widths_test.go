package workbook

import (
	"fmt"
	"strings"
	"testing"
)

// A table wider than its page wraps the few long texts of a column, but not a column whose every text is
// as long.
func TestFullPageKeepsUsualTextsOnOneLine(t *testing.T) {
	const rows = 40
	s := Sheet{Name: "乡镇"}
	for i := range 8 {
		s.Columns = append(s.Columns, Column{Title: fmt.Sprint("比较", i), Text: true})
	}
	for i := range rows {
		row := make([]Cell, len(s.Columns))
		for c := range row {
			row[c].Text = "升88（-0.72，-37.9%）"
		}
		row[1].Text = "东县"
		if i == 0 {
			row[1].Text = "国家甲乙经济技术开发区"
		}
		row[2].Text = strings.Repeat("很长的依据", 6)
		s.Rows = append(s.Rows, row)
	}
	f := reopened(t, made(t, Book{Title: "表", Sheets: []Sheet{s}}))
	for column, within := range map[string][2]float64{"A": {23, 27}, "B": {narrowest, narrowest}, "C": {usualFit, usualFit}} {
		wide, err := f.GetColWidth("乡镇", column)
		if err != nil || wide < within[0] || wide > within[1] {
			t.Errorf("column %s is %v wide, not %v: %v", column, wide, within, err)
		}
	}
}
