package appraise

import (
	"yueping/models"
	"yueping/models/fault"
	"yueping/models/month"
	"yueping/models/number"
)

// Explanation (计算过程) is how a unit came to where a ranking has it: its figures, its place, its
// lists and its grade, or why it is not ranked. Everything in it is recalculated from what was
// entered; nothing is copied from the ranking but what it is compared with.
type Explanation struct {
	Program *models.Program
	Scheme  *models.Scheme
	From    month.Month // the first month of this version of the scheme, 0 from the beginning
	Terms   models.SchemeTerms
	Month   month.Month

	Unit   *models.Unit
	Name   string
	County string
	Group  models.Group // what it is ranked within

	Period *Period // nil for a ranking of the month alone
	Keys   []KeyFigure
	Figures
	Parts      []*Explanation // of a ranking by the sum of others, one each
	Conditions []ConditionTest

	Place    *Place // nil where the unit is not ranked
	Excluded *Excluded
	Cause    Cause // why it is not
	Lists    []ListTest
	Grade    *GradeTest // nil where the scheme has no grades for the unit
}

// KeyFigure is what one key of a ranking compares.
type KeyFigure struct {
	Indicator  *models.Indicator
	Descending bool // the higher is the better
	Ties       bool // units must agree in it to share a rank
	State      models.State
	Value      number.Number // as it is published
}

// Cause says why a unit is not ranked.
type Cause string

// The causes.
const (
	CauseNone      Cause = ""           // it is ranked
	CauseNamed     Cause = "exclude"    // the scheme names the unit
	CauseCondition Cause = "exclude_if" // a rule of the scheme holds for it
	CauseFigures   Cause = "no_figure"  // a key is no number
)

// Explainer explains the units of one ranking, which is calculated once. It is not safe for several
// goroutines.
type Explainer struct {
	Ranking *Ranking

	table   *Table
	from    month.Month
	longer  *Table   // of a period
	sources []*Table // its months
	parts   []*Explainer
	at      map[string]position
}

// position is where a unit stands in a ranking: the group, and the row or the excluded one.
type position struct {
	group, row int
	excluded   bool
}

// Explain explains one unit of a ranking; scheme "" is the program's default. Faults are those of
// Rank, and explain.not_in_scheme for a unit that the scheme does not rank at all.
func (t *Table) Explain(scheme, unit string) (*Explanation, error) {
	e, err := t.Explainer(scheme)
	if err != nil {
		return nil, err
	}
	return e.Unit(unit)
}

// Explainer ranks the month by a scheme to explain its units.
func (t *Table) Explainer(scheme string) (*Explainer, error) {
	r, err := t.Rank(scheme)
	if err != nil {
		return nil, err
	}
	e := &Explainer{Ranking: r, table: t, from: heldSince(r.Scheme.Versions, t.At), at: map[string]position{}}
	for g := range r.Groups {
		for i, row := range r.Groups[g].Rows {
			e.at[row.Unit.Key] = position{group: g, row: i}
		}
		for i, x := range r.Groups[g].Excluded {
			e.at[x.Unit.Key] = position{group: g, row: i, excluded: true}
		}
	}
	for _, key := range r.Terms.SumOf {
		part, err := t.Explainer(key)
		if err != nil {
			return nil, err
		}
		e.parts = append(e.parts, part)
	}
	if len(e.parts) == 0 && r.Terms.Period != "" && r.Terms.Period != models.PeriodMonth {
		if e.longer, err = t.accumulated(r); err != nil {
			return nil, err
		}
		if e.sources, err = t.periodSources(r.Terms.Period); err != nil {
			return nil, err
		}
	}
	return e, nil
}

// heldSince is the month from which the version that holds in a month does.
func heldSince[T any](versions month.Dated[T], at month.Month) month.Month {
	from := month.Month(0)
	for _, v := range versions {
		if v.From <= at {
			from = v.From
		}
	}
	return from
}

// Has reports whether the ranking has a place, or a reason for none, for a unit.
func (e *Explainer) Has(unit string) bool {
	_, known := e.at[unit]
	return known
}

// Unit explains a unit.
func (e *Explainer) Unit(unit string) (*Explanation, error) {
	r, t := e.Ranking, e.table
	at, known := e.at[unit]
	if !known {
		return nil, fault.New("explain.not_in_scheme", "unit", t.Roster.Name(unit), "scheme", r.Scheme.Name, "month", t.At.String())
	}
	u := t.context.Register.Unit(unit)
	g := &r.Groups[at.group]
	x := &Explanation{Program: r.Program, Scheme: r.Scheme, From: e.from, Terms: r.Terms, Month: t.At,
		Unit: u, Name: t.Roster.Name(unit), County: t.Roster.County(unit), Group: g.Group}
	trace := newTracer(e)
	if err := trace.keys(r.Keys, u); err != nil {
		return nil, err
	}
	var err error
	if x.Conditions, err = e.conditions(trace, u); err != nil {
		return nil, err
	}
	x.Figures = *trace.figures
	x.Period = e.period()
	x.Keys = e.keyFigures(unit)
	if x.Parts, err = e.partRanks(unit); err != nil {
		return nil, err
	}
	if at.excluded {
		x.Excluded = &g.Excluded[at.row]
		x.Cause = e.cause(x)
		return x, nil
	}
	x.Place = placeOf(r, g, at.row)
	x.Lists = listTests(g, at.row)
	x.Grade = gradeOf(r.Terms.Grades, t.groups[t.rows[unit]], g.Rows[at.row].Values[0])
	return x, nil
}

// keyFigures are the values of the keys, of the month or of the period.
func (e *Explainer) keyFigures(unit string) []KeyFigure {
	var result []KeyFigure
	ties := e.Ranking.Terms.TieKeys
	if len(e.parts) > 0 {
		k := KeyFigure{Indicator: e.Ranking.Keys[0], Ties: true}
		if _, row := e.Ranking.Row(unit); row != nil {
			k.State, k.Value = models.IsNumber, row.Values[0]
		}
		return []KeyFigure{k}
	}
	for i, ind := range e.Ranking.Keys {
		v := e.figureTable().Value(ind.Key, unit)
		result = append(result, KeyFigure{Indicator: ind, Descending: e.Ranking.Terms.Keys[i].Descending,
			Ties: ties <= 0 || ties > len(e.Ranking.Keys) || i < ties, State: v.State, Value: v.Number})
	}
	return result
}

// figureTable has the values of the keys.
func (e *Explainer) figureTable() *Table {
	if e.longer != nil {
		return e.longer
	}
	return e.table
}
