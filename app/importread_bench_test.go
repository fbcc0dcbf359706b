package app

import (
	"context"
	"fmt"
	"os"
	"testing"

	"github.com/xuri/excelize/v2"

	"yueping/app/workbook"
	"yueping/models/benchtest"
	"yueping/models/month"
)

// platformFile is a workbook of a row a unit, or a row a day of each, with eight indicators.
func platformFile(b *testing.B, rows, days int) string {
	b.Helper()
	s := workbook.Sheet{Name: "数据"}
	titles := []string{"单位"}
	if days > 0 {
		titles = []string{"日期", "单位"}
	}
	for i := range 8 {
		titles = append(titles, fmt.Sprintf("指标%d", i))
	}
	for _, title := range titles {
		s.Columns = append(s.Columns, workbook.Column{Title: title})
	}
	for n := range rows {
		var row []workbook.Cell
		if days > 0 {
			row = append(row, workbook.Words(fmt.Sprintf("2019-10-%02d", n%days+1)))
			row = append(row, workbook.Words(fmt.Sprintf("乡镇%d", n/days)))
		} else {
			row = append(row, workbook.Words(fmt.Sprintf("乡镇%d", n)))
		}
		for i := range 8 {
			row = append(row, workbook.Figure(content(fmt.Sprint((n*7+i*3)%300)).Value))
		}
		s.Rows = append(s.Rows, row)
	}
	return xlsxOf(b, workbook.Book{Sheets: []workbook.Sheet{s}})
}

// BenchmarkReadImport reads, matches, checks and compares rows of 8 values: of as many units, and of units on
// 20 and 30 days. The floor is a bare pass of the library over the rows of the same file.
func BenchmarkReadImport(b *testing.B) {
	for _, c := range []struct {
		name              string
		units, days, rows int
	}{{"150 units", 150, 0, 150}, {"1000 units", 1000, 0, 1000}, {"10000 units", 10000, 0, 10000},
		{"500 units by day", 500, 20, 10000}, {"3300 units by day", 3300, 30, 99000}} {
		b.Run(c.name, func(b *testing.B) {
			w, _ := importCity(b, c.units)
			path := platformFile(b, c.rows, c.days)
			benchtest.Ratio(b, func() { barePass(b, path) }, func() {
				i, err := w.ReadImport(context.Background(), ImportRequest{Program: "p", Month: month.Of(2019, 10), Path: path})
				if err != nil || len(i.Values) != 8*c.rows || len(i.Refused) != 0 || i.New != 8*c.rows {
					b.Fatal(err, i)
				}
			})
		})
	}
}

// BenchmarkUnderstandImport is the same without reading the file, which is the floor.
func BenchmarkUnderstandImport(b *testing.B) {
	w, _ := importCity(b, 500)
	ctx := context.Background()
	path := platformFile(b, 10000, 20)
	book, err := workbook.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	p, register, err := w.programAndRegister(ctx, "p")
	if err != nil {
		b.Fatal(err)
	}
	benchtest.Ratio(b, func() {
		if _, err := workbook.Open(path); err != nil {
			b.Fatal(err)
		}
	}, func() {
		i, err := w.understand(ctx, p, register, book, ImportRequest{Program: "p", Month: month.Of(2019, 10), Path: path})
		if err != nil || len(i.Values) != 80000 {
			b.Fatal(err)
		}
	})
}

func barePass(b *testing.B, path string) {
	b.Helper()
	data, err := os.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	defer data.Close()
	f, err := excelize.OpenReader(data)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	rows, err := f.Rows("数据")
	if err != nil {
		b.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		if _, err := rows.Columns(); err != nil {
			b.Fatal(err)
		}
	}
}
