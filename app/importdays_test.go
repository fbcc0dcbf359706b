package app

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"yueping/app/workbook"
	"yueping/models"
	"yueping/models/month"
)

var august = month.Of(2019, 8)

// dailyCity is a workspace on the made-up city whose air is measured by day.
func dailyCity(t testing.TB) (*Workspace, Params) {
	t.Helper()
	p := params(t)
	return opened(t, p, os.DirFS(filepath.Join("testdata", "days"))), p
}

func readAir(t testing.TB, w *Workspace, at month.Month, path string, thousandths ...string) *Import {
	t.Helper()
	i, err := w.ReadImport(context.Background(), ImportRequest{Program: "air", Month: at, Path: path, Thousandths: thousandths})
	if err != nil {
		t.Fatal(err)
	}
	return i
}

// brief gives what was read as lines "jia pm25 1=35", refused as "A3 code" and left as "A4 code".
func brief(i *Import) (values, refused, left []string) {
	for _, v := range i.Values {
		values = append(values, fmt.Sprintf("%s %s %d=%s", v.Unit.Key, v.Indicator.Key, v.Day, shown(v.Cell)))
	}
	for _, r := range i.Refused {
		refused = append(refused, r.At+" "+r.Reason.Code)
	}
	for _, l := range i.Left {
		left = append(left, l.At+" "+l.Reason.Code)
	}
	return values, refused, left
}

// titledSheet is a sheet whose title stands merged over its table.
func titledSheet(name, title string, rows [][]any) workbook.Sheet {
	s := sheetOf(name, rows)
	s.Title = title
	return s
}

type sheetCase struct {
	name, sheet, title string
	rows               [][]any
	values             []string
	refused            []string
	left               []string
}

func (c sheetCase) run(t *testing.T) {
	w, p := dailyCity(t)
	if c.sheet == "" {
		c.sheet = "Sheet1"
	}
	i := readAir(t, w, august, xlsxOf(t, workbook.Book{Sheets: []workbook.Sheet{titledSheet(c.sheet, c.title, c.rows)}}))
	values, refused, left := brief(i)
	for what, pair := range map[string][2][]string{"values": {c.values, values}, "refused": {c.refused, refused}, "left": {c.left, left}} {
		if diff := cmp.Diff(pair[0], pair[1]); diff != "" {
			t.Errorf("%s: %s", what, diff)
		}
	}
	for _, r := range append(slices.Clone(i.Refused), i.Left...) {
		if said := p.Text.Error(r.Reason); strings.Contains(said, "<no value>") || strings.Contains(said, "import.") || !strings.Contains(said, "；") && !strings.Contains(said, "，") {
			t.Errorf("%s: %s", r.At, said)
		}
	}
	if len(c.refused) == 0 {
		if _, err := w.StoreImport(context.Background(), i, ImportChoice{}); err != nil {
			t.Error(err)
		}
	}
}

func TestImportADayARow(t *testing.T) {
	for _, c := range []sheetCase{
		{name: "every way of writing a date", rows: [][]any{{"日期", "单位", "县区", "PM2.5"},
			{"2019-08-01", "甲镇", "东县", 1}, {"2019/8/2", "甲镇", "东县", 2}, {"2019年8月3日", "甲镇", "东县", 3}, {"8月4日", "甲镇", "东县", 4},
			{"5", "甲镇", "东县", 5}, {6, "甲镇", "东县", 6}, {"7日", "甲镇", "东县", 7}, {"2019.8.8", "甲镇", "东县", 8}, {"20190809", "甲镇", "东县", 9},
			{"２０１９－０８－１０", "甲镇", "东县", 10}, {"8/11", "甲镇", "东县", 11}, {"8月12日（星期一）", "甲镇", "东县", 12}, {"2019-08-13 00:00:00", "甲镇", "东县", 13}, {"31日", "甲镇", "东县", 31}},
			values: []string{"jia pm25 1=1", "jia pm25 2=2", "jia pm25 3=3", "jia pm25 4=4", "jia pm25 5=5", "jia pm25 6=6", "jia pm25 7=7", "jia pm25 8=8", "jia pm25 9=9", "jia pm25 10=10", "jia pm25 11=11", "jia pm25 12=12", "jia pm25 13=13", "jia pm25 31=31"}},
		{name: "what is no date", rows: [][]any{{"日期", "单位", "PM2.5"},
			{"43678", "乙镇", 1}, {43678, "乙镇", 1}, {"19-08-01", "乙镇", 1}, {"1/8/19", "乙镇", 1}, {"2019-08-01 13:00", "乙镇", 1}, {"", "乙镇", 1}, {"32", "乙镇", 1}, {0, "乙镇", 1}, {"8.1", "乙镇", 1}, {"一日", "乙镇", 1}, {"2019-13-01", "乙镇", 1}},
			refused: []string{"A2 import.date_serial", "A3 import.date_serial", "A4 import.date_short_year", "A5 import.date_short_year", "A6 import.date_hour", "A7 import.no_date", "A8 import.not_a_date", "A9 import.not_a_date", "A10 import.not_a_date", "A11 import.not_a_date", "A12 import.not_a_date"}},
		{name: "of another month", rows: [][]any{{"日期", "单位", "PM2.5"}, {"2019-07-31", "乙镇", 1}, {"2019-08-31", "乙镇", 2}, {"9月1日", "乙镇", 3}, {"2018-08-01", "乙镇", 4}},
			values: []string{"yi pm25 31=2"}, refused: []string{"A2 import.date_other_month", "A4 import.date_other_month", "A5 import.date_other_month"}},
		{name: "a day twice", rows: [][]any{{"日期", "单位", "PM2.5", "PM10"}, {1, "乙镇", 1, 5}, {"8月1日", "乙镇", 2, 5}},
			values: []string{"yi pm25 1=1", "yi pm10 1=5"}, refused: []string{"C3 import.twice"}, left: []string{"D3 import.left_twice"}},
		{name: "means and totals beneath", rows: [][]any{{"日期", "单位", "PM2.5"}, {1, "乙镇", 1}, {"月均值", "乙镇", 1}, {"", "合计", 1}, {1, "全市平均", 9}, {"", "", ""}},
			values: []string{"yi pm25 1=1"}, left: []string{"A3 import.left_total", "B4 import.left_total", "B5 import.left_total"}},
		{name: "what is calculated", rows: [][]any{{"序号", "监测日期", "点位名称", "PM2.5", "AQI", "首要污染物", "空气质量类别", "O3_1h", "PM2.5分指数"}, {1, 1, "乙镇", 1, 30, "—", "优", 88, 2}},
			values: []string{"yi pm25 1=1"}, left: []string{"A1 import.left_calculated", "E1 import.left_calculated", "F1 import.left_calculated", "G1 import.left_calculated", "H1 import.left_calculated", "I1 import.left_calculated"}},
		{name: "four states", rows: [][]any{{"日期", "单位", "PM2.5"}, {1, "乙镇", 0}, {2, "乙镇", "无数据"}, {3, "乙镇", "不参评"}, {4, "乙镇", ""}, {5, "乙镇", "—"}},
			values: []string{"yi pm25 1=0", "yi pm25 2=no_data", "yi pm25 3=not_assessed"}, refused: []string{"C6 import.dash_unclear"}},
		{name: "the unit in the sheet's name", sheet: "乙镇", title: "2019年8月环境空气质量日报", rows: [][]any{{"时间", "SO₂", "NO2(μg/m³)", "可吸入颗粒物（PM10）", "PM₂.₅", "一氧化碳", "O₃-8h"}, {1, 1, 2, 3, 4, "0.5", 6}},
			values: []string{"yi so2 1=1", "yi no2 1=2", "yi pm10 1=3", "yi pm25 1=4", "yi co 1=0.5", "yi o3 1=6"}},
		{name: "the unit in the title", title: "某市东县乙乡2019年8月空气质量日均值统计表", rows: [][]any{{"日期", "PM2.5日均值（μg/m³）", "臭氧8小时"}, {1, 4, 6}}, values: []string{"yi pm25 1=4", "yi o3 1=6"}},
		{name: "one of two of a name, by the title's county", sheet: "甲镇", title: "西县 2019年8月", rows: [][]any{{"日期", "PM2.5"}, {1, 4}}, values: []string{"bing pm25 1=4"}},
		{name: "one of two of a name", sheet: "甲镇", rows: [][]any{{"日期", "PM2.5"}, {1, 4}}, refused: []string{"A1 unit.ambiguous"}},
		{name: "two units in name and title", sheet: "乙镇", title: "丁镇2019年8月", rows: [][]any{{"日期", "PM2.5"}, {1, 4}}, refused: []string{"A2 import.sheet_units"}},
		{name: "no unit at all", rows: [][]any{{"日期", "PM2.5"}, {1, 4}}, refused: []string{"A1 import.sheet_unit"}},
		{name: "a longer name is no unit of the register", title: "乙镇代管区2019年8月", rows: [][]any{{"日期", "PM2.5"}, {1, 4}}, refused: []string{"A2 import.sheet_unit"}},
		{name: "units of one name", rows: [][]any{{"日期", "乡镇", "县区", "PM2.5"}, {1, "甲镇", "东县", 1}, {1, "甲镇", "西县", 2}, {1, "甲镇", "", 3}},
			values: []string{"jia pm25 1=1", "bing pm25 1=2"}, refused: []string{"B4 unit.ambiguous"}},
		{name: "a row of measures", rows: [][]any{{"日期", "单位", "PM2.5", "CO"}, {"", "", "μg/m3", "（mg/m³）"}, {1, "乙镇", 4, "#0.5"}}, values: []string{"yi pm25 1=4", "yi co 1=0.5"}},
		{name: "a form's empty rows and notes", rows: [][]any{{"日期", "单位", "PM2.5"}, {1, "乙镇", 4}, {"2019-09-31", "乙镇", ""}, {"注：日均值，单位μg/m³。", "", ""}, {"制表人", "", ""}}, values: []string{"yi pm25 1=4"}, left: []string{"A4 import.left_note", "A5 import.left_note"}},
		{name: "too many decimals and bounds", rows: [][]any{{"日期", "单位", "PM2.5", "PM10"}, {1, "乙镇", "#4.5", -1}, {2, "乙镇", 5000, "5,0"}},
			refused: []string{"C2 number.too_many_decimals", "D2 value.below", "C3 value.above", "D3 number.not_a_number"}},
	} {
		t.Run(c.name, c.run)
	}
}

func TestImportADayAColumn(t *testing.T) {
	for _, c := range []sheetCase{
		{name: "the indicator in a column", rows: [][]any{{"单位", "县区", "指标", "1日", "2", "8月3日", "2019-08-04", "平均"}, {"甲镇", "东县", "PM2.5", 1, 2, 3, 4, 2}, {"甲镇", "东县", "AQI", 1, 2, 3, 4, 2}, {"甲镇", "西县", "O₃_8h", "", 0, "无数据", "", ""}},
			values: []string{"jia pm25 1=1", "jia pm25 2=2", "jia pm25 3=3", "jia pm25 4=4", "bing o3 2=0", "bing o3 3=no_data"}, left: []string{"H1 import.left_calculated", "C3 import.left_calculated"}},
		{name: "the indicator in the sheet's name", sheet: "PM₁₀", rows: [][]any{{"单位", "1号", "2号"}, {"乙镇", 1, 2}, {"合计", 1, 2}}, values: []string{"yi pm10 1=1", "yi pm10 2=2"}, left: []string{"A3 import.left_total"}},
		{name: "the indicator in the title", title: "2019年8月各乡镇细颗粒物（PM2.5）日均浓度（μg/m³）", rows: [][]any{{"单位", "1", "2"}, {"乙镇", 1, 2}}, values: []string{"yi pm25 1=1", "yi pm25 2=2"}},
		{name: "the unit in the title", sheet: "乙镇", rows: [][]any{{"污染物", "1", "2"}, {"CO(mg/m³)", "0.5", "0.6"}, {"SO2", 5, 6}}, values: []string{"yi co 1=0.5", "yi co 2=0.6", "yi so2 1=5", "yi so2 2=6"}},
		{name: "two indicators", sheet: "PM10", title: "PM2.5", rows: [][]any{{"单位", "1", "2"}, {"乙镇", 1, 2}}, refused: []string{"A2 import.sheet_indicators"}},
		{name: "no indicator", rows: [][]any{{"单位", "1", "2"}, {"乙镇", 1, 2}}, refused: []string{"A1 import.sheet_indicator"}},
		{name: "ozone's hour is not its eight hours", sheet: "O3_1h", rows: [][]any{{"单位", "1", "2"}, {"乙镇", 1, 2}}, refused: []string{"A1 import.unknown_listed"}},
		{name: "an unknown indicator in its column", rows: [][]any{{"单位", "项目", "1"}, {"乙镇", "TSP", 1}, {"乙镇", "巡查次数", 1}}, refused: []string{"B2 import.unknown_listed", "B3 indicator.not_by_day"}},
		{name: "days of another month, and 43678", sheet: "PM10", rows: [][]any{{"单位", "1", "7月31日", "43678"}, {"乙镇", 1, 2, 3}, {"丁镇", 1, "", ""}},
			values: []string{"yi pm10 1=1", "ding pm10 1=1"}, refused: []string{"C2 import.bad_day_column", "D2 import.bad_day_column"}},
		{name: "a day twice", sheet: "PM10", rows: [][]any{{"单位", "1", "8月1日"}, {"乙镇", 1, 2}, {"丁镇", 1, 1}}, values: []string{"yi pm10 1=1", "ding pm10 1=1"}, refused: []string{"C2 import.twice"}, left: []string{"C3 import.left_twice"}},
	} {
		t.Run(c.name, c.run)
	}
}

// A form has 31 columns: in a month of 30 days the last stands empty, or its values are refused.
func TestImportAFormOf31Days(t *testing.T) {
	header, full, empty := []any{"单位"}, []any{"乙镇"}, []any{"丁镇"}
	for day := 1; day <= 31; day++ {
		header, full = append(header, fmt.Sprint(day, "日")), append(full, day)
		if empty = append(empty, day); day == 31 {
			empty[day] = ""
		}
	}
	for i, h := range header {
		header[i] = strings.ReplaceAll(h.(string), " ", "")
	}
	w, _ := dailyCity(t)
	i := readAir(t, w, month.Of(2019, 9), xlsxOf(t, workbook.Book{Sheets: []workbook.Sheet{sheetOf("PM10", [][]any{header, full, empty})}}))
	if len(i.Values) != 60 || len(i.Refused) != 1 || i.Refused[0].At != "AF2" || i.Refused[0].Reason.Code != "import.bad_day_column" {
		t.Errorf("%d values, refused %+v", len(i.Values), i.Refused)
	}
	if i = readAir(t, w, august, xlsxOf(t, workbook.Book{Sheets: []workbook.Sheet{sheetOf("PM10", [][]any{header, full})}})); len(i.Values) != 31 || len(i.Refused) != 0 {
		t.Errorf("%d values, refused %+v", len(i.Values), i.Refused)
	}
}

func TestImportRefusesAHeaderOfDays(t *testing.T) {
	for _, c := range []struct {
		name, code, says string
		rows             [][]any
	}{
		{"an unknown column", "import.unknown_header", "TSP", [][]any{{"日期", "单位", "PM2.5", "TSP"}, {1, "乙镇", 1, 2}}},
		{"a derived column", "import.derived_header", "综合指数", [][]any{{"日期", "单位", "综合指数"}, {1, "乙镇", 1}}},
		{"a month's indicator", "import.not_by_day_header", "巡查次数", [][]any{{"日期", "单位", "PM2.5", "巡查次数"}, {1, "乙镇", 1, 2}}},
		{"ozone twice", "import.header_twice", "O3_8h", [][]any{{"日期", "单位", "O3", "O3_8h"}, {1, "乙镇", 1, 2}}},
		{"a mean of ozone, which it has not", "import.unknown_header", "O3日均值", [][]any{{"日期", "单位", "O3日均值"}, {1, "乙镇", 1}}},
		{"in milligrams", "import.other_measure", "mg/m3", [][]any{{"日期", "单位", "PM2.5(mg/m3)"}, {1, "乙镇", 1}}},
		{"an indicator among days", "import.header_among_days", "PM10", [][]any{{"单位", "1日", "PM10"}, {"乙镇", 1, 2}}},
		{"a column without a header", "import.no_header", "C2", [][]any{{"日期", "单位", "", "PM10"}, {1, "乙镇", 1, 2}}},
		{"names of a day in a month's sheet", "import.unknown_header", "PM2.5日均值", [][]any{{"单位", "PM2.5日均值"}, {"乙镇", 1}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			w, p := dailyCity(t)
			i, err := w.ReadImport(context.Background(), ImportRequest{Program: "air", Month: august, Path: xlsx(t, c.rows)})
			err = headerFault(t, w, i, err)
			refused(t, err, c.code)
			if said := p.Text.Error(err); !strings.Contains(said, c.says) || strings.Contains(said, "<no value>") {
				t.Error(said)
			}
		})
	}
}

// The month may come from the dates alone; dates of two months do not settle it.
func TestImportMonthOfDates(t *testing.T) {
	ctx := context.Background()
	w, _ := dailyCity(t)
	for name, c := range map[string]struct {
		rows [][]any
		code string
	}{
		"one month":        {[][]any{{"日期", "单位", "PM2.5"}, {"2019-08-01", "乙镇", 1}, {"2", "乙镇", 2}}, ""},
		"one month, above": {[][]any{{"单位", "指标", "2019-08-01", "2019-08-02"}, {"乙镇", "PM2.5", 1, 2}}, ""},
		"two months":       {[][]any{{"日期", "单位", "PM2.5"}, {"2019-08-01", "乙镇", 1}, {"2019-09-01", "乙镇", 2}}, "import.month_needed"},
		"no year":          {[][]any{{"日期", "单位", "PM2.5"}, {"8月1日", "乙镇", 1}}, "import.month_needed"},
	} {
		i, err := w.ReadImport(ctx, ImportRequest{Program: "air", Path: xlsx(t, c.rows)})
		refused(t, err, c.code)
		if err == nil && (i.Month != august || len(i.Values) != 2) {
			t.Errorf("%s: %+v", name, i)
		}
	}
}

// A workbook may hold months and days; what is stored stands where it belongs.
func TestImportMonthsAndDays(t *testing.T) {
	ctx := context.Background()
	w, _ := dailyCity(t)
	i := readAir(t, w, august, xlsxOf(t, workbook.Book{Sheets: []workbook.Sheet{
		sheetOf("月值", [][]any{{"单位", "PM2.5", "优良天数"}, {"乙镇", 35, 20}}),
		sheetOf("说明", [][]any{{"填表说明"}, {"略"}}),
		sheetOf("日值", [][]any{{"日期", "单位", "PM2.5"}, {1, "乙镇", 30}, {2, "乙镇", 40}}),
	}}))
	if _, refused, left := brief(i); len(i.Values) != 4 || i.Days() != 2 || refused != nil || !slices.Equal(left, []string{"A1 import.left_sheet"}) {
		t.Fatalf("%+v", i)
	}
	if r, err := w.StoreImport(ctx, i, ImportChoice{}); err != nil || r.New != 4 {
		t.Fatal(r, err)
	}
	m := loaded(t, w, "air", august)
	days, err := w.Days(ctx, m)
	if err != nil {
		t.Fatal(err)
	}
	got := []string{shown(days.Value(1, "pm25", "yi")), shown(days.Value(2, "pm25", "yi")), m.Table.Value("pm25", "yi").Number.String(), m.Table.Value("good", "yi").Number.String()}
	if !slices.Equal(got, []string{"30", "40", "35", "20"}) {
		t.Error(got)
	}
}

func TestExportOfDaysComesBack(t *testing.T) {
	ctx := context.Background()
	w, _ := dailyCity(t)
	b := Batch{Program: "air", Source: models.SourceTyped}
	add := func(day int, indicator, unit, value string) {
		b.Edits = append(b.Edits, Edit{Indicator: indicator, Unit: unit, Period: august.Day(day), Cell: content(value)})
	}
	for day := 1; day <= 31; day++ {
		for _, key := range []string{"so2", "no2", "pm10", "pm25", "o3"} {
			add(day, key, "jia", fmt.Sprint(day*5))
		}
		add(day, "co", "jia", fmt.Sprintf("%d.%d", day%3, day%10))
	}
	add(1, "pm25", "yi", "0")
	add(2, "pm25", "yi", "no_data")
	add(3, "pm25", "yi", "not_assessed")
	add(31, "co", "bing", "0.4")
	add(0, "pm25", "jia", "33")
	applied(t, w, b)
	file := filepath.Join(t.TempDir(), "out.xlsx")
	if err := w.WriteExport(ctx, "air", august, file); err != nil {
		t.Fatal(err)
	}
	for name, path := range map[string]string{"as written": file, "saved by LibreOffice": office(t, file)} {
		i := readAir(t, w, 0, path)
		if i.Unchanged != len(b.Edits) || i.New+i.Changed+len(i.Refused)+len(i.Left) != 0 || i.Days() != len(b.Edits)-1 {
			t.Errorf("%s: %d of %d the same, %d new, %d changed, refused %+v, left %+v", name, i.Unchanged, len(b.Edits), i.New, i.Changed, i.Refused, i.Left)
		}
		other, _ := dailyCity(t)
		i = readAir(t, other, 0, path)
		if r, err := other.StoreImport(ctx, i, ImportChoice{}); err != nil || r.New != len(b.Edits) {
			t.Errorf("%s: %+v, %v", name, r, err)
		}
	}
}
