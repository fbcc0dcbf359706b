package rank

import (
	"yueping/models/fault"
	"yueping/models/number"
)

// Side is the end of the order from which a list is taken.
type Side int

const (
	Best Side = iota
	Worst
)

// By says in what a list is measured.
type By int

const (
	Rows      By = iota // Count units
	Levels              // all units of Count distinct values
	Threshold           // all units whose first key meets the threshold, on whatever side
	Percent             // Percent of the ranked units
)

// Compare is how a value must stand to a threshold.
type Compare int

const (
	Below Compare = iota
	AtMost
	AtLeast
	Above
)

// Rounding turns a share of the units into a whole number of them.
type Rounding int

const (
	Up       Rounding = iota // 10 % of 31 units are 4
	Down                     // 10 % of 39 units are 3
	HalfEven                 // to the nearest, half to even (GB/T 8170)
)

// Cutoff says what becomes of units that share the rank at which a list of rows ends.
type Cutoff int

const (
	Keep  Cutoff = iota // they stay together and the list grows: a "last 10" may hold 11
	Split               // precedence decides and the list has its exact length
)

// Cut is the definition of a list. A field that its By does not use has no effect.
type Cut struct {
	Side      Side
	By        By
	Count     int           // for Rows and Levels
	Threshold number.Number // for Threshold, in the unit of the first key
	Compare   Compare       // for Threshold
	Percent   number.Number // for Percent, in per cent of the ranked units
	Rounding  Rounding      // for Percent
	Ties      Cutoff        // for Rows and Percent
}

// Check refuses a count below 1 (rank.cut_count count), a share not above 0 or above 100
// (rank.cut_percent percent) and settings that do not exist (rank.unknown_word kind text).
func (c Cut) Check() error {
	for _, word := range []interface{ MarshalText() ([]byte, error) }{c.Side, c.By, c.Compare, c.Rounding, c.Ties} {
		if _, err := word.MarshalText(); err != nil {
			return err
		}
	}
	switch c.By {
	case Rows, Levels:
		if c.Count < 1 {
			return fault.New("rank.cut_count", "count", c.Count)
		}
	case Percent:
		if c.Percent.Sign() <= 0 || c.Percent.Cmp(number.FromInt(100)) > 0 {
			return fault.New("rank.cut_percent", "percent", c.Percent.String())
		}
	}
	return nil
}
