package app

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"yueping/models"
	"yueping/models/month"
)

const formatUnits = `units:
  - {key: city, kind: city, name: 某市}
  - {key: west, code: "990002", kind: county, name: 西县, parent: city, precedence: 2}
  - {key: east, code: "990001", kind: county, name: 东县, parent: city, precedence: 1}
  - {key: a, kind: township, name: 甲镇, parent: west, precedence: 16}
  - {key: b, kind: township, name: 乙镇, parent: east, precedence: 15}
  - {key: c, kind: township, name: 丙镇, printed: 丙办, parent: west, precedence: 14}
  - {key: d, kind: township, name: 丁镇, parent: east, precedence: 13}
  - {key: e, kind: township, name: 戊镇, parent: west, precedence: 12}
  - {key: f, kind: township, name: 己镇, parent: east, precedence: 11}
  - {key: g, kind: department, name: 市甲局, parent: city, precedence: 31}
  - {key: h, kind: department, name: 市乙局, parent: city, precedence: 32}
`

const formatProgram = `key: p
name: 考评
groups:
  - {key: towns, name: 乡镇组, members: [a, b, c, d, e, f]}
  - {key: offices, name: 部门组, members: [g, h]}
indicators:
  - {key: due, name: 应结数, measure: 件}
  - {key: closed, name: 办结数, measure: 件}
  - {key: score, name: 得分, measure: 分, decimals: 2}
  - {key: rate, name: 结案率, measure: "%", decimals: 1, formula: closed / due}
schemes:
  - key: score
    name: 得分
    keys: [{indicator: score, order: descending}]
    ties: competition
    lists: [{key: last, name: 后2名, groups: [towns], side: worst, by: rows, count: 2}]
    grades: [{groups: [towns], bands: [{min: 90, grade: 优秀}, {min: 0, grade: 一般}]}]
    notes: [得分由高到低。]
  - {key: all, name: 总排名, within: all, keys: [{indicator: score, order: descending}], ties: competition}
  - {key: ranks, name: 名次和, sum_of: [score, rate]}
  - {key: rate, name: 结案率, keys: [{indicator: rate, order: descending}]}
  - {key: year, name: 本年, period: year_to_date, accumulate: mean, keys: [{indicator: score, order: descending}]}
`

const formatValues = `unit,county,indicator,value
甲镇,西县,score,95.5
乙镇,东县,score,90.25
丙镇,西县,score,90.25
丁镇,东县,score,80
戊镇,西县,score,70.5
己镇,东县,score,无数据
市甲局,,score,99
市乙局,,score,98.75
甲镇,西县,due,8
甲镇,西县,closed,7
乙镇,东县,due,3
乙镇,东县,closed,2
丙镇,西县,due,无数据
丁镇,东县,due,20
丁镇,东县,closed,0
戊镇,西县,due,40
戊镇,西县,closed,40
市甲局,,due,2
市甲局,,closed,1
`

func formatCity(t testing.TB) *Workspace {
	t.Helper()
	return opened(t, params(t), fstest.MapFS{"units.yaml": {Data: []byte(formatUnits)}, "p.yaml": {Data: []byte(formatProgram)},
		"observations/p-2019-10.csv": {Data: []byte(formatValues)},
		"observations/p-2019-09.csv": {Data: []byte("unit,county,indicator,value\n甲镇,西县,score,60\n乙镇,东县,score,61\n")}})
}

// tablesOf gives October in a format, a table below the other with its heading.
func tablesOf(t testing.TB, w *Workspace, scheme string, terms models.FormatTerms) string {
	t.Helper()
	f, err := w.TryFormat(context.Background(), models.SheetFormat{Program: "p", Name: "试", Terms: terms}, october, scheme)
	if err != nil {
		t.Fatal(err)
	}
	var tables []string
	for _, l := range f.Lineups {
		tables = append(tables, strings.TrimSpace(l.Heading+"\n"+flat(l)))
	}
	return strings.Join(tables, "\n")
}

// columnsOf reads columns: a content, an indicator behind @, a title with its formula behind =.
func columnsOf(texts ...string) []models.FormatColumn {
	var columns []models.FormatColumn
	for _, s := range texts {
		c := models.FormatColumn{Content: models.FormatContent(s)}
		if key, found := strings.CutPrefix(s, "@"); found {
			c = models.FormatColumn{Content: models.ContentIndicator, Key: key}
		}
		if title, formula, found := strings.Cut(s, "="); found {
			c = models.FormatColumn{Content: models.ContentFormula, Title: title, Formula: formula}
		}
		columns = append(columns, c)
	}
	return columns
}

func decimals(c models.FormatColumn, n int) models.FormatColumn {
	c.Decimals = &n
	return c
}

func TestFormatTables(t *testing.T) {
	w := formatCity(t)
	unit := columnsOf("unit", "@score")
	towns := []string{"towns"}
	for _, c := range []struct {
		name, scheme string
		terms        models.FormatTerms
		want         string
	}{
		{"renamed, reordered", "", models.FormatTerms{Groups: []string{"offices"}, Columns: []models.FormatColumn{{Content: "figure", Title: "分数"}, {Content: "unit", Title: "部门"}, {Content: "order"}}},
			"部门组\n分数|部门|序号\n99.00|市甲局|1\n98.75|市乙局|2\n得分由高到低。"},
		{"computed exactly, rounded once half to even, states kept", "", models.FormatTerms{Groups: towns, Columns: append(columnsOf("unit"),
			decimals(columnsOf("三分之一=score / 3")[0], 3), models.FormatColumn{Content: "formula", Title: "占比", Formula: "closed / due", Percent: true})},
			"乡镇组\n单位|三分之一|占比\n甲镇|31.833|88%\n丙镇|30.083|无数据\n乙镇|30.083|67%\n丁镇|26.667|0%\n戊镇|23.500|100%\n未参加排名：东县己镇（无数据）。\n得分由高到低。"},
		{"looks back, and over the group", "", models.FormatTerms{Groups: towns, Rows: "first", Count: 1, Plain: true, Columns: columnsOf("unit", "增=score - last_month(score)", "平均=mean(score, group)")},
			"乡镇组\n单位|增|平均\n甲镇|36|85"},
		{"other decimals come from the exact value", "rate", models.FormatTerms{Groups: towns, Plain: true, Columns: []models.FormatColumn{{Content: "unit"}, {Content: "indicator", Key: "rate"}, decimals(models.FormatColumn{Content: "indicator", Key: "rate"}, 3), decimals(models.FormatColumn{Content: "figure"}, 0)}},
			"乡镇组\n单位|结案率|结案率|结案率\n戊镇|100%|100%|100%\n甲镇|87.5%|87.5%|88%\n乙镇|66.7%|66.667%|67%\n丁镇|0%|0%|0%"},
		{"sorted by a number, ties by precedence, states last", "", models.FormatTerms{Groups: towns, Plain: true, Columns: columnsOf("rank", "unit", "@due"), Sort: []models.FormatSort{{Column: 2, Descending: true}}},
			"乡镇组\n名次|单位|应结数（件）\n5|戊镇|40\n4|丁镇|20\n1|甲镇|8\n2|乙镇|3\n2|丙办|无数据"},
		{"sorted by county in its order, then by rank", "", models.FormatTerms{Groups: towns, Plain: true, Columns: columnsOf("rank", "unit", "county"), Sort: []models.FormatSort{{Column: 2}, {Column: 0}}},
			"乡镇组\n名次|单位|县区\n2|乙镇|东县\n4|丁镇|东县\n1|甲镇|西县\n2|丙办|西县\n5|戊镇|西县"},
		{"sorted by words by pinyin, then by precedence", "", models.FormatTerms{Groups: towns, Plain: true, Columns: columnsOf("unit", "grade"), Sort: []models.FormatSort{{Column: 1}}},
			"乡镇组\n单位|等次\n戊镇|一般\n丁镇|一般\n丙办|优秀\n乙镇|优秀\n甲镇|优秀"},
		{"filtered, who cannot be judged is named", "", models.FormatTerms{Groups: towns, Columns: unit, Filter: "closed > 1 and score > 71"},
			"乡镇组\n单位|得分（分）\n甲镇|95.50\n乙镇|90.25\n不能判断是否符合筛选条件，未列出：西县丙镇。\n乡镇组参加排名的5个单位中列出2个，其余3个未列出。\n未参加排名：东县己镇（无数据）。\n得分由高到低。"},
		{"the first, ties whole", "", models.FormatTerms{Groups: towns, Columns: unit, Rows: "first", Count: 2, Plain: true}, "乡镇组\n单位|得分（分）\n甲镇|95.5\n丙办|90.25\n乙镇|90.25"},
		{"the last, ties whole", "", models.FormatTerms{Groups: towns, Columns: unit, Rows: "last", Count: 3, Plain: true}, "乡镇组\n单位|得分（分）\n丙办|90.25\n乙镇|90.25\n丁镇|80\n戊镇|70.5"},
		{"both ends", "", models.FormatTerms{Groups: towns, Columns: unit, Rows: "ends", Count: 1, Plain: true}, "乡镇组\n单位|得分（分）\n甲镇|95.5\n戊镇|70.5"},
		{"both ends meet", "", models.FormatTerms{Groups: towns, Columns: unit, Rows: "ends", Count: 3, Plain: true}, "乡镇组\n单位|得分（分）\n甲镇|95.5\n丙办|90.25\n乙镇|90.25\n丁镇|80\n戊镇|70.5"},
		{"listed, whole where there is no list", "", models.FormatTerms{Columns: columnsOf("unit", "lists"), Rows: "listed", Plain: true}, "乡镇组\n单位|列入\n丁镇|后2名\n戊镇|后2名\n部门组\n单位|列入\n市甲局|\n市乙局|"},
		{"together, with optional columns", "", models.FormatTerms{Together: true, Rows: "first", Count: 1, Words: []string{"自写附注。"},
			Columns: append(columnsOf("group", "unit", "moved"), models.FormatColumn{Content: "county", Optional: true}, models.FormatColumn{Content: "primary", Optional: true})},
			"组|单位|升降|县区\n乡镇组|甲镇|升1|西县\n部门组|市甲局|新|\n参加排名的7个单位中列出2个，其余5个未列出。\n未参加排名：东县己镇（无数据）。\n得分由高到低。\n自写附注。"},
		{"groups of a ranking over all", "all", models.FormatTerms{Groups: []string{"offices"}, Plain: true, Columns: columnsOf("rank", "unit")}, "乡镇组、部门组\n名次|单位\n1|市甲局\n2|市乙局"},
		{"a ranking of its own", "", models.FormatTerms{Scheme: "all", Rows: "first", Count: 1, Plain: true, Columns: columnsOf("unit", "figure")}, "乡镇组、部门组\n单位|得分（分）\n市甲局|99"},
		{"a period", "year", models.FormatTerms{Groups: towns, Rows: "first", Count: 1, Columns: columnsOf("unit", "figures")},
			"乡镇组\n单位|得分（分）\n丙镇|90.25\n乡镇组参加排名的5个单位中列出1个，其余4个未列出。\n统计时段：2019年1月至2019年10月，取各月平均。\n未参加排名：东县己镇（无数据）。"},
		{"a sum of ranks", "ranks", models.FormatTerms{Groups: towns, Rows: "first", Count: 1, Plain: true, Columns: columnsOf("unit", "figure", "last_month")}, "乡镇组\n单位|名次和|比上月\n甲镇|3|"},
		{"nobody", "", models.FormatTerms{Groups: towns, Columns: unit, Filter: "score > 1000"}, "乡镇组\n单位|得分（分）\n乡镇组参加排名的5个单位中列出0个，其余5个未列出。\n未参加排名：东县己镇（无数据）。\n得分由高到低。"},
	} {
		if diff := cmp.Diff(c.want, tablesOf(t, w, c.scheme, c.terms)); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}

// A title may be the format's own.
func TestFormatTitle(t *testing.T) {
	w := formatCity(t)
	f := models.SheetFormat{Program: "p", Terms: models.FormatTerms{Title: "{{.City}}{{.Month}}月{{.Scheme}}简表", Columns: columnsOf("unit")}}
	got, err := w.TryFormat(context.Background(), f, october, "")
	if err != nil || got.Title != "某市10月得分简表" {
		t.Error(got, err)
	}
}

// The notes beside a month's values, and the notices it earned, are columns, too.
func TestFormatRemarks(t *testing.T) {
	w := sampleCity(t)
	ctx := context.Background()
	august := month.MustParse("2019-08")
	m := loaded(t, w, "township-air", august)
	last := m.Table.Units[0]
	note := "仪器检修"
	_, err := w.Apply(ctx, Batch{Program: "township-air", Source: models.SourceTyped, remarks: []remark{{place: m.Place("pm10", last.Key), note: &note}}})
	if err != nil {
		t.Fatal(err)
	}
	f := models.SheetFormat{Program: "township-air", Terms: models.FormatTerms{Columns: columnsOf("unit", "notices", "note")}}
	got, err := w.TryFormat(ctx, f, august, "townships")
	if err != nil {
		t.Fatal(err)
	}
	text := flat(got.Lineups[0])
	name := m.Table.Roster.Name(last.Key)
	for _, want := range []string{fmt.Sprintf("%s||PM10：%s\n", name, note), "约谈"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %s in %s", want, text)
		}
	}
}

// Every column that a format can ask for has a title in words.
func TestFormatColumnsHaveTitles(t *testing.T) {
	w := formatCity(t)
	for content, key := range contentTitles {
		if title := w.text.T(key); title == key || title == "" {
			t.Errorf("%s is headed %q", content, title)
		}
	}
}
