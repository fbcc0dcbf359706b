package air

import (
	"errors"
	"io"
	"slices"

	"yueping/models/fault"
	"yueping/models/month"
	"yueping/models/number"
)

// Limit is what a concentration is divided by, in the pollutant's Unit, and the standard that says so.
type Limit struct {
	Value  number.Number
	Source string
}

// Standards are the limits of GB 3095 over time, and the editions of HJ 633 for single days. The zero
// value has none.
type Standards struct {
	Scales Scales

	limits [7]month.Dated[prepared] // by position
}

type prepared struct {
	Limit
	ratio number.Ratio
}

var limitColumns = []string{"from", "pollutant", "limit", "unit", "source"}

// ReadStandards reads a table of limits with the columns from, pollutant, limit, unit, source, in any
// order of rows. It reports every bad line: those of table, line.month, line.pollutant and line.value,
// air.limit_not_positive line text, air.table_twice line pollutant from.
func ReadStandards(r io.Reader) (*Standards, error) {
	lines, err := table(r, limitColumns)
	faults := []error{err}
	s := &Standards{}
	for _, l := range lines {
		faults = append(faults, s.add(l))
	}
	if err := errors.Join(faults...); err != nil {
		return nil, err
	}
	return s, nil
}

func (s *Standards) add(l line) error {
	from, noMonth := l.month()
	p, noPollutant := l.pollutant()
	value, noNumber := l.value("limit")
	if err := errors.Join(noMonth, noPollutant, noNumber); err != nil {
		return err
	}
	if value.Sign() <= 0 {
		return fault.New("air.limit_not_positive", "line", l.at, "text", l.cells["limit"])
	}
	limits := &s.limits[p.position()]
	if slices.ContainsFunc(*limits, func(d month.Since[prepared]) bool { return d.From == from }) {
		return fault.New("air.table_twice", "line", l.at, "pollutant", string(p), "from", from.String())
	}
	*limits = limits.Put(from, prepared{Limit{value, l.cells["source"]}, number.Of(value)})
	return nil
}

// Limits gives the limits that hold in a month; a pollutant without one is not in the result.
func (s *Standards) Limits(m month.Month) map[Pollutant]Limit {
	limits := map[Pollutant]Limit{}
	for i, p := range order {
		if limit, ok := s.limits[i].At(m); ok {
			limits[p] = limit.Limit
		}
	}
	return limits
}

// Limit gives the limit of a pollutant that holds in a month, with the month from which it does; false
// where there is none.
func (s *Standards) Limit(p Pollutant, m month.Month) (limit Limit, since month.Month, known bool) {
	v, known := s.limits[p.position()].Version(m)
	return v.Value.Limit, v.From, known
}

// Break is what makes the values of two months differ beside the air itself.
type Break struct {
	// Limits are the pollutants whose limit is not the same in both months, in printing order.
	Limits []Pollutant
	// Weights are those whose weight is not; Between knows none.
	Weights []Pollutant
	// Conditions is true where only one of the months lies before 2018-09. Since then gases are
	// reported at 25 °C and particulates at actual conditions (修改单 to GB 3095-2012).
	Conditions bool
	// Scale is true where the months have different editions of HJ 633: days counted by their AQI, as
	// good ones, are not the same days then.
	Scale bool
}

// Any reports whether a comparison has to carry a remark.
func (b Break) Any() bool { return b.Scale || b.Rebasable() }

// Rebasable reports whether a month can be calculated on the basis of the other: the AQI of its days cannot.
func (b Break) Rebasable() bool { return b.Conditions || len(b.Limits) > 0 || len(b.Weights) > 0 }

// Or gives what either of two breaks says.
func (b Break) Or(o Break) Break {
	union := func(x, y []Pollutant) []Pollutant {
		var all []Pollutant
		for _, p := range order {
			if slices.Contains(x, p) || slices.Contains(y, p) {
				all = append(all, p)
			}
		}
		return all
	}
	return Break{union(b.Limits, o.Limits), union(b.Weights, o.Weights), b.Conditions || o.Conditions, b.Scale || o.Scale}
}

// Between tells what parts two months, in either order; a comparison of them has to say so.
func (s *Standards) Between(one, other month.Month) Break {
	x, hasX := s.Scales.At(one)
	y, hasY := s.Scales.At(other)
	b := Break{Conditions: (one < referenceState) != (other < referenceState), Scale: hasX != hasY || x.From != y.From}
	for i, p := range order {
		x, hasX := s.limits[i].At(one)
		y, hasY := s.limits[i].At(other)
		if hasX != hasY || x.Value.Cmp(y.Value) != 0 {
			b.Limits = append(b.Limits, p)
		}
	}
	return b
}
