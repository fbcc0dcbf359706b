package app

import (
	"context"
	"path/filepath"
	"testing"

	"github.com/xuri/excelize/v2"

	"yueping/models/benchtest"
	"yueping/models/month"
)

// BenchmarkExport writes the full workbook of a sample month, from SQLite to the file, against excelize's own
// stream writing the same texts and numbers without any look.
func BenchmarkExport(b *testing.B) {
	w := sampleCity(b)
	for _, c := range []struct {
		program string
		at      month.Month
	}{{"city-management", october}, {"township-air", august}} {
		b.Run(c.program, func(b *testing.B) {
			path := filepath.Join(b.TempDir(), "out.xlsx")
			write := func() {
				if err := w.WriteExport(context.Background(), c.program, c.at, path); err != nil {
					b.Fatal(err)
				}
			}
			write()
			sheets := exportedCells(b, path)
			benchtest.Ratio(b, func() { writePlain(b, sheets) }, write)
		})
	}
}

func exportedCells(b *testing.B, path string) [][][]string {
	b.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	var sheets [][][]string
	for _, name := range f.GetSheetList() {
		rows, err := f.GetRows(name)
		if err != nil {
			b.Fatal(err)
		}
		sheets = append(sheets, rows)
	}
	return sheets
}

func writePlain(b *testing.B, sheets [][][]string) {
	b.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for i, rows := range sheets {
		name, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := f.NewSheet(name); err != nil {
			b.Fatal(err)
		}
		stream, err := f.NewStreamWriter(name)
		if err != nil {
			b.Fatal(err)
		}
		for at, row := range rows {
			cells := make([]any, len(row))
			for n, cell := range row {
				cells[n] = cell
			}
			place, err := excelize.CoordinatesToCellName(1, at+1)
			if err != nil {
				b.Fatal(err)
			}
			if err := stream.SetRow(place, cells); err != nil {
				b.Fatal(err)
			}
		}
		if err := stream.Flush(); err != nil {
			b.Fatal(err)
		}
	}
	if _, err := f.WriteToBuffer(); err != nil {
		b.Fatal(err)
	}
}
