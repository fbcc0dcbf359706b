package app

import (
	"strings"

	"yueping/models/air"
	"yueping/models/appraise"
	"yueping/models/formula"
	"yueping/models/number"
)

// reference says whose value a step takes, and of which month.
func (w *explaining) reference(s *appraise.Step) string {
	r := s.Reference
	if r.Aggregate != formula.Single {
		return w.word("explain.aggregate."+[...]string{formula.Sum: "sum", formula.Mean: "mean", formula.Count: "count"}[r.Aggregate],
			"month", w.month(r.Month), "indicator", r.Indicator.Name, "all", r.Whole == formula.All, "units", r.Units, "count", r.Counted, "sum", ExactWords(r.Sum))
	}
	return w.word("explain.reference", "unit", r.UnitName, "month", w.month(r.Month), "indicator", r.Indicator.Name, "rounded", r.Rounded)
}

// index opens a composite index: each quotient, and the main pollutants.
func (w *explaining) index(x *appraise.IndexStep) (string, []ExplainLine) {
	terms := make([]string, len(x.Parts))
	lines := make([]ExplainLine, 0, len(x.Parts)+1)
	one := number.FromInt(1)
	for i, p := range x.Parts {
		given := ""
		if x.Given[i].Ratio.Cmp(number.Of(p.Value)) != 0 {
			given = w.word("explain.given", "exact", ExactWords(x.Given[i].Ratio), "value", p.Value.Fixed(p.Pollutant.Decimals()),
				"rounding", roundingWords(w.t, formula.HalfEven, p.Pollutant.Decimals(), false))
		}
		term := p.Exact
		pairs := []any{"pollutant", p.Pollutant.Name(), "given", given, "value", p.Value.String(), "limit", p.Limit.Value.String(), "source", p.Limit.Source, "exact", ExactWords(p.Exact)}
		key := "explain.part"
		if x.Rounded {
			key, term = "explain.part_rounded", number.Of(p.SubIndex)
			pairs = append(pairs, "sub", p.SubIndex.Fixed(x.Places), "rounding", roundingWords(w.t, formula.HalfEven, x.Places, false))
		}
		terms[i] = ExactWords(term)
		if x.Rounded {
			terms[i] = p.SubIndex.Fixed(x.Places)
		}
		line := w.word(key, pairs...)
		if p.Weight.Cmp(one) != 0 {
			line += w.word("explain.weighted", "weight", p.Weight.String(), "exact", ExactWords(term.Mul(number.Of(p.Weight))))
			terms[i] += " × " + p.Weight.String()
		}
		lines = append(lines, ExplainLine{Text: line, Table: ExplainParts, Cells: w.partCells(x, i, term)})
	}
	if len(x.Parts) > 1 && len(x.Primary) > 0 {
		lines = append(lines, ExplainLine{Text: w.word("explain.primary", "pollutants", PollutantWords(w.t, x.Primary))})
	}
	return strings.Join(terms, " + "), lines
}

// within opens a question for the limits.
func (w *explaining) within(tests []appraise.WithinTest) (string, []ExplainLine) {
	var over []air.Pollutant
	lines := make([]ExplainLine, len(tests))
	for i, v := range tests {
		key := "explain.within"
		if !v.Keeps {
			key = "explain.over"
			over = append(over, v.Pollutant)
		}
		lines[i].Text = w.word(key, "pollutant", v.Pollutant.Name(), "value", v.Value.String(), "limit", v.Limit.Value.String(), "source", v.Limit.Source)
		lines[i].Table, lines[i].Cells = ExplainWithin, w.withinCells(v)
	}
	if len(over) == 0 {
		return w.word("explain.all_within"), lines
	}
	return w.word("explain.some_over", "pollutants", PollutantWords(w.t, over)), lines
}
