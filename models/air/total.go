package air

import (
	"yueping/models/fault"
	"yueping/models/number"
)

// Summing is the settings of a month's composite index looked up once, for the many units that it is
// calculated for. It is safe for several goroutines.
type Summing struct {
	options Options
	terms   [7]summed // by position
}

// summed is what a pollutant's concentration is divided by and multiplied with.
type summed struct {
	limit, weight            number.Ratio
	limited, weighted, wrong bool // wrong: a weight below 0
}

// Summing looks the settings up.
func (o Options) Summing() *Summing {
	s := &Summing{options: o}
	weights := o.Weights.Get(o.Month)
	for i, p := range order {
		term := &s.terms[i]
		if o.Standards != nil {
			limit, known := o.Standards.limits[i].At(o.Month)
			term.limit, term.limited = limit.ratio, known
		}
		weight := weights.Of(p)
		term.weight, term.weighted, term.wrong = number.Of(weight), weight.Cmp(one) != 0, weight.Sign() < 0
	}
	return s
}

// Total gives only the sum of Index, before its last rounding: what a whole country's months are
// ranked by. Faults are those of Index.
func (s *Summing) Total(concentrations []Concentration) (number.Ratio, error) {
	if len(concentrations) == 0 {
		return number.Ratio{}, fault.New("air.nothing")
	}
	var seen [7]bool
	var total number.Ratio
	for i := range concentrations {
		c := &concentrations[i]
		position := c.Pollutant.position()
		if position < 0 {
			return number.Ratio{}, fault.New("air.unknown_pollutant", "pollutant", string(c.Pollutant))
		}
		if seen[position] {
			return number.Ratio{}, fault.New("air.repeated_pollutant", "pollutant", string(c.Pollutant))
		}
		seen[position] = true
		term := &s.terms[position]
		switch {
		case !term.limited:
			return number.Ratio{}, fault.New("air.no_limit", "pollutant", string(c.Pollutant), "month", s.options.Month.String())
		case c.Value.Sign() < 0:
			return number.Ratio{}, fault.New("air.negative", "pollutant", string(c.Pollutant), "text", c.Value.String())
		case term.wrong:
			weight := s.options.Weights.Get(s.options.Month).Of(c.Pollutant)
			return number.Ratio{}, fault.New("air.negative", "pollutant", string(c.Pollutant), "text", weight.String())
		}
		part := number.Of(c.Value).Quo(term.limit)
		if s.options.RoundSubIndices {
			rounded, err := part.Round(s.options.Places)
			if err != nil {
				return number.Ratio{}, err
			}
			part = number.Of(rounded)
		}
		if term.weighted {
			part = part.Mul(term.weight)
		}
		total = total.Add(part)
	}
	return total, nil
}
