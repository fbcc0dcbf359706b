package app

import (
	"strings"
	"testing"

	"yueping/models/month"
)

// 优良天数 across March 2026 follows another edition of HJ 633: the comparison says so, and makes no column of
// the same figures.
func TestComparisonOfGoodDays(t *testing.T) {
	p := params(t)
	w := opened(t, p, daysCity(2, "  - {key: g, name: 优良天数排名, keys: [{indicator: good_days, order: descending}], ties: competition}\n"+
		"  - {key: y, name: 优良率年度排名, keys: [{indicator: good_rate, order: descending}], period: year_to_date, accumulate: recompute, ties: competition}\n"))
	var lines []string
	for _, at := range []string{"2024-03", "2025-02", "2025-03", "2026-02", "2026-03"} {
		lines = append(lines, "good_days u0 "+at+" 20", "aqi_days u0 "+at+" 28", "pm10 u0 "+at+" 20", "pm25 u0 "+at+" 10")
	}
	applied(t, w, dayBatch(t, lines...))
	for _, c := range []struct {
		name, scheme string
		at           month.Month
		year, inside bool
	}{
		{"over the change", "g", month.Of(2026, 3), true, false},
		{"before it", "g", month.Of(2025, 3), false, false},
		{"a year over it", "y", month.Of(2026, 3), true, true},
	} {
		got, err := w.CompareRanking(t.Context(), "p", c.at, c.scheme)
		if err != nil {
			t.Fatal(err)
		}
		if got.LastYear == nil || got.LastYear.Break.Scale != c.year || got.LastYear.Based != nil || got.Inside.Scale != c.inside || got.OnBasis != nil {
			t.Errorf("%s: %+v, inside %+v, %v", c.name, got.LastYear, got.Inside, got.OnBasis)
			continue
		}
		note, inside := BreakWords(p.Text, got, got.LastYear), InsideWords(p.Text, got)
		if strings.Contains(note, "HJ 633—2026") != c.year || strings.Contains(note, "没有重算：按AQI统计的天数") != c.year || (note == "") == c.year {
			t.Errorf("%s: %s", c.name, note)
		}
		if strings.Contains(inside, "HJ 633—2026") != c.inside || strings.Contains(inside, "<no value>") {
			t.Errorf("%s inside: %s", c.name, inside)
		}
		for _, l := range CompareLineups(p.Text, got) {
			for _, column := range l.Columns {
				if strings.Contains(column.Title, "同口径") {
					t.Errorf("%s: a column %s of what cannot be recalculated", c.name, column.Title)
				}
			}
		}
	}
}
