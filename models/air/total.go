package air

import (
	"yueping/models/fault"
	"yueping/models/number"
)

// Total gives only the sum of Index, before its last rounding: what a whole country's months are
// ranked by. Faults are those of Index.
func Total(concentrations []Concentration, o *Options) (number.Ratio, error) {
	if len(concentrations) == 0 {
		return number.Ratio{}, fault.New("air.nothing")
	}
	var weights Weights
	if len(o.Weights) > 0 {
		weights = o.Weights.Get(o.Month)
	}
	var seen [7]bool
	var total number.Ratio
	for _, c := range concentrations {
		position := c.Pollutant.position()
		if position < 0 {
			return number.Ratio{}, fault.New("air.unknown_pollutant", "pollutant", string(c.Pollutant))
		}
		if seen[position] {
			return number.Ratio{}, fault.New("air.repeated_pollutant", "pollutant", string(c.Pollutant))
		}
		seen[position] = true
		limit, ok := o.Standards.limits[position].At(o.Month)
		if !ok {
			return number.Ratio{}, fault.New("air.no_limit", "pollutant", string(c.Pollutant), "month", o.Month.String())
		}
		if c.Value.Sign() < 0 {
			return number.Ratio{}, fault.New("air.negative", "pollutant", string(c.Pollutant), "text", c.Value.String())
		}
		weight, weighted := weights[c.Pollutant]
		if weighted && weight.Sign() < 0 {
			return number.Ratio{}, fault.New("air.negative", "pollutant", string(c.Pollutant), "text", weight.String())
		}
		term := number.Of(c.Value).Quo(limit.ratio)
		if o.RoundSubIndices {
			rounded, err := term.Round(o.Places)
			if err != nil {
				return number.Ratio{}, err
			}
			term = number.Of(rounded)
		}
		if weighted {
			term = term.Mul(number.Of(weight))
		}
		total = total.Add(term)
	}
	return total, nil
}
