package appraise

import (
	"regexp"
	"slices"

	"yueping/models"
	"yueping/models/air"
	"yueping/models/fault"
	"yueping/models/formula"
	"yueping/models/month"
	"yueping/models/number"
)

// Table is a program's month: a row a unit, a column an indicator.
type Table struct {
	At     month.Month
	Roster *models.Roster
	Units  []*models.Unit // in the order of groups, then of precedence

	context *Context
	groups  []string // the group of each unit, "" for none
	rows    map[string]int
	columns map[string]*column
	sums    map[sumKey]formula.Value
	empty   bool // nothing is reported; known from Calculate on
}

// column is one indicator's values, a cell a unit.
type column struct {
	indicator *models.Indicator
	cells     []Value
}

// Value is one cell of a calculated table.
type Value struct {
	State   models.State
	Number  number.Number // rounded to the indicator's decimals, as it is published
	Exact   number.Ratio  // before that rounding
	Missing []Reason      // why a derived cell is no number

	// converted is true of an entered value that another reference state changed: formulas take it as it
	// is before its rounding, so that an index rounds it once.
	converted bool
}

// Reason is an input that is no number; State is IsNumber where it is a denominator that is zero.
type Reason struct {
	Input string // the indicator's name, or its text in the formula
	State models.State
}

type sumKey struct {
	ref   formula.Ref
	group string
}

// NewTable makes the empty table of a month.
func (c *Context) NewTable(at month.Month) *Table {
	roster := models.NewRoster(c.Register, c.Program, at)
	t := &Table{At: at, Roster: roster, Units: roster.Units(), context: c, rows: map[string]int{}, columns: map[string]*column{}, sums: map[sumKey]formula.Value{}}
	t.groups = make([]string, len(t.Units))
	for i, u := range t.Units {
		t.rows[u.Key] = i
		t.groups[i] = roster.Group(u.Key)
	}
	for i := range c.Program.Indicators {
		ind := &c.Program.Indicators[i]
		t.columns[ind.Key] = &column{ind, make([]Value, len(t.Units))}
	}
	return t
}

// Set puts an observation into the table. Values of units that take no part in the month, and of
// indicators not kept for their unit, stay out of it.
func (t *Table) Set(indicator, unit string, cell models.Cell) {
	row, known := t.rows[unit]
	col := t.columns[indicator]
	if !known || col == nil || col.indicator.Derived() || !t.Roster.Covers(col.indicator, unit) {
		return
	}
	v := Value{State: cell.State}
	if cell.State == models.IsNumber {
		v.Number, v.Exact, v.converted = t.onBasis(col.indicator, cell.Value)
	}
	col.cells[row] = v
}

// onBasis gives a concentration in the reference state of the context's basis; any other value, and
// one too long for that, as it is; true where it was converted.
func (t *Table) onBasis(ind *models.Indicator, n number.Number) (number.Number, number.Ratio, bool) {
	p := air.Pollutant(ind.Key)
	if t.context.Basis == 0 || !p.Gas() {
		return n, number.Of(n), false
	}
	exact := air.Converted(p, n, t.At, t.context.Basis)
	rounded, err := exact.Round(ind.Places())
	if err != nil {
		return n, number.Of(n), false
	}
	return rounded, exact, true
}

// Value gives a cell; the zero value (not reported) where there is none.
func (t *Table) Value(indicator, unit string) Value {
	row, known := t.rows[unit]
	col := t.columns[indicator]
	if !known || col == nil {
		return Value{}
	}
	return col.cells[row]
}

// Has reports whether any entered indicator of the month has a value or a state.
func (t *Table) Has() bool {
	for _, col := range t.columns {
		if col.indicator.Derived() {
			continue
		}
		for _, v := range col.cells {
			if v.State != models.NotReported {
				return true
			}
		}
	}
	return false
}

// Calculate fills in the derived indicators. What cannot be calculated at all (a number of too many
// digits) is the fault indicator.formula with the unit.
func (t *Table) Calculate() error {
	t.empty = !t.Has()
	derivations, err := t.context.order(t.At)
	if err != nil {
		return err
	}
	for _, d := range derivations {
		if err := t.derive(d); err != nil {
			return err
		}
	}
	return nil
}

func (t *Table) derive(d derivation) error {
	col := t.columns[d.indicator.Key]
	refs := d.formula.Refs()
	values := make([]formula.Value, len(refs))
	for row, u := range t.Units {
		if !t.Roster.Covers(d.indicator, u.Key) {
			continue
		}
		for i, ref := range refs {
			v, err := t.input(ref, u)
			if err != nil {
				return err
			}
			values[i] = v
		}
		result, err := d.formula.EvalValues(values)
		if err != nil {
			return fault.Wrap(err, "indicator.calculation", "indicator", d.indicator.Name, "unit", t.Roster.Name(u.Key), "detail", err)
		}
		if result.State != formula.Number {
			col.cells[row] = overZero(d.indicator, Value{State: stateOf(result.State), Missing: t.reasons(result.Missing, refs, values)})
			continue
		}
		n, err := result.Ratio.Round(d.indicator.Places())
		if err != nil {
			return fault.Wrap(err, "indicator.calculation", "indicator", d.indicator.Name, "unit", t.Roster.Name(u.Key), "detail", err)
		}
		col.cells[row] = Value{State: models.IsNumber, Number: n, Exact: result.Ratio}
	}
	return nil
}

// overZero gives an indicator what its file says for a zero denominator: where nothing but zero
// denominators kept its formula from a number, it is that number, 无数据 or 不参评 as a whole.
func overZero(i *models.Indicator, v Value) Value {
	if i.ZeroDenominator == "" || !v.onlyZero() {
		return v
	}
	if n, err := number.Parse(i.ZeroDenominator); err == nil {
		return Value{State: models.IsNumber, Number: n.Round(i.Places()), Exact: number.Of(n)}
	}
	v.State = models.State(i.ZeroDenominator)
	return v
}

// onlyZero reports whether nothing but zero denominators kept a formula from a number.
func (v Value) onlyZero() bool {
	return len(v.Missing) > 0 && !slices.ContainsFunc(v.Missing, func(r Reason) bool { return r.State != models.IsNumber })
}

// reasons names the inputs that are no number, each with its state, and the denominators that are zero.
func (t *Table) reasons(missing []string, refs []formula.Ref, values []formula.Value) []Reason {
	var result []Reason
	for _, text := range missing {
		r := Reason{Input: t.Named(text), State: models.IsNumber}
		for i, ref := range refs {
			if ref.String() != text {
				continue
			}
			r.State = stateOf(values[i].State)
			if ref.Aggregate == formula.Single && ref.Shift == formula.SameMonth && ref.Whole == formula.Unit {
				r.Input = t.columns[ref.Name].indicator.Name
			}
		}
		result = append(result, r)
	}
	return result
}

var word = regexp.MustCompile(`[a-z][a-z0-9_]*\(?`)

// Named gives a piece of a formula with the names of its indicators in place of their keys.
func (t *Table) Named(text string) string {
	return word.ReplaceAllStringFunc(text, func(key string) string {
		if col := t.columns[key]; col != nil {
			return col.indicator.Name
		}
		return key
	})
}

// input gives the value of a reference for a unit.
func (t *Table) input(ref formula.Ref, u *models.Unit) (formula.Value, error) {
	source := t
	if ref.Shift != formula.SameMonth {
		// A month in which nothing is reported looks at no other: each would ask for the one before it,
		// back to the year 0.
		if t.context.Load == nil || t.empty {
			return formula.None(formula.NotReported), nil
		}
		earlier, err := t.context.Table(t.At - month.Month(ref.Shift))
		if err != nil {
			return formula.Value{}, err
		}
		source = earlier
	}
	switch {
	case ref.Whole == formula.City:
		city := t.context.Register.City()
		if city == nil {
			return formula.None(formula.NotReported), nil
		}
		return source.single(ref, city.Key), nil
	case ref.Aggregate != formula.Single:
		return t.aggregate(source, ref, u), nil
	}
	return source.single(ref, u.Key), nil
}

func (t *Table) single(ref formula.Ref, unit string) formula.Value {
	v := t.Value(ref.Name, unit)
	if v.State != models.IsNumber {
		return formula.None(formulaState(v.State))
	}
	if ref.Rounded || (!v.converted && !t.columns[ref.Name].indicator.Derived()) {
		return formula.Of(v.Number)
	}
	return formula.OfRatio(v.Exact)
}

// aggregate sums over the units of a group, or over all units but the city; units without a number
// take no part. Without any number the result is not reported, a count 0.
func (t *Table) aggregate(source *Table, ref formula.Ref, u *models.Unit) formula.Value {
	key := sumKey{ref: ref}
	if ref.Whole == formula.Group {
		key.group = t.Roster.Group(u.Key)
	}
	if v, known := t.sums[key]; known {
		return v
	}
	_, count, sum := t.total(source, ref, key.group)
	var result formula.Value
	switch {
	case ref.Aggregate == formula.Count:
		result = formula.OfRatio(number.Int(count))
	case count == 0:
		result = formula.None(formula.NotReported)
	case ref.Aggregate == formula.Mean:
		result = formula.OfRatio(sum.Quo(number.Int(count)))
	default:
		result = formula.OfRatio(sum)
	}
	t.sums[key] = result
	return result
}

// total adds up what an aggregate is over: how many units it asks, how many of them have a number, and
// the sum of those.
func (t *Table) total(source *Table, ref formula.Ref, group string) (units, count int64, sum number.Ratio) {
	city := t.context.Register.City()
	for _, other := range t.Units {
		if other == city || (ref.Whole == formula.Group && t.Roster.Group(other.Key) != group) {
			continue
		}
		units++
		if v := source.single(ref, other.Key); v.State == formula.Number {
			sum, count = sum.Add(v.Ratio), count+1
		}
	}
	return units, count, sum
}

func stateOf(s formula.State) models.State {
	switch s {
	case formula.Number:
		return models.IsNumber
	case formula.NoData:
		return models.NoData
	case formula.NotAssessed:
		return models.NotAssessed
	}
	return models.NotReported
}

func formulaState(s models.State) formula.State {
	switch s {
	case models.IsNumber:
		return formula.Number
	case models.NoData:
		return formula.NoData
	case models.NotAssessed:
		return formula.NotAssessed
	}
	return formula.NotReported
}

// Inputs gives indicators with the entered ones before them that they are derived from in the same
// month, each once, in the program's order.
func (t *Table) Inputs(keys []*models.Indicator) []*models.Indicator {
	wanted := map[string]bool{}
	var add func(i *models.Indicator)
	add = func(i *models.Indicator) {
		source, derived := i.Formulas.At(t.At)
		if !derived {
			return
		}
		f, err := t.context.compile(source, t.At)
		if err != nil {
			return
		}
		for _, ref := range f.Refs() {
			if ref.Aggregate == formula.Single && ref.Shift == formula.SameMonth && ref.Whole == formula.Unit && !wanted[ref.Name] {
				input := t.columns[ref.Name].indicator
				add(input)
				wanted[ref.Name] = !input.Derived()
			}
		}
	}
	for _, k := range keys {
		add(k)
	}
	var result []*models.Indicator
	for i := range t.context.Program.Indicators {
		if ind := &t.context.Program.Indicators[i]; wanted[ind.Key] && !slices.Contains(keys, ind) {
			result = append(result, ind)
		}
	}
	return append(result, keys...)
}
