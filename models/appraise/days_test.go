package appraise

import (
	"fmt"
	"strings"
	"testing"

	"yueping/models"
	"yueping/models/air"
	"yueping/models/month"
)

// byDay is a table of a month's days from lines "pm25 u1 1-27 35" and "co u1 3 no_data".
func byDay(c *Context, at string, lines ...string) *DayTable {
	t := c.NewDayTable(month.MustParse(at))
	for _, line := range lines {
		var indicator, unit, days, content string
		if _, err := fmt.Sscan(line, &indicator, &unit, &days, &content); err != nil {
			panic(line)
		}
		from, to := 0, 0
		if n, _ := fmt.Sscanf(days, "%d-%d", &from, &to); n < 2 {
			to = from
		}
		for day := from; day <= to; day++ {
			t.Set(day, indicator, unit, cell(content))
		}
	}
	return t
}

// six are lines that give a unit 0 of every pollutant on some days.
func six(unit, days string) []string {
	var lines []string
	for _, p := range air.Six() {
		lines = append(lines, fmt.Sprintf("%s %s %s 0", p, unit, days))
	}
	return lines
}

func fromDays(c *Context, key, word string) *models.Indicator {
	i := c.Program.Indicators[0]
	i.Key, i.Name, i.FromDays = key, key, word
	c.Program.Indicators = append(c.Program.Indicators, i)
	return c.Program.Indicator(key)
}

func TestDayTable(t *testing.T) {
	c := station(t, "a")
	c.Program.Indicators[3].Scope = []string{"g1"} // so2
	days := byDay(c, "2019-09", "pm25 u1 1 35", "pm25 u1 30 0", "pm25 u1 31 9", "pm25 u1 0 9", "pm25 nobody 1 9", "a u1 1 9", "x u1 1 9", "so2 v1 1 9", "so2 u1 2 9", "pm25 u2 5 no_data")
	for _, c := range []struct {
		day             int
		indicator, unit string
		want            string
	}{
		{1, "pm25", "u1", "35"}, {30, "pm25", "u1", "0"}, {2, "pm25", "u1", ""}, {31, "pm25", "u1", ""}, {0, "pm25", "u1", ""},
		{1, "pm25", "u2", ""}, {5, "pm25", "u2", "no_data"}, {1, "pm25", "nobody", ""}, {1, "a", "u1", ""}, {1, "so2", "v1", ""}, {2, "so2", "u1", "9"},
	} {
		cell := days.Value(c.day, c.indicator, c.unit)
		if got := said(Value{State: cell.State, Number: cell.Value}); got != c.want {
			t.Errorf("%d %s %s: %q, want %q", c.day, c.indicator, c.unit, got, c.want)
		}
	}
	for unit, want := range map[string]bool{"u1": true, "u2": true, "u3": false, "v1": false, "nobody": false} {
		if days.Has(unit) != want {
			t.Errorf("%s: %v", unit, !want)
		}
	}
}

func TestMonthValues(t *testing.T) {
	for _, c := range []struct {
		name, at string
		nearest  bool
		lines    []string
		want     string // of the indicators of the table below that have a value, with their days
	}{
		{"nothing", "2019-10", false, nil, ""},
		{"the mean is rounded once, half to even", "2019-10", false, []string{"pm25 u1 1 34.6", "pm25 u1 2 34.4", "pm10 u1 1 35.2", "pm10 u1 2 35.8"}, "pm10 36/2 pm25 34/2 valid 2/2 indexed 2/2 good 2/2 l1 2/2 l2 0/2 l3 0/2"},
		{"0 is a number", "2019-10", false, []string{"pm25 u1 1 0", "pm25 u1 2 3"}, "pm25 2/2 valid 2/2 indexed 2/2 good 2/2 l1 2/2 l2 0/2 l3 0/2"},
		{"无数据 and 不参评 do not count", "2019-10", false, []string{"pm25 u1 1 10", "pm25 u1 2 no_data", "pm25 u1 3 not_assessed", "pm25 u1 4 20"}, "pm25 15/2 valid 2/2 indexed 2/2 good 2/2 l1 2/2 l2 0/2 l3 0/2"},
		{"only states", "2019-10", false, []string{"pm25 u1 1-31 no_data"}, ""},
		{"linear percentiles", "2019-10", false, []string{"o3 u1 1-9 100", "o3 u1 10 200", "co u1 1-18 1.0", "co u1 19 2.0", "co u1 20 3.0"}, "co 2/20 o3 110/10 valid 10/10 indexed 20/10 good 19/10 l1 18/10 l2 1/10 l3 1/10"},
		{"nearest rank", "2019-10", true, []string{"o3 u1 1-8 100", "o3 u1 9 150", "o3 u1 10 200", "co u1 1-18 1.0", "co u1 19 2.0", "co u1 20 3.0"}, "co 2/20 o3 150/10 valid 10/10 indexed 20/10 good 19/10 l1 17/10 l2 2/10 l3 1/10"},
		{"valid days are the least of what is reported", "2019-10", false, []string{"pm25 u1 1-27 10", "pm10 u1 1-31 20", "so2 u1 1-29 1"}, "so2 1/29 pm10 20/31 pm25 10/27 valid 27/27 indexed 31/27 good 31/27 l1 31/27 l2 0/27 l3 0/27"},
		{"the hour of ozone is no pollutant of the index", "2019-10", false, []string{"pm25 u1 1-27 10", "o3_1h u1 1 20"}, "pm25 10/27 o3_1h 20/1 valid 27/27 indexed 27/27 good 27/27 l1 27/27 l2 0/27 l3 0/27"},
		{"levels", "2019-10", false, []string{"pm25 u1 1 35", "pm25 u1 2 75", "pm25 u1 3 115", "pm25 u1 4 116"}, "pm25 85/4 valid 4/4 indexed 4/4 good 2/4 l1 1/4 l2 1/4 l3 1/4"},
		{"days without an index", "2026-03", false, append(six("u1", "1-10"), "so2 u1 10 no_data", "so2 u1 9 no_data", "pm25 u1 9 61"),
			"so2 0/8 no2 0/10 pm10 0/10 pm25 6/10 co 0/10 o3 0/10 valid 8/8 indexed 9/8 good 8/8 l1 8/8 l2 0/8 l3 1/8"},
		{"no day could be good", "2026-03", false, []string{"pm25 u1 1 61", "pm25 u1 2-30 10"}, "pm25 12/30 valid 30/30 indexed 1/30 l3 1/30"},
		{"before any edition", "2011-10", false, []string{"pm25 u1 1 35"}, "pm25 35/1 valid 1/1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := station(t, "a")
			s.Program.Air.NearestRank = c.nearest
			for _, pair := range [][2]string{{"valid", models.DaysValid}, {"indexed", models.DaysIndexed}, {"good", models.DaysGood}, {"l1", models.DaysLevel1}, {"l2", models.DaysLevel2}, {"l3", models.DaysLevel3}} {
				fromDays(s, pair[0], pair[1])
			}
			days := byDay(s, c.at, c.lines...)
			var got []string
			err := days.EachMonthValue("u1", func(ind *models.Indicator, v MonthValue, err error) error {
				one, err2 := days.MonthValue(ind, "u1")
				if err != nil || err2 != nil || !one.Cell.Equal(v.Cell) || one.Days != v.Days {
					t.Errorf("%s alone: %+v, %v, %v", ind.Key, one, err, err2)
				}
				if v.Cell.State == models.IsNumber {
					got = append(got, fmt.Sprintf("%s %s/%d", ind.Key, v.Cell.Value, v.Days))
				}
				return nil
			})
			if s := strings.Join(got, " "); err != nil || s != c.want {
				t.Errorf("%s, %v\nwant %s", s, err, c.want)
			}
		})
	}
}

// What is counted without pollutants, as cases by day, is valid where every column has a value.
func TestValidDaysWithoutPollutants(t *testing.T) {
	c := town("a", "")
	fromDays(c, "cases", models.DaysSum)
	fromDays(c, "calls", models.DaysMax)
	valid := fromDays(c, "valid", models.DaysValid)
	days := byDay(c, "2019-10", "cases u1 1-30 5", "calls u1 1-3 2", "calls u1 4 9")
	for key, want := range map[string]string{"cases": "150", "calls": "9"} {
		v, err := days.MonthValue(c.Program.Indicator(key), "u1")
		if err != nil || v.Cell.Value.String() != want {
			t.Errorf("%s: %+v %v", key, v, err)
		}
	}
	if v, err := days.MonthValue(valid, "u1"); err != nil || v.Cell.Value.String() != "4" {
		t.Errorf("%+v %v", v, err)
	}
}

func TestDayOfATable(t *testing.T) {
	days := byDay(station(t, "a"), "2026-03", append(six("u1", "1-3"), "pm25 u1 1 60", "o3 u1 2 no_data", "pm25 u2 1 61", "a u3 1 5")...)
	for _, c := range []struct {
		day  int
		unit string
		want string
	}{
		{1, "u1", "100 [pm25] good"}, {2, "u1", "NA [o3]"}, {3, "u1", "0 [] excellent"}, {4, "u1", "none"}, {1, "u2", "101 [pm25] light"}, {1, "u3", "none"}, {32, "u1", "none"}, {1, "nobody", "none"},
	} {
		day, measured, err := days.Day(c.day, c.unit)
		if err != nil {
			t.Fatal(err)
		}
		got := "none"
		switch {
		case measured && day.NA:
			got = fmt.Sprint("NA ", day.Missing)
		case measured:
			got = fmt.Sprintf("%d %v %s", day.AQI, day.Primary, day.Level.Key)
		}
		if got != c.want {
			t.Errorf("%d %s: %s, want %s", c.day, c.unit, got, c.want)
		}
	}
}

func TestDayFindings(t *testing.T) {
	c := station(t, "a")
	all := c.Program.Indicators[0].Scope
	c.Program.Checks = []models.Check{
		{Key: "parts", Warning: true, Scope: all, Message: "PM2.5大于PM10", Rules: month.Always("pm25 <= pm10")},
		{Key: "later", Scope: all, Message: "以后", Rules: since(month.Of(2020, 1), "pm10 < 10")},
		{Key: "month", Scope: all, Message: "另一个月", Rules: month.Always("pm25 < last_month(pm25)")},
		{Key: "others", Scope: all, Message: "平均", Rules: month.Always("pm25 < mean(pm25, all)")},
		{Key: "entered", Scope: all, Message: "月值", Rules: month.Always("pm25 < a")},
		{Key: "limits", Scope: all, Message: "达标", Rules: month.Always("within_limits(pm25)")},
		{Key: "index", Scope: all, Message: "指数", Rules: month.Always("index(pm25) < 1")},
		{Key: "nothing", Scope: all, Message: "无", Rules: month.Always("days_needed() < 1")},
		{Key: "two", Scope: []string{"g2"}, Message: "二组", Rules: month.Always("pm10 < 10")},
	}
	days := byDay(c, "2019-10", "pm25 u1 1-31 40", "pm10 u1 1-3 50", "pm10 u1 4 39.9", "pm10 u1 5 40", "pm10 u1 6 no_data", "pm25 v1 1 40", "pm10 v1 1 30")
	for unit, want := range map[string]string{"u1": "parts 4 40 39.9", "u2": "", "v1": "parts 1 40 30; two 1 30", "nobody": ""} {
		found, err := days.Findings(unit)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, f := range found {
			line := fmt.Sprint(f.Check.Key, " ", f.Day)
			for _, input := range f.Inputs {
				line += " " + input.Cell.Value.String()
			}
			if f.Unit.Key != unit {
				t.Errorf("%s has a finding of %s", unit, f.Unit.Key)
			}
			got = append(got, line)
		}
		if s := strings.Join(got, "; "); s != want {
			t.Errorf("%s: %s, want %s", unit, s, want)
		}
	}
}
