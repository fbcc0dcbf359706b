package appraise

import (
	"yueping/models"
	"yueping/models/air"
	"yueping/models/fault"
	"yueping/models/formula"
	"yueping/models/month"
	"yueping/models/number"
)

// Calculation is how one derived figure came about.
type Calculation struct {
	Indicator *models.Indicator
	Unit      *models.Unit
	Name      string
	Month     month.Month
	Period    bool // it is calculated anew from the accumulated figures of a period that ends with Month

	Formula string      // as the program's file has it
	Named   string      // the same with the names of the indicators
	From    month.Month // from which this formula holds, 0 from the beginning
	Steps   []Step      // none where the formula is a name or a number alone
	Result  formula.Value
	// ZeroDenominator is what the indicator gives for a zero denominator, where that decided.
	ZeroDenominator string
	Value           Value // as it is published: Result rounded half to even (GB/T 8170) to Places
	Places          int
}

// Step is one step of a calculation.
type Step struct {
	formula.Step
	Named     string
	Operands  []Operand
	Reference *Reference   // of a step that is a reference
	Index     *IndexStep   // of a composite index that is a number
	Within    []WithinTest // of a question for the limits that has an answer
}

// Operand is one operand with the names of the indicators in its text.
type Operand struct {
	formula.Input
	Named     string
	Indicator *models.Indicator // where the operand is one value of one
}

// Reference says whose value a reference is, and of which month.
type Reference struct {
	formula.Ref
	Indicator *models.Indicator
	Month     month.Month
	Unit      *models.Unit // nil for an aggregate
	UnitName  string
	// Units are those that an aggregate asks, Counted those of them with a number, Sum what these add
	// up to.
	Units, Counted int64
	Sum            number.Ratio
}

// IndexStep is a composite index opened. Given are the concentrations before they were rounded as they
// are published.
type IndexStep struct {
	air.Result
	Given   []formula.Value
	Rounded bool // each quotient is rounded before the sum
	Places  int
}

// WithinTest is one concentration held against its limit.
type WithinTest struct {
	air.Concentration
	Given formula.Value
	Limit air.Limit
	Keeps bool
}

// calculation explains one derived value.
func (t *Table) calculation(ind *models.Indicator, f *formula.Formula, u *models.Unit) (Calculation, error) {
	c := Calculation{Indicator: ind, Unit: u, Name: t.Roster.Name(u.Key), Month: t.At, Formula: f.Source(), Named: t.Named(f.Source()),
		From: heldSince(ind.Formulas, t.At), Value: t.Value(ind.Key, u.Key), Places: ind.Places()}
	var err error
	if c.Steps, c.Result, err = t.steps(f, u); err != nil {
		return c, fault.Wrap(err, "indicator.calculation", "indicator", ind.Name, "unit", c.Name, "detail", err)
	}
	if c.Result.State != formula.Number {
		refs := f.Refs()
		values := make([]formula.Value, len(refs))
		for i, ref := range refs {
			if values[i], err = t.input(ref, u); err != nil {
				return c, err
			}
		}
		missing := Value{Missing: t.reasons(c.Result.Missing, refs, values)}
		if missing.onlyZero() {
			c.ZeroDenominator = ind.ZeroDenominator
		}
	}
	return c, nil
}

// steps evaluates a formula for a unit step by step.
func (t *Table) steps(f *formula.Formula, u *models.Unit) ([]Step, formula.Value, error) {
	var failed error
	steps, result, err := f.Explain(func(ref formula.Ref) (formula.Value, bool) {
		v, err := t.input(ref, u)
		if err != nil && failed == nil {
			failed = err
		}
		return v, true
	})
	if failed != nil {
		err = failed
	}
	if err != nil {
		return nil, result, err
	}
	all := make([]Step, len(steps))
	for i, s := range steps {
		if all[i], err = t.step(s, u); err != nil {
			return nil, result, err
		}
	}
	return all, result, nil
}

func (t *Table) step(s formula.Step, u *models.Unit) (Step, error) {
	result := Step{Step: s, Named: t.Named(s.Source)}
	for _, in := range s.Inputs {
		o := Operand{Input: in, Named: t.Named(in.Source)}
		if in.Ref != nil && in.Ref.Aggregate == formula.Single {
			o.Indicator = t.context.Program.Indicator(in.Ref.Name)
		}
		result.Operands = append(result.Operands, o)
	}
	var err error
	switch {
	case s.Ref != nil:
		result.Reference, err = t.reference(*s.Ref, u)
	case s.Result.State != formula.Number:
	case s.Op == IndexFunction:
		result.Index, err = t.indexStep(s)
	case s.Op == withinLimitsFunction:
		result.Within, err = t.withinTests(s)
	}
	return result, err
}

func (t *Table) reference(ref formula.Ref, u *models.Unit) (*Reference, error) {
	r := &Reference{Ref: ref, Indicator: t.context.Program.Indicator(ref.Name), Month: t.At - month.Month(ref.Shift), Unit: u}
	if ref.Whole == formula.City {
		r.Unit = t.context.Register.City()
	}
	if ref.Aggregate == formula.Single {
		if r.Unit != nil {
			r.UnitName = t.Roster.Name(r.Unit.Key)
		}
		return r, nil
	}
	r.Unit = nil
	source, err := t.source(ref)
	if err != nil || source == nil {
		return r, err
	}
	r.Units, r.Counted, r.Sum = t.total(source, ref, t.Roster.Group(u.Key))
	return r, nil
}

func (t *Table) indexStep(s formula.Step) (*IndexStep, error) {
	options := t.context.indexOptions(t.At)
	x := &IndexStep{Rounded: options.RoundSubIndices, Places: options.Places}
	concentrations := make([]air.Concentration, len(s.Inputs))
	for i, in := range s.Inputs {
		var err error
		if concentrations[i], err = concentration(in.Ref.Name, in.Value.Ratio); err != nil {
			return nil, err
		}
		x.Given = append(x.Given, in.Value)
	}
	var err error
	x.Result, err = air.Index(concentrations, options)
	return x, err
}

func (t *Table) withinTests(s formula.Step) ([]WithinTest, error) {
	limits := t.context.Standards.Limits(t.context.basis(t.At))
	var tests []WithinTest
	for _, in := range s.Inputs {
		c, err := concentration(in.Ref.Name, in.Value.Ratio)
		if err != nil {
			return nil, err
		}
		limit := limits[c.Pollutant]
		tests = append(tests, WithinTest{c, in.Value, limit, c.Value.Cmp(limit.Value) <= 0})
	}
	return tests, nil
}
