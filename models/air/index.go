package air

import (
	"yueping/models/fault"
	"yueping/models/month"
	"yueping/models/number"
)

// Weights are the factors of the sub-indices; a pollutant that is not in them has 1.
type Weights map[Pollutant]number.Number

// Of gives a pollutant's factor.
func (w Weights) Of(p Pollutant) number.Number {
	if weight, given := w[p]; given {
		return weight
	}
	return one
}

// Options are the settings of a composite index.
type Options struct {
	Month     month.Month
	Standards *Standards
	// RoundSubIndices rounds each quotient to Places before the sum: most publishers do.
	RoundSubIndices bool
	Places          int
	Weights         month.Dated[Weights] // empty: 1 for every pollutant
}

// Usual gives the settings that reproduce most published tables: sub-indices rounded to 2 decimals,
// half to even (GB/T 8170), no weights.
func Usual(m month.Month, standards *Standards) Options {
	return Options{Month: m, Standards: standards, RoundSubIndices: true, Places: 2}
}

// Part is one pollutant's share of the index.
type Part struct {
	Concentration
	Limit  Limit
	Weight number.Number
	// Exact is concentration / limit; SubIndex is the same rounded to Places. Neither is weighted.
	Exact    number.Ratio
	SubIndex number.Number
}

// Result is a composite index: the lower, the better.
type Result struct {
	Parts []Part // in the order of the concentrations
	// Exact is the sum before its rounding, of the rounded sub-indices where they are rounded; Total
	// is the same rounded to Places.
	Exact number.Ratio
	Total number.Number
	// Primary are the pollutants of the largest sub-index before weighting (主要污染物), more than one
	// where they tie, none where all concentrations are 0. Rounded sub-indices are compared as rounded.
	Primary []Pollutant
}

// Index gives I = Σ weight · concentration / limit (城市环境空气质量排名技术规定). The concentrations
// are those published: the caller rounds them (Published). Over a part of the six, such as PM10 and
// PM2.5 alone, it is the sum over this part. It refuses no concentrations at all (air.nothing), an
// unknown or repeated pollutant (air.unknown_pollutant pollutant, air.repeated_pollutant pollutant),
// a negative concentration or weight (air.negative pollutant text), a month without a limit
// (air.no_limit pollutant month), and what takes more than 19 digits (number.overflow).
func Index(concentrations []Concentration, o Options) (Result, error) {
	if len(concentrations) == 0 {
		return Result{}, fault.New("air.nothing")
	}
	result := Result{Parts: make([]Part, len(concentrations))}
	weights := o.Weights.Get(o.Month)
	var seen [7]bool
	for i, c := range concentrations {
		position := c.Pollutant.position()
		if position < 0 {
			return Result{}, fault.New("air.unknown_pollutant", "pollutant", string(c.Pollutant))
		}
		if seen[position] {
			return Result{}, fault.New("air.repeated_pollutant", "pollutant", string(c.Pollutant))
		}
		seen[position] = true
		result.Parts[i].Concentration = c
		if err := result.Parts[i].divide(&o, position, weights); err != nil {
			return Result{}, err
		}
	}
	if err := result.sum(&o); err != nil {
		return Result{}, err
	}
	result.primary(o.RoundSubIndices)
	return result, nil
}

// divide fills in everything of a part but its concentration.
func (p *Part) divide(o *Options, position int, weights Weights) error {
	limit, ok := o.Standards.limits[position].At(o.Month)
	if !ok {
		return fault.New("air.no_limit", "pollutant", string(p.Pollutant), "month", o.Month.String())
	}
	p.Weight = weights.Of(p.Pollutant)
	if p.Value.Sign() < 0 {
		return fault.New("air.negative", "pollutant", string(p.Pollutant), "text", p.Value.String())
	}
	if p.Weight.Sign() < 0 {
		return fault.New("air.negative", "pollutant", string(p.Pollutant), "text", p.Weight.String())
	}
	var err error
	p.Limit = limit.Limit
	p.Exact = number.Of(p.Value).Quo(limit.ratio)
	p.SubIndex, err = p.Exact.Round(o.Places)
	return err
}

var one = number.FromInt(1)

func (r *Result) sum(o *Options) error {
	for i := range r.Parts {
		p := &r.Parts[i]
		term := p.Exact
		if o.RoundSubIndices {
			term = number.Of(p.SubIndex)
		}
		if p.Weight.Cmp(one) != 0 {
			term = term.Mul(number.Of(p.Weight))
		}
		r.Exact = r.Exact.Add(term)
	}
	var err error
	r.Total, err = r.Exact.Round(o.Places)
	return err
}

func (r *Result) primary(rounded bool) {
	largest := -1
	for i := range r.Parts {
		p := &r.Parts[i]
		if p.Value.Sign() == 0 {
			continue
		}
		sign := 1
		if largest >= 0 {
			sign = p.against(&r.Parts[largest], rounded)
		}
		if sign > 0 {
			largest, r.Primary = i, r.Primary[:0]
		}
		if sign >= 0 {
			r.Primary = append(r.Primary, p.Pollutant)
		}
	}
}

func (p *Part) against(other *Part, rounded bool) int {
	if rounded {
		return p.SubIndex.Cmp(other.SubIndex)
	}
	return p.Exact.Cmp(other.Exact)
}
