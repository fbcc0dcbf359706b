package app

import (
	"context"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"yueping/models"
)

// filledFrom writes the values of a month into a template, as its units do.
func filledFrom(t *testing.T, m *Month, path string) (count int) {
	t.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		var header []string
		for i, row := range rows {
			n := len(row) - 1
			if header == nil && n > 0 && strings.HasPrefix(row[n], "yueping-template:") {
				header = row
			} else if header != nil && len(row) == len(header) {
				count += filledRow(t, f, m, sheet, header, row[n], i+1)
			}
		}
	}
	for _, err := range []error{f.Save(), f.Close()} {
		if err != nil {
			t.Fatal(err)
		}
	}
	return count
}

func filledRow(t *testing.T, f *excelize.File, m *Month, sheet string, header []string, unit string, row int) (count int) {
	for column, title := range header {
		for k := range m.Program.Indicators {
			ind := &m.Program.Indicators[k]
			v := m.Table.Value(ind.Key, unit)
			if ind.Derived() || strings.ReplaceAll(title, "\n", "") != Heading(ind) || v.State == models.NotReported {
				continue
			}
			cell, err := excelize.CoordinatesToCellName(column+1, row)
			if err != nil {
				t.Fatal(err)
			}
			var content any = map[models.State]string{models.NoData: "无数据", models.NotAssessed: "不参评"}[v.State]
			if v.State == models.IsNumber {
				if content, err = strconv.ParseFloat(v.Number.String(), 64); err != nil {
					t.Fatal(err)
				}
			}
			if err := f.SetCellValue(sheet, cell, content); err != nil {
				t.Fatal(err)
			}
			count++
		}
	}
	return count
}

// Every month of the sample city comes back through templates, value for value.
func TestSampleTemplatesComeBack(t *testing.T) {
	ctx := context.Background()
	w := sampleCity(t)
	for _, program := range []string{"city-management", "township-air", "communities"} {
		months, err := w.MonthsWithData(ctx, program)
		if err != nil || len(months) == 0 {
			t.Fatal(months, err)
		}
		m := loaded(t, w, program, months[len(months)-1])
		for _, each := range []TemplateEach{TemplateForAll, TemplateAGroup} {
			written, err := w.WriteTemplates(ctx, TemplateRequest{Program: program, Month: m.At, Each: each, Path: filepath.Join(t.TempDir(), "表")})
			if err != nil {
				t.Fatal(err)
			}
			filled, same := 0, 0
			for _, path := range written.Files {
				filled += filledFrom(t, m, path)
				i, err := w.ReadImport(ctx, ImportRequest{Program: program, Path: path})
				if err != nil {
					t.Fatal(err)
				}
				same += i.Unchanged
				if i.New+i.Changed+len(i.Refused)+len(i.Left)+len(i.Questions) != 0 {
					t.Errorf("%s: %d new, %d changed, refused %+v, left %+v", path, i.New, i.Changed, i.Refused, i.Left)
				}
			}
			stored := 0
			if err := w.store.EachObservation(ctx, program, m.At.Whole(), func(string, string, models.Cell) { stored++ }); err != nil {
				t.Fatal(err)
			}
			if filled != stored || same != stored {
				t.Errorf("%s: %d stored, %d filled in, %d came back", program, stored, filled, same)
			}
		}
	}
}
