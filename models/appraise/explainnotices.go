package appraise

import (
	"slices"

	"yueping/models"
	"yueping/models/escalate"
	"yueping/models/fault"
	"yueping/models/month"
	"yueping/models/rank"
)

// NoticesExplanation is how the escalation rules of a month stand for a unit.
type NoticesExplanation struct {
	Month  month.Month
	Unit   *models.Unit
	Name   string
	County string
	Rules  []RuleExplanation // that hold in the month and have lists for the unit, in their order
	// Next are the notices that the month after would bring if the unit were in every list then.
	Next []Notice
}

// RuleExplanation is one rule: its terms, the months that it looks at, and what came of them.
type RuleExplanation struct {
	escalate.Account
	Terms models.RuleTerms
	Since month.Month // the first month of this version
	Lists []NoticeList
	// Months are those that the rule looks at, oldest first, as Account.Marks, with the places.
	Months  []MonthStanding
	Running bool // the months must follow each other
}

// NoticeList is a list that a rule names.
type NoticeList struct {
	escalate.List
	Scheme *models.Scheme // nil where the program has none of that key
	Name   string         // of the list in the month, its key where it is not there
}

// MonthStanding is how a unit stood to each list of a rule in a month.
type MonthStanding struct {
	escalate.MarkAt
	Standings []HandedStanding // by list
}

// HandedStanding is a standing, and whose it was: From is the unit that this one carries on, where the
// mark is taken over.
type HandedStanding struct {
	Standing
	From string
}

// NoticeExplainer explains the notices of one month, whose rankings are calculated once.
type NoticeExplainer struct {
	context *Context
	now     *Table
	rules   []escalate.Rule
	judge   *escalate.Judge
	marks   *marks
	seen    map[seenAt]Standing
	// running are the rules of the month whose months follow each other, next those of the month after.
	running, next map[string]bool
	awaited       awaited // in the month after
}

type seenAt struct {
	list  escalate.List
	month month.Month
	unit  *models.Unit
}

// ExplainNotices explains what the escalation rules bring a unit in a month, or do not. months are
// those with data.
func (c *Context) ExplainNotices(at month.Month, months []month.Month, unit string) (*NoticesExplanation, error) {
	e, err := c.NoticeExplainer(at, months)
	if err != nil {
		return nil, err
	}
	return e.Unit(unit)
}

// NoticeExplainer ranks what the rules of a month look at.
func (c *Context) NoticeExplainer(at month.Month, months []month.Month) (*NoticeExplainer, error) {
	now, err := c.Table(at)
	if err != nil {
		return nil, err
	}
	rules := c.rules()
	e := &NoticeExplainer{context: c, now: now, rules: rules, judge: escalate.NewJudge(rules), seen: map[seenAt]Standing{},
		running: c.runningRules(rules, at), next: c.runningRules(rules, at+1), awaited: c.awaited(rules, at+1)}
	units := c.Register.Units()
	_, lists := named(rules)
	e.marks, err = c.marks(rules, []month.Month{at}, months, func(g standings) seenMark {
		return func(list, unit int, p *rank.Place, mark escalate.Mark) {
			e.seen[seenAt{lists[list], g.table.At, units[unit]}] = Standing{mark, p.Rank, len(g.places)}
		}
	})
	return e, err
}

// Unit explains a unit. explain.no_unit for one that takes no part in the month.
func (e *NoticeExplainer) Unit(unit string) (*NoticesExplanation, error) {
	u := e.context.Register.Unit(unit)
	if u == nil || !e.now.Roster.Has(unit) {
		return nil, fault.New("explain.no_unit", "unit", unit, "program", e.context.Program.Name, "month", e.now.At.String())
	}
	x := &NoticesExplanation{Month: e.now.At, Unit: u, Name: e.now.Roster.Name(unit), County: e.now.Roster.County(unit)}
	history := e.marks.history(e.marks.number[u], nil)
	group := e.now.groups[e.now.rows[unit]]
	for _, a := range escalate.Accounts(e.rules, history, e.now.At) {
		if e.context.concerns(a.Rule, history, group, e.now.At) {
			x.Rules = append(x.Rules, e.rule(a, u))
		}
	}
	next := e.judge.NextRisk(history, e.now.At, func(r escalate.Rule) bool { return e.awaited.concerns(r, u) })
	for _, n := range next {
		x.Next = append(x.Next, Notice{Notice: n, Unit: u, Name: x.Name, County: x.County, Running: e.next[n.Rule]})
	}
	return x, nil
}

func (e *NoticeExplainer) terms(scheme string) (models.SchemeTerms, bool) {
	s := e.context.Program.Scheme(scheme)
	if s == nil {
		return models.SchemeTerms{}, false
	}
	return s.At(e.now.At)
}

func (e *NoticeExplainer) rule(a escalate.Account, unit *models.Unit) RuleExplanation {
	r := RuleExplanation{Account: a, Since: a.Rule.From, Running: e.running[a.Rule.Key]}
	for i := range e.context.Program.Rules {
		if stored := &e.context.Program.Rules[i]; stored.Key == a.Rule.Key {
			r.Terms, _ = stored.Versions.At(e.now.At)
		}
	}
	for _, l := range a.Rule.Lists() {
		list := NoticeList{List: l, Scheme: e.context.Program.Scheme(l.Scheme), Name: l.List}
		if terms, holds := e.terms(l.Scheme); holds {
			if i := slices.IndexFunc(terms.Lists, func(d models.List) bool {
				return d.Key == l.List && models.In(d.Groups, e.now.groups[e.now.rows[unit.Key]])
			}); i >= 0 {
				list.Name = terms.Lists[i].Name
			}
		}
		r.Lists = append(r.Lists, list)
	}
	for _, mark := range a.Marks {
		m := MonthStanding{MarkAt: mark}
		for i, l := range a.Rule.Lists() {
			m.Standings = append(m.Standings, e.standing(l, mark.Month, unit, mark.Lists[i], mark.Handed[i]))
		}
		r.Months = append(r.Months, m)
	}
	return r
}
