package app

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"testing/fstest"

	"yueping/models"
	"yueping/models/fault"
	"yueping/models/month"
)

// Filling the sample's month from its days changes nothing: what is stored is what the days come to.
func TestSampleIsThatOfItsDays(t *testing.T) {
	w := sampleCity(t)
	f, err := w.PlanFilling(context.Background(), loaded(t, w, "township-air", month.Of(2019, 8)))
	if err != nil {
		t.Fatal(err)
	}
	if f.New != 0 || f.Changed != 0 || f.Unchanged != 12*9 {
		t.Errorf("%d new, %d changed, %d unchanged", f.New, f.Changed, f.Unchanged)
	}
	for _, v := range f.Values {
		if !v.Old.Equal(v.Cell) || v.Short {
			t.Errorf("%s %s: %s, the days give %s", v.Name, v.Indicator.Key, shown(v.Old), shown(v.Cell))
		}
	}
}

// The sample's counties are ranked by how they stand against the year before; who is within all limits and
// got worse is left out.
func TestSampleRanksImprovement(t *testing.T) {
	w := sampleCity(t)
	r, err := w.Ranking(context.Background(), "township-air", month.Of(2019, 8), "counties-improvement")
	if err != nil {
		t.Fatal(err)
	}
	g := r.Groups[0]
	if len(g.Rows) != 8 || len(g.Excluded) != 1 || g.Excluded[0].Unit.Key != "shifanqu" || g.Excluded[0].Note != "各项浓度均达标，不参加改善排名" {
		t.Errorf("%d ranked, left out %+v", len(g.Rows), g.Excluded)
	}
}

// Values by day of a city's files are stored as days, by the rules for days; each fault names its line.
func TestDaysOfACityAreStored(t *testing.T) {
	folder := func(lines string) fstest.MapFS {
		return fstest.MapFS{"units.yaml": {Data: []byte(twoTowns)}, "p.yaml": {Data: []byte(dusty)},
			"observations/p-2026-04-days.csv": {Data: []byte("unit,county,day,indicator,value\n" + lines)}}
	}
	w := opened(t, params(t), folder("甲镇,,1,pm25,22.5\n甲镇,东县,30,pm25,0\n乙镇,,30,pm25,无数据\n"))
	days, err := w.Days(context.Background(), loaded(t, w, "p", month.Of(2026, 4)))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		day        int
		unit, want string
	}{{1, "a", "22.5"}, {2, "a", ""}, {30, "a", "0"}, {30, "b", string(models.NoData)}} {
		if got := shown(days.Value(c.day, "pm25", c.unit)); got != c.want {
			t.Errorf("%s on day %d: %q, want %q", c.unit, c.day, got, c.want)
		}
	}
	for lines, want := range map[string][]string{
		"甲镇,,1,pm25,22.55\n甲镇,,2,pm10,22.5\n":        {"number.too_many_decimals:2", "number.too_many_decimals:3"},
		"甲镇,,1,valid_days,30\n":                      {"indicator.not_by_day:2"},
		"甲镇,,1,idx,2\n":                              {"indicator.not_by_day:2"},
		"甲镇,,1,pm25,2\n甲镇,,2,pm25,2\n甲镇,,1,pm25,3\n": {"city.observation_twice:4"},
		"丙镇,,1,pm25,2\n甲镇,,1,pm1,2\n":                {"unit.unknown:2", "indicator.unknown:3"},
	} {
		_, err := Create(context.Background(), params(t), folder(lines))
		var got []string
		for _, f := range fault.All(err) {
			got = append(got, fmt.Sprint(f.Code, ":", f.Args["line"]))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %v", lines, got)
		}
	}
}
