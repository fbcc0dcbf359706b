package appraise

import (
	"yueping/models"
	"yueping/models/fault"
	"yueping/models/month"
	"yueping/models/number"
)

// Period is the span of a ranking over several months.
type Period struct {
	Word   string // models.PeriodYearToDate …
	How    string // models.AccumulateMean …
	From   month.Month
	Months []month.Month // those with any data, which alone count
}

// Accumulation is one figure of several months: the published values of Parts added up, and for a mean
// divided by how many are numbers. A sum asks for all of them.
type Accumulation struct {
	Indicator *models.Indicator
	Unit      *models.Unit
	Name      string
	Sum       bool
	Parts     []MonthFigure
	Total     number.Ratio // of the parts that are numbers
	Counted   int
	Value     Value // Exact is before the rounding to Places
	Places    int
}

// MonthFigure is the published value of a month.
type MonthFigure struct {
	Month month.Month
	Value Value
}

func (e *Explainer) period() *Period {
	if e.longer == nil {
		return nil
	}
	p := &Period{Word: e.Ranking.Terms.Period, How: e.Ranking.Terms.Accumulate, From: PeriodStart(e.Ranking.Terms.Period, e.table.At)}
	for _, source := range e.sources {
		p.Months = append(p.Months, source.At)
	}
	return p
}

// accumulated records an indicator over the months of the period, and what its months come from.
func (x *tracer) accumulated(ind *models.Indicator, u *models.Unit) error {
	recompute := x.terms.Accumulate == models.AccumulateRecompute
	a := Accumulation{Indicator: ind, Unit: u, Name: x.home.Roster.Name(u.Key), Places: ind.Places(), Value: x.longer.Value(ind.Key, u.Key),
		Sum: x.terms.Accumulate == models.AccumulateSum || (recompute && ind.Accumulate == models.AccumulateSum)}
	for _, source := range x.sources {
		if err := x.follow(source, ind, u, false); err != nil {
			return err
		}
		v := source.Value(ind.Key, u.Key)
		a.Parts = append(a.Parts, MonthFigure{source.At, v})
		if v.State == models.IsNumber {
			a.Total, a.Counted = a.Total.Add(number.Of(v.Number)), a.Counted+1
		}
	}
	x.figures.Accumulated = append(x.figures.Accumulated, a)
	return nil
}

// partRanks explains a unit in each of the schemes whose ranks are added up. One that does not rank it
// at all is among them with its name alone.
func (e *Explainer) partRanks(unit string) ([]*Explanation, error) {
	var result []*Explanation
	for _, part := range e.parts {
		x, err := part.Unit(unit)
		if fault.CodeOf(err) == "explain.not_in_scheme" {
			x, err = &Explanation{Program: part.Ranking.Program, Scheme: part.Ranking.Scheme, From: part.from, Terms: part.Ranking.Terms,
				Month: part.table.At, Cause: CauseFigures}, nil
		}
		if err != nil {
			return nil, err
		}
		result = append(result, x)
	}
	return result, nil
}
