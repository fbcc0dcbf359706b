package workbook

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"testing"

	"github.com/xuri/excelize/v2"

	"yueping/models/benchtest"
)

// months is a workbook of so many rows of 8 cells, as a platform exports them.
func months(t testing.TB, rows int) []byte {
	t.Helper()
	f := excelize.NewFile()
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		t.Fatal(err)
	}
	for i := range rows {
		values := []any{fmt.Sprintf("第%d镇", i), "数值", 98.43, i, float64(i) / 7, 0.9262, 35.5, "无数据"}
		if err := w.SetRow(cellName(1, i+1), values); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func rowsPass(b *testing.B, path string) {
	f, err := excelize.OpenFile(path)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	rows, err := f.Rows("Sheet1")
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

// A file that is read, against a bare pass of the library over its rows.
func BenchmarkReadXLSX(b *testing.B) {
	for _, rows := range []int{150, 1_000, 10_000, 100_000} {
		b.Run(fmt.Sprint(rows), func(b *testing.B) {
			path := b.TempDir() + "/months.xlsx"
			if err := os.WriteFile(path, months(b, rows), 0o600); err != nil {
				b.Fatal(err)
			}
			benchtest.Ratio(b, func() { rowsPass(b, path) }, func() {
				if read, err := Open(path); err != nil || len(read.Sheets[0].Rows) != rows {
					b.Fatal(err)
				}
			})
		})
	}
}

// openpyxl's read-only pass, its start and imports included, as an office's script would do it.
const openpyxlPass = `
import sys, openpyxl
for row in openpyxl.load_workbook(sys.argv[1], read_only=True).active.iter_rows(values_only=True): pass
`

// debianPython is the one that Debian's package serves; another may come first in PATH.
const debianPython = "/usr/bin/python3"

func BenchmarkReadXLSXAgainstOpenpyxl(b *testing.B) {
	path := b.TempDir() + "/months.xlsx"
	if err := os.WriteFile(path, months(b, 10_000), 0o600); err != nil {
		b.Fatal(err)
	}
	benchtest.Ratio(b, func() {
		if out, err := exec.CommandContext(b.Context(), debianPython, "-c", openpyxlPass, path).CombinedOutput(); err != nil {
			b.Fatalf("%v (make test-packages installs python3-openpyxl)\n%s", err, out)
		}
	}, func() {
		if _, err := Open(path); err != nil {
			b.Fatal(err)
		}
	})
}
