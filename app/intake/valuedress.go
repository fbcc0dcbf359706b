package intake

import "yueping/app/workbook"

// dressed reads a number whose format shows text with it, or a part of it: with the indicator's unit of
// measure, with % or as the same number in 万 it is read, and refused where one sees something else than
// what is stored.
func (c *Column) dressed(cell *workbook.ReadCell) Value {
	shown, stored, dress := cell.Shown(), *cell.Number, cell.Dress
	digits, err := stored.Shift(-dress.Tens)
	if err != nil {
		return c.fail(err)
	}
	a, known := c.behind(digits, clean(dress.After))
	switch {
	case stored.Sign() == 0 && !cell.Percent:
		return c.keep(stored)
	case dress.Before != "" || cell.Percent || !known && dress.Tens == 0:
		return c.diagnose(clean(shown), shown)
	case known && a.Cmp(stored) == 0:
		return c.take(a, shown)
	case dress.Tens != 0:
		a.Number = stored
	}
	return c.refuse("import.value_format", shown, "found", stored.String(), "suggestion", c.suggest(a.String()))
}
