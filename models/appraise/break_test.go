package appraise

import (
	"reflect"
	"strings"
	"testing"

	"yueping/models"
	"yueping/models/air"
	"yueping/models/month"
	"yueping/models/number"
)

func TestBreak(t *testing.T) {
	pm := pollutantsOf(air.PM10, air.PM25)
	for _, c := range []struct {
		name, formula, at, other string
		want                     air.Break
	}{
		{"across the new limits", "index(so2, no2, pm10, pm25, co, o3)", "2026-03", "2025-03", air.Break{Limits: pm, Weights: pollutantsOf(air.PM25)}},
		{"own pollutants only", "index(pm25, o3)", "2026-03", "2025-03", air.Break{Limits: pollutantsOf(air.PM25), Weights: pollutantsOf(air.PM25)}},
		{"none of them", "index(so2, co)", "2026-03", "2025-03", air.Break{}},
		{"in printing order", "index(pm25, pm10)", "2026-03", "2026-02", air.Break{Limits: pm, Weights: pollutantsOf(air.PM25)}},
		{"on the same side", "index(pm25, pm10)", "2027-03", "2026-03", air.Break{}},
		{"limits asked for", "if(within_limits(pm10), 1, 0)", "2026-03", "2025-03", air.Break{Limits: pollutantsOf(air.PM10)}},
		{"other state of gases", "index(so2, o3)", "2019-08", "2018-08", air.Break{Conditions: true}},
		{"other state of particulates alone", "index(pm10, pm25)", "2019-08", "2018-08", air.Break{Conditions: true}},
		{"through other indicators", "100 - 10 * y", "2026-03", "2025-03", air.Break{Limits: pollutantsOf(air.PM10)}},
		{"through the mean of all", "y / mean(y, all)", "2026-03", "2025-03", air.Break{Limits: pollutantsOf(air.PM10)}},
		{"a concentration has no limit", "pm25 * 1", "2026-03", "2025-03", air.Break{}},
		{"but a state", "pm25 * 1", "2019-08", "2018-08", air.Break{Conditions: true}},
		{"no air at all", "a + b", "2019-08", "2018-08", air.Break{}},
		{"itself last month", "default(last_month(x), 0) + index(pm10)", "2026-03", "2025-03", air.Break{Limits: pollutantsOf(air.PM10)}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := derived(station(t, c.formula), "y", "index(pm10)")
			s.Program.Air.Weights = month.Dated[air.Weights](nil).Put(month.Of(2026, 3), air.Weights{air.PM25: number.FromInt(2)})
			at, other := month.MustParse(c.at), month.MustParse(c.other)
			got := in(t, s, c.at, nil)
			if b := got.Break(at, other, "x"); !reflect.DeepEqual(b, c.want) {
				t.Errorf("%+v, want %+v", b, c.want)
			}
			if b := got.Break(other, at, "x"); !reflect.DeepEqual(b, c.want) {
				t.Errorf("the other way round: %+v", b)
			}
		})
	}
	s := station(t, "index(so2)")
	if b := in(t, s, "2019-08", nil).Break(month.Of(2019, 8), month.Of(2018, 8), "pm10"); !b.Conditions {
		t.Error("a concentration that is ranked itself")
	}
	if b := in(t, s, "2019-08", nil).Break(month.Of(2019, 8), month.Of(2018, 8), "nobody", "a"); b.Any() {
		t.Errorf("%+v", b)
	}
}

// A rate of change compares two months by itself.
func TestInside(t *testing.T) {
	for _, c := range []struct {
		name, formula, at string
		want              air.Break
	}{
		{"its own index of last year", "(y - last_year(y)) / last_year(y)", "2026-03", air.Break{Limits: pollutantsOf(air.PM10)}},
		{"last year on this year's limits", "(index(pm10) - index(last_year(pm10))) / index(last_year(pm10))", "2026-03", air.Break{}},
		{"a year later", "(y - last_year(y)) / last_year(y)", "2027-03", air.Break{}},
		{"the last month of it", "(y - last_year(y)) / last_year(y)", "2027-02", air.Break{Limits: pollutantsOf(air.PM10)}},
		{"a concentration over the limits", "(pm10 - last_year(pm10)) / last_year(pm10)", "2026-03", air.Break{}},
		{"a concentration over the state", "(so2 - last_year(so2)) / last_year(so2)", "2019-08", air.Break{Conditions: true}},
		{"the index of this month", "y", "2026-03", air.Break{}},
		{"before there are data", "(y - last_year(y)) / last_year(y)", "2019-08", air.Break{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := derived(station(t, c.formula), "y", "index(pm10)")
			if c.name == "before there are data" {
				s.Earliest = month.Of(2019, 1)
			}
			if b := in(t, s, c.at, nil).Inside("x"); !reflect.DeepEqual(b, c.want) {
				t.Errorf("%+v, want %+v", b, c.want)
			}
		})
	}
}

func TestBasis(t *testing.T) {
	weights := month.Dated[air.Weights](nil).Put(month.Of(2026, 3), air.Weights{air.PM10: number.FromInt(2)})
	for _, c := range []struct {
		name, formula, at, basis string
		data                     []string
		want                     string
		indicator                string
	}{
		{"limits and weights of the basis", "index(pm10, pm25)", "2025-03", "2026-03", []string{"pm10 u1 60", "pm25 u1 30"}, "3", "x"},
		{"its own", "index(pm10, pm25)", "2025-03", "", []string{"pm10 u1 60", "pm25 u1 30"}, "1.72", "x"},
		{"an old basis for a new month", "index(pm10, pm25)", "2026-03", "2025-03", []string{"pm10 u1 70", "pm25 u1 35"}, "2", "x"},
		{"within the limits of the basis", "if(within_limits(pm25), 1, 0)", "2025-03", "2026-03", []string{"pm25 u1 33"}, "0", "x"},
		{"gas brought to 25 °C", "index(so2)", "2018-08", "2019-08", []string{"so2 u1 60"}, "0.92", "x"}, // 54.94 is 55
		{"the gas itself", "index(so2)", "2018-08", "2019-08", []string{"so2 u1 60"}, "55", "so2"},
		{"gas brought back", "index(so2)", "2019-08", "2018-08", []string{"so2 u1 55"}, "60", "so2"},
		{"CO to its decimal", "index(co)", "2018-08", "2019-08", []string{"co u1 2.0"}, "1.8", "co"}, // 1.831
		// 5.624 is 5.1496 at 25 °C: 5.1, not 5.150 and then 5.2.
		{"a gas of more decimals is rounded once", "index(fine)", "2018-08", "2019-08", []string{"co u1 5.624"}, "1.28", "x"},
		{"particulates stay", "index(pm10)", "2018-08", "2019-08", []string{"pm10 u1 70"}, "1", "x"},
		{"on the same side", "index(so2)", "2017-08", "2018-08", []string{"so2 u1 60"}, "60", "so2"},
		{"what is no pollutant stays", "a", "2018-08", "2019-08", []string{"a u1 60"}, "60", "x"},
		{"a state stays", "index(so2)", "2018-08", "2019-08", []string{"so2 u1 no_data"}, "no_data", "so2"},
		{"0 stays", "index(so2)", "2018-08", "2019-08", []string{"so2 u1 0"}, "0", "x"},
		{"days are those of the month", "days_needed()", "2026-02", "2026-03", nil, "25", "x"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := station(t, strings.Replace(c.formula, "fine", "co", 1))
			s.Program.Air.Weights = weights
			if strings.Contains(c.formula, "fine") {
				s.Program.Indicator("co").Decimals = 3
			}
			if c.basis != "" {
				s.Basis = month.MustParse(c.basis)
			}
			at := month.MustParse(c.at)
			if got := said(in(t, s, c.at, months{at: c.data}).Value(c.indicator, "u1")); got != c.want {
				t.Errorf("%s, want %s", got, c.want)
			}
		})
	}
}

// A rate of change over last year's own index is on one basis where the whole context is.
func TestBasisHoldsForMonthsLookedBackAt(t *testing.T) {
	s := derived(station(t, "y / last_year(y)"), "y", "index(pm10)")
	data := months{month.Of(2026, 3): {"pm10 u1 60"}, month.Of(2025, 3): {"pm10 u1 60"}}
	if got := said(in(t, s, "2026-03", data).Value("x", "u1")); got != "1.16" {
		t.Errorf("each on its own: %s", got)
	}
	s = derived(station(t, "y / last_year(y)"), "y", "index(pm10)")
	s.Basis = month.Of(2026, 3)
	if got := said(in(t, s, "2026-03", data).Value("x", "u1")); got != "1" {
		t.Errorf("on one basis: %s", got)
	}
}

func TestFigures(t *testing.T) {
	s := station(t, "index(pm10)")
	keys := func(names ...string) (list []models.SchemeKey) {
		for _, n := range names {
			list = append(list, models.SchemeKey{Indicator: n})
		}
		return list
	}
	s.Program.Schemes = []models.Scheme{
		{Key: "one", Versions: month.Always(models.SchemeTerms{Ties: "dense", Keys: keys("x", "pm25")})},
		{Key: "two", Versions: month.Always(models.SchemeTerms{Ties: "dense", Keys: keys("x", "a")})},
		{Key: "both", Versions: month.Always(models.SchemeTerms{Ties: "dense", SumOf: []string{"one", "two"}})},
	}
	table := in(t, s, "2026-03", months{month.Of(2026, 3): {"pm10 u1 60", "pm25 u1 3", "a u1 1"}})
	r, err := table.Rank("both")
	if err != nil {
		t.Fatal(err)
	}
	if got := r.Figures(); !reflect.DeepEqual(got, []string{"x", "pm25", "a"}) {
		t.Errorf("%v", got)
	}
	if b := table.Break(month.Of(2026, 3), month.Of(2026, 2), r.Figures()...); len(b.Limits) != 1 {
		t.Errorf("%+v", b)
	}
}

// Days that are counted by their AQI follow the edition of HJ 633, which nothing recalculates; valid days do not.
func TestBreakOfTheDailyIndex(t *testing.T) {
	across, march := [2]month.Month{month.Of(2026, 3), month.Of(2025, 3)}, month.Of(2026, 3)
	for _, c := range []struct {
		name, fromDays, formula string
		months                  [2]month.Month
		between, inside         bool
	}{
		{"good days", models.DaysGood, "good", across, true, false},
		{"their share", models.DaysGood, "good / 31", across, true, false},
		{"a level", models.DaysLevel6, "good", across, true, false},
		{"days with an AQI", models.DaysIndexed, "good", across, true, false},
		{"valid days", models.DaysValid, "good", across, false, false},
		{"of one edition", models.DaysGood, "good", [2]month.Month{month.Of(2027, 3), march}, false, false},
		{"none of them", models.DaysGood, "a", across, false, false},
		{"a change of them", models.DaysGood, "good - last_year(good)", across, true, true},
	} {
		s := station(t, c.formula)
		s.Program.Indicators = append(s.Program.Indicators, models.Indicator{Key: "good", Name: "天数", Scope: s.Program.Indicators[0].Scope, FromDays: c.fromDays})
		got := in(t, s, "2026-03", nil)
		if b := got.Break(c.months[0], c.months[1], "x"); b.Scale != c.between || b.Any() != c.between || b.Rebasable() {
			t.Errorf("%s: %+v", c.name, b)
		}
		if b := got.Inside("x"); b.Scale != c.inside || b.Rebasable() {
			t.Errorf("%s inside: %+v", c.name, b)
		}
	}
}
