package appraise

import (
	"cmp"
	"slices"
	"strconv"

	"yueping/models"
	"yueping/models/escalate"
	"yueping/models/month"
)

// Notice is what a rule brings a unit in a month.
type Notice struct {
	escalate.Notice
	Unit    *models.Unit
	Name    string
	County  string
	Running bool // the months follow each other
}

// Notices gives what the escalation rules bring in a month, by list from good to bad, a unit's notices
// in the order of the rules. months are those that count, at among them or not.
func (c *Context) Notices(at month.Month, months []month.Month) ([]Notice, error) {
	rules := c.rules()
	if len(rules) == 0 {
		return nil, nil
	}
	marks, err := c.marks(rules, []month.Month{at}, months, nil)
	if err != nil {
		return nil, err
	}
	return c.noticesAt(rules, marks, at)
}

// noticesAt judges one of the months that marks were made for.
func (c *Context) noticesAt(rules []escalate.Rule, marks *marks, at month.Month) ([]Notice, error) {
	now, err := c.Table(at)
	if err != nil {
		return nil, err
	}
	running, judge := c.runningRules(rules, at), escalate.NewJudge(rules)
	var result []Notice
	var history escalate.History
	for _, u := range now.Units {
		history = marks.history(marks.number[u], history)
		for _, n := range judge.Apply(history, at) {
			result = append(result, Notice{Notice: n, Unit: u, Name: now.Roster.Name(u.Key), County: now.Roster.County(u.Key), Running: running[n.Rule]})
		}
	}
	standing := marks.standing[at]
	slices.SortStableFunc(result, func(a, b Notice) int {
		return cmp.Compare(standing[marks.number[a.Unit]], standing[marks.number[b.Unit]])
	})
	return result, nil
}

// rules gives the program's escalation rules, every version.
func (c *Context) rules() []escalate.Rule {
	var result []escalate.Rule
	for i := range c.Program.Rules {
		r := &c.Program.Rules[i]
		for _, v := range r.Versions {
			t := v.Value
			rule := escalate.Rule{Key: r.Key, From: v.From, Ended: t.Ended, Scheme: t.Scheme, List: t.List, AlsoScheme: t.AlsoScheme, AlsoList: t.AlsoList,
				Months: t.Months, Ladder: t.Ladder, Step: t.Step, Restart: t.Restart, Honour: t.Honour, Inherit: t.Inherit, Action: t.Action, Addressee: t.Addressee}
			if t.Bridge {
				rule.Gap = escalate.Bridges
			}
			switch t.Within {
			case "running":
			case "year":
				rule.Within = escalate.Year
			default:
				rule.Within = escalate.Window
				if n, err := strconv.Atoi(t.Within); err == nil {
					rule.Window = n
				}
			}
			result = append(result, rule)
		}
	}
	return result
}
