package appraise

import (
	"yueping/models/air"
	"yueping/models/fault"
	"yueping/models/formula"
	"yueping/models/month"
	"yueping/models/number"
)

// IndexFunction is the name of the composite index in formulas.
const IndexFunction = "index"

// Functions of a month, which ask nothing of a single day.
const (
	withinLimitsFunction = "within_limits"
	daysNeededFunction   = "days_needed"
)

// environment is what a program's formulas may use: its indicators, and functions over pollutants.
func (c *Context) environment(at month.Month) formula.Env {
	env := formula.Env{
		Names: make([]string, len(c.Program.Indicators)),
		Functions: map[string]formula.Function{
			IndexFunction:        c.index(at),
			withinLimitsFunction: c.withinLimits(at),
			daysNeededFunction:   daysNeeded(at),
		},
	}
	for i := range c.Program.Indicators {
		env.Names[i] = c.Program.Indicators[i].Key
	}
	return env
}

// basis is the month whose limits, weights and reference state hold in a month.
func (c *Context) basis(at month.Month) month.Month {
	if c.Basis != 0 {
		return c.Basis
	}
	return at
}

// indexOptions are the settings of the composite index in a month.
func (c *Context) indexOptions(at month.Month) air.Options {
	options := air.Usual(c.basis(at), c.Standards)
	options.RoundSubIndices = !c.Program.Air.Unrounded
	options.Weights = c.Program.Air.Weights
	return options
}

// index is the composite index over the pollutants it names (城市环境空气质量排名技术规定), with the
// limits of the month.
func (c *Context) index(at month.Month) formula.Function {
	summing := c.indexOptions(at).Summing()
	return formula.Function{
		MinArgs: 1, MaxArgs: len(air.Six()), NeedsNames: true, Check: pollutants,
		Call: func(args []formula.Arg) (formula.Value, error) {
			concentrations, err := published(args)
			if err != nil {
				return formula.Value{}, err
			}
			total, err := summing.Total(concentrations)
			if err != nil {
				return formula.Value{}, err
			}
			return formula.OfRatio(total), nil
		},
	}
}

// withinLimits tells whether each pollutant it names keeps to its limit of the month (达标).
func (c *Context) withinLimits(at month.Month) formula.Function {
	var limits map[air.Pollutant]air.Limit
	basis := c.basis(at)
	if c.Standards != nil {
		limits = c.Standards.Limits(basis)
	}
	return formula.Function{
		MinArgs: 1, MaxArgs: len(air.Six()), NeedsNames: true, Truth: true, Check: pollutants,
		Call: func(args []formula.Arg) (formula.Value, error) {
			concentrations, err := published(args)
			if err != nil {
				return formula.Value{}, err
			}
			for _, c := range concentrations {
				limit, known := limits[c.Pollutant]
				if !known {
					return formula.Value{}, fault.New("air.no_limit", "pollutant", string(c.Pollutant), "month", basis.String())
				}
				if c.Value.Cmp(limit.Value) > 0 {
					return formula.Truth(false), nil
				}
			}
			return formula.Truth(true), nil
		},
	}
}

// daysNeeded is how many valid days the month needs to count (GB 3095).
func daysNeeded(at month.Month) formula.Function {
	needed := formula.Of(number.FromInt(int64(air.DaysNeeded(at))))
	return formula.Function{Call: func([]formula.Arg) (formula.Value, error) { return needed, nil }}
}

// pollutants refuses names that are not those of the composite index.
func pollutants(names []string) error {
	for _, name := range names {
		if p := air.Pollutant(name); !p.Known() || p == air.O3Hour {
			return fault.New("air.unknown_pollutant", "pollutant", name)
		}
	}
	return nil
}

// published gives concentrations as they are published.
func published(args []formula.Arg) ([]air.Concentration, error) {
	concentrations := make([]air.Concentration, len(args))
	for i, a := range args {
		var err error
		if concentrations[i], err = concentration(a.Name, a.Value.Ratio); err != nil {
			return nil, err
		}
	}
	return concentrations, nil
}
