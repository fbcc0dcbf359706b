package workbook

import "strconv"

// exactDigits is how many significant digits a workbook's binary doubles keep; longer numbers are
// written as text, digit by digit.
const exactDigits = 15

// value gives a number as the double that means it, or as text where no double does.
func value(c *Cell, column *Column) any {
	if c.Number == nil {
		if c.Text == "" {
			return nil
		}
		return c.Text
	}
	s := c.Number.String()
	if significant(s) <= exactDigits {
		if double, err := strconv.ParseFloat(s, 64); err == nil {
			return double
		}
	}
	return digitByDigit(c, column, s)
}

// digitByDigit is a number as text: a rate is per cent with its sign, as one types it.
func digitByDigit(c *Cell, column *Column, s string) string {
	if hundredfold, err := c.Number.Shift(2); err == nil && column.Percent {
		return hundredfold.String() + "%"
	}
	return s
}

// significant counts the digits of a plain decimal from its first that is not 0.
func significant(s string) int {
	n := 0
	for i := 0; i < len(s); i++ {
		if c := s[i]; c != '-' && c != '.' && (n > 0 || c != '0') {
			n++
		}
	}
	return n
}
