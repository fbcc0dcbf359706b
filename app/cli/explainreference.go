package cli

import (
	"yueping/models/appraise"
	"yueping/models/formula"
)

// reference tells whose value a step takes, and of an aggregate how many units it is over.
func reference(r *appraise.Reference) *referenceJSON {
	x := &referenceJSON{Indicator: r.Indicator.Key, Month: r.Month.String(), Unit: r.UnitName, Published: r.Rounded}
	if r.Aggregate == formula.Single {
		return x
	}
	sum := ratioJSON(r.Sum)
	x.Aggregate = [...]string{formula.Sum: "sum", formula.Mean: "mean", formula.Count: "count"}[r.Aggregate]
	x.Over = map[bool]string{true: "all", false: "group"}[r.Whole == formula.All]
	x.Units, x.Counted, x.Sum = r.Units, r.Counted, &sum
	return x
}
