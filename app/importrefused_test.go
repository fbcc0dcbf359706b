package app

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"yueping/app/workbook"
)

// ugly is a workbook with a title, merged counties, a rate and cells that are refused.
func ugly(t *testing.T) string {
	t.Helper()
	f := excelize.NewFile()
	for cell, v := range map[string]any{"A1": "2019年10月办件考评", "A2": "县区", "B2": "单位", "C2": "应结数", "D2": "办结数", "E2": "满意率", "F2": "联系人",
		"A3": "东县", "B3": "甲镇", "C3": 5, "D3": 4, "E3": 0.9, "F3": "王",
		"B4": "乙镇", "C4": "五", "D4": "约三", "E4": 0.975, "F4": "李",
		"A5": "西县", "B5": "甲镇", "C5": 7, "E5": 0.5, "F5": "赵"} {
		if err := f.SetCellValue("Sheet1", cell, v); err != nil {
			t.Fatal(err)
		}
	}
	percent := "0.00%"
	style, err1 := f.NewStyle(&excelize.Style{CustomNumFmt: &percent})
	err2 := f.SetCellStyle("Sheet1", "E3", "E5", style)
	err3 := f.MergeCell("Sheet1", "A1", "F1")
	err4 := f.MergeCell("Sheet1", "A3", "A4")
	err5 := f.SetCellFormula("Sheet1", "D5", "NA()")
	path := filepath.Join(t.TempDir(), "in.xlsx")
	for _, err := range []error{err1, err2, err3, err4, err5, f.SaveAs(path), f.Close()} {
		if err != nil {
			t.Fatal(err)
		}
	}
	return path
}

// The refused rows go out as they stood, with the reasons beside them; mended in place they come back and bring what
// the first import left out, the county of a merged block included.
func TestRefusedRowsComeBack(t *testing.T) {
	ctx := context.Background()
	w, p := tiny(t)
	read := func(path string) *Import {
		t.Helper()
		i, err := w.ReadImport(ctx, ImportRequest{Program: "count", Month: october, Path: path})
		if err != nil {
			t.Fatal(err)
		}
		return i
	}
	i := read(ugly(t))
	if len(i.Refused) != 3 {
		t.Fatalf("%+v", i.Refused)
	}
	if _, err := w.StoreImport(ctx, i, ImportChoice{Off: i.RefusedRows()}); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "refused.xlsx")
	if err := w.WriteRefused(ctx, i, path); err != nil {
		t.Fatal(err)
	}
	book, err := workbook.Open(path)
	if err != nil || len(book.Sheets) != 1 || book.Sheets[0].Name != "Sheet1" {
		t.Fatalf("%+v, %v", book, err)
	}
	var rows []string
	for _, row := range book.Sheets[0].Rows {
		var cells []string
		for _, c := range row[:min(len(row), 6)] {
			cells = append(cells, c.Shown())
		}
		rows = append(rows, strings.Join(cells, "|"))
	}
	want := []string{"2019年10月办件考评", "县区|单位|应结数|办结数|满意率|联系人", "东县|乙镇|五|约三|97.5%|李", "西县|甲镇|7|=NA()|50%|赵"}
	if !slices.Equal(rows, want) {
		t.Errorf("%q", rows)
	}
	beside := book.Sheets[0].Rows[2][6:]
	if got := beside[0].Text; got != "Sheet1!C4\nSheet1!D4" {
		t.Errorf("%q", got)
	}
	if got := beside[1].Text; !strings.Contains(got, p.Text.Error(i.Refused[0].Reason)) || strings.Contains(got, "<no value>") {
		t.Errorf("%q", got)
	}
	if beside[2].Text == "" {
		t.Error("no suggestion")
	}

	again := read(path)
	if len(again.Refused) != 3 || len(again.Values) != 3 {
		t.Fatalf("%+v, %+v", again.Values, again.Refused)
	}
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for cell, v := range map[string]any{"C3": 5, "D3": 3, "D4": 6} {
		if err := f.SetCellValue("Sheet1", cell, v); err != nil {
			t.Fatal(err)
		}
	}
	for _, err := range []error{f.Save(), f.Close()} {
		if err != nil {
			t.Fatal(err)
		}
	}
	mended := read(path)
	if len(mended.Refused) != 0 {
		t.Fatalf("%+v", mended.Refused)
	}
	if r := stored(t, w, mended); r.New != 6 {
		t.Errorf("%+v", r)
	}
	got := []string{at(t, w, "due", "yi"), at(t, w, "closed", "yi"), at(t, w, "rate", "yi"), at(t, w, "due", "bing"), at(t, w, "closed", "bing"), at(t, w, "rate", "jia")}
	if !slices.Equal(got, []string{"5", "3", "0.975", "7", "6", "0.9"}) {
		t.Errorf("%q", got)
	}
}

// The refused cells are coloured, the others are not.
func TestRefusedCellsAreMarked(t *testing.T) {
	ctx := context.Background()
	w, _ := tiny(t)
	i, err := w.ReadImport(ctx, ImportRequest{Program: "count", Month: october, Path: ugly(t)})
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "refused.xlsx")
	if err := w.WriteRefused(ctx, i, path); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for cell, marked := range map[string]bool{"B3": false, "C3": true, "D3": true, "E3": false, "C4": false, "D4": true} {
		id, err := f.GetCellStyle("Sheet1", cell)
		if err != nil {
			t.Fatal(err)
		}
		style, err := f.GetStyle(id)
		if err != nil || (len(style.Fill.Color) > 0) != marked {
			t.Errorf("%s: %+v, %v", cell, style.Fill, err)
		}
	}
	if err := f.Close(); err != nil {
		t.Error(err)
	}
}
