package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"yueping/app/text"
	"yueping/app/workbook"
	"yueping/models/number"
)

var airAugust = []string{"--program", "air", "--month", "2019-08"}

// airTown is a data folder of a made-up city whose air is measured by day.
func airTown(t *testing.T) *bench {
	t.Helper()
	b := newBench(t, text.Default)
	b.must("init", "--city", filepath.Join("..", "testdata", "days"))
	return b
}

// sheet writes a workbook of one sheet; what reads as a number is a number cell.
func (b *bench) sheet(name string, rows ...[]string) string {
	b.t.Helper()
	s := workbook.Sheet{Name: "日报"}
	for _, title := range rows[0] {
		s.Columns = append(s.Columns, workbook.Column{Title: title, Decimals: 1})
	}
	for _, row := range rows[1:] {
		var cells []workbook.Cell
		for _, v := range row {
			cell := workbook.Words(v)
			if n, err := number.Parse(v); err == nil {
				cell = workbook.Figure(n)
			}
			cells = append(cells, cell)
		}
		s.Rows = append(s.Rows, cells)
	}
	var out bytes.Buffer
	if err := workbook.Write(&out, workbook.Book{Sheets: []workbook.Sheet{s}}, time.Unix(0, 0)); err != nil {
		b.t.Fatal(err)
	}
	if err := os.WriteFile(b.path(name), out.Bytes(), 0o600); err != nil {
		b.t.Fatal(err)
	}
	return b.path(name)
}

func decoded[T any](t *testing.T, text string) T {
	t.Helper()
	var v T
	if err := json.Unmarshal([]byte(text), &v); err != nil {
		t.Fatal(err, text)
	}
	return v
}

func TestDaysFromImportToMonth(t *testing.T) {
	b := airTown(t)
	rows := [][]string{{"日期", "单位", "SO2", "NO2", "PM10", "PM2.5", "CO", "O3_8h"}}
	for day := 1; day <= 28; day++ {
		rows = append(rows, []string{fmt.Sprintf("2019-08-%02d", day), "乙镇", "10", "20", "60", "40", "0.5", "120"})
	}
	rows = append(rows, []string{"2019-08-29", "丁镇", "10", "20", "60", "80", "0.5", "120"}, []string{"平均", "", "10", "20", "60", "40", "0.5", "120"})
	file := b.sheet("a.xlsx", rows...)

	preview := decoded[imported](t, b.must("import", file, "--program", "air", "--dry-run", "--format", "json"))
	if len(preview.Values) != 29*6 || preview.Values[6].Day != 2 || preview.Month != "2019-08" || len(preview.Left) != 1 || preview.Stored {
		t.Fatalf("%+v", preview)
	}
	said := b.must("import", file, "--program", "air")
	for _, want := range []string{"未读入 日报!A31“平均”", "其中日值174个，月值0个", "新增174"} {
		if !contains(said, want) {
			t.Errorf("%s lacks %s", said, want)
		}
	}

	days := decoded[unitDays](t, b.must(append([]string{"days", "--unit", "丁镇", "--format", "json"}, airAugust...)...))
	d := days.Days[28]
	if len(days.Days) != 31 || d.AQI == nil || *d.AQI != 107 || d.Level != "light" || d.Word != "轻度污染" || !slices.Equal(d.Primary, []string{"pm25"}) || len(d.Findings) != 1 || d.Findings[0].Level != "warning" {
		t.Errorf("%+v", d)
	}
	if days.ValidDays != 1 || days.NeededDays != 27 || days.Days[0].AQI != nil {
		t.Errorf("%+v", days)
	}
	shown := b.must(append([]string{"days", "--unit", "丁镇"}, airAugust...)...)
	for _, want := range []string{"80 (107)", "轻度污染", "请核实：PM2.5不应大于PM10", "有效天数1（需27天，不足）", "未填报"} {
		if !contains(shown, want) {
			t.Errorf("%s lacks %s", shown, want)
		}
	}

	// All decimals of an indicator, as in a sheet: 1.0 beside 0.5.
	b.must(append([]string{"set", "--unit", "丁镇", "--indicator", "co", "--day", "29", "1"}, airAugust...)...)
	if whole := b.must(append([]string{"days", "--unit", "丁镇"}, airAugust...)...); !contains(whole, "1.0 (25)") {
		t.Error(whole)
	}

	dry := b.must(append([]string{"fill", "--dry-run"}, airAugust...)...)
	if !contains(dry, "天数不足：西县丁镇只有1天，需27天") || !contains(dry, "新增 东县乙镇“PM2.5” 40（28天）") || !contains(dry, "未存入") {
		t.Error(dry)
	}
	b.must(append([]string{"set", "--unit", "乙镇", "--indicator", "pm25", "41"}, airAugust...)...)
	one := decoded[filling](t, b.must(append([]string{"fill", "--unit", "乙乡", "--format", "json"}, airAugust...)...))
	if one.New != 6 || one.Changed != 1 || !one.Stored || len(one.Short) != 0 {
		t.Errorf("%+v", one)
	}
	for _, v := range one.Values {
		if v.Indicator == "pm25" && (v.Old != "41" || v.Value != "40" || v.Change != "changed") || v.Indicator == "good" && v.Value != "28" {
			t.Errorf("%+v", v)
		}
	}
	if again := decoded[filling](t, b.must(append([]string{"fill", "--format", "json", "--unit", "乙镇"}, airAugust...)...)); again.Unchanged != 7 || again.New+again.Changed != 0 {
		t.Errorf("%+v", again)
	}
}

func TestSetADay(t *testing.T) {
	b := airTown(t)
	set := func(rest ...string) []string {
		return append(append([]string{"set", "--unit", "甲镇", "--county", "东县", "--indicator", "pm25"}, airAugust...), rest...)
	}
	if said := b.must(set("--day", "5", "63")...); !contains(said, "2019年8月5日") || !contains(said, "未报 → 63") {
		t.Error(said)
	}
	if said := b.must(set("--day", "5", "0")...); !contains(said, "63 → 0") {
		t.Error(said)
	}
	b.must(set("--day", "5", "无数据")...)
	if said := b.must(set("--day", "5", "--clear")...); !contains(said, "无数据 → 未报") {
		t.Error(said)
	}
	b.refused(Could, set("--day", "32", "5"), "2019-08没有32日")
	b.refused(Could, set("--day", "0", "--clear"), "没有0日")
	b.refused(Could, set("--day", "-1", "5"), "没有-1日")
	b.refused(Usage, set("--day", "x", "5"), "--day")
	b.refused(Could, append([]string{"set", "--unit", "乙镇", "--indicator", "visits", "--day", "1", "5"}, airAugust...), "没有日值")
	b.refused(Could, append([]string{"fill"}, airAugust...), "没有可汇总的日值")
	b.refused(Usage, append([]string{"fill", "--county", "东县"}, airAugust...), "--unit")
	c := sample(t)
	c.refused(Could, []string{"days", "--program", "communities", "--month", "2019-10", "--unit", "许昌市"}, "没有按日填报的指标")
}

func TestImportThousandths(t *testing.T) {
	b := airTown(t)
	file := b.sheet("a.xlsx", []string{"日期", "单位", "CO"}, []string{"8月1日", "乙镇", "850"}, []string{"8月2日", "乙镇", "600"})
	o := b.run(append([]string{"import", file}, airAugust...)...)
	if o.code != Could || !contains(o.stdout, "--thousandth co") || !contains(o.stdout, "CO有2个值") || strings.Count(o.stderr, "\n") != 1 {
		t.Errorf("%+v", o)
	}
	asked := decoded[imported](t, b.must(append([]string{"import", file, "--dry-run", "--format", "json"}, airAugust...)...))
	if len(asked.Thousandfold) != 1 || asked.Thousandfold[0].Indicator != "co" || asked.Thousandfold[0].Count != 2 || asked.Thousandfold[0].Example.Cell != "C2" {
		t.Errorf("%+v", asked)
	}
	said := b.must(append([]string{"import", file, "--thousandth", "co"}, airAugust...)...)
	for _, want := range []string{"日报!C2 东县乙镇“CO”：850 ÷ 1000 → 0.8（修约）", "除以1000的值2个，其中修约1个", "新增2"} {
		if !contains(said, want) {
			t.Errorf("%s lacks %s", said, want)
		}
	}
	b.refused(Could, append([]string{"import", file, "--thousandth", "x"}, airAugust...), "x", "co")
}
