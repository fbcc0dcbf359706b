package app

import (
	"context"
	"strings"
	"testing"

	"yueping/models/air"
	"yueping/models/appraise"
	"yueping/models/month"
)

// compared is a city of two units whose months are compared.
func compared(t *testing.T, program string, lines ...string) *Workspace {
	t.Helper()
	folder := daysCity(2, "")
	text := string(folder["p.yaml"].Data)
	folder["p.yaml"].Data = []byte(text[:strings.Index(text, "indicators:")] + "indicators:" + pollutants + program)
	w := opened(t, params(t), folder)
	applied(t, w, dayBatch(t, lines...))
	return w
}

// movedBy writes a unit's movement: how many ranks and how much.
func movedBy(moves map[string]appraise.Movement, unit string) string {
	if moves == nil {
		return "none"
	}
	return sprint(moves[unit].Ranks) + " " + moves[unit].Value.String()
}

func TestComparison(t *testing.T) {
	const (
		byIndex = `  - {key: composite, name: 综合指数, decimals: 2, formula: "index(pm10, pm25)"}
  - {key: gases, name: 气态指数, decimals: 2, formula: "index(so2, no2)"}
  - {key: score, name: 得分, decimals: 1, formula: 100 - 10 * composite}
  - {key: better, name: 改善率, measure: "%", decimals: 1, formula: composite / last_year(composite) - 1}
  - {key: cleaner, name: PM2.5改善率, measure: "%", decimals: 1, formula: pm25 / last_year(pm25) - 1}
schemes:
`
		ranked = "  - {key: s, name: 排名, ties: competition, keys: [{indicator: KEY, order: ascending}]}\n"
	)
	for _, c := range []struct {
		name, scheme, at string
		lines            []string
		lastYear         air.Break
		moves, based     string // of u0, against last year
		inside           bool
	}{
		{"new limits", strings.Replace(ranked, "KEY", "composite", 1), "2026-03",
			[]string{"pm10 u0 2026-03 60", "pm25 u0 2026-03 30", "pm10 u1 2026-03 66", "pm25 u1 2026-03 30", "pm10 u0 2025-03 60", "pm25 u0 2025-03 30", "pm10 u1 2025-03 30", "pm25 u1 2025-03 30"},
			air.Break{Limits: []air.Pollutant{air.PM10, air.PM25}}, "1 0.28", "1 0", false},
		{"through a score", strings.Replace(ranked, "KEY", "score", 1), "2026-03",
			[]string{"pm10 u0 2026-03 60", "pm25 u0 2026-03 30", "pm10 u0 2025-03 60", "pm25 u0 2025-03 30"},
			air.Break{Limits: []air.Pollutant{air.PM10, air.PM25}}, "0 -2.8", "0 0", false},
		{"the same limits", strings.Replace(ranked, "KEY", "gases", 1), "2026-03",
			[]string{"so2 u0 2026-03 60", "no2 u0 2026-03 40", "so2 u0 2025-03 60", "no2 u0 2025-03 20"}, air.Break{}, "0 0.5", "none", false},
		{"gases at another state", strings.Replace(ranked, "KEY", "gases", 1), "2018-09",
			[]string{"so2 u0 2018-09 55", "no2 u0 2018-09 37", "so2 u0 2017-09 60", "no2 u0 2017-09 40"}, air.Break{Conditions: true}, "0 -0.16", "0 0", false},
		{"particulates at another state stay", strings.Replace(ranked, "KEY", "composite", 1), "2018-09",
			[]string{"pm10 u0 2018-09 70", "pm25 u0 2018-09 35", "pm10 u0 2017-09 140", "pm25 u0 2017-09 35"}, air.Break{Conditions: true}, "0 -1", "0 -1", false},
		{"a rate of change looks over the limits itself", strings.Replace(ranked, "KEY", "better", 1), "2026-03",
			[]string{"pm10 u0 2026-03 60", "pm25 u0 2026-03 30", "pm10 u0 2025-03 60", "pm25 u0 2025-03 30", "pm10 u0 2024-03 60", "pm25 u0 2024-03 30"},
			air.Break{Limits: []air.Pollutant{air.PM10, air.PM25}}, "0 0.163", "0 0", true},
		{"that of a concentration does not", strings.Replace(ranked, "KEY", "cleaner", 1), "2026-03",
			[]string{"pm25 u0 2026-03 30", "pm25 u0 2025-03 60", "pm25 u0 2024-03 60"}, air.Break{}, "0 -0.5", "none", false},
		{"a period that begins over the limits", strings.Replace(ranked, "ties", "period: year_to_date, accumulate: mean, ties", 1), "2026-03",
			[]string{"pm10 u0 2026-02 60", "pm25 u0 2026-02 30", "pm10 u0 2026-03 60", "pm25 u0 2026-03 30", "pm10 u0 2025-02 60", "pm25 u0 2025-02 30"},
			air.Break{Limits: []air.Pollutant{air.PM10, air.PM25}}, "0 0.14", "0 0", true},
		{"a period of next year", strings.Replace(ranked, "ties", "period: year_to_date, accumulate: mean, ties", 1), "2027-05",
			[]string{"pm10 u0 2027-05 60", "pm25 u0 2027-05 30", "pm10 u0 2026-02 60", "pm25 u0 2026-02 30", "pm10 u0 2026-05 60", "pm25 u0 2026-05 30"},
			air.Break{Limits: []air.Pollutant{air.PM10, air.PM25}}, "0 0.14", "0 0", false},
		{"ranks added up", strings.Replace(ranked, "KEY", "composite", 1) + "  - {key: t, name: 合计, ties: competition, sum_of: [s]}\n", "2026-03",
			[]string{"pm10 u0 2026-03 60", "pm25 u0 2026-03 30", "pm10 u0 2025-03 60", "pm25 u0 2025-03 30"},
			air.Break{Limits: []air.Pollutant{air.PM10, air.PM25}}, "0 0", "0 0", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := compared(t, byIndex+strings.ReplaceAll(c.scheme, "KEY", "composite"), c.lines...)
			scheme := "s"
			if strings.Contains(c.scheme, "sum_of") {
				scheme = "t"
			}
			got, err := w.CompareRanking(context.Background(), "p", month.MustParse(c.at), scheme)
			if err != nil {
				t.Fatal(err)
			}
			if got.Inside.Any() != c.inside || (got.OnBasis != nil) != c.inside {
				t.Errorf("inside: %+v, %v", got.Inside, got.OnBasis)
			}
			year := got.LastYear
			if year == nil {
				t.Fatal("no comparison")
			}
			if sprint(year.Break) != sprint(c.lastYear) {
				t.Errorf("%+v, want %+v", year.Break, c.lastYear)
			}
			if moves, based := movedBy(year.Moves, "u0"), movedBy(year.Based, "u0"); moves != c.moves || based != c.based {
				t.Errorf("%s and on one basis %s, want %s and %s", moves, based, c.moves, c.based)
			}
		})
	}
}

// The figures on the basis of a month: what a rate of change would be under its limits alone.
func TestRateOnOneBasis(t *testing.T) {
	w := compared(t, `  - {key: composite, name: 综合指数, decimals: 2, formula: "index(pm10, pm25)"}
  - {key: better, name: 改善率, measure: "%", decimals: 1, formula: composite / last_year(composite) - 1}
schemes:
  - {key: s, name: 改善, ties: competition, keys: [{indicator: better, order: ascending}]}
`, "pm10 u0 2026-03 54", "pm25 u0 2026-03 27", "pm10 u0 2025-03 60", "pm25 u0 2025-03 30")
	got, err := w.CompareRanking(context.Background(), "p", month.Of(2026, 3), "s")
	if err != nil {
		t.Fatal(err)
	}
	if own, based := got.Ranking.Groups[0].Rows[0].Values[0].String(), got.OnBasis.Groups[0].Rows[0].Values[0].String(); own != "0.047" || based != "-0.1" {
		t.Errorf("%s and %s", own, based)
	}
	m := loaded(t, w, "p", month.Of(2026, 3))
	then, err := w.OnBasisOf(context.Background(), m, month.Of(2025, 3))
	if err != nil || then.Value("composite", "u0").Number.String() != "2" || then.Value("pm10", "u0").Number.String() != "60" {
		t.Errorf("%+v, %v", then.Value("composite", "u0"), err)
	}
	if own, err := m.context.Table(month.Of(2025, 3)); err != nil || own.Value("composite", "u0").Number.String() != "1.72" {
		t.Errorf("the month's own table changed: %v", err)
	}
}
