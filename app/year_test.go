package app

import (
	"context"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"yueping/models"
	"yueping/models/month"
)

func yearBook(t testing.TB, w *Workspace, r YearRequest) (*excelize.File, string) {
	t.Helper()
	r.Path = filepath.Join(t.TempDir(), "year.xlsx")
	if err := w.WriteYear(context.Background(), r); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenFile(r.Path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f, r.Path
}

// lineOf is the row of a sheet that begins with some cells.
func lineOf(t testing.TB, f *excelize.File, sheet string, first ...string) []string {
	t.Helper()
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		if len(row) >= len(first) && slices.Equal(row[:len(first)], first) {
			return row
		}
	}
	t.Fatalf("%s: no row %v in %v", sheet, first, rows)
	return nil
}

// Averages are over the months with a number and rounded half to even; a month without is named and is no 0.
func TestYearAveragesWhatThereIs(t *testing.T) {
	w, _ := tiny(t)
	at := func(m month.Month, lines ...string) {
		b := batch(lines...)
		for i := range b.Edits {
			b.Edits[i].Period = m.Whole()
		}
		applied(t, w, b)
	}
	at(september, "due jia 10000", "closed jia 1", "due yi 4", "closed yi 3")
	at(october, "due jia 10000", "closed jia 0", "due yi no_data", "closed yi 1")
	at(december2019, "due yi 4", "closed yi 2", "due bing 0", "closed bing 0", "due jia 1", "closed jia not_assessed")
	f, _ := yearBook(t, w, YearRequest{Program: "count", Year: 2019})
	if got := strings.Join(f.GetSheetList(), " "); got != "全年汇总 9月 10月 12月 趋势 趋势图 乡镇组" {
		t.Error(got)
	}
	header := lineOf(t, f, "全年汇总", "单位", "县区", "各月名次")
	if got := strings.Join(header[5:], "|"); got != "结案率平均值|平均名次|最好名次|最差名次|列入后1名的月数|没有名次的月份" {
		t.Error(got)
	}
	for _, c := range []struct{ unit, county, want string }{
		{"甲镇", "东县", "2|1|不参评|0.00%|1.50|1（10月）|2（9月）|2|12月（办结数不参评）"}, // 0.005 % is half way
		{"乙镇", "东县", "1|无数据|2|62.50%|1.50|1（9月）|2（12月）|1|10月（应结数无数据）"},
		{"甲镇", "西县", "不参评|未报|1|100.00%|1.00|1（12月）|1（12月）|0|9月（办结数不参评）、10月（办结数未报、应结数未报）"},
	} {
		if got := strings.Join(lineOf(t, f, "全年汇总", c.unit, c.county)[2:], "|"); got != c.want {
			t.Errorf("%s%s: %s, want %s", c.county, c.unit, got, c.want)
		}
	}
	rows, err := f.GetRows("全年汇总")
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(rows, func(row []string) bool {
		return len(row) > 0 && row[0] == "没有数据的月份：2019年1月、2月、3月、4月、5月、6月、7月、8月、11月。"
	}) {
		t.Errorf("no month is named as missing: %v", rows[len(rows)-5:])
	}
	// November is a gap in the lines.
	if row := lineOf(t, f, "趋势图 乡镇组", "11月"); len(row) > 1 {
		t.Error(row)
	}
}

var december2019 = month.Of(2019, 12)

// Groups stand under each other in a month, and have a summary each.
func TestYearOfSeveralGroups(t *testing.T) {
	w := sampleCity(t)
	f, _ := yearBook(t, w, YearRequest{Program: "city-management", Year: 2019})
	if got := f.GetSheetList(); len(got) != 5 || got[4] != "10月" || got[0] != "全年汇总 县（市）组" {
		t.Fatal(got)
	}
	r, err := loaded(t, w, "city-management", october).Table.Rank("")
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range r.Groups {
		for _, row := range g.Rows {
			want := []string{g.Group.Name, strconv.Itoa(row.Rank), row.Name, row.County, Fixed(r.Keys[0], row.Values[0]), strings.Join(ListNames(&g, &row), "、"), row.Grade}
			for len(want) > 0 && want[len(want)-1] == "" {
				want = want[:len(want)-1]
			}
			if got := lineOf(t, f, "10月", want[:3]...); !slices.Equal(got, want) {
				t.Errorf("%v, want %v", got, want)
			}
		}
	}
}

// Every page of the year says something, and begins with the header of its table.
func TestYearPrints(t *testing.T) {
	w := sampleCity(t)
	_, path := yearBook(t, w, YearRequest{Program: "township-air", Year: 2019})
	pages := pagesOf(t, resaved(t, path, "pdf"))
	headed := map[string]int{}
	for i, page := range pages {
		if len(page) < 200 || !strings.Contains(page, "示例数据") {
			t.Errorf("page %d: %q", i+1, page)
		}
		for _, header := range []string{"平均名次", "主要污染物", "县区"} {
			if strings.Contains(page, header) {
				headed[header]++
			}
		}
	}
	if headed["平均名次"] < 2 || headed["主要污染物"] < 8 || headed["县区"] != len(pages)-1 { // but the sheet of lines
		t.Errorf("%v of %d pages", headed, len(pages))
	}
}

func TestYearRefuses(t *testing.T) {
	w, _ := tiny(t)
	path := filepath.Join(t.TempDir(), "year.xlsx")
	for code, r := range map[string]YearRequest{
		"year.number":     {Program: "count", Year: 19},
		"year.nothing":    {Program: "count", Year: 2018},
		"scheme.unknown":  {Program: "count", Year: 2019, Scheme: "none"},
		"program.unknown": {Program: "none", Year: 2019},
	} {
		r.Path = path
		refused(t, w.WriteYear(context.Background(), r), code)
	}
}

func BenchmarkYear(b *testing.B) {
	w := sampleCity(b)
	for at := month.Of(2019, 1); at <= december2019; at++ { // 12 months of 104 townships
		m := loaded(b, w, "township-air", august)
		var edits []Edit
		for _, u := range m.Table.Units {
			for i := range m.Program.Indicators {
				if v := m.Table.Value(m.Program.Indicators[i].Key, u.Key); !m.Program.Indicators[i].Derived() && v.State == models.IsNumber {
					edits = append(edits, Edit{Indicator: m.Program.Indicators[i].Key, Unit: u.Key, Period: at.Whole(), Cell: models.Of(v.Number)})
				}
			}
		}
		applied(b, w, Batch{Program: "township-air", Source: models.SourceTyped, Edits: edits})
	}
	path := filepath.Join(b.TempDir(), "year.xlsx")
	for b.Loop() {
		if err := w.WriteYear(context.Background(), YearRequest{Program: "township-air", Year: 2019, Path: path}); err != nil {
			b.Fatal(err)
		}
	}
}
