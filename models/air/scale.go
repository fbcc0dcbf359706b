package air

import (
	"errors"
	"io"
	"slices"
	"strconv"

	"yueping/models/fault"
	"yueping/models/month"
	"yueping/models/number"
)

// steps are the IAQI values of HJ 633 to which a scale gives concentrations.
var steps = []int{0, 50, 100, 150, 200, 300, 400, 500}

var scaleColumns = []string{"from", "pollutant", "unit", "decimals", "required",
	"0", "50", "100", "150", "200", "300", "400", "500"}

// Scale is one edition of HJ 633: the breakpoints of the daily index.
type Scale struct {
	From month.Month
	rows []breakpoints // in printing order
}

type breakpoints struct {
	pollutant Pollutant
	decimals  int // to how many the concentration is rounded first; -1 for not at all
	required  bool
	at        []number.Number // the concentrations of the first len(at) steps
}

// Scales are the editions of HJ 633, in any order.
type Scales []Scale

// At gives the edition that holds in a month; false where none does yet.
func (s Scales) At(m month.Month) (Scale, bool) {
	var newest Scale
	found := false
	for _, scale := range s {
		if scale.From <= m && (!found || scale.From > newest.From) {
			newest, found = scale, true
		}
	}
	return newest, found
}

// ReadScale reads one edition with the columns from, pollutant, unit, decimals, required and one per
// IAQI step. It reports every bad line: those of table, line.month, line.pollutant and line.value,
// air.table_word line column text for decimals and required, air.table_from line where a row has
// another month than the first, air.table_rising line column where breakpoints do not rise, and
// air.table_twice line pollutant from.
func ReadScale(r io.Reader) (Scale, error) {
	lines, err := table(r, scaleColumns)
	faults := []error{err}
	var s Scale
	for _, l := range lines {
		faults = append(faults, s.add(l))
	}
	if err := errors.Join(faults...); err != nil {
		return Scale{}, err
	}
	slices.SortFunc(s.rows, func(a, b breakpoints) int { return a.pollutant.position() - b.pollutant.position() })
	return s, nil
}

func (s *Scale) add(l line) error {
	from, noMonth := l.month()
	p, noPollutant := l.pollutant()
	if err := errors.Join(noMonth, noPollutant); err != nil {
		return err
	}
	if s.From == 0 {
		s.From = from
	}
	if from != s.From {
		return fault.New("air.table_from", "line", l.at, "text", l.cells["from"], "want", s.From.String())
	}
	if slices.ContainsFunc(s.rows, func(b breakpoints) bool { return b.pollutant == p }) {
		return fault.New("air.table_twice", "line", l.at, "pollutant", string(p), "from", from.String())
	}
	b, err := l.breakpoints(p)
	s.rows = append(s.rows, b)
	return err
}

func (l line) breakpoints(p Pollutant) (breakpoints, error) {
	b := breakpoints{pollutant: p, decimals: -1}
	if text := l.cells["decimals"]; text != "" {
		decimals, err := strconv.Atoi(text)
		if err != nil || decimals < 0 || decimals > number.MaxDigits {
			return b, fault.New("air.table_word", "line", l.at, "column", "decimals", "text", text)
		}
		b.decimals = decimals
	}
	switch text := l.cells["required"]; text {
	case "yes":
		b.required = true
	case "no":
	default:
		return b, fault.New("air.table_word", "line", l.at, "column", "required", "text", text)
	}
	last := len(steps)
	for last > 2 && l.cells[strconv.Itoa(steps[last-1])] == "" {
		last--
	}
	for i, step := range steps[:last] {
		column := strconv.Itoa(step)
		n, err := l.value(column)
		if err != nil {
			return b, err
		}
		if (i == 0 && n.Sign() != 0) || (i > 0 && n.Cmp(b.at[i-1]) <= 0) {
			return b, fault.New("air.table_rising", "line", l.at, "column", column, "text", n.String())
		}
		b.at = append(b.at, n)
	}
	return b, nil
}
