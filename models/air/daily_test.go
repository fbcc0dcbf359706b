package air_test

import (
	"errors"
	"image/color"
	"os"
	"slices"
	"strings"
	"testing"

	"yueping/models/air"
	"yueping/models/fault"
	"yueping/models/month"
)

func edition(t *testing.T, m string) air.Scale {
	t.Helper()
	scale, ok := editions(t).At(month.MustParse(m))
	if !ok {
		t.Fatalf("no edition in %s", m)
	}
	return scale
}

// clean is a day on which every pollutant has an IAQI of 0.
func clean(overrides ...air.Concentration) []air.Concentration {
	day := overrides
	for _, p := range air.Six() {
		if !slices.ContainsFunc(overrides, func(c air.Concentration) bool { return c.Pollutant == p }) {
			day = append(day, of(p, "0"))
		}
	}
	return day
}

func TestEditions(t *testing.T) {
	scales := editions(t)
	if s, ok := scales.At(month.Of(2026, 2)); !ok || s.From != month.Of(2012, 1) {
		t.Errorf("2026-02: %v", s.From)
	}
	if s, ok := scales.At(month.Of(2026, 3)); !ok || s.From != month.Of(2026, 3) {
		t.Errorf("2026-03: %v", s.From)
	}
	if _, ok := scales.At(month.Of(2011, 12)); ok {
		t.Error("an edition before the first")
	}
}

func TestDailyIndex(t *testing.T) {
	cases := []struct {
		name, month string
		day         []air.Concentration
		aqi         int
		primary     []air.Pollutant
		level       string
	}{
		{"exactly 50 has no primary", "2019-08", clean(of(air.PM25, "35")), 50, nil, "excellent"},
		{"a hair above 50", "2019-08", clean(of(air.PM25, "35.01")), 51, []air.Pollutant{air.PM25}, "good"},
		{"rounded up", "2019-08", clean(of(air.PM25, "36")), 52, []air.Pollutant{air.PM25}, "good"},
		{"exactly 100", "2019-08", clean(of(air.PM10, "150")), 100, []air.Pollutant{air.PM10}, "good"},
		{"two tie", "2019-08", clean(of(air.PM25, "115"), of(air.PM10, "250")), 150, []air.Pollutant{air.PM10, air.PM25}, "light"},
		{"CO in mg", "2019-08", clean(of(air.CO, "14")), 150, []air.Pollutant{air.CO}, "light"},
		{"both ozone means are O3", "2019-08", clean(of(air.O3, "215"), of(air.O3Hour, "300")), 150, []air.Pollutant{air.O3}, "light"},
		{"above the 8-hour scale", "2019-08", clean(of(air.O3, "810"), of(air.O3Hour, "1000")), 400, []air.Pollutant{air.O3}, "severe"},
		{"the same without a 1-hour mean", "2019-08", clean(of(air.O3, "810")), 300, []air.Pollutant{air.O3}, "heavy"},
		{"at the end of the 8-hour scale both count", "2019-08", clean(of(air.O3, "800"), of(air.O3Hour, "801")), 301, []air.Pollutant{air.O3}, "severe"},
		{"a 1-hour mean below the 8-hour one is wrong", "2019-08", clean(of(air.O3, "810"), of(air.O3Hour, "100")), 300, []air.Pollutant{air.O3}, "heavy"},
		{"only the 1-hour mean", "2019-08", []air.Concentration{of(air.O3Hour, "200")}, 100, []air.Pollutant{air.O3}, "good"},
		{"beyond the scale", "2019-08", clean(of(air.PM10, "2000")), 500, []air.Pollutant{air.PM10}, "severe"},
		{"new PM10 step", "2026-03", clean(of(air.PM10, "120")), 100, []air.Pollutant{air.PM10}, "good"},
		{"new PM2.5 step", "2026-03", clean(of(air.PM25, "60")), 100, []air.Pollutant{air.PM25}, "good"},
		{"rounded first", "2026-03", clean(of(air.PM25, "35.4")), 50, nil, "excellent"},
		{"8-hour ozone ends at 300", "2026-03", clean(of(air.O3, "900"), of(air.O3Hour, "1200")), 300, []air.Pollutant{air.O3}, "heavy"},
		{"no hourly ozone", "2026-03", clean(of(air.O3Hour, "1200")), 0, nil, "excellent"},
		{"half to even first: down", "2026-03", clean(of(air.PM10, "50.5")), 50, nil, "excellent"},
		{"half to even first: up", "2026-03", clean(of(air.PM10, "51.5")), 52, []air.Pollutant{air.PM10}, "good"},
		{"CO to one decimal first", "2026-03", clean(of(air.CO, "2.04")), 50, nil, "excellent"},
		{"one missing, just above 100", "2026-03", []air.Concentration{of(air.PM25, "61")}, 101, []air.Pollutant{air.PM25}, "light"},
		{"one missing, above 100", "2026-03", clean(of(air.PM25, "115"))[:5], 150, []air.Pollutant{air.PM25}, "light"},
		{"one missing in the old edition", "2019-08", []air.Concentration{of(air.PM25, "35")}, 50, nil, "excellent"},
	}
	for _, c := range cases {
		got, err := edition(t, c.month).Daily(c.day)
		if err != nil {
			t.Fatal(c.name, err)
		}
		if got.NA || got.AQI != c.aqi || !slices.Equal(got.Primary, c.primary) || got.Level.Key != c.level {
			t.Errorf("%s: %d %v %s", c.name, got.AQI, got.Primary, got.Level.Key)
		}
	}
}

func TestDayWithoutARequiredPollutant(t *testing.T) {
	got, err := edition(t, "2026-03").Daily(clean(of(air.PM25, "60"))[:5])
	if err != nil {
		t.Fatal(err)
	}
	if !got.NA || got.AQI != 0 || got.Primary != nil || got.Level.Number != 0 || !slices.Equal(got.Missing, []air.Pollutant{air.O3}) {
		t.Errorf("%+v", got)
	}
}

func TestDailyRefuses(t *testing.T) {
	for code, day := range map[string][]air.Concentration{
		"air.nothing":            nil,
		"air.unknown_pollutant":  {of("tsp", "1")},
		"air.repeated_pollutant": {of(air.SO2, "1"), of(air.SO2, "1")},
		"air.negative":           {of(air.SO2, "-1")},
	} {
		if _, err := edition(t, "2019-08").Daily(day); fault.CodeOf(err) != code {
			t.Errorf("%v, want %s", err, code)
		}
	}
}

func TestLevels(t *testing.T) {
	for aqi, want := range map[int]int{0: 1, 50: 1, 51: 2, 100: 2, 101: 3, 150: 3, 151: 4, 200: 4, 201: 5, 300: 5, 301: 6, 500: 6} {
		if got := air.LevelOf(aqi); got.Number != want {
			t.Errorf("%d: level %d", aqi, got.Number)
		}
	}
	if got := air.LevelOf(250).Color; got != (color.RGBA{153, 0, 76, 255}) {
		t.Errorf("%v", got)
	}
}

func TestScaleRefusesBadLines(t *testing.T) {
	good, err := os.ReadFile(assets + "hj633-2026.csv")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		code     string
		line     int
		old, new string
	}{
		{"air.table_word", 4, "so2,µg/m³,0,", "so2,µg/m³,x,"},
		{"air.table_word", 5, "no2,µg/m³,0,yes", "no2,µg/m³,0,perhaps"},
		{"air.table_from", 6, "2026-03,pm10", "2026-04,pm10"},
		{"air.table_rising", 7, "0,35,60", "0,35,35"},
		{"air.table_rising", 8, "yes,0,2,4", "yes,1,2,4"},
		{"air.table_number", 9, "0,100,160", "0,,160"},
		{"air.table_twice", 9, "2026-03,o3,", "2026-03,so2,"},
		{"air.table_pollutant", 9, "o3", "o2"},
		{"air.table_month", 4, "2026-03,so2", ",so2"},
	} {
		_, err := air.ReadScale(strings.NewReader(strings.Replace(string(good), c.old, c.new, 1)))
		var f *fault.Fault
		if !errors.As(err, &f) || f.Code != c.code || f.Args["line"] != c.line {
			t.Errorf("%s: %v, want %s in line %d", c.new, err, c.code, c.line)
		}
	}
}
