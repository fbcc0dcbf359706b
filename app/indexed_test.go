package app

import (
	"context"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"yueping/models"
	"yueping/models/month"
)

const airTowns = `key: air
name: 空气
groups: [{key: towns, name: 乡镇, members: [a, b, c, d]}]
indicators:
  - {key: so2, name: SO2}
  - {key: no2, name: NO2}
  - {key: pm10, name: PM10}
  - {key: pm25, name: PM2.5}
  - {key: co, name: CO, decimals: 1}
  - {key: o3, name: O3}
  - {key: days, name: 有效天数, from_days: valid_days}
  - {key: dust, name: 颗粒物指数, decimals: 2, formula: "index(pm10, pm25)"}
  - {key: six, name: 综合指数, decimals: 2, formula: "index(so2, no2, pm10, pm25, co, o3)"}
  - {key: twice, name: 两倍, decimals: 2, formula: "2 * index(pm10, pm25)"}
  - {key: rate, name: 变化率, measure: "%", decimals: 1, formula: "(rounded(dust) - rounded(last_year(dust))) / rounded(last_year(dust))"}
schemes:
  - key: better
    name: 改善
    keys: [{indicator: rate, order: ascending}]
    exclude_if: [{rule: rate < 0 and pm25 > 31, reason: 试验}]
  - key: six
    name: 综合指数
    keys: [{indicator: six, order: ascending}]
    exclude_if: [{rule: days < days_needed(), reason: 有效监测天数不足}]
  - {key: dust, name: 颗粒物, keys: [{indicator: dust, order: ascending}]}
  - {key: twice, name: 两倍, keys: [{indicator: twice, order: ascending}]}
  - {key: pm10, name: PM10, keys: [{indicator: pm10, order: ascending}]}
  - {key: year, name: 本年, period: year_to_date, accumulate: mean, keys: [{indicator: dust, order: ascending}]}
`

// airCity has air of a year before and after each change of the rules; in 2025-08 and 2026-08 the same.
func airCity(t *testing.T) *Workspace {
	t.Helper()
	folder := fstest.MapFS{"units.yaml": {Data: []byte(fourTowns)}, "p.yaml": {Data: []byte(airTowns)}}
	for at, dust := range map[string][2]string{"2017-11": {"70", "35"}, "2018-11": {"70", "35"}, "2025-08": {"70", "35"}, "2026-08": {"60", "30"}} {
		text := "unit,county,indicator,value\n"
		for _, unit := range []string{"甲镇", "乙镇", "丁镇"} {
			for _, line := range []string{"so2,6", "no2,20", "co,1.2", "o3,80", "pm10," + dust[0], "pm25," + dust[1]} {
				if unit == "乙镇" && line == "pm25,"+dust[1] {
					line = "pm25,33"
				}
				text += unit + ",," + line + "\n"
			}
		}
		text += "丁镇,,days,12\n"
		folder["observations/air-"+at+".csv"] = &fstest.MapFile{Data: []byte(text)}
	}
	return opened(t, params(t), folder)
}

func airLineup(t *testing.T, w *Workspace, scheme, at string) (*Compared, Lineup) {
	t.Helper()
	c, err := w.CompareRanking(context.Background(), "air", month.MustParse(at), scheme)
	if err != nil {
		t.Fatal(err)
	}
	return c, CompareLineups(w.text, c)[0]
}

// flat writes a lineup as lines of cells, its notes last.
func flat(l Lineup) string {
	var lines []string
	titles := make([]string, len(l.Columns))
	for i, c := range l.Columns {
		titles[i] = c.Title
	}
	lines = append(lines, strings.Join(titles, "|"))
	for _, r := range l.Rows {
		cells := make([]string, len(r.Cells))
		for i, c := range r.Cells {
			cells[i] = c.Text
		}
		lines = append(lines, strings.Join(cells, "|"))
	}
	return strings.Join(append(lines, l.Notes...), "\n")
}

func TestLineupOfIndex(t *testing.T) {
	w := airCity(t)
	for _, c := range []struct{ name, scheme, at, want string }{
		{"joint main pollutants, changed limits", "dust", "2026-08", `名次|单位|县区|PM10|PM2.5|颗粒物指数|主要污染物|比上年同月|同比（同口径）
1|甲镇|东县|60|30|2.00|PM10、PM2.5|升1（0.00，0.0%）|升1（-0.34，-14.5%）
1|丁镇|西县|60|30|2.00|PM10、PM2.5|升1（0.00，0.0%）|升1（-0.34，-14.5%）
3|乙镇|东县|60|33|2.10|PM2.5|降2（+0.16，+8.2%）|降2（-0.17，-7.5%）
未参加排名：西县丙镇（PM10未报、PM2.5未报）。
与2025年8月相比：PM10、PM2.5限值已由GB 3095-2012（70、35）改为GB 3095-2026 过渡阶段（60、30），两期数值不能直接比较。“同比（同口径）”一栏重算了2025年8月：按本月的限值。`},
		{"another state, nothing that can be converted", "dust", "2018-11", `名次|单位|县区|PM10|PM2.5|颗粒物指数|主要污染物|比上年同月
1|乙镇|东县|70|33|1.94|PM10|平（0.00，0.0%）
2|甲镇|东县|70|35|2.00|PM10、PM2.5|平（0.00，0.0%）
2|丁镇|西县|70|35|2.00|PM10、PM2.5|平（0.00，0.0%）
未参加排名：西县丙镇（PM10未报、PM2.5未报）。
与2017年11月相比：2018年9月起气态污染物按参比状态（25℃）、颗粒物按实况报告，两期数值不能直接比较。2017年11月没有重算：PM10、PM2.5浓度无法换算，仍用当时的报告值。`},
		{"no index", "pm10", "2026-08", `名次|单位|县区|PM10|比上年同月
1|甲镇|东县|60|平（-10）
1|乙镇|东县|60|平（-10）
1|丁镇|西县|60|平（-10）
未参加排名：西县丙镇（未报）。`},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, l := airLineup(t, w, c.scheme, c.at)
			if diff := cmp.Diff(strings.Split(c.want, "\n"), strings.Split(flat(l), "\n")); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestLineupAcrossReferenceStates(t *testing.T) {
	w := airCity(t)
	c, l := airLineup(t, w, "six", "2018-11")
	text := flat(l)
	for _, want := range []string{
		"同比（同口径）",
		"西县丁镇（有效监测天数不足）",
		"“同比（同口径）”一栏重算了2017年11月：SO2、NO2、CO、O3浓度已换算到同一状态；PM10、PM2.5浓度无法换算，仍用当时的报告值。",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %s in\n%s", want, text)
		}
	}
	// Gases of a year ago were measured in colder, denser air: recalculated they are less.
	published, based := c.LastYear.Moves["a"], c.LastYear.Based["a"]
	if published.Value.Sign() != 0 || based.Value.Sign() <= 0 {
		t.Errorf("published %s, on one basis %s", published.Value, based.Value)
	}
}

// What an index of several months, or a figure made of one, is made of is not told as this month's.
func TestIndexBehindARanking(t *testing.T) {
	w := airCity(t)
	for scheme, want := range map[string]string{"dust": "itself", "twice": "behind", "pm10": "none", "year": "none"} {
		c, l := airLineup(t, w, scheme, "2026-08")
		got, x := "none", c.Index()
		if x != nil {
			got = "behind"
		}
		if x != nil && x.Itself {
			got = "itself"
		}
		if got != want {
			t.Errorf("%s: %s", scheme, got)
		}
		if strings.Contains(flat(l), "主要污染物") != (want != "none") {
			t.Errorf("%s: %s", scheme, flat(l))
		}
		if strings.Contains(flat(l), "%") != (want == "itself") {
			t.Errorf("%s: a change in per cent: %s", scheme, flat(l))
		}
	}
	// A main pollutant of a unit without all its concentrations would be a guess.
	c, _ := airLineup(t, w, "dust", "2026-08")
	if x := c.Index(); x.Of("c") != nil || len(x.Of("a").Parts) != 2 {
		t.Error("parts of a unit that is not ranked")
	}
}

func TestBaselessChange(t *testing.T) {
	w := airCity(t)
	at := month.MustParse("2025-08").Whole()
	zero := Batch{Program: "air", Source: models.SourceTyped, Edits: []Edit{
		{Indicator: "pm10", Unit: "a", Period: at, Cell: content("0")}, {Indicator: "pm25", Unit: "a", Period: at, Cell: content("0")}}}
	applied(t, w, zero)
	c, l := airLineup(t, w, "dust", "2026-08")
	if _, known := Change(c.LastYear.Moves["a"]); known || !strings.Contains(flat(l), "PM2.5|平（+2.00）|平（+2.00）") {
		t.Error(flat(l))
	}
}

// A ranking by a rate of change compares two months itself: that is said even where nothing else is compared.
func TestRateAcrossChangedLimits(t *testing.T) {
	w := airCity(t)
	c, l := airLineup(t, w, "better", "2026-08")
	words := map[string]string{}
	for _, r := range l.Rows {
		words[r.Cells[1].Text] = r.Cells[len(r.Cells)-1].Text
	}
	if l.Columns[len(l.Columns)-1].Title != "同口径" || words["甲镇"] != "第1名（-14.5%）" || words["乙镇"] != "不参加排名" {
		t.Error(flat(l))
	}
	note := "变化率所比较的月份口径不一：PM10、PM2.5限值不同。“同口径”一栏按本月口径重算：按本月的限值。"
	if !strings.Contains(flat(l), note) {
		t.Error(flat(l))
	}
	alone := Lineups(w.text, c.Month, c.Ranking)[0]
	if text := flat(alone); strings.Contains(text, "同口径”") || !strings.Contains(text, "变化率所比较的月份口径不一：PM10、PM2.5限值不同，不能直接比较。") {
		t.Error(text)
	}
}
