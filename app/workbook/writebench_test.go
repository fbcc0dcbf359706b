package workbook

import (
	"fmt"
	"io"
	"testing"

	"github.com/xuri/excelize/v2"

	"yueping/models/benchtest"
)

// province is a table of so many units with ten columns.
func province(rows int) Sheet {
	s := Sheet{Name: "数据", Title: "数据", Columns: []Column{{Title: "单位", Text: true}, {Title: "县区", Text: true}}}
	for i := range 8 {
		s.Columns = append(s.Columns, Column{Title: fmt.Sprintf("指标%d", i), Decimals: 2, Percent: i%2 == 0})
	}
	for i := range rows {
		row := []Cell{Words(fmt.Sprintf("第%d街道办事处", i)), Words("甲县")}
		for k := range 8 {
			row = append(row, Figure(n(fmt.Sprintf("%d.%02d", (i*7+k)%100, (i+k*13)%100))))
		}
		s.Rows = append(s.Rows, row)
	}
	return s
}

// bareCells writes the same cells in the same styles, and nothing else.
func bareCells(b *testing.B, s *Sheet) {
	f := excelize.NewFile()
	defer f.Close()
	stream, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		b.Fatal(err)
	}
	l := newSheetWriter(f, newPalette(f), &Sheet{Columns: s.Columns}, s.Name).looks
	for i, row := range s.Rows {
		cells := make([]any, len(row))
		for k := range row {
			style, err := l.cell(k, &row[k])
			if err != nil {
				b.Fatal(err)
			}
			cells[k] = excelize.Cell{StyleID: style, Value: value(&row[k], &s.Columns[k])}
		}
		if err := stream.SetRow(cellName(1, i+1), cells); err != nil {
			b.Fatal(err)
		}
	}
	if err := stream.Flush(); err != nil {
		b.Fatal(err)
	}
	if err := f.Write(io.Discard); err != nil {
		b.Fatal(err)
	}
}

// A country's townships, against the library's stream writing the same cells.
func BenchmarkWrite(b *testing.B) {
	for _, rows := range []int{104, 38642} {
		b.Run(fmt.Sprint(rows), func(b *testing.B) {
			s := province(rows)
			benchtest.Ratio(b, func() { bareCells(b, &s) }, func() {
				if err := Write(io.Discard, Book{Title: "数据", Sheets: []Sheet{s}}, written); err != nil {
					b.Fatal(err)
				}
			})
		})
	}
}

// A month's workbook with its captions, bars, marks and charts.
func BenchmarkWriteReport(b *testing.B) {
	var sheets []Sheet
	for i := range 6 {
		s := report(60)
		s.Name = fmt.Sprint(i)
		s.Charts = []Chart{{Title: "得分", Labels: 1, Series: []int{4}, To: 15}}
		sheets = append(sheets, s)
	}
	plain := province(60)
	benchtest.Ratio(b, func() {
		for range sheets {
			bareCells(b, &plain)
		}
	}, func() {
		if err := Write(io.Discard, Book{Sheets: sheets}, written); err != nil {
			b.Fatal(err)
		}
	})
}
