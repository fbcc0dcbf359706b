package city

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"yueping/models"
	"yueping/models/air"
	"yueping/models/month"
	"yueping/models/number"
)

// airy is the small city with values by day, settings of the air and a condition in its program.
func airy(t *testing.T) fstest.MapFS {
	t.Helper()
	folder := changed(t, "count.yaml", "note: 虚构", "air: {round_sub_indices: false, percentile: nearest_rank, weights: [{value: {pm25: 0.5, o3: 50%}}, {from: 2026-03, value: {}}]}")
	text := string(folder["count.yaml"].Data)
	for _, pair := range [][2]string{
		{"decimals: 12}", "decimals: 12}\n  - {key: pm25, name: PM2.5, from_days: p95, day_decimals: 1, thousandfold: 20.5}\n" +
			"  - {key: rate2, name: 比率, measure: \"%\", decimals: 2, from_days: mean, day_decimals: 0}\n  - {key: bad, name: 污染天数, from_days: level4_days}"},
		{"    ties: competition", "    exclude_if:\n      - {rule: bad < days_needed() or within_limits(last_year(pm25)), reason: 天数不足}\n      - {rule: \"rate > 0.5\", reason: 不参加}"},
	} {
		text = strings.Replace(text, pair[0], pair[1], 1)
	}
	folder["count.yaml"] = &fstest.MapFile{Data: []byte(text)}
	return folder
}

// What a program says of air and days is read, and comes back from the files as it was.
func TestAirIsReadAndWritten(t *testing.T) {
	before, err := Load(airy(t))
	if err != nil {
		t.Fatal(err)
	}
	equal := cmp.Comparer(func(a, b number.Number) bool { return a.Cmp(b) == 0 })
	p := &before.Programs[0]
	half := number.MustParse("0.5")
	want := models.AirTerms{Unrounded: true, NearestRank: true, Weights: month.Dated[air.Weights]{{Value: air.Weights{air.PM25: half, air.O3: half}}, {From: month.Of(2026, 3), Value: air.Weights{}}}}
	if diff := cmp.Diff(want, p.Air, equal); diff != "" {
		t.Error(diff)
	}
	if i := p.Indicator("pm25"); i.FromDays != "p95" || i.DayDecimals != 1 || i.Thousandfold == nil || i.Thousandfold.String() != "20.5" {
		t.Errorf("%+v", i)
	}
	if i := p.Indicator("rate2"); i.FromDays != "mean" || i.DayDecimals != 0 || i.Decimals != 2 {
		t.Errorf("%+v", i)
	}
	if i := p.Indicator("level"); i.DayDecimals != 12 || i.FromDays != "" {
		t.Errorf("without days the decimals of days are those of the month: %+v", i)
	}
	if terms, _ := p.Schemes[0].At(month.Of(2019, 10)); !slices.Equal(terms.ExcludeIf, []models.Condition{{Rule: "bad < days_needed() or within_limits(last_year(pm25))", Reason: "天数不足"}, {Rule: "rate > 0.5", Reason: "不参加"}}) {
		t.Errorf("%+v", terms.ExcludeIf)
	}
	if diff := cmp.Diff(before.Programs, reloaded(t, before).Programs, equal); diff != "" {
		t.Error(diff)
	}
}

func reloaded(t *testing.T, c *City) *City {
	t.Helper()
	files, err := Files(c)
	if err != nil {
		t.Fatal(err)
	}
	folder := fstest.MapFS{}
	for name, content := range files {
		folder[name] = &fstest.MapFile{Data: content}
	}
	back, err := Load(folder)
	if err != nil {
		t.Fatalf("%v\n%s", err, files["count.yaml"])
	}
	return back
}

// Weights of one value for all time, and of nothing, come back as they were; the usual settings are not
// written at all.
func TestWeightsComeBack(t *testing.T) {
	for name, weights := range map[string]month.Dated[air.Weights]{
		"none":   nil,
		"always": month.Always(air.Weights{air.SO2: number.FromInt(2)}),
		"all 1":  month.Always(air.Weights{}),
		"later":  {{From: month.Of(2027, 1), Value: air.Weights{air.CO: number.FromInt(0)}}},
	} {
		c := &City{Units: []models.Unit{{Key: "c", Kind: models.KindCity, Names: month.Always("某市")}},
			Programs: []models.Program{{Key: "count", Name: "考评", Air: models.AirTerms{Weights: weights}}}}
		if got := reloaded(t, c).Programs[0].Air; !cmp.Equal(weights, got.Weights, cmp.Comparer(func(a, b number.Number) bool { return a.Cmp(b) == 0 })) {
			t.Errorf("%s: %+v", name, got)
		}
	}
	if len(airFields(models.AirTerms{})) > 0 {
		t.Error("the usual settings are written")
	}
}

// What differs in them is shown field by field.
func TestAirChangesAreShown(t *testing.T) {
	folder := airy(t)
	before, err := Load(folder)
	if err != nil {
		t.Fatal(err)
	}
	text := string(folder["count.yaml"].Data)
	for _, pair := range [][2]string{{"percentile: nearest_rank, ", ""}, {"thousandfold: 20.5", "thousandfold: 30"}, {"from_days: mean, day_decimals: 0", "from_days: max, day_decimals: 0"}, {"天数不足", "天数太少"}} {
		text = strings.Replace(text, pair[0], pair[1], 1)
	}
	folder["count.yaml"] = &fstest.MapFile{Data: []byte(text)}
	now, err := Load(folder)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, c := range Changes(before, now) {
		got = append(got, fmt.Sprint(c.Kind, " ", c.Key, ": ", c.Field))
	}
	if want := []string{"program count: air", "indicator pm25: thousandfold", "indicator rate2: from_days", "scheme closing: exclude_if"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

// Files with values by day: read by their name, with a day in each line.
func TestDaysAreRead(t *testing.T) {
	folder := airy(t)
	const name = "observations/count-2019-02-days.csv"
	folder[name] = &fstest.MapFile{Data: []byte("# 虚构\nunit,county,day,indicator,value\n甲镇,东县,28,pm25,1.5\n乙镇,,1,pm25,无数据\n")}
	c, err := Load(folder)
	if err != nil {
		t.Fatal(err)
	}
	want := ObservationFile{Name: name, Program: "count", Month: month.Of(2019, 2), Days: true, Rows: []ObservationRow{
		{Line: 3, Unit: "甲镇", County: "东县", Day: 28, Indicator: "pm25", Value: "1.5"}, {Line: 4, Unit: "乙镇", Day: 1, Indicator: "pm25", Value: "无数据"}}}
	if diff := cmp.Diff(want, c.Observations[0]); diff != "" || len(c.Observations) != 2 || c.Observations[1].Days {
		t.Error(diff)
	}
	for _, bad := range []struct{ name, text, want string }{
		{name, "unit,county,day,indicator,value\n甲镇,东县,29,pm25,1\n", "city.observation_day@" + name + ":2:1"},
		{name, "unit,county,day,indicator,value\n甲镇,东县,0,pm25,1\n", "city.observation_day@" + name + ":2:1"},
		{name, "unit,county,day,indicator,value\n甲镇,东县,,pm25,1\n", "city.observation_day@" + name + ":2:1"},
		{name, "unit,county,day,indicator,value\n甲镇,东县,pm25,1\n", "city.observation_fields@" + name + ":2:1"},
		{name, "unit,county,indicator,value\n甲镇,东县,pm25,1\n", "city.observation_header@" + name + ":1:1"},
		{"observations/count-2019-02.csv", "unit,county,day,indicator,value\n", "city.observation_header@observations/count-2019-02.csv:1:1"},
		{"observations/count-2019-02-day.csv", "", "city.observation_name@observations/count-2019-02-day.csv:1:1"},
		{"observations/none-2019-02-days.csv", "", "city.observation_name@observations/none-2019-02-days.csv:1:1"},
		{"observations/-days.csv", "", "city.observation_name@observations/-days.csv:1:1"},
	} {
		folder := airy(t)
		folder[bad.name] = &fstest.MapFile{Data: []byte(bad.text)}
		_, err := Load(folder)
		if got := places(err); !slices.Equal(got, []string{bad.want}) {
			t.Errorf("%s %q: %q", bad.name, bad.text, got)
		}
	}
}

// Who gets made-up values by day must be there.
func TestTargetDaysAreProved(t *testing.T) {
	for text, want := range map[string][]string{
		"{groups: [towns], units: [jia]}": nil,
		"{units: [jia]}":                  nil,
		"{groups: [none]}":                {"city.unknown_group@sample.yaml:2:70"},
		"{units: [jia, nan]}":             {"city.unknown_unit@sample.yaml:2:75"},
		"{units: []}":                     {"city.empty_list@sample.yaml:2:69"},
		"{}":                              {"city.missing_key@sample.yaml:2:61"},
	} {
		folder := airy(t)
		folder["sample.yaml"] = &fstest.MapFile{Data: []byte("seed: 1\nmonths: [{program: count, month: 2019-09, ranges: [], days: " + text + "}]\n")}
		c, err := Load(folder)
		if got := places(err); !slices.Equal(got, want) {
			t.Errorf("%s: %q", text, got)
		}
		if err == nil && (!c.MadeUp[0].Days.Has("", "jia") || c.MadeUp[0].Days.Has("", "yi")) {
			t.Errorf("%s: %+v", text, c.MadeUp[0].Days)
		}
	}
}
