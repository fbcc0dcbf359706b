package cli

import (
	"yueping/models"
	"yueping/models/appraise"
	"yueping/models/formula"
	"yueping/models/number"
)

// exactJSON is an exact value: Decimal is exact where there is no Fraction beside it, else rounded half
// to even to 6 decimals.
type exactJSON struct {
	State    string   `json:"state"`
	Decimal  string   `json:"decimal,omitempty"`
	Fraction string   `json:"fraction,omitempty"`
	Truth    *bool    `json:"truth,omitempty"`
	Missing  []string `json:"missing,omitempty"`
}

type explainCalculation struct {
	Indicator       string        `json:"indicator"`
	Name            string        `json:"name"`
	Unit            string        `json:"unit"`
	Month           string        `json:"month"`
	Period          bool          `json:"period"`
	Formula         string        `json:"formula"`
	From            string        `json:"from"`
	Steps           []explainStep `json:"steps"`
	Result          exactJSON     `json:"result"`
	ZeroDenominator string        `json:"zero_denominator,omitempty"`
	Rounding        roundingJSON  `json:"rounding"`
	State           string        `json:"state"`
	Value           string        `json:"value"`
}

type roundingJSON struct {
	Mode   string `json:"mode"`
	Places int    `json:"places"`
}

type explainStep struct {
	Source          string           `json:"source"`
	Op              string           `json:"op"`
	Operands        []explainOperand `json:"operands"`
	Limits          []string         `json:"limits,omitempty"` // of a band, as they are tried
	Reference       *referenceJSON   `json:"reference,omitempty"`
	Index           *indexJSON       `json:"index,omitempty"`
	Within          []withinJSON     `json:"within_limits,omitempty"`
	Rounding        *roundingJSON    `json:"rounding,omitempty"`
	ZeroDenominator bool             `json:"zero_denominator,omitempty"`
	Result          exactJSON        `json:"result"`
}

type explainOperand struct {
	Source string    `json:"source"`
	Value  exactJSON `json:"value"`
}

type referenceJSON struct {
	Indicator string     `json:"indicator"`
	Month     string     `json:"month"`
	Unit      string     `json:"unit,omitempty"`
	Published bool       `json:"published"`
	Aggregate string     `json:"aggregate,omitempty"` // sum, mean, count
	Over      string     `json:"over,omitempty"`      // group, all
	Units     int64      `json:"units,omitempty"`
	Counted   int64      `json:"counted,omitempty"`
	Sum       *exactJSON `json:"sum,omitempty"`
}

type indexJSON struct {
	SubIndicesRounded bool            `json:"sub_indices_rounded"`
	Places            int             `json:"places"`
	Parts             []indexPartJSON `json:"parts"`
	Primary           []string        `json:"primary"`
}

type indexPartJSON struct {
	Pollutant string    `json:"pollutant"`
	Given     exactJSON `json:"given"`
	Value     string    `json:"value"`
	Limit     string    `json:"limit"`
	Source    string    `json:"limit_source"`
	Exact     exactJSON `json:"exact"`
	SubIndex  string    `json:"sub_index"`
	Weight    string    `json:"weight"`
}

type withinJSON struct {
	Pollutant string `json:"pollutant"`
	Value     string `json:"value"`
	Limit     string `json:"limit"`
	Source    string `json:"limit_source"`
	Keeps     bool   `json:"keeps"`
}

type explainAccumulation struct {
	Indicator string             `json:"indicator"`
	Unit      string             `json:"unit"`
	How       string             `json:"how"` // sum, mean
	Parts     []explainMonthPart `json:"parts"`
	Total     exactJSON          `json:"total"`
	Counted   int                `json:"counted"`
	Rounding  roundingJSON       `json:"rounding"`
	State     string             `json:"state"`
	Value     string             `json:"value"`
}

type explainMonthPart struct {
	Month string `json:"month"`
	State string `json:"state"`
	Value string `json:"value"`
}

type explainCondition struct {
	Rule    string        `json:"rule"`
	Reason  string        `json:"reason"`
	Steps   []explainStep `json:"steps"`
	Verdict exactJSON     `json:"verdict"`
	Holds   bool          `json:"holds"`
}

func ratioJSON(r number.Ratio) exactJSON { return formulaJSON(formula.OfRatio(r)) }

func formulaJSON(v formula.Value) exactJSON {
	switch {
	case v.State == formula.NoData:
		return exactJSON{State: string(models.NoData), Missing: v.Missing}
	case v.State == formula.NotAssessed:
		return exactJSON{State: string(models.NotAssessed), Missing: v.Missing}
	case v.State == formula.NotReported:
		return exactJSON{State: "not_reported", Missing: v.Missing}
	case v.IsBool:
		truth := v.Bool
		return exactJSON{State: "truth", Truth: &truth}
	}
	x := exactJSON{State: string(models.IsNumber), Decimal: v.Exact()}
	if _, err := v.Ratio.Exact(); err != nil {
		x.Decimal, x.Fraction = v.Shown(), v.Ratio.Rat().RatString()
	}
	return x
}

func calculationJSON(c *appraise.Calculation) explainCalculation {
	return explainCalculation{Indicator: c.Indicator.Key, Name: c.Indicator.Name, Unit: c.Name, Month: c.Month.String(), Period: c.Period,
		Formula: c.Formula, From: c.From.String(), Steps: stepsJSON(c.Steps), Result: formulaJSON(c.Result), ZeroDenominator: c.ZeroDenominator,
		Rounding: roundingJSON{string(formula.HalfEven), c.Places}, State: stateText(c.Value.State), Value: valueText(c.Value.State, c.Value.Number)}
}

func accumulationJSON(a *appraise.Accumulation) explainAccumulation {
	x := explainAccumulation{Indicator: a.Indicator.Key, Unit: a.Name, How: models.AccumulateMean, Parts: []explainMonthPart{}, Total: ratioJSON(a.Total), Counted: a.Counted,
		Rounding: roundingJSON{string(formula.HalfEven), a.Places}, State: stateText(a.Value.State), Value: valueText(a.Value.State, a.Value.Number)}
	if a.Sum {
		x.How = models.AccumulateSum
	}
	for _, p := range a.Parts {
		x.Parts = append(x.Parts, explainMonthPart{p.Month.String(), stateText(p.Value.State), valueText(p.Value.State, p.Value.Number)})
	}
	return x
}

func stepsJSON(steps []appraise.Step) []explainStep {
	result := make([]explainStep, len(steps))
	for i := range steps {
		result[i] = stepJSON(&steps[i])
	}
	return result
}

func stepJSON(s *appraise.Step) explainStep {
	x := explainStep{Source: s.Source, Op: s.Op, Operands: []explainOperand{}, ZeroDenominator: s.ZeroDenominator, Result: formulaJSON(s.Result)}
	for _, o := range s.Operands {
		x.Operands = append(x.Operands, explainOperand{o.Source, formulaJSON(o.Value)})
	}
	for _, l := range s.Limits {
		x.Limits = append(x.Limits, l.Op+formula.OfRatio(l.Bound).Exact())
	}
	if s.Rounding != nil {
		x.Rounding = &roundingJSON{string(s.Rounding.Mode), s.Rounding.Places}
	}
	if r := s.Reference; r != nil {
		x.Op, x.Reference = "reference", reference(r)
	}
	if s.Index != nil {
		x.Index = &indexJSON{SubIndicesRounded: s.Index.Rounded, Places: s.Index.Places, Parts: []indexPartJSON{}, Primary: pollutantKeys(s.Index.Primary)}
		for i, p := range s.Index.Parts {
			x.Index.Parts = append(x.Index.Parts, indexPartJSON{string(p.Pollutant), formulaJSON(s.Index.Given[i]), p.Value.String(), p.Limit.Value.String(), p.Limit.Source,
				ratioJSON(p.Exact), p.SubIndex.String(), p.Weight.String()})
		}
	}
	for _, v := range s.Within {
		x.Within = append(x.Within, withinJSON{string(v.Pollutant), v.Value.String(), v.Limit.Value.String(), v.Limit.Source, v.Keeps})
	}
	return x
}
