package app

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yueping/app/workbook"
	"yueping/models/month"
)

// A ranking by all six pollutants that compares with earlier months has more columns than an upright page
// has room for: it is printed all the same, and the workbook says why two months cannot be compared.
func TestHandoutOfComparedIndex(t *testing.T) {
	w := airCity(t)
	h := Handout{Program: "air", Month: month.MustParse("2018-11"), Scheme: "six", Compare: true}
	h.Format, h.Path = "pdf", filepath.Join(t.TempDir(), "a.pdf")
	if err := w.WriteRanking(context.Background(), h); err != nil {
		t.Fatal(err)
	}
	if content, err := os.ReadFile(h.Path); err != nil || !strings.HasPrefix(string(content), "%PDF") {
		t.Error(err)
	}
	h.Format, h.Path = "xlsx", filepath.Join(t.TempDir(), "a.xlsx")
	if err := w.WriteRanking(context.Background(), h); err != nil {
		t.Fatal(err)
	}
	book, err := workbook.Open(h.Path)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, row := range book.Sheets[0].Rows {
		for _, cell := range row {
			all = append(all, cell.Shown())
		}
	}
	text := strings.Join(all, "|")
	for _, want := range []string{"主要污染物", "PM10、PM2.5", "同比（同口径）", "与2017年11月相比：", "西县丁镇（有效监测天数不足）"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %s in %s", want, text)
		}
	}
}
