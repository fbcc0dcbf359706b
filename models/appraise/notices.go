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
	now, err := c.Table(at)
	if err != nil {
		return nil, err
	}
	histories, err := c.histories(rules, at, months)
	if err != nil {
		return nil, err
	}
	standing, err := c.standing(rules, now)
	if err != nil {
		return nil, err
	}
	running := map[string]bool{}
	for _, r := range escalate.InForce(rules, at) {
		running[r.Key] = r.Within == escalate.Running && r.Gap == escalate.Breaks
	}
	var result []Notice
	for _, u := range now.Units {
		for _, n := range escalate.Apply(rules, histories[u.Key], at) {
			result = append(result, Notice{Notice: n, Unit: u, Name: now.Roster.Name(u.Key), County: now.Roster.County(u.Key), Running: running[n.Rule]})
		}
	}
	slices.SortStableFunc(result, func(a, b Notice) int { return cmp.Compare(standing[a.Unit.Key], standing[b.Unit.Key]) })
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
				Months: t.Months, Ladder: t.Ladder, Step: t.Step, Restart: t.Restart, Action: t.Action, Addressee: t.Addressee}
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

// histories gives each unit's marks in the lists that the rules name.
func (c *Context) histories(rules []escalate.Rule, at month.Month, months []month.Month) (map[string]escalate.History, error) {
	result := map[string]escalate.History{}
	var lists []escalate.List
	for _, r := range rules {
		for _, l := range r.Lists() {
			if !slices.Contains(lists, l) {
				lists = append(lists, l)
			}
		}
	}
	for _, m := range append(slices.Clone(months), at) {
		if m > at {
			continue
		}
		t, err := c.Table(m)
		if err != nil {
			return nil, err
		}
		for _, l := range lists {
			if err := t.mark(l, result); err != nil {
				return nil, err
			}
		}
	}
	return result, nil
}

// mark records for every ranked unit of the month whether it is in a list. A scheme that does not
// hold yet marks nobody.
func (t *Table) mark(l escalate.List, histories map[string]escalate.History) error {
	s := t.context.Program.Scheme(l.Scheme)
	if s == nil {
		return nil
	}
	if _, holds := s.At(t.At); !holds {
		return nil
	}
	ranking, err := t.Rank(l.Scheme)
	if err != nil {
		return err
	}
	for _, g := range ranking.Groups {
		for _, row := range g.Rows {
			h := histories[row.Unit.Key]
			if h == nil {
				h = escalate.History{}
				histories[row.Unit.Key] = h
			}
			mark := escalate.NotInList
			if slices.Contains(row.Lists, l.List) {
				mark = escalate.InList
			}
			h.Put(l, t.At, mark)
		}
	}
	return nil
}

// standing numbers the units by the schemes in the order of the rules, then by rank.
func (c *Context) standing(rules []escalate.Rule, t *Table) (map[string]int, error) {
	result := map[string]int{}
	var seen []string
	for _, r := range rules {
		if slices.Contains(seen, r.Scheme) {
			continue
		}
		seen = append(seen, r.Scheme)
		s := c.Program.Scheme(r.Scheme)
		if s == nil {
			continue
		}
		if _, holds := s.At(t.At); !holds {
			continue
		}
		ranking, err := t.Rank(r.Scheme)
		if err != nil {
			return nil, err
		}
		for _, g := range ranking.Groups {
			for _, row := range g.Rows {
				if _, placed := result[row.Unit.Key]; !placed {
					result[row.Unit.Key] = len(result)
				}
			}
		}
	}
	return result, nil
}
