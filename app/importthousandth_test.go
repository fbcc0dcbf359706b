package app

import (
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"yueping/app/workbook"
)

// A carbon monoxide in µg/m³ is asked about, and divided only where a clerk said so.
func TestImportThousandfold(t *testing.T) {
	daily := func(header string, values ...any) [][]any {
		rows := [][]any{{"日期", "单位", header}}
		for i, v := range values {
			rows = append(rows, []any{i + 1, "乙镇", v})
		}
		return rows
	}
	type answer struct {
		values, refused []string
		asked           int
		divided         int
		rounded         []string
	}
	for _, c := range []struct {
		name, title string
		rows        [][]any
		before      answer
		yes         answer
	}{
		{name: "values too large", rows: daily("CO", 850, 600, 0, "无数据", "750"),
			before: answer{values: []string{"yi co 3=0", "yi co 4=no_data"}, refused: []string{"C2 value.thousandfold", "C3 value.thousandfold", "C6 value.thousandfold"}, asked: 3},
			yes:    answer{values: []string{"yi co 1=0.8", "yi co 2=0.6", "yi co 3=0", "yi co 4=no_data", "yi co 5=0.8"}, divided: 3, rounded: []string{"850", "750"}}},
		{name: "said by the header", rows: daily("CO(μg/m³)", 600, "#99.5", ""),
			before: answer{refused: []string{"C2 import.thousandth", "C3 import.thousandth"}, asked: 2},
			yes:    answer{values: []string{"yi co 1=0.6"}, divided: 1, refused: []string{"C3 import.thousandth_mixed"}}},
		{name: "both units in one column", rows: daily("一氧化碳", 600, "#0.7", 0),
			before: answer{values: []string{"yi co 2=0.7", "yi co 3=0"}, refused: []string{"C2 value.thousandfold"}, asked: 1},
			yes:    answer{values: []string{"yi co 1=0.6", "yi co 3=0"}, divided: 1, refused: []string{"C3 import.thousandth_mixed"}}},
		{name: "in the right unit", rows: daily("CO（mg/m³）", "#0.7"),
			before: answer{values: []string{"yi co 1=0.7"}}, yes: answer{values: []string{"yi co 1=0.7"}}},
		{name: "still too large", rows: daily("CO", 850000),
			before: answer{refused: []string{"C2 value.thousandfold"}, asked: 1}, yes: answer{refused: []string{"C2 value.thousandfold"}}},
		{name: "too large with its own unit", rows: daily("CO", "850mg/m³"),
			before: answer{refused: []string{"C2 value.thousandfold"}}, yes: answer{refused: []string{"C2 value.thousandfold"}}},
		{name: "half to even", rows: daily("CO", 650, "#750.5"),
			before: answer{refused: []string{"C2 value.thousandfold", "C3 value.thousandfold"}, asked: 2},
			yes:    answer{values: []string{"yi co 1=0.6", "yi co 2=0.8"}, divided: 2, rounded: []string{"650", "750.5"}}},
		{name: "of a month", rows: [][]any{{"单位", "CO"}, {"乙镇", 600}},
			before: answer{refused: []string{"B2 value.thousandfold"}, asked: 1}, yes: answer{values: []string{"yi co 0=0.6"}, divided: 1}},
		{name: "said by the title", title: "一氧化碳（μg/m³）", rows: [][]any{{"单位", "1", "2"}, {"乙镇", 600, 0}},
			before: answer{values: []string{"yi co 2=0"}, refused: []string{"B3 import.thousandth"}, asked: 1},
			yes:    answer{values: []string{"yi co 1=0.6", "yi co 2=0"}, divided: 1}},
		{name: "another indicator stays", rows: [][]any{{"日期", "单位", "PM10", "CO"}, {1, "乙镇", 600, 600}},
			before: answer{values: []string{"yi pm10 1=600"}, refused: []string{"D2 value.thousandfold"}, asked: 1},
			yes:    answer{values: []string{"yi pm10 1=600", "yi co 1=0.6"}, divided: 1}},
	} {
		t.Run(c.name, func(t *testing.T) {
			w, p := dailyCity(t)
			path := xlsxOf(t, workbook.Book{Sheets: []workbook.Sheet{titledSheet("Sheet1", c.title, c.rows)}})
			for i, want := range []answer{c.before, c.yes} {
				read := readAir(t, w, august, path, []string{"co"}[:i]...)
				got := answer{divided: read.Divided}
				got.values, got.refused, _ = brief(read)
				for _, a := range read.Thousandfold {
					got.asked += a.Count
				}
				for _, r := range read.Rounded {
					got.rounded = append(got.rounded, r.Found)
				}
				if diff := cmp.Diff(want, got, cmp.AllowUnexported(answer{})); diff != "" {
					t.Errorf("answered %v: %s", i == 1, diff)
				}
				for _, r := range read.Refused {
					if said := p.Text.Error(r.Reason); strings.Contains(said, "<no value>") || strings.Contains(said, "import.") {
						t.Error(said)
					}
				}
			}
		})
	}
	w, _ := dailyCity(t)
	_, err := w.ReadImport(context.Background(), ImportRequest{Program: "air", Month: august, Path: xlsx(t, daily("CO", 1)), Thousandths: []string{"x"}})
	refused(t, err, "indicator.unknown")
}
