package appraise

import (
	"yueping/models"
	"yueping/models/fault"
	"yueping/models/formula"
	"yueping/models/month"
)

// Figures is how the figures of a unit came about, each once: what was entered, what was added up over
// the months of a period, and what was derived, in the order of calculation.
type Figures struct {
	Inputs       []Entered
	Accumulated  []Accumulation
	Calculations []Calculation
}

// Entered is one entered value. Unit is another one only where a formula asks for the city's.
type Entered struct {
	Indicator *models.Indicator
	Unit      *models.Unit
	Name      string
	Month     month.Month
	Kept      bool // the indicator is kept for the unit in the month
	Value     Value
}

// tracer follows figures down to what was entered.
type tracer struct {
	home    *Table
	longer  *Table // of a period, nil for none
	sources []*Table
	terms   models.SchemeTerms
	figures *Figures
	seen    map[traced]bool
}

type traced struct {
	table           *Table
	indicator, unit string
}

func newTracer(e *Explainer) *tracer {
	return &tracer{home: e.table, longer: e.longer, sources: e.sources, terms: e.Ranking.Terms, figures: &Figures{}, seen: map[traced]bool{}}
}

// FiguresOf gives how every figure of a unit came about, whether some scheme ranks by it or not.
func (t *Table) FiguresOf(unit string) (*Figures, error) {
	x := &tracer{home: t, figures: &Figures{}, seen: map[traced]bool{}}
	u := t.context.Register.Unit(unit)
	if u == nil || !t.Roster.Has(unit) {
		return x.figures, nil
	}
	for i := range t.context.Program.Indicators {
		if ind := &t.context.Program.Indicators[i]; t.Roster.Covers(ind, unit) {
			if err := x.follow(t, ind, u, false); err != nil {
				return nil, err
			}
		}
	}
	return x.figures, nil
}

// keys follows the keys of a ranking; a sum of ranks has none of its own.
func (x *tracer) keys(keys []*models.Indicator, u *models.Unit) error {
	for _, k := range keys {
		if k.Key == SumOfRanksKey && len(x.terms.SumOf) > 0 {
			continue
		}
		var err error
		switch {
		case x.longer == nil:
			err = x.follow(x.home, k, u, false)
		case x.terms.Accumulate == models.AccumulateRecompute:
			err = x.follow(x.longer, k, u, false)
		default:
			err = x.accumulated(k, u)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// follow records an indicator of a unit in a table, what it is derived from first. away is true for
// what another month's figure is derived from: that month is opened, months that it looks at in turn
// are named with their values and no more, or a running total would be opened back to its beginning.
func (x *tracer) follow(t *Table, ind *models.Indicator, u *models.Unit, away bool) error {
	key := traced{t, ind.Key, u.Key}
	if x.seen[key] {
		return nil
	}
	x.seen[key] = true
	if ind.Derived() {
		return x.derived(t, ind, u, away)
	}
	if t == x.longer && x.longer != nil {
		return x.accumulated(ind, u)
	}
	x.figures.Inputs = append(x.figures.Inputs, Entered{Indicator: ind, Unit: u, Name: t.Roster.Name(u.Key), Month: t.At,
		Kept: t.Roster.Covers(ind, u.Key), Value: t.Value(ind.Key, u.Key)})
	return nil
}

// derived records a calculation; an indicator without a formula in the month has none, nor has a month
// before the first with data, of which nothing is calculated.
func (x *tracer) derived(t *Table, ind *models.Indicator, u *models.Unit, away bool) error {
	source, known := ind.Formulas.At(t.At)
	if !known || t.At < t.context.Earliest || !t.Roster.Covers(ind, u.Key) {
		return nil
	}
	f, err := t.context.compile(source, t.At)
	if err != nil {
		return fault.Wrap(err, "indicator.formula", "indicator", ind.Name, "detail", err)
	}
	if err := x.refs(t, f, u, away); err != nil {
		return err
	}
	c, err := t.calculation(ind, f, u)
	if err != nil {
		return err
	}
	c.Period = t == x.longer
	x.figures.Calculations = append(x.figures.Calculations, c)
	return nil
}

// refs follows what a formula refers to, aggregates apart: those are told by their step.
func (x *tracer) refs(t *Table, f *formula.Formula, u *models.Unit, away bool) error {
	for _, ref := range f.Refs() {
		if ref.Aggregate != formula.Single {
			continue
		}
		who := u
		if ref.Whole == formula.City {
			who = t.context.Register.City()
		}
		ind := t.context.Program.Indicator(ref.Name)
		source, err := t.source(ref)
		if err != nil {
			return err
		}
		other := ref.Shift != formula.SameMonth
		if who == nil || source == nil || (other && away && ind.Derived()) {
			continue
		}
		if err := x.follow(source, ind, who, away || other); err != nil {
			return err
		}
	}
	return nil
}

// source is the table in which a reference finds its value, nil where it looks at none.
func (t *Table) source(ref formula.Ref) (*Table, error) {
	if ref.Shift == formula.SameMonth {
		return t, nil
	}
	if t.context.Load == nil || t.empty {
		return nil, nil
	}
	return t.context.Table(t.At - month.Month(ref.Shift))
}

// Without gives the figures that are not among others, of the same months and units.
func (f *Figures) Without(others ...*Figures) *Figures {
	type place struct {
		indicator, unit string
		at              month.Month
	}
	known := map[place]bool{}
	for _, other := range others {
		for _, v := range other.Inputs {
			known[place{v.Indicator.Key, v.Unit.Key, v.Month}] = true
		}
		for _, c := range other.Calculations {
			if !c.Period {
				known[place{c.Indicator.Key, c.Unit.Key, c.Month}] = true
			}
		}
	}
	result := &Figures{}
	for _, v := range f.Inputs {
		if !known[place{v.Indicator.Key, v.Unit.Key, v.Month}] {
			result.Inputs = append(result.Inputs, v)
		}
	}
	for _, c := range f.Calculations {
		if !known[place{c.Indicator.Key, c.Unit.Key, c.Month}] {
			result.Calculations = append(result.Calculations, c)
		}
	}
	return result
}
