package app

import (
	"context"
	"strings"
	"testing"
	"testing/fstest"

	"yueping/models"
	"yueping/models/fault"
	"yueping/models/month"
)

const twoTowns = `
units:
  - {key: city, kind: city, name: 某市}
  - {key: east, kind: county, name: 东县, parent: city}
  - {key: a, kind: township, name: 甲镇, parent: east}
  - {key: b, kind: township, name: 乙镇, parent: east}
`

const dusty = `
key: p
name: 空气
groups: [{key: all, name: 乡镇, members: [a, b]}]
indicators:
  - {key: pm10, name: PM10, from_days: mean}
  - {key: pm25, name: PM2.5, from_days: mean, day_decimals: 1}
  - {key: valid_days, name: 有效天数, from_days: valid_days}
  - {key: idx, name: 指数, decimals: 2, formula: "index(pm10, pm25)"}
schemes:
  - {key: s, name: 指数排名, keys: [{indicator: idx, order: ascending}]}
`

// dustyTown is two towns with the same figures in March and April 2026, March by day as well, and March verified.
// With sub-indices rounded 甲镇 has 0.77 + 0.77 = 1.54, without 1.53.
func dustyTown(t *testing.T) *Workspace {
	t.Helper()
	const values = "unit,county,indicator,value\n甲镇,,pm10,46\n甲镇,,pm25,23\n乙镇,,pm10,60\n乙镇,,pm25,33\n"
	folder := fstest.MapFS{"units.yaml": {Data: []byte(twoTowns)}, "p.yaml": {Data: []byte(dusty)},
		"observations/p-2026-03.csv":      {Data: []byte(values)},
		"observations/p-2026-04.csv":      {Data: []byte(values)},
		"observations/p-2026-03-days.csv": {Data: []byte("unit,county,day,indicator,value\n甲镇,,1,pm10,46\n甲镇,,1,pm25,22.5\n甲镇,,31,pm25,23.5\n乙镇,,3,pm10,无数据\n")}}
	w := opened(t, params(t), folder)
	if err := w.Verify(context.Background(), "p", march, ""); err != nil {
		t.Fatal(err)
	}
	return w
}

var march = month.Of(2026, 3)

// changedDusty loads the program with pieces of it replaced, pair by pair.
func changedDusty(t *testing.T, w *Workspace, dry bool, pairs ...string) (*CityLoad, error) {
	t.Helper()
	source := dusty
	for i := 0; i < len(pairs); i += 2 {
		if !strings.Contains(source, pairs[i]) {
			t.Fatalf("no %q", pairs[i])
		}
		source = strings.Replace(source, pairs[i], pairs[i+1], 1)
	}
	return w.LoadCity(context.Background(), fstest.MapFS{"units.yaml": {Data: []byte(twoTowns)}, "p.yaml": {Data: []byte(source)}}, dry, UnitChange{})
}

// ranked writes the ranking of a month: names with values, and who is left out why.
func ranked(t *testing.T, w *Workspace, at month.Month) string {
	t.Helper()
	r, err := w.Ranking(context.Background(), "p", at, "s")
	if err != nil {
		t.Fatal(err)
	}
	var parts []string
	for _, g := range r.Groups {
		for _, row := range g.Rows {
			parts = append(parts, row.Name+" "+row.Values[0].String())
		}
		for _, e := range g.Excluded {
			parts = append(parts, e.Name+" "+e.Note)
		}
	}
	return strings.Join(parts, ", ")
}

// What is not dated of the air changes all months at once: refused where a verified month would rank otherwise.
func TestLoadKeepsRoundingOfVerifiedMonths(t *testing.T) {
	w := dustyTown(t)
	_, err := changedDusty(t, w, false, "groups:", "air: {round_sub_indices: false}\ngroups:")
	if f := fault.All(err); fault.CodeOf(err) != "city.would_change" || f[0].Args["month"] != "2026-03" {
		t.Errorf("%v", err)
	}
	if got := ranked(t, w, march); got != "甲镇 1.54, 乙镇 2.1" {
		t.Error(got)
	}
	if err := w.Reopen(context.Background(), "p", march, "", "规则调整"); err != nil {
		t.Fatal(err)
	}
	if _, err := changedDusty(t, w, false, "groups:", "air: {round_sub_indices: false}\ngroups:"); err != nil {
		t.Fatal(err)
	}
	if got := ranked(t, w, march); got != "甲镇 1.53, 乙镇 2.1" {
		t.Error(got)
	}
}

// Weights and conditions are dated: the verified month keeps its own, the next has the new ones.
func TestLoadDatesWeightsAndConditions(t *testing.T) {
	const was = "甲镇 1.54, 乙镇 2.1"
	w := dustyTown(t)
	steps := []struct {
		name  string
		pairs []string
		want  string // of the next month
	}{
		{"weights", []string{"groups:", "air: {weights: {pm25: 2}}\ngroups:"}, "甲镇 2.31, 乙镇 3.2"},
		{"other weights, from long ago", []string{"groups:", "air: {weights: [{from: 2020-01, value: {pm10: 0}}]}\ngroups:"}, "甲镇 0.77, 乙镇 1.1"},
		{"no weights", nil, was},
		{"a condition", []string{"order: ascending}]}", "order: ascending}], exclude_if: [{rule: pm25 > 30, reason: 过高}]}"}, "甲镇 1.54, 乙镇 过高"},
		{"a percentile that no month has", []string{"groups:", "air: {percentile: nearest_rank}\ngroups:"}, was},
		{"another statistic", []string{"from_days: mean, day_decimals", "from_days: max, day_decimals"}, was},
		{"more decimals of a day", []string{"day_decimals: 1", "day_decimals: 2"}, was},
	}
	for _, s := range steps {
		if _, err := changedDusty(t, w, false, s.pairs...); err != nil {
			t.Fatalf("%s: %v", s.name, err)
		}
		if got := ranked(t, w, march); got != was {
			t.Errorf("%s: the verified month has %s", s.name, got)
		}
		if got := ranked(t, w, march+1); got != s.want {
			t.Errorf("%s: the next month has %s, want %s", s.name, got, s.want)
		}
		if again, err := changedDusty(t, w, false, s.pairs...); err != nil || len(again.Changes) > 0 {
			t.Errorf("%s: loading twice changes %v, %v", s.name, again, err)
		}
	}
}

// Weights that a verified month was calculated with stay its own after the files have none.
func TestLoadEndsWeights(t *testing.T) {
	w := dustyTown(t)
	weighted := []string{"groups:", "air: {weights: {pm25: 2}}\ngroups:"}
	if _, err := changedDusty(t, w, false, weighted...); err != nil {
		t.Fatal(err)
	}
	if err := w.Verify(context.Background(), "p", march+1, ""); err != nil {
		t.Fatal(err)
	}
	if _, err := changedDusty(t, w, false); err != nil {
		t.Fatal(err)
	}
	if got := ranked(t, w, march+1); got != "甲镇 2.31, 乙镇 3.2" {
		t.Error(got)
	}
	terms := loaded(t, w, "p", march+2).Program.Air.Weights
	if weights, has := terms.At(march + 2); !has || len(weights) != 0 {
		t.Errorf("%+v", terms)
	}
	if again, err := changedDusty(t, w, false); err != nil || len(again.Changes) > 0 {
		t.Errorf("loading twice changes %v, %v", again, err)
	}
}

// Stored values by day stay within reach: their decimals and their statistic cannot go, as long as they are there.
func TestLoadKeepsDays(t *testing.T) {
	w := dustyTown(t)
	for _, c := range []struct {
		name, old, now, code string
	}{
		{"fewer decimals than a day has", ", day_decimals: 1", "", "city.decimals_with_values"},
		{"no days any more", "name: PM2.5, from_days: mean, day_decimals: 1", "name: PM2.5", "city.days_with_values"},
		{"days that are counted", "name: PM10, from_days: mean", "name: PM10, from_days: good_days", "city.days_with_values"},
		{"other decimals of the month", "name: PM10,", "name: PM10, decimals: 1,", "city.decimals_with_values"},
		{"no count of days", ", from_days: valid_days", "", ""},
	} {
		if _, err := changedDusty(t, w, true, c.old, c.now); fault.CodeOf(err) != c.code {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	ctx := context.Background()
	if err := w.Reopen(ctx, "p", march, "", "规则调整"); err != nil {
		t.Fatal(err)
	}
	batch := Batch{Program: "p", Source: models.SourceTyped}
	for _, day := range []int{1, 31} {
		batch.Edits = append(batch.Edits, Edit{Indicator: "pm25", Unit: "a", Period: march.Day(day), Cell: content("23")})
	}
	if _, err := w.Apply(ctx, batch); err != nil {
		t.Fatal(err)
	}
	if _, err := changedDusty(t, w, true, ", day_decimals: 1", ""); err != nil {
		t.Errorf("no day has decimals any more: %v", err)
	}
}
