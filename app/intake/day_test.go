package intake

import (
	"testing"

	"yueping/app/workbook"
)

func TestOneDay(t *testing.T) {
	for _, c := range []struct{ name, title, want string }{
		{"Sheet1", "2019年8月5日空气质量日报", "2019年8月5日"}, {"Sheet1", "8月5日各站点", "8月5日"}, {"8月5日", "2019年8月", "8月5日"}, {"５日", "", "5日"}, {"2019-08-05", "", "2019-08-05"},
		{"Sheet1", "2019年8月空气质量", ""}, {"Sheet1", "2019年8月1日至8月31日", ""}, {"Sheet1", "2019年8月1日—31日均值（8月）", ""}, {"Sheet1", "制表日期：2019年8月31日", ""}, {"8月", "", ""}, {"08", "", ""},
	} {
		p := newPage(&workbook.ReadSheet{Name: c.name, Rows: [][]workbook.ReadCell{{{Text: c.title, Column: 1, Row: 1}}}})
		read := &table{page: p, reader: &reader{daily: true}, titleTop: 1, header: 2, date: -1}
		if got := read.oneDay(); got != c.want {
			t.Errorf("%s, %s: %q, not %q", c.name, c.title, got, c.want)
		}
	}
}
