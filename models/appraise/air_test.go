package appraise

import (
	"os"
	"slices"
	"testing"

	"yueping/models"
	"yueping/models/air"
	"yueping/models/month"
	"yueping/models/number"
)

// standards are those that the program ships.
func standards(t testing.TB) *air.Standards {
	t.Helper()
	s, err := air.Open(os.DirFS("../../assets"))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// station is town with the pollutants of the index beside a and b, each by day as well, and x.
func station(t testing.TB, formula string) *Context {
	t.Helper()
	c := town(formula, "")
	c.Standards = standards(t)
	everyone := c.Program.Indicators[0].Scope
	for _, p := range append(air.Six(), air.O3Hour) {
		ind := models.Indicator{Key: string(p), Name: p.Name(), Decimals: p.Decimals(), Scope: everyone, FromDays: models.DaysMean, DayDecimals: 1}
		switch p {
		case air.CO:
			ind.FromDays = models.DaysP95
		case air.O3, air.O3Hour:
			ind.FromDays = models.DaysP90
		}
		c.Program.Indicators = append(c.Program.Indicators, ind)
	}
	return c
}

// derived puts a further derived indicator into a program.
func derived(c *Context, key, formula string) *Context {
	i := c.Program.Indicators[2]
	i.Key, i.Name, i.Formulas = key, "指标"+key, month.Always(formula)
	c.Program.Indicators = append(c.Program.Indicators, i)
	return c
}

// in calculates a month of a station.
func in(t *testing.T, c *Context, at string, data months) *Table {
	t.Helper()
	table(t, c, data)
	result, err := c.Table(month.MustParse(at))
	if err != nil {
		t.Fatal(err)
	}
	return result
}

func pollutantsOf(names ...air.Pollutant) []air.Pollutant { return names }

func TestAirFunctions(t *testing.T) {
	for _, c := range []struct {
		name, at, formula string
		data              []string // of the month
		before            []string // of a year before
		want              string
	}{
		{"exactly at the limits", "2025-03", "if(within_limits(pm10, pm25, co, o3), 1, 0)", []string{"pm10 u1 70", "pm25 u1 35", "co u1 4", "o3 u1 160"}, nil, "1"},
		{"one over", "2025-03", "if(within_limits(pm10, pm25), 1, 0)", []string{"pm10 u1 71", "pm25 u1 35"}, nil, "0"},
		{"CO a tenth over", "2025-03", "if(within_limits(co), 1, 0)", []string{"co u1 4.1"}, nil, "0"},
		{"the month's own limits", "2026-03", "if(within_limits(pm10, pm25), 1, 0)", []string{"pm10 u1 60", "pm25 u1 31"}, nil, "0"},
		{"before the transition", "2026-02", "if(within_limits(pm10, pm25), 1, 0)", []string{"pm10 u1 70", "pm25 u1 35"}, nil, "1"},
		{"0 is within", "2025-03", "if(within_limits(so2), 1, 0)", []string{"so2 u1 0"}, nil, "1"},
		{"无数据 is not", "2025-03", "if(within_limits(so2, pm10), 1, 0)", []string{"so2 u1 no_data", "pm10 u1 100"}, nil, "no_data SO2=no_data"},
		{"over before missing", "2025-03", "if(within_limits(pm10, so2), 1, 0)", []string{"so2 u1 no_data", "pm10 u1 100"}, nil, "no_data SO2=no_data"},
		{"last year on this month's limits", "2026-03", "index(last_year(pm10), last_year(pm25))", nil, []string{"pm10 u1 60", "pm25 u1 30"}, "2"},
		{"last year's index on its own", "2026-03", "index(pm10, pm25) - index(last_year(pm10), last_year(pm25))", []string{"pm10 u1 60", "pm25 u1 30"}, []string{"pm10 u1 30", "pm25 u1 15"}, "1"},
		{"last year within this month's limits", "2026-03", "if(within_limits(last_year(pm25)), 1, 0)", nil, []string{"pm25 u1 33"}, "0"},
		{"days of March", "2026-03", "days_needed()", nil, nil, "27"},
		{"days of February", "2026-02", "days_needed()", nil, nil, "25"},
		{"days of a leap February", "2024-02", "days_needed()", nil, nil, "25"},
		{"days of April", "2026-04", "days_needed()", nil, nil, "27"},
		{"a formula around the index", "2025-03", "100 - 10 * index(pm10, pm25)", []string{"pm10 u1 70", "pm25 u1 35"}, nil, "80"},
		{"half to even by concentration", "2025-03", "index(pm25)", []string{"pm25 u1 34"}, nil, "0.97"},
	} {
		t.Run(c.name, func(t *testing.T) {
			at := month.MustParse(c.at)
			data := months{at: append(c.data, "a u1 1"), at - 12: c.before}
			if got := said(in(t, station(t, c.formula), c.at, data).Value("x", "u1")); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestAirTerms(t *testing.T) {
	heavy := air.Weights{air.PM25: number.MustParse("1.5"), air.O3: number.MustParse("0.5")}
	for _, c := range []struct {
		name, at string
		terms    models.AirTerms
		want     string
	}{
		{"rounded by default", "2023-07", models.AirTerms{}, "3.07"},
		{"not rounded", "2023-07", models.AirTerms{Unrounded: true}, "3.06"},
		{"weights from a month on", "2026-03", models.AirTerms{Weights: month.Dated[air.Weights](nil).Put(month.Of(2026, 3), heavy)}, "3.01"},
		{"and not before", "2026-02", models.AirTerms{Weights: month.Dated[air.Weights](nil).Put(month.Of(2026, 3), heavy)}, "3.07"},
		{"weights of 1", "2026-02", models.AirTerms{Weights: month.Always(air.Weights{air.PM25: number.FromInt(1)})}, "3.07"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := station(t, "index(so2, no2, pm10, pm25, co, o3)")
			s.Program.Air = c.terms
			row := []string{"so2 u1 9", "no2 u1 15", "pm10 u1 39", "pm25 u1 21", "co u1 0.7", "o3 u1 192"}
			got := in(t, s, c.at, months{month.MustParse(c.at): row})
			if s := said(got.Value("x", "u1")); s != c.want {
				t.Errorf("%s, want %s", s, c.want)
			}
			parts, err := got.Composition("x", "u1")
			if err != nil || parts == nil || parts.Total.String() != c.want || !slices.Equal(parts.Primary, pollutantsOf(air.O3)) {
				t.Errorf("%+v %v", parts, err)
			}
		})
	}
}

func TestComposition(t *testing.T) {
	data := []string{"pm10 u1 70", "pm25 u1 35", "co u1 1.1", "pm10 u2 70", "pm25 u2 no_data", "pm10 u3 0", "pm25 u3 0"}
	for _, c := range []struct {
		name, formula, unit string
		want                []air.Pollutant // the parts, nil for no composition
		primary             []air.Pollutant
	}{
		{"ties are joint", "index(pm25, pm10)", "u1", pollutantsOf(air.PM25, air.PM10), pollutantsOf(air.PM25, air.PM10)},
		{"a formula around it", "100 - 10 * index(pm10, pm25, co)", "u1", pollutantsOf(air.PM10, air.PM25, air.CO), pollutantsOf(air.PM10, air.PM25)},
		{"through another indicator", "100 - 10 * y", "u1", pollutantsOf(air.PM10, air.PM25), pollutantsOf(air.PM10, air.PM25)},
		{"a rate of change", "index(pm10) / index(last_year(pm10)) - 1", "u1", pollutantsOf(air.PM10), pollutantsOf(air.PM10)},
		{"of last year only", "index(last_year(pm10))", "u1", nil, nil},
		{"of everybody only", "mean(y, all)", "u1", nil, nil},
		{"a concentration missing", "index(pm10, pm25)", "u2", nil, nil},
		{"not reported", "index(so2)", "u1", nil, nil},
		{"clean air", "index(pm10, pm25)", "u3", pollutantsOf(air.PM10, air.PM25), nil},
		{"no index", "pm10 + pm25", "u1", nil, nil},
		{"a unit that takes no part", "index(pm10)", "nobody", nil, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := derived(station(t, c.formula), "y", "index(pm10, pm25)")
			got, err := in(t, s, "2025-03", months{month.Of(2025, 3): data}).Composition("x", c.unit)
			if err != nil {
				t.Fatal(err)
			}
			if (got == nil) != (c.want == nil) {
				t.Fatalf("%+v", got)
			}
			if got == nil {
				return
			}
			var parts []air.Pollutant
			for _, p := range got.Parts {
				parts = append(parts, p.Pollutant)
			}
			if !slices.Equal(parts, c.want) || !slices.Equal(got.Primary, c.primary) {
				t.Errorf("%v, primary %v", parts, got.Primary)
			}
		})
	}
}

// A composition has what its formula was given: the unrounded value of a derived concentration, once
// rounded.
func TestCompositionRoundsOnce(t *testing.T) {
	s := station(t, "index(pm25)")
	i := s.Program.Indicator("pm25")
	i.Formulas, i.FromDays, i.Decimals = month.Always("a / b"), "", 1
	got := in(t, s, "2025-03", months{month.Of(2025, 3): {"a u1 35.46", "b u1 1", "a u2 34.5", "b u2 1", "a u3 3446", "b u3 100"}})
	for unit, want := range map[string]string{"u1": "35", "u2": "34", "u3": "34"} {
		parts, err := got.Composition("x", unit)
		if err != nil || parts.Parts[0].Value.String() != want || parts.Total.Cmp(got.Value("x", unit).Number) != 0 {
			t.Errorf("%s: %+v, index %s, %v", unit, parts, said(got.Value("x", unit)), err)
		}
	}
}
