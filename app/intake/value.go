package intake

import (
	"yueping/app/workbook"
	"yueping/models"
	"yueping/models/fault"
	"yueping/models/number"
)

// Value is what a cell was read as. Exactly one of a Cell with a state, Blank and Fault is there.
type Value struct {
	Cell    models.Cell
	Blank   bool // nothing stands there, or a dash that means not reported
	Dash    bool // a sign for nothing stands there
	Ask     bool // Fault asks whether the unit of measure is a thousandth
	Divided bool // by 1000, because a clerk said so
	Rounded bool // after the division
	Fault   *fault.Fault
}

// ColumnOptions say what a column's own cells do not.
type ColumnOptions struct {
	Dash       Dash // what a dash means in the workbook
	Thousandth bool // a clerk said that the file has the indicator in a unit a thousand times smaller
	Small      bool // the header says so
	// Multiple is the unit of measure that the title gives, in which things are counted in thousands: 万件.
	Multiple string
}

// Column reads the cells of one indicator in one table. Some can only be told apart by what stands
// beside them, so it looks at all of them first.
//
// These forms are read, in any width of characters, with spaces of any kind round them:
//
//	35  -3  +3  61.50  .5  5.  35,932  35 932  '35    a number
//	96.17%  96.17 in a rate                           per cent
//	0.9617 in a rate of 2 decimals                    a fraction, as in a cell with a % format
//	35μg/m³  35 微克/立方米  1,238件  85分              with the indicator's own unit of measure
//	1.2万  1.2万件  3亿                                 exactly, where the indicator counts things or is money
//	无数据  缺测  （停运）  不参评  免考                 a state
//	—  /  \  *  ×  N/A                                a dash, as the layout says
//
// These are refused, each with its own reason: 约35, >95, 35左右 (inexact); 35*, 35（修约） (marked); 12-3, 3/4,
// 1.2.3 and date cells (no one number); O.5, 1O0 (letters for digits); (35) (bookkeeping); 1.2E+03 as text;
// another unit of measure; a number that its format shows as another one (3 as 3万); more decimals than the indicator has; 0.5 in a rate where nothing tells what
// it is; truth values; error values, of a cell or as text; other words.
type Column struct {
	ind       *models.Indicator
	options   ColumnOptions
	measure   string // the indicator's own, folded
	small     bool   // some values are of a thousandth of the unit
	fractions bool   // of a rate: some bare numbers can only be fractions
	percents  bool   // of a rate: some can only be per cents
}

// NewColumn looks at the cells of an indicator, which is that of the cells' period (Indicator.At).
func NewColumn(ind *models.Indicator, cells []workbook.ReadCell, o ColumnOptions) *Column {
	c := &Column{ind: ind, options: o, measure: foldMeasure(ind.Measure)}
	if !ind.Percent && !o.Thousandth {
		return c
	}
	var bare []number.Number
	for i := range cells {
		if n, ok := c.bare(&cells[i]); ok {
			bare = append(bare, n)
			c.small = c.small || (o.Thousandth && (o.Small || ind.LooksThousandfold(n)))
		}
	}
	if ind.Percent {
		c.weigh(bare)
	}
	return c
}

// Read reads a cell right or refuses it: nothing is guessed, and nothing rounded but after a division that
// a clerk asked for.
func (c *Column) Read(cell workbook.ReadCell) Value {
	switch {
	case cell.Fault != nil:
		return Value{Fault: cell.Fault}
	case cell.Number != nil && cell.Dress != nil:
		return c.dressed(&cell)
	case cell.Number != nil && cell.Percent:
		return c.take(amount{*cell.Number, asFraction}, cell.Shown())
	case cell.Number != nil:
		return c.take(amount{*cell.Number, asBare}, cell.Number.String())
	case cell.Date:
		return c.refuse("import.value_date", cell.Text, "written", dayWritten(cell.Text))
	}
	return c.text(cell.Text)
}

// bare is the number of a cell that nothing but its digits tells about.
func (c *Column) bare(cell *workbook.ReadCell) (number.Number, bool) {
	if cell.Fault != nil || cell.Percent || cell.Date || cell.Number != nil && cell.Dress != nil {
		return number.Number{}, false
	}
	if cell.Number != nil {
		return *cell.Number, true
	}
	n, err := number.Read(clean(cell.Text), number.Format{Decimals: number.MaxDigits})
	return n, err == nil
}

// amount is a number with what its cell says of how it is meant.
type amount struct {
	number.Number
	form form
}

type form int

const (
	asBare     form = iota // digits alone
	asFraction             // a rate's value itself, as a cell with a % format holds it
	asPercent              // % behind it
	asOwn                  // in the indicator's unit of measure
	asSmall                // in a thousandth of it
)

// take makes the value of a number; shown is what stands in the cell.
func (c *Column) take(a amount, shown string) Value {
	switch {
	case (a.form == asFraction || a.form == asPercent) && !c.ind.Percent:
		return c.refuse("number.percent_unexpected", shown)
	case c.multiplied(a):
		return c.refuseMultiple(a, shown)
	case c.ind.Percent && a.form == asBare:
		return c.rate(a.Number, shown)
	case a.form == asSmall, a.form == asBare && a.Sign() != 0 && (c.options.Small || c.options.Thousandth):
		return c.thousandth(a, shown)
	case a.form == asPercent:
		return c.percent(a.Number, shown)
	}
	v := c.keep(a.Number)
	v.Ask = v.Fault != nil && v.Fault.Code == "value.thousandfold" && a.form == asBare
	return v
}

// keep gives a value within its bounds.
func (c *Column) keep(n number.Number) Value {
	cell := models.Of(n)
	if bad := c.ind.Refuses(cell); bad != nil {
		return Value{Fault: bad}
	}
	return Value{Cell: cell}
}

// thousandth divides a value by 1000 where a clerk said so for its indicator, asks where nobody did,
// and refuses one that seems to be in the right unit among others that are not.
func (c *Column) thousandth(a amount, shown string) Value {
	looks, small := c.ind.LooksThousandfold(a.Number), c.options.Small || a.form == asSmall
	switch {
	case !c.options.Thousandth:
		v := c.refuse("import.thousandth", shown, "measure", c.ind.Measure, "suggestion", divided(a.Number, c.ind.Places()))
		v.Ask = true
		return v
	case c.ind.Thousandfold != nil && !looks && c.small && a.form == asBare:
		return c.refuse("import.thousandth_mixed", shown, "measure", c.ind.Measure)
	case !looks && !small:
		return c.keep(a.Number)
	}
	exact, err := a.Shift(-3)
	if err != nil {
		return c.fail(err)
	}
	rounded := exact.Round(c.ind.Places())
	v := c.keep(rounded)
	v.Divided, v.Rounded = true, rounded.Cmp(exact) != 0
	return v
}

// divided is a value divided by 1000 as its indicator writes it, "" where that is no number.
func divided(n number.Number, places int) string {
	small, err := n.Shift(-3)
	if err != nil {
		return ""
	}
	return small.Round(places).String()
}

// refuse makes the refusal of what stands in a cell.
func (c *Column) refuse(code, shown string, more ...any) Value {
	return Value{Fault: fault.New(code, "text", shown, "indicator", c.ind.Name).With(more...)}
}

func (c *Column) fail(err error) Value {
	return Value{Fault: fault.All(err)[0].With("indicator", c.ind.Name)}
}
