package appraise

import (
	"testing"

	"yueping/models"
	"yueping/models/month"
)

// What the month after may bring goes by who takes part then, and by the lists that hold then: a unit
// that is merged, a scheme that has ended, or one that leaves the unit out, are no risk.
func TestNextMonthIsNoRisk(t *testing.T) {
	november := october + 1
	for _, c := range []struct {
		name   string
		change func(*Context)
		want   int
	}{
		{"nothing changes", func(*Context) {}, 1},
		{"the unit is merged", func(c *Context) { c.Register.Unit("u2").Until = november }, 0},
		{"merged a month later", func(c *Context) { c.Register.Unit("u2").Until = november + 1 }, 1},
		{"it leaves the group", func(c *Context) { c.Program.Members[1].Until = november }, 0},
		{"the scheme ends", func(c *Context) {
			s := &c.Program.Schemes[0]
			s.Versions = append(s.Versions, since(november, models.SchemeTerms{Ended: true})...)
		}, 0},
		{"the list goes to another group", func(c *Context) {
			s := &c.Program.Schemes[0]
			terms := s.Versions[0].Value
			terms.Lists = []models.List{{Key: "worst", Worst: true, By: "rows", Count: 1, Groups: []string{"g2"}}}
			s.Versions = append(s.Versions, since(november, terms)...)
		}, 0},
		{"the unit is left out", func(c *Context) {
			s := &c.Program.Schemes[0]
			terms := s.Versions[0].Value
			terms.Exclude = []models.Exclusion{{Unit: "u2"}}
			s.Versions = append(s.Versions, since(november, terms)...)
		}, 0},
	} {
		context := town("a", "")
		context.Program.Schemes[0].Versions[0].Value.Lists = []models.List{{Key: "worst", Worst: true, By: "rows", Count: 1, Groups: []string{"g1"}}}
		context.Program.Rules = []models.Rule{{Key: "r", Versions: since(month.Month(0), models.RuleTerms{Scheme: "s", List: "worst", Months: 1, Within: "running", Action: "提示"})}}
		c.change(context)
		table(t, context, months{october: {"a u1 9", "a u2 1", "a u3 9"}})
		b, err := context.Board(october, []month.Month{october}, 12)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range b.Rows {
			if r.Unit.Key == "u2" && (len(r.Earned) != 1 || len(r.Next) != c.want) {
				t.Errorf("%s: earned %v, next month %v", c.name, r.Earned, r.Next)
			}
		}
		x, err := context.ExplainNotices(october, []month.Month{october}, "u2")
		if err != nil || len(x.Next) != c.want {
			t.Errorf("%s: explained %v, %v", c.name, x, err)
		}
	}
}
