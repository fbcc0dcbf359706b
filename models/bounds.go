package models

import (
	"yueping/models/fault"
	"yueping/models/number"
)

// Refuses checks a cell against its indicator: number.too_many_decimals, value.thousandfold,
// value.below, value.above; nil where it may be stored.
func (i *Indicator) Refuses(cell Cell) *fault.Fault {
	if cell.State != IsNumber {
		return nil
	}
	v := cell.Value
	least, most := i.Bounds()
	switch {
	case i.LooksThousandfold(v):
		return i.thousandfold(v)
	case v.Places() > i.Places():
		return fault.New("number.too_many_decimals", "text", i.Shown(v), "decimals", i.Decimals, "suggestion", i.Shown(v.Round(i.Places())), "indicator", i.Name)
	case least != nil && v.Cmp(*least) < 0:
		return fault.New("value.below", "text", i.Shown(v), "min", i.Shown(*least), "indicator", i.Name)
	case most != nil && v.Cmp(*most) > 0:
		return fault.New("value.above", "text", i.Shown(v), "max", i.Shown(*most), "indicator", i.Name)
	}
	return nil
}

// thousandfold asks about a value that looks like one of a unit a thousand times smaller.
func (i *Indicator) thousandfold(v number.Number) *fault.Fault {
	meant := ""
	if n, err := v.Shift(-3); err == nil {
		meant = n.Round(i.Places()).String()
	}
	return fault.New("value.thousandfold", "text", i.Shown(v), "suggestion", meant, "measure", i.Measure, "indicator", i.Name)
}
