package appraise

import (
	"cmp"
	"slices"
	"strings"

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
	Note    string   // the reason that the scheme itself gives
}

// ListRows is a list with the indices of its rows (由好到差).
type ListRows struct {
	List models.List
	Rows []int
}

// Rank ranks a month by a scheme. Faults: scheme.none where the program has none, scheme.unknown,
// scheme.not_yet where it does not hold in the month.
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
	terms, holds := s.At(t.At)
	if !holds {
		return nil, fault.New("scheme.not_yet", "scheme", s.Name, "month", t.At.String())
	}
	return t.RankBy(s, terms)
}

// RankBy ranks a month by given terms, whether they are stored or only tried out.
func (t *Table) RankBy(s *models.Scheme, terms models.SchemeTerms) (*Ranking, error) {
	r, rules := t.prepare(s, terms)
	figures, err := t.figures(r)
	if err != nil {
		return nil, err
	}
	for _, p := range t.partitions(terms) {
		r.Groups = append(r.Groups, t.rankPartition(p, r, rules, figures))
	}
	return r, nil
}

// prepare gives a ranking without groups, and how it is ordered.
func (t *Table) prepare(s *models.Scheme, terms models.SchemeTerms) (*Ranking, rank.Scheme) {
	r := &Ranking{Program: t.context.Program, Scheme: s, Terms: terms, Month: t.At}
	rules := rank.Scheme{TieKeys: terms.TieKeys,
		Ties: map[string]rank.Tie{"competition": rank.Competition, "dense": rank.Dense, "ordinal": rank.Ordinal}[terms.Ties]}
	for _, k := range terms.Keys {
		r.Keys = append(r.Keys, r.Program.Indicator(k.Indicator))
		direction := rank.Ascending
		if k.Descending {
			direction = rank.Descending
		}
		rules.Keys = append(rules.Keys, direction)
	}
	if len(terms.SumOf) > 0 {
		rules.Keys = []rank.Direction{rank.Ascending}
	}
	return r, rules
}

// partition is units that are ranked against each other.
type partition struct {
	group models.Group // its name is what the ranking calls them
	units []int        // rows of the table
}

// partitions splits the ranked units by group, by the county above them, or not at all. Counties
// stand in order of precedence.
func (t *Table) partitions(terms models.SchemeTerms) []partition {
	var result []partition
	index := map[string]int{}
	place := func(g models.Group) int {
		i, known := index[g.Key]
		if !known {
			i = len(result)
			index[g.Key] = i
			result = append(result, partition{group: g})
		}
		return i
	}
	if terms.Within == "" || terms.Within == models.WithinGroup {
		for _, g := range t.context.Program.Groups {
			if models.In(terms.Groups, g.Key) {
				place(g)
			}
		}
	}
	everybody := models.Group{Key: models.WithinAll, Name: t.allName(terms)}
	for row, u := range t.Units {
		if t.groups[row] == "" || !models.In(terms.Groups, t.groups[row]) {
			continue
		}
		i := index[t.groups[row]]
		switch terms.Within {
		case models.WithinAll:
			i = place(everybody)
		case models.WithinCounty:
			i = place(t.countyGroup(u))
		}
		result[i].units = append(result[i].units, row)
	}
	if terms.Within == models.WithinCounty {
		slices.SortStableFunc(result, func(a, b partition) int { return cmp.Compare(a.group.Sort, b.group.Sort) })
	}
	return result
}

// countyGroup is the county above a unit, or the city where there is none, as what a ranking within
// counties calls its groups.
func (t *Table) countyGroup(u *models.Unit) models.Group {
	above := t.context.Register.County(u, t.At)
	if above == nil {
		above = t.context.Register.City()
	}
	if above == nil {
		return models.Group{}
	}
	return models.Group{Key: above.Key, Name: t.Roster.Name(above.Key), Sort: above.Precedence}
}

// allName names a ranking over all groups by the groups it is over.
func (t *Table) allName(terms models.SchemeTerms) string {
	var names []string
	for _, g := range t.context.Program.Groups {
		if models.In(terms.Groups, g.Key) {
			names = append(names, g.Name)
		}
	}
	return strings.Join(names, "、")
}

func (t *Table) rankPartition(p partition, r *Ranking, rules rank.Scheme, figures figures) RankedGroup {
	result := RankedGroup{Group: p.group, Rows: []Row{}}
	rows := make([]rank.Row, 0, len(p.units))
	values := make(map[int][]number.Number, len(p.units))
	for _, row := range p.units {
		u := t.Units[row]
		v, excluded := figures(u)
		if excluded != nil {
			excluded.Unit, excluded.Name, excluded.County = u, t.Roster.Name(u.Key), t.Roster.County(u.Key)
			result.Excluded = append(result.Excluded, *excluded)
			continue
		}
		values[row] = v
		rows = append(rows, rank.Row{ID: row, Values: v, Precedence: u.Precedence})
	}
	places := rank.Order(rows, rules)
	at := make(map[int]int, len(places))
	result.Rows = make([]Row, len(places))
	for i, place := range places {
		u := t.Units[place.ID]
		at[place.ID] = i
		result.Rows[i] = Row{Rank: place.Rank, Level: place.Level, Unit: u, Name: t.Roster.Name(u.Key), County: t.Roster.County(u.Key),
			Values: values[place.ID], Grade: grade(r.Terms.Grades, t.groups[place.ID], values[place.ID][0]), Lists: []string{}}
	}
	for _, l := range r.Terms.Lists {
		if !t.hasList(l, p, r.Terms) {
			continue
		}
		list := ListRows{List: l}
		for _, id := range rank.Select(places, Cut(l)) {
			list.Rows = append(list.Rows, at[id])
			result.Rows[at[id]].Lists = append(result.Rows[at[id]].Lists, l.Key)
		}
		result.Lists = append(result.Lists, list)
	}
	return result
}

// hasList reports whether a list is for a partition: one by groups has the lists of its group, any
// other those of a group it holds.
func (t *Table) hasList(l models.List, p partition, terms models.SchemeTerms) bool {
	if terms.Within != models.WithinCounty && terms.Within != models.WithinAll {
		return models.In(l.Groups, p.group.Key)
	}
	return slices.ContainsFunc(p.units, func(row int) bool { return models.In(l.Groups, t.groups[row]) })
}

func decides(a, b models.State) bool {
	order := []models.State{models.NotReported, models.NoData, models.NotAssessed}
	return slices.Index(order, a) > slices.Index(order, b)
}

// grade is the grade of a value, "" for none. Only the first scale for the group counts: a value that
// reaches no band of it has none, whatever a scale for everybody behind it would give.
func grade(scales []models.GradeScale, group string, value number.Number) string {
	if g := gradeOf(scales, group, value); g != nil && g.Band != nil {
		return g.Band.Grade
	}
	return ""
}

// Cut gives a list's definition as models/rank cuts it.
func Cut(l models.List) rank.Cut {
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

// Ranked reports whether any unit has a rank.
func (r *Ranking) Ranked() bool {
	return slices.ContainsFunc(r.Groups, func(g RankedGroup) bool { return len(g.Rows) > 0 })
}
