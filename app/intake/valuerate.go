package intake

import (
	"yueping/models/number"
)

var one = number.FromInt(1)

// weigh looks at a rate's bare numbers. Above 1 they are per cents. Up to 1 one that has more decimals
// than the rate's per cents can only be a fraction, unless some have more than its fractions, too: then
// the column is not rounded, and decimals tell nothing.
func (c *Column) weigh(bare []number.Number) {
	rounded := true
	for _, n := range bare {
		switch {
		case beyondOne(n):
			c.percents = true
		case n.Places() > c.ind.Places():
			rounded = false
		case n.Places() > c.ind.Decimals:
			c.fractions = true
		}
	}
	c.fractions = c.fractions && rounded
}

// rate reads a bare number of a rate. What may be a fraction as well as a per cent is a fraction where
// others of its column can only be that, and none can only be a per cent; else it is refused.
func (c *Column) rate(n number.Number, shown string) Value {
	_, most := c.ind.Bounds()
	switch {
	case n.Sign() == 0:
		return c.keep(n)
	case beyondOne(n) && c.fractions && (most == nil || n.Cmp(*most) <= 0):
		return c.refuse("number.percent_unclear", shown)
	case beyondOne(n):
		return c.percent(n, shown)
	case c.fractions && !c.percents:
		return c.keep(n)
	}
	return c.refuse("number.percent_unclear", shown)
}

// percent reads a number of per cent.
func (c *Column) percent(n number.Number, shown string) Value {
	if n.Places() > c.ind.Decimals {
		return c.refuse("number.too_many_decimals", shown, "decimals", c.ind.Decimals, "suggestion", n.Round(c.ind.Decimals).String()+"%")
	}
	fraction, err := n.Shift(-2)
	if err != nil {
		return c.fail(err)
	}
	return c.keep(fraction)
}

func beyondOne(n number.Number) bool {
	return n.Cmp(one) > 0 || n.Cmp(number.FromInt(-1)) < 0
}
