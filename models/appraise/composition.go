package appraise

import (
	"yueping/models/air"
	"yueping/models/formula"
	"yueping/models/number"
)

// IndexedPollutants gives the pollutants of the composite index that an indicator is calculated from in
// the month, itself or through others of the same month, in the order of the formula; nil where it is
// calculated from none.
func (t *Table) IndexedPollutants(indicator string) []air.Pollutant {
	refs := t.indexRefs(indicator, map[string]bool{})
	var pollutants []air.Pollutant
	for _, ref := range refs {
		pollutants = append(pollutants, air.Pollutant(ref.Name))
	}
	return pollutants
}

// indexRefs are the arguments of the first index of this month that an indicator is calculated from.
func (t *Table) indexRefs(indicator string, seen map[string]bool) []formula.Ref {
	f := t.formulaOf(indicator)
	if f == nil || seen[indicator] {
		return nil
	}
	seen[indicator] = true
calls:
	for _, refs := range f.Calls(IndexFunction) {
		for _, ref := range refs {
			if ref.Shift != formula.SameMonth {
				continue calls
			}
		}
		return refs
	}
	for _, ref := range f.Refs() {
		if ref.Shift != formula.SameMonth || ref.Whole != formula.Unit || ref.Aggregate != formula.Single {
			continue
		}
		if refs := t.indexRefs(ref.Name, seen); refs != nil {
			return refs
		}
	}
	return nil
}

// formulaOf gives an indicator's formula of the month, nil where it has none.
func (t *Table) formulaOf(indicator string) *formula.Formula {
	ind := t.context.Program.Indicator(indicator)
	if ind == nil || !ind.Holds(t.At) {
		return nil
	}
	source, derived := ind.Formulas.At(t.At)
	if !derived {
		return nil
	}
	f, err := t.context.compile(source, t.At)
	if err != nil {
		return nil // Calculate has said so
	}
	return f
}

// Composition gives the parts of the composite index that an indicator of a unit is calculated from,
// with its main pollutants (主要污染物); nil where there is none, or where a concentration is no number.
func (t *Table) Composition(indicator, unit string) (*air.Result, error) {
	refs := t.indexRefs(indicator, map[string]bool{})
	if len(refs) == 0 {
		return nil, nil
	}
	concentrations := make([]air.Concentration, len(refs))
	for i, ref := range refs {
		v := t.single(ref, unit) // what the formula itself is given
		if v.State != formula.Number {
			return nil, nil
		}
		c, err := concentration(ref.Name, v.Ratio)
		if err != nil {
			return nil, err
		}
		concentrations[i] = c
	}
	result, err := air.Index(concentrations, t.context.indexOptions(t.At))
	if err != nil {
		return nil, err
	}
	return &result, nil
}

// concentration gives a value as it is published.
func concentration(pollutant string, value number.Ratio) (air.Concentration, error) {
	p := air.Pollutant(pollutant)
	n, err := value.Round(p.Decimals())
	return air.Concentration{Pollutant: p, Value: n}, err
}
