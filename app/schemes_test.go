package app

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"yueping/models"
	"yueping/models/appraise"
	"yueping/models/fault"
	"yueping/models/month"
)

const fourTowns = `units:
  - {key: city, kind: city, name: 全市}
  - {key: east, kind: county, name: 东县, parent: city}
  - {key: west, kind: county, name: 西县, parent: city}
  - {key: a, kind: township, name: 甲镇, parent: east}
  - {key: b, kind: township, name: 乙镇, parent: east}
  - {key: c, kind: township, name: 丙镇, parent: west}
  - {key: d, kind: township, name: 丁镇, parent: west}
`

const manySchemes = `key: p
name: 业务
groups:
  - {key: old, name: 老镇, members: [a, b]}
  - {key: new, name: 新镇, members: [c, d]}
indicators:
  - {key: done, name: 办结, accumulate: sum}
  - {key: due, name: 应办, accumulate: sum}
  - {key: rate, name: 办结率, measure: "%", decimals: 2, formula: done / due}
  - {key: dust, name: 粉尘}
schemes:
  - {key: groups, name: 组内, keys: [{indicator: rate, order: descending}]}
  - {key: county, name: 县内, within: county, keys: [{indicator: rate, order: descending}]}
  - key: all
    name: 全部
    within: all
    keys: [{indicator: dust, order: ascending}]
    lists:
      - {key: half, name: 后一半, side: worst, by: percent, threshold: 50%}
      - {key: dusty, name: 粉尘重, side: worst, by: threshold, threshold: 40, holds: at_least}
      - {key: last, name: 末位, side: worst, by: rows, count: 1}
      - {key: last-split, name: 末位分开, side: worst, by: rows, count: 1, ties: split}
  - {key: rates, name: 全部率, within: all, keys: [{indicator: rate, order: descending}]}
  - {key: sum, name: 名次之和, within: all, sum_of: [all, rates]}
  - {key: year-mean, name: 本年平均, within: all, period: year_to_date, accumulate: mean, keys: [{indicator: rate, order: descending}]}
  - {key: year-again, name: 本年重算, within: all, period: year_to_date, accumulate: recompute, keys: [{indicator: rate, order: descending}]}
  - {key: quarter, name: 本季合计, within: all, period: quarter, accumulate: sum, keys: [{indicator: done, order: descending}]}
  - key: dated
    name: 有期限
    versions:
      - from: 2019-05
        keys: [{indicator: dust, order: ascending}]
        grades: [{groups: [old], bands: [{min: 30, grade: 重}, {min: 0, grade: 轻}]}]
        exclude: [{unit: d, reason: 停产}]
      - from: 2019-06
        ended: true
`

// town makes the city of four towns with figures of 2019-04 and 2019-05.
func town(t *testing.T) *Workspace {
	t.Helper()
	figures := map[string][]string{
		"2019-04": {"甲镇,done,1", "甲镇,due,2", "乙镇,done,90", "乙镇,due,100", "丙镇,done,8", "丙镇,due,10", "丁镇,done,1", "丁镇,due,1"},
		"2019-05": {"甲镇,done,99", "甲镇,due,100", "乙镇,done,1", "乙镇,due,10", "丙镇,done,8", "丙镇,due,10", "丁镇,due,10",
			"甲镇,dust,20", "乙镇,dust,40", "丙镇,dust,30", "丁镇,dust,40"},
	}
	folder := fstest.MapFS{"units.yaml": {Data: []byte(fourTowns)}, "p.yaml": {Data: []byte(manySchemes)}}
	for m, lines := range figures {
		text := "unit,county,indicator,value\n"
		for _, l := range lines {
			unit, rest, _ := strings.Cut(l, ",")
			text += unit + ",," + rest + "\n"
		}
		folder["observations/p-"+m+".csv"] = &fstest.MapFile{Data: []byte(text)}
	}
	return opened(t, params(t), folder)
}

// told writes a ranking as one line: groups, ranks, values, lists and who is left out.
func told(t *testing.T, w *Workspace, r *appraise.Ranking) string {
	t.Helper()
	var parts []string
	for _, g := range r.Groups {
		line := g.Group.Name + ":"
		for _, row := range g.Rows {
			line += fmt.Sprintf(" %d%s=%s", row.Rank, row.Name, r.Keys[0].Shown(row.Values[0]))
			if len(row.Lists) > 0 {
				line += "[" + strings.Join(row.Lists, ",") + "]"
			}
			if row.Grade != "" {
				line += "(" + row.Grade + ")"
			}
		}
		for _, e := range g.Excluded {
			line += " -" + e.Name + "(" + ReasonWords(w.text, e) + ")"
		}
		parts = append(parts, line)
	}
	return strings.Join(parts, " | ")
}

func TestSchemesOfEveryKind(t *testing.T) {
	w := town(t)
	may := month.MustParse("2019-05")
	for scheme, want := range map[string]string{
		"groups": "老镇: 1甲镇=99% 2乙镇=10% | 新镇: 1丙镇=80% -丁镇(办结未报)",
		"county": "东县: 1甲镇=99% 2乙镇=10% | 西县: 1丙镇=80% -丁镇(办结未报)",
		"all":    "老镇、新镇: 1甲镇=20 2丙镇=30 3乙镇=40[half,dusty,last] 3丁镇=40[half,dusty,last,last-split]",
		"rates":  "老镇、新镇: 1甲镇=99% 2丙镇=80% 3乙镇=10% -丁镇(办结未报)",
		"sum":    "老镇、新镇: 1甲镇=2 2丙镇=4 3乙镇=6 -丁镇(全部率未报)",
		// 甲镇 (50% + 99%) / 2; 丁镇 has one month.
		"year-mean": "老镇、新镇: 1丁镇=100% 2丙镇=80% 3甲镇=74.5% 4乙镇=50%",
		// 甲镇 100/102; 丁镇's done of May is missing, so its sum is.
		"year-again": "老镇、新镇: 1甲镇=98.04% 2乙镇=82.73% 3丙镇=80% -丁镇(办结未报)",
		"quarter":    "老镇、新镇: 1甲镇=100 2乙镇=91 3丙镇=16 -丁镇(未报)",
		"dated":      "老镇: 1甲镇=20(轻) 2乙镇=40(重) | 新镇: 1丙镇=30 -丁镇(停产)",
	} {
		r, err := w.Ranking(context.Background(), "p", may, scheme)
		if err != nil {
			t.Fatal(scheme, err)
		}
		if got := told(t, w, r); got != want {
			t.Errorf("%s: %s\nwant %s", scheme, got, want)
		}
	}
	for _, m := range []month.Month{may - 1, may + 1} {
		if _, err := w.Ranking(context.Background(), "p", m, "dated"); fault.CodeOf(err) != "scheme.not_yet" {
			t.Errorf("%s: %v", m, err)
		}
	}
}

func TestCompareWithLastMonth(t *testing.T) {
	w := town(t)
	c, err := w.CompareRanking(context.Background(), "p", month.MustParse("2019-05"), "rates")
	if err != nil {
		t.Fatal(err)
	}
	for unit, want := range map[string]string{"a": "升3（+49%）", "b": "降1（-80%）", "c": "升1（0%）"} {
		if got := MovementWords(w.text, c.Ranking.Keys[0], c.LastMonth.Moves[unit]); got != want {
			t.Errorf("%s: %s, want %s", unit, got, want)
		}
	}
	if c.LastYear != nil {
		t.Error("there is no last year to compare with")
	}
}

func TestSchemeIsTriedThenSaved(t *testing.T) {
	w, ctx, may := town(t), context.Background(), month.MustParse("2019-05")
	terms := models.SchemeTerms{Within: models.WithinAll, Ties: "ordinal", Keys: []models.SchemeKey{{Indicator: "dust", Descending: true}}}
	edit := SchemeEdit{Program: "p", Key: "all", Name: "全部", From: may, Terms: terms}
	_, tried, err := w.TryScheme(ctx, edit, may)
	if err != nil {
		t.Fatal(err)
	}
	want := "老镇、新镇: 1乙镇=40 2丁镇=40 3丙镇=30 4甲镇=20"
	if got := told(t, w, tried); got != want {
		t.Errorf("tried: %s", got)
	}
	if r, err := w.Ranking(ctx, "p", may, "all"); err != nil || strings.HasPrefix(told(t, w, r), want) {
		t.Error("trying a scheme stored it", err)
	}
	if err := w.SaveScheme(ctx, edit); err != nil {
		t.Fatal(err)
	}
	r, err := w.Ranking(ctx, "p", may, "all")
	if err != nil || told(t, w, r) != want {
		t.Error(err)
	}
	if r, err = w.Ranking(ctx, "p", may-1, "all"); err != nil || r.Terms.Ties != "competition" {
		t.Error("an older month lost its rule", err)
	}
	if err := w.Verify(ctx, "p", may, ""); err != nil {
		t.Fatal(err)
	}
	if err := w.SaveScheme(ctx, edit); fault.CodeOf(err) != "scheme.finished" {
		t.Errorf("a verified month's rule changed: %v", err)
	}
	bad := edit
	bad.Terms = models.SchemeTerms{Ties: "dense", SumOf: []string{"all", "sum"}, Period: models.PeriodQuarter, Groups: []string{"x"}, Lists: []models.List{{Key: "l", Name: "l", By: "rows"}}}
	_, _, err = w.TryScheme(ctx, bad, may)
	if n := len(fault.All(err)); n != 5 {
		t.Errorf("%d faults: %v", n, err)
	}
}

// TestLoadKeepsFinishedMonths loads changed files over a verified month: its ranking stays, the next
// month follows the new rules.
func TestLoadKeepsFinishedMonths(t *testing.T) {
	w, ctx, may := town(t), context.Background(), month.MustParse("2019-05")
	before, err := w.Ranking(ctx, "p", may, "rates")
	if err != nil {
		t.Fatal(err)
	}
	was := told(t, w, before)
	if err := w.Verify(ctx, "p", may, ""); err != nil {
		t.Fatal(err)
	}
	changed := strings.NewReplacer("done / due", "0.5 * done / due", "members: [a, b]", "members: [a]", "members: [c, d]", "members: [b, c, d]").Replace(manySchemes)
	renamed := strings.Replace(fourTowns, "甲镇", "新甲镇", 1)
	folder := fstest.MapFS{"units.yaml": {Data: []byte(renamed)}, "p.yaml": {Data: []byte(changed)}}
	dry, err := w.LoadCity(ctx, folder, true, UnitChange{})
	if err != nil || len(dry.Changes) == 0 || len(dry.Finished["p"]) != 1 {
		t.Fatal(dry, err)
	}
	if r, err := w.Ranking(ctx, "p", may+1, "groups"); err != nil || r.Groups[0].Excluded[0].Name != "甲镇" {
		t.Error("a dry run changed something", err)
	}
	if _, err := w.LoadCity(ctx, folder, false, UnitChange{}); err != nil {
		t.Fatal(err)
	}
	after, err := w.Ranking(ctx, "p", may, "rates")
	if err != nil || told(t, w, after) != was {
		t.Errorf("the verified month changed: %v %v", err, told(t, w, after))
	}
	next, err := w.Ranking(ctx, "p", may+1, "groups")
	if err != nil || told(t, w, next) != "老镇: -新甲镇(办结未报、应办未报) | 新镇: -乙镇(办结未报、应办未报) -丙镇(办结未报、应办未报) -丁镇(办结未报、应办未报)" {
		t.Errorf("%v %s", err, told(t, w, next))
	}
	again, err := w.LoadCity(ctx, folder, false, UnitChange{})
	if err != nil || len(again.Changes) != 0 {
		t.Errorf("loading twice changes %v %v", again.Changes, err)
	}
	files := map[string]*fstest.MapFile{}
	err = w.ExportCity(ctx, "", func(path string, content []byte) error {
		files[path] = &fstest.MapFile{Data: content}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if round, err := w.LoadCity(ctx, fstest.MapFS(files), false, UnitChange{}); err != nil || len(round.Changes) != 0 {
		t.Errorf("export and load: %v %v", round, err)
	}
	other := fstest.MapFS{"units.yaml": {Data: []byte(strings.Replace(fourTowns, "key: city,", "key: town,", 1))}, "p.yaml": {Data: []byte(manySchemes)}}
	if _, err := w.LoadCity(ctx, other, false, UnitChange{}); err == nil {
		t.Error("another city was loaded")
	}
}

// TestLineupShowsWhatIsRanked holds that the table of a sum of ranks, or of several months, shows the
// figures it ranks by and not those of the month.
func TestLineupShowsWhatIsRanked(t *testing.T) {
	w, ctx, may := town(t), context.Background(), month.MustParse("2019-05")
	for scheme, want := range map[string]string{"sum": "名次之和 2", "year-mean": "办结率 100.00%", "rates": "办结 99"} {
		m, err := w.Month(ctx, "p", may)
		if err != nil {
			t.Fatal(err)
		}
		r, err := m.Table.Rank(scheme)
		if err != nil {
			t.Fatal(err)
		}
		l := Lineups(w.text, m, r)[0]
		if got := l.Columns[3].Title + " " + l.Rows[0].Cells[3].Text; got != want {
			t.Errorf("%s: %s, want %s", scheme, got, want)
		}
	}
}

// TestGoneGroupStaysForFinishedMonths loads files without a group that a verified month was ranked in.
func TestGoneGroupStaysForFinishedMonths(t *testing.T) {
	w, ctx, may := town(t), context.Background(), month.MustParse("2019-05")
	before, err := w.Ranking(ctx, "p", may, "groups")
	if err != nil {
		t.Fatal(err)
	}
	was := told(t, w, before)
	if err := w.Verify(ctx, "p", may, ""); err != nil {
		t.Fatal(err)
	}
	gone := strings.NewReplacer("members: [a, b]", "members: [a, b, c, d]", "  - {key: new, name: 新镇, members: [c, d]}\n", "").Replace(manySchemes)
	if _, err := w.LoadCity(ctx, fstest.MapFS{"units.yaml": {Data: []byte(fourTowns)}, "p.yaml": {Data: []byte(gone)}}, false, UnitChange{}); err != nil {
		t.Fatal(err)
	}
	after, err := w.Ranking(ctx, "p", may, "groups")
	if err != nil || told(t, w, after) != was {
		t.Errorf("%v: %s, was %s", err, told(t, w, after), was)
	}
	for name, folder := range map[string]fstest.MapFS{
		"an indicator that ends before": {"units.yaml": {Data: []byte(fourTowns)}, "p.yaml": {Data: []byte(strings.Replace(manySchemes, "name: 粉尘}", "name: 粉尘, until: 2019-05}", 1))}},
		"another scope":                 {"units.yaml": {Data: []byte(fourTowns)}, "p.yaml": {Data: []byte(strings.Replace(manySchemes, "name: 粉尘}", "name: 粉尘, scope: [old]}", 1))}},
		"a unit that comes later":       {"units.yaml": {Data: []byte(strings.Replace(fourTowns, "name: 甲镇,", "name: 甲镇, from: 2019-06,", 1))}, "p.yaml": {Data: []byte(manySchemes)}},
	} {
		if _, err := w.LoadCity(ctx, folder, false, UnitChange{}); fault.CodeOf(err) != "city.finished" {
			t.Errorf("%s: %v", name, err)
		}
	}
	for name, folder := range map[string]fstest.MapFS{
		"another order among equals":        {"units.yaml": {Data: []byte(strings.Replace(fourTowns, "name: 丁镇,", "name: 丁镇, precedence: 1,", 1))}, "p.yaml": {Data: []byte(manySchemes)}},
		"an entered figure that is derived": {"units.yaml": {Data: []byte(fourTowns)}, "p.yaml": {Data: []byte(strings.Replace(manySchemes, "name: 粉尘}", "name: 粉尘, formula: due}", 1))}},
		"months that are put together anew": {"units.yaml": {Data: []byte(fourTowns)}, "p.yaml": {Data: []byte(strings.Replace(manySchemes, "name: 办结, accumulate: sum", "name: 办结, accumulate: mean", 1))}},
	} {
		if _, err := w.LoadCity(ctx, folder, true, UnitChange{}); fault.CodeOf(err) != "city.would_change" {
			t.Errorf("%s: %v", name, err)
		}
	}
	twice := fstest.MapFS{"units.yaml": {Data: []byte(strings.ReplaceAll(fourTowns, "east", "east2"))}, "p.yaml": {Data: []byte(manySchemes)}}
	if _, err := w.LoadCity(ctx, twice, true, UnitChange{}); err == nil {
		t.Error("a register that could not be read again was loaded")
	}
	swapped := strings.Replace(gone, "  - {key: rates,", "  - {key: moved,", 1)
	load, err := w.LoadCity(ctx, fstest.MapFS{"units.yaml": {Data: []byte(fourTowns)}, "p.yaml": {Data: []byte(strings.Replace(swapped, "sum_of: [all, rates]", "sum_of: [all, moved]", 1))}}, true, UnitChange{})
	if err != nil || len(load.Changes) == 0 {
		t.Error("a scheme of another key is no change", err)
	}
}
