package appraise

import (
	"fmt"
	"strings"
	"testing"

	"yueping/models"
	"yueping/models/fault"
	"yueping/models/month"
	"yueping/models/number"
)

func since[T any](from month.Month, value T) month.Dated[T] {
	return month.Dated[T]{{From: from, Value: value}}
}

// standing writes a group: "1 U1 5 (worst) 优秀", then who is left out.
func standing(g RankedGroup) string {
	var lines []string
	for _, r := range g.Rows {
		line := fmt.Sprintf("%d %s %s", r.Rank, r.Name, r.Values[0])
		if len(r.Lists) > 0 {
			line += " (" + strings.Join(r.Lists, " ") + ")"
		}
		lines = append(lines, strings.TrimSpace(line+" "+r.Grade))
	}
	for _, e := range g.Excluded {
		lines = append(lines, "- "+e.Name+" "+said(Value{State: e.State, Missing: e.Missing}))
	}
	return strings.Join(lines, "; ")
}

func TestRank(t *testing.T) {
	worst := models.List{Key: "worst", Worst: true, By: "rows", Count: 1}
	grades := []models.GradeScale{{Groups: []string{"g1"}, Bands: []models.GradeBand{{Min: number.MustParse("95"), Grade: "优秀"}, {Min: number.MustParse("60"), Grade: "合格"}}}}
	for _, c := range []struct {
		name   string
		change func(*models.SchemeTerms)
		data   []string
		want   string // of the first group
	}{
		{"competition", nil, []string{"a u1 5", "a u2 7", "a u3 7"}, "1 U2 7; 1 U3 7; 3 U1 5"},
		{"dense", func(s *models.SchemeTerms) { s.Ties = "dense" }, []string{"a u1 5", "a u2 7", "a u3 7"}, "1 U2 7; 1 U3 7; 2 U1 5"},
		{"ordinal", func(s *models.SchemeTerms) { s.Ties = "ordinal" }, []string{"a u1 5", "a u2 7", "a u3 7"}, "1 U2 7; 2 U3 7; 3 U1 5"},
		{"0 is a number, the others are not", nil, []string{"a u1 0", "a u2 no_data"}, "1 U1 0; - U2 no_data 指标a=no_data; - U3  指标a="},
		{"not assessed", nil, []string{"a u1 1", "a u2 not_assessed", "a u3 1"}, "1 U1 1; 1 U3 1; - U2 not_assessed 指标a=not_assessed"},
		{"a list with a tie at its edge", func(s *models.SchemeTerms) { s.Lists = []models.List{worst} }, []string{"a u1 5", "a u2 7", "a u3 5"}, "1 U2 7; 2 U1 5 (worst); 2 U3 5 (worst)"},
		{"a list of another group", func(s *models.SchemeTerms) { l := worst; l.Groups = []string{"g2"}; s.Lists = []models.List{l} }, []string{"a u1 5"}, "1 U1 5; - U2  指标a=; - U3  指标a="},
		{"a list of two levels", func(s *models.SchemeTerms) {
			s.Lists = []models.List{{Key: "best", By: "levels", Count: 2}}
		}, []string{"a u1 5", "a u2 7", "a u3 7"}, "1 U2 7 (best); 1 U3 7 (best); 3 U1 5 (best)"},
		{"grades", func(s *models.SchemeTerms) { s.Grades = grades }, []string{"a u1 95", "a u2 94.99", "a u3 59.99"}, "1 U1 95 优秀; 2 U2 94.99 合格; 3 U3 59.99"},
		{"two keys", func(s *models.SchemeTerms) { s.Keys = append(s.Keys, models.SchemeKey{Indicator: "b"}) },
			[]string{"a u1 5", "b u1 2", "a u2 5", "b u2 1", "a u3 5"}, "1 U2 5; 2 U1 5; - U3  指标b="},
	} {
		t.Run(c.name, func(t *testing.T) {
			context := town("a", "")
			terms := &context.Program.Schemes[0].Versions[0].Value
			if c.change != nil {
				c.change(terms)
			}
			r, err := table(t, context, months{october: c.data}).Rank("")
			if err != nil {
				t.Fatal(err)
			}
			if len(r.Groups) != 2 {
				t.Fatal(len(r.Groups))
			}
			if got := standing(r.Groups[0]); got != c.want {
				t.Errorf("\n got %s\nwant %s", got, c.want)
			}
		})
	}
}

// Rounded values that are equal share a rank, whatever stands behind them.
func TestRankByRoundedValues(t *testing.T) {
	r, err := table(t, town("a / 3", ""), months{october: {"a u1 1", "a u2 1.01", "a u3 1.05"}}).Rank("s")
	if err != nil {
		t.Fatal(err)
	}
	if got := standing(r.Groups[0]); got != "1 U3 0.35; 2 U2 0.34; 3 U1 0.33" {
		t.Error(got)
	}
	r, err = table(t, town("a / 3", ""), months{october: {"a u1 1", "a u2 0.99", "a u3 0.98"}}).Rank("s")
	if err != nil {
		t.Fatal(err)
	}
	if got := standing(r.Groups[0]); got != "1 U1 0.33; 1 U2 0.33; 1 U3 0.33" {
		t.Error(got)
	}
}

// Units under no county are ranked against each other under the city's name.
func TestRankWithinNoCounty(t *testing.T) {
	context := town("a", "")
	context.Program.Schemes[0].Versions[0].Value.Within = models.WithinCounty
	r, err := table(t, context, months{october: {"a u1 5", "a v1 7"}}).Rank("s")
	if err != nil || len(r.Groups) != 1 || r.Groups[0].Group.Name != "CITY" || len(r.Groups[0].Rows) != 2 {
		t.Errorf("%v, %+v", err, r)
	}
}

func TestRankRefuses(t *testing.T) {
	none := town("a", "")
	none.Program.Schemes = nil
	later := town("a", "")
	later.Program.Schemes[0].Versions[0].From = october + 1
	for code, c := range map[string]struct {
		context *Context
		scheme  string
	}{"scheme.none": {none, ""}, "scheme.unknown": {town("a", ""), "t"}, "scheme.not_yet": {later, "s"}} {
		if _, err := table(t, c.context, nil).Rank(c.scheme); fault.CodeOf(err) != code {
			t.Errorf("%v, want %s", err, code)
		}
	}
}

func TestFindings(t *testing.T) {
	check := func(rule string, scope ...string) models.Check {
		return models.Check{Key: rule, Scope: scope, Rules: since(month.Month(0), rule)}
	}
	for _, c := range []struct {
		name  string
		check models.Check
		data  []string
		want  string
	}{
		{"holds", check("a <= b", models.ScopeMembers), []string{"a u1 1", "b u1 1"}, ""},
		{"fails", check("a <= b", models.ScopeMembers), []string{"a u1 2", "b u1 1", "a v1 2", "b v1 1", "a city 2", "b city 1", "a other 2", "b other 1"}, "U1 a=2 b=1; V1 a=2 b=1"},
		{"in its group", check("a <= b", "g2"), []string{"a u1 2", "b u1 1", "a v1 2", "b v1 1"}, "V1 a=2 b=1"},
		{"of the city", check("sum(a, all) <= a", models.ScopeCity), []string{"a u1 2", "a city 1"}, "CITY a=1"},
		{"decides nothing without its figures", check("a <= b", models.ScopeMembers), []string{"a u1 2", "a u2 2", "b u2 no_data"}, ""},
		{"of a later month", models.Check{Scope: []string{models.ScopeMembers}, Rules: since(october+1, "a <= b")}, []string{"a u1 2", "b u1 1"}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			context := town("a", "")
			context.Program.Checks = []models.Check{c.check}
			findings, err := table(t, context, months{october: c.data}).Findings()
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, f := range findings {
				line := f.Name
				for _, i := range f.Inputs {
					line += " " + i.Indicator.Key + "=" + said(i.Value)
				}
				got = append(got, line)
			}
			if s := strings.Join(got, "; "); s != c.want {
				t.Errorf("%q, want %q", s, c.want)
			}
		})
	}
}

// A rule over a list of a scheme: streaks, a gap, and months before the scheme held.
func TestNotices(t *testing.T) {
	bad := func(at month.Month, unit string) []string {
		lines := []string{"a u1 9", "a u2 9", "a u3 9"}
		for i, l := range lines {
			if strings.Contains(l, unit) {
				lines[i] = "a " + unit + " 1"
			}
		}
		return lines
	}
	for _, c := range []struct {
		name  string
		count int
		data  months
		from  month.Month // of the scheme
		want  string
	}{
		{"this month", 1, months{october: bad(october, "u2")}, 0, "U2 [2019-10]"},
		{"two running", 2, months{october: bad(october, "u2"), october - 1: bad(0, "u2")}, 0, "U2 [2019-09 2019-10]"},
		{"two, but not running", 2, months{october: bad(october, "u2"), october - 1: bad(0, "u1"), october - 2: bad(0, "u2")}, 0, ""},
		{"a month without data between", 2, months{october: bad(october, "u2"), october - 2: bad(0, "u2")}, 0, ""},
		{"before the scheme held", 2, months{october: bad(october, "u2"), october - 1: bad(0, "u2")}, october, ""},
		{"later months do not count", 2, months{october: bad(october, "u2"), october + 1: bad(0, "u2")}, 0, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			context := town("a", "")
			scheme := &context.Program.Schemes[0]
			scheme.Versions[0].From = c.from
			scheme.Versions[0].Value.Lists = []models.List{{Key: "worst", Worst: true, By: "rows", Count: 1, Groups: []string{"g1"}}}
			context.Program.Rules = []models.Rule{{Key: "r", Versions: since(month.Month(0), models.RuleTerms{Scheme: "s", List: "worst", Months: c.count, Within: "running", Action: "提示"})}}
			table(t, context, c.data)
			var with []month.Month
			for at := range c.data {
				with = append(with, at)
			}
			notices, err := context.Notices(october, with)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, n := range notices {
				got = append(got, fmt.Sprint(n.Name, " ", n.Months))
			}
			if s := strings.Join(got, "; "); s != c.want {
				t.Errorf("%q, want %q", s, c.want)
			}
		})
	}
}
