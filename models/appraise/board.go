package appraise

import (
	"slices"

	"yueping/models"
	"yueping/models/escalate"
	"yueping/models/month"
)

// Board is how the units of a program stood in the lists of its escalation rules over some months, and
// what that has earned them.
type Board struct {
	At     month.Month
	Months []month.Month // oldest first, the month of the board last
	Lists  []BoardList
	Rows   []BoardRow // in the order of Table.Units; those that no list is for are left out
}

// BoardList is a list that some rule names, with the scheme that cuts it.
type BoardList struct {
	escalate.List
	Scheme *models.Scheme
	Name   string // of the list in the month of the board, its key where it is not there then
}

// BoardRow is one unit.
type BoardRow struct {
	Unit    *models.Unit
	Name    string
	County  string
	Group   string       // key of its group
	Ribbons [][]Standing // by list, then by month; nil for a list that is not for the unit
	// Earned are the notices of the month, those superseded by a higher step among them.
	Earned []Notice
	// Next are those that the month after would bring if the unit were in every list then.
	Next []Notice
}

// Standing is how a unit stood to a list in a month.
type Standing struct {
	Mark escalate.Mark
	Rank int // among Of; 0 where it was not ranked
	Of   int
}

// Board gives the board of a month with so many months back, itself counted. months are those with
// data.
func (c *Context) Board(at month.Month, months []month.Month, back int) (*Board, error) {
	b := &Board{At: at}
	for n := back - 1; n >= 0; n-- {
		b.Months = append(b.Months, at-month.Month(n))
	}
	rules := c.rules()
	if len(rules) == 0 {
		return b, nil
	}
	now, err := c.Table(at)
	if err != nil {
		return nil, err
	}
	b.lists(c, rules)
	r := newRibbons(b, c.Register, rules)
	marks, err := c.marks(rules, []month.Month{at}, months, r.see)
	if err != nil {
		return nil, err
	}
	b.judge(c, now, rules, marks, r)
	return b, nil
}

// judge makes a row of every unit that some list is for.
func (b *Board) judge(c *Context, now *Table, rules []escalate.Rule, marks *marks, r *ribbons) {
	judge, running, next := escalate.NewJudge(rules), c.runningRules(rules, b.At), c.runningRules(rules, b.At+1)
	awaited := c.awaited(rules, b.At+1)
	var history escalate.History
	b.Rows = make([]BoardRow, 0, len(now.Units))
	for i, u := range now.Units {
		own := r.of(marks.number[u])
		if own == nil {
			continue
		}
		row := BoardRow{Unit: u, Name: now.Roster.Name(u.Key), County: now.Roster.County(u.Key), Group: now.groups[i], Ribbons: own}
		wrap := func(list []escalate.Notice, running map[string]bool) []Notice {
			if len(list) == 0 {
				return nil
			}
			result := make([]Notice, len(list))
			for i, n := range list {
				result[i] = Notice{Notice: n, Unit: u, Name: row.Name, County: row.County, Running: running[n.Rule]}
			}
			return result
		}
		history = marks.history(marks.number[u], history)
		row.Earned = wrap(judge.Earned(history, b.At), running)
		row.Next = wrap(judge.NextRisk(history, b.At, func(rule escalate.Rule) bool {
			return awaited.concerns(rule, u)
		}), next)
		b.Rows = append(b.Rows, row)
	}
}

// concerns reports whether a unit has stood to each list of a rule, or does in a month.
func (c *Context) concerns(r escalate.Rule, history escalate.History, group string, at month.Month) bool {
	for _, l := range r.Lists() {
		if slices.ContainsFunc(history, func(m escalate.Marks) bool { return m.List == l }) {
			continue
		}
		s := c.Program.Scheme(l.Scheme)
		if s == nil || group == "" {
			return false
		}
		terms, holds := s.At(at)
		if !holds || !models.In(terms.Groups, group) ||
			!slices.ContainsFunc(terms.Lists, func(d models.List) bool { return d.Key == l.List && models.In(d.Groups, group) }) {
			return false
		}
	}
	return true
}

// lists names the lists of the rules that hold in the month.
func (b *Board) lists(c *Context, rules []escalate.Rule) {
	for _, r := range escalate.InForce(rules, b.At) {
		for _, l := range r.Lists() {
			if slices.ContainsFunc(b.Lists, func(known BoardList) bool { return known.List == l }) {
				continue
			}
			s := c.Program.Scheme(l.Scheme)
			if s == nil {
				continue
			}
			list := BoardList{List: l, Scheme: s, Name: l.List}
			if terms, holds := s.At(b.At); holds {
				if i := slices.IndexFunc(terms.Lists, func(d models.List) bool { return d.Key == l.List }); i >= 0 {
					list.Name = terms.Lists[i].Name
				}
			}
			b.Lists = append(b.Lists, list)
		}
	}
}

// runningRules are the rules of a month whose months follow each other.
func (c *Context) runningRules(rules []escalate.Rule, at month.Month) map[string]bool {
	running := map[string]bool{}
	for _, r := range escalate.InForce(rules, at) {
		running[r.Key] = r.Within == escalate.Running && r.Gap == escalate.Breaks
	}
	return running
}
