package appraise

import (
	"fmt"
	"strings"
	"testing"

	"yueping/models"
	"yueping/models/fault"
	"yueping/models/month"
)

// placed gives a ranking's first group as texts: ranks, then who is left out and why.
func placed(r *Ranking) string {
	var parts []string
	for _, row := range r.Groups[0].Rows {
		parts = append(parts, fmt.Sprintf("%d %s %s", row.Rank, row.Unit.Key, row.Values[0]))
	}
	for _, e := range r.Groups[0].Excluded {
		why := e.Note
		if why == "" {
			why = string(e.State)
			for _, m := range e.Missing {
				why += " " + m.Input + "=" + string(m.State)
			}
		}
		parts = append(parts, "- "+e.Unit.Key+" "+why)
	}
	return strings.Join(parts, "; ")
}

func TestExcludeIf(t *testing.T) {
	at := month.Of(2026, 3)
	short := models.Condition{Rule: "b < days_needed()", Reason: "有效天数不足"}
	clean := models.Condition{Rule: "within_limits(pm10) and x > 0", Reason: "达标，不因恶化排名"}
	for _, c := range []struct {
		name  string
		terms models.SchemeTerms
		data  months
		want  string
	}{
		{"too few days", models.SchemeTerms{ExcludeIf: []models.Condition{short}}, months{at: {"a u1 1", "b u1 27", "a u2 2", "b u2 26", "a u3 3", "b u3 0"}},
			"1 u1 1; - u2 有效天数不足; - u3 有效天数不足"},
		{"25 days of February", models.SchemeTerms{ExcludeIf: []models.Condition{short}}, months{at - 1: {"a u1 1", "b u1 25", "a u2 2", "b u2 24"}},
			"1 u1 1; - u2 有效天数不足; - u3  指标a="},
		{"over what is missing it decides nothing", models.SchemeTerms{ExcludeIf: []models.Condition{short}}, months{at: {"a u1 1", "a u2 2", "b u2 no_data", "a u3 3", "b u3 not_assessed"}},
			"1 u3 3; 2 u2 2; 3 u1 1"},
		{"a value missing as well", models.SchemeTerms{ExcludeIf: []models.Condition{short}}, months{at: {"b u1 1", "b u2 30", "a u3 no_data"}},
			"- u1 有效天数不足; - u2  指标a=; - u3 no_data 指标a=no_data"},
		{"within all limits", models.SchemeTerms{ExcludeIf: []models.Condition{clean}}, months{at: {"a u1 5", "pm10 u1 60", "a u2 5", "pm10 u2 61", "a u3 -5", "pm10 u3 1"}},
			"1 u2 5; 2 u3 -5; - u1 达标，不因恶化排名"},
		{"the first reason that holds", models.SchemeTerms{ExcludeIf: []models.Condition{clean, short}}, months{at: {"a u1 5", "b u1 1", "pm10 u1 60", "a u2 1", "b u2 2", "a u3 1"}},
			"1 u3 1; - u1 达标，不因恶化排名; - u2 有效天数不足"},
		{"a named unit before any condition", models.SchemeTerms{Exclude: []models.Exclusion{{Unit: "u1", Reason: "不参加"}}, ExcludeIf: []models.Condition{short}},
			months{at: {"a u1 5", "b u1 1", "a u2 1"}}, "1 u2 1; - u1 不参加; - u3  指标a="},
		{"a longer period asks about its last month", models.SchemeTerms{Period: models.PeriodYearToDate, Accumulate: models.AccumulateMean, ExcludeIf: []models.Condition{short}},
			months{at: {"a u1 1", "b u1 30", "a u2 2", "b u2 1", "a u3 4", "b u3 30"}, at - 1: {"a u1 3", "b u1 1", "a u2 8", "b u2 30", "a u3 4", "b u3 30"}},
			"1 u3 4; 2 u1 2; - u2 有效天数不足"},
		{"a sum of ranks", models.SchemeTerms{SumOf: []string{"s"}, ExcludeIf: []models.Condition{short}}, months{at: {"a u1 1", "b u1 30", "a u2 2", "b u2 1", "a u3 3", "b u3 30"}},
			"1 u3 1; 2 u1 3; - u2 有效天数不足"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := station(t, "a")
			when := at
			if len(c.data[at]) == 0 {
				when--
			}
			c.terms.Ties = "competition"
			if len(c.terms.SumOf) == 0 {
				c.terms.Keys = []models.SchemeKey{{Indicator: "x", Descending: true}}
			}
			s.Program.Schemes = append(s.Program.Schemes, models.Scheme{Key: "t", Name: "试", Versions: month.Always(c.terms)})
			r, err := in(t, s, when.String(), c.data).Rank("t")
			if err != nil {
				t.Fatal(err)
			}
			if got := placed(r); got != c.want {
				t.Errorf("%s, want %s", got, c.want)
			}
		})
	}
	s := station(t, "a")
	s.Program.Schemes[0].Versions[0].Value.ExcludeIf = []models.Condition{{Rule: "nobody > 1"}}
	if _, err := in(t, s, "2026-03", nil).Rank("s"); fault.CodeOf(err) != "scheme.condition" {
		t.Error(err)
	}
}
