package app

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"yueping/models/month"
)

// TestExplainLines holds the words of an explanation against testdata/explained.txt: every kind of ranking,
// of list and of step. UPDATE_GOLDEN=1 writes the file anew.
func TestExplainLines(t *testing.T) {
	f := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
	files := fstest.MapFS{
		"units.yaml": f("units:\n  - {key: city, kind: city, name: 全市}\n  - {key: a, kind: county, name: 甲区, parent: city}\n  - {key: b, kind: county, name: 乙区, parent: city}\n  - {key: c, kind: county, name: 丙区, parent: city}\n"),
		"p.yaml": f(`key: p
name: 业务
groups:
  - {key: g, name: 组, members: [a, b, c]}
indicators:
  - {key: filed, name: 立案数, accumulate: sum}
  - {key: due, name: 应结数, accumulate: sum}
  - {key: closed, name: 结案数, accumulate: sum}
  - {key: points, name: 分档得分, formula: "band(filed; <=50: 100; <=100: 90; else: 0)"}
  - {key: rate, name: 结案率, measure: "%", decimals: 2, formula: closed / due}
  - {key: score, name: 得分, decimals: 2, formula: "deduct(closed / due, 90%, 20, 100) + if(filed > 10, round(closed / 3, 1), 5) + default(last_month(score), 1) + closed / sum(closed) + max(1, filed) + mean(due, all)"}
schemes:
  - {key: s, name: 得分排名, keys: [{indicator: score, order: descending}, {indicator: filed, order: ascending}], tie_keys: 1, ties: dense, lists: [{key: x, name: 前三成, side: best, by: percent, threshold: 30%}, {key: y, name: 达标, side: best, by: threshold, threshold: 20}, {key: z, name: 后一档, side: worst, by: levels, count: 1}]}
  - {key: q, name: 累计排名, keys: [{indicator: rate, order: descending}], ties: ordinal, period: year_to_date, accumulate: recompute, lists: [{key: w, name: 后1名, side: worst, by: rows, count: 1}]}
  - {key: m, name: 平均排名, keys: [{indicator: points, order: descending}], ties: competition, period: quarter, accumulate: mean}
  - {key: t, name: 综合排名, sum_of: [s, q], ties: competition}
escalation:
  - {key: hint, scheme: s, list: z, months: 1, action: 提示, ladder: a, step: 1}
  - {key: talk, scheme: s, list: z, months: 2, within: year, action: 约谈, addressee: 主任, ladder: a, step: 2, restart: true}
  - {key: both, scheme: s, list: z, also_scheme: q, also_list: w, months: 2, action: 通报批评, gap: bridge, successor: inherit}
  - {key: far, scheme: s, list: z, months: 3, within: 6, action: 督办, addressee: 书记}
`),
		"observations/p-2020-01.csv": f("unit,county,indicator,value\n甲区,,filed,40\n甲区,,due,30\n甲区,,closed,20\n乙区,,filed,60\n乙区,,due,30\n乙区,,closed,28\n丙区,,filed,60\n丙区,,due,30\n丙区,,closed,28\n"),
		"observations/p-2020-02.csv": f("unit,county,indicator,value\n甲区,,filed,50\n甲区,,due,33\n甲区,,closed,20\n乙区,,filed,61\n乙区,,due,30\n乙区,,closed,28\n丙区,,filed,61\n丙区,,due,30\n丙区,,closed,28\n"),
	}
	w := opened(t, params(t), files)
	var b strings.Builder
	for _, u := range []string{"甲区", "丙区"} {
		b.WriteString(explainedText(t, w, ExplainRequest{Program: "p", Month: month.Of(2020, 2), Unit: u}))
	}
	prove(t, w, "p", month.Of(2020, 2))
	got := strings.ReplaceAll(b.String(), noon.Local().Format("2006-01-02 15:04"), "TIME")
	golden := filepath.Join("testdata", "explained.txt")
	if os.Getenv("UPDATE_GOLDEN") != "" {
		if err := os.WriteFile(golden, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil || string(want) != got {
		t.Errorf("%v, it says\n%s", err, got)
	}
}
