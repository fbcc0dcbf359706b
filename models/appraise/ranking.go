package appraise

import (
	"slices"

	"yueping/models"
	"yueping/models/fault"
	"yueping/models/month"
	"yueping/models/number"
	"yueping/models/rank"
)

// Ranking is a scheme's result in a month: each group ranked by itself.
type Ranking struct {
	Program *models.Program
	Scheme  *models.Scheme
	Terms   models.SchemeTerms
	Month   month.Month
	Keys    []*models.Indicator
	Groups  []RankedGroup
}

// RankedGroup is one group's rows by rank and then precedence, and the units left out.
type RankedGroup struct {
	Group    models.Group
	Rows     []Row
	Excluded []Excluded
	Lists    []ListRows
}

// Row is one ranked unit.
type Row struct {
	Rank, Level int
	Unit        *models.Unit
	Name        string // the program's name for it
	County      string // of the county-level unit above it, "" for none
	Values      []number.Number
	Grade       string
	Lists       []string // keys of the lists it is in
}

// Excluded is a unit that is not ranked, and why.
type Excluded struct {
	Unit    *models.Unit
	Name    string
	County  string
	State   models.State
	Missing []Reason // the inputs of a derived key that are no number; empty for an entered one
}

// ListRows is a list with the indices of its rows (由好到差).
type ListRows struct {
	List models.List
	Rows []int
}

// Rank ranks a month by a scheme. Faults: scheme.none where the program has none, scheme.unknown,
// scheme.not_yet where it holds only from a later month on.
func (t *Table) Rank(scheme string) (*Ranking, error) {
	p := t.context.Program
	if len(p.Schemes) == 0 {
		return nil, fault.New("scheme.none", "program", p.Name)
	}
	if scheme == "" {
		scheme = p.DefaultScheme
	}
	s := p.Scheme(scheme)
	if s == nil {
		allowed := ""
		for i, v := range p.Schemes {
			if i > 0 {
				allowed += "、"
			}
			allowed += v.Key + "（" + v.Name + "）"
		}
		return nil, fault.New("scheme.unknown", "scheme", scheme, "program", p.Name, "allowed", allowed)
	}
	terms, holds := s.Versions.At(t.At)
	if !holds {
		return nil, fault.New("scheme.not_yet", "scheme", s.Name, "month", t.At.String())
	}
	r := &Ranking{Program: p, Scheme: s, Terms: terms, Month: t.At}
	rules := rank.Scheme{Ties: map[string]rank.Tie{"competition": rank.Competition, "dense": rank.Dense, "ordinal": rank.Ordinal}[terms.Ties]}
	for _, k := range terms.Keys {
		r.Keys = append(r.Keys, p.Indicator(k.Indicator))
		direction := rank.Ascending
		if k.Descending {
			direction = rank.Descending
		}
		rules.Keys = append(rules.Keys, direction)
	}
	for _, g := range p.Groups {
		if models.In(terms.Groups, g.Key) {
			r.Groups = append(r.Groups, t.rankGroup(g, r, rules))
		}
	}
	return r, nil
}

func (t *Table) rankGroup(g models.Group, r *Ranking, rules rank.Scheme) RankedGroup {
	result := RankedGroup{Group: g, Rows: []Row{}}
	var rows []rank.Row
	for i, u := range t.Units {
		if t.Roster.Group(u.Key) != g.Key {
			continue
		}
		values, excluded := t.keyValues(u, r)
		if excluded != nil {
			result.Excluded = append(result.Excluded, *excluded)
			continue
		}
		rows = append(rows, rank.Row{ID: i, Values: values, Precedence: u.Precedence})
	}
	values := make(map[int][]number.Number, len(rows))
	for _, row := range rows {
		values[row.ID] = row.Values
	}
	places := rank.Order(rows, rules)
	at := make(map[int]int, len(places))
	for i, p := range places {
		u := t.Units[p.ID]
		at[p.ID] = i
		result.Rows = append(result.Rows, Row{Rank: p.Rank, Level: p.Level, Unit: u, Name: t.Roster.Name(u.Key), County: t.Roster.County(u.Key),
			Values: values[p.ID], Grade: grade(r.Terms.Grades, g.Key, values[p.ID][0]), Lists: []string{}})
	}
	for _, l := range r.Terms.Lists {
		if !models.In(l.Groups, g.Key) {
			continue
		}
		list := ListRows{List: l}
		for _, id := range rank.Select(places, cut(l)) {
			list.Rows = append(list.Rows, at[id])
			result.Rows[at[id]].Lists = append(result.Rows[at[id]].Lists, l.Key)
		}
		result.Lists = append(result.Lists, list)
	}
	return result
}

// keyValues gives what a unit is ranked by, or why it is not ranked: for several keys the state that
// decides is that of the first key without a number, 不参评 before 无数据 before not reported.
func (t *Table) keyValues(u *models.Unit, r *Ranking) ([]number.Number, *Excluded) {
	values := make([]number.Number, 0, len(r.Keys))
	var excluded *Excluded
	for _, key := range r.Keys {
		v := t.Value(key.Key, u.Key)
		if v.State == models.IsNumber {
			values = append(values, v.Number)
			continue
		}
		if excluded == nil {
			excluded = &Excluded{Unit: u, Name: t.Roster.Name(u.Key), County: t.Roster.County(u.Key), State: v.State}
		}
		if decides(v.State, excluded.State) {
			excluded.State = v.State
		}
		missing := v.Missing
		if len(missing) == 0 && (key.Derived() || len(r.Keys) > 1) {
			missing = []Reason{{key.Name, v.State}}
		}
		for _, m := range missing {
			if !slices.Contains(excluded.Missing, m) {
				excluded.Missing = append(excluded.Missing, m)
			}
		}
	}
	return values, excluded
}

func decides(a, b models.State) bool {
	order := []models.State{models.NotReported, models.NoData, models.NotAssessed}
	return slices.Index(order, a) > slices.Index(order, b)
}

func grade(scales []models.GradeScale, group string, value number.Number) string {
	for _, s := range scales {
		if !models.In(s.Groups, group) {
			continue
		}
		for _, b := range s.Bands {
			if value.Cmp(b.Min) >= 0 {
				return b.Grade
			}
		}
	}
	return ""
}

func cut(l models.List) rank.Cut {
	c := rank.Cut{Count: l.Count}
	if l.Worst {
		c.Side = rank.Worst
	}
	if l.Split {
		c.Ties = rank.Split
	}
	switch l.By {
	case "levels":
		c.By = rank.Levels
	case "threshold":
		c.By = rank.Threshold
		c.Compare = rank.AtLeast
		if l.Below {
			c.Compare = rank.AtMost
		}
	case "percent":
		c.By = rank.Percent
	}
	if l.Threshold != nil {
		c.Threshold = *l.Threshold
		// A share is written as a per cent and stored as a fraction; a cut counts in per cent.
		if share, err := l.Threshold.Shift(2); err == nil {
			c.Percent = share
		}
	}
	return c
}

// Row gives a unit's row and its group, nil where it is not ranked.
func (r *Ranking) Row(unit string) (*RankedGroup, *Row) {
	for i := range r.Groups {
		for j := range r.Groups[i].Rows {
			if r.Groups[i].Rows[j].Unit.Key == unit {
				return &r.Groups[i], &r.Groups[i].Rows[j]
			}
		}
	}
	return nil, nil
}
