package app

import (
	"strings"

	"yueping/app/workbook"
	"yueping/models"
	"yueping/models/fault"
	"yueping/models/number"
)

// reading is what a cell was read as.
type reading struct {
	cell    models.Cell
	bad     *fault.Fault
	ask     bool // bad asks whether the unit of measure is a thousandth
	divided bool
	rounded bool
}

// read reads an item's cell. A value that looks, or whose header says that it is, a thousandfold is
// divided where a clerk said so for its indicator, and refused with the question where nobody did.
// mixed is true where the same indicator has such values in the same table.
func (r *importReader) read(i item, mixed bool) reading {
	ind := i.indicator.At(i.period)
	said := r.thousandths[ind.Key]
	n, isNumber := bare(i.cell)
	if !isNumber || n.Sign() == 0 || (!i.small && !said) {
		cell, bad := readImported(ind, i.cell)
		return reading{cell: cell, bad: bad, ask: isNumber && bad != nil && bad.Code == "value.thousandfold"}
	}
	looks := ind.LooksThousandfold(n)
	switch {
	case !said:
		return reading{bad: fault.New("import.thousandth", "indicator", ind.Name, "text", i.cell.Shown(), "measure", ind.Measure, "suggestion", divided(n, ind.Places())), ask: true}
	case ind.Thousandfold != nil && !looks && mixed:
		return reading{bad: fault.New("import.thousandth_mixed", "indicator", ind.Name, "text", i.cell.Shown(), "measure", ind.Measure)}
	case !looks && !i.small:
		cell, bad := readImported(ind, i.cell)
		return reading{cell: cell, bad: bad}
	}
	exact, err := n.Shift(-3)
	if err != nil {
		return reading{bad: fault.All(err)[0].With("indicator", ind.Name)}
	}
	rounded := exact.Round(ind.Places())
	cell := models.Of(rounded)
	return reading{cell: cell, bad: Bounds(ind, cell), divided: true, rounded: rounded.Cmp(exact) != 0}
}

// mixed finds the indicators that have values of a thousandth of their unit among a table's items.
func (r *importReader) mixed(items []item) map[*models.Indicator]bool {
	result := map[*models.Indicator]bool{}
	for _, i := range items {
		if n, isNumber := bare(i.cell); isNumber && r.thousandths[i.indicator.Key] && (i.small || i.indicator.LooksThousandfold(n)) {
			result[i.indicator] = true
		}
	}
	return result
}

// bare is the number that stands in a cell, whatever its indicator takes.
func bare(cell workbook.ReadCell) (number.Number, bool) {
	if cell.Fault != nil || cell.Percent {
		return number.Number{}, false
	}
	if cell.Number != nil {
		return *cell.Number, true
	}
	n, err := number.Read(cell.Text, number.Format{Decimals: number.MaxDigits})
	return n, err == nil
}

// divided is a value divided by 1000 as its indicator writes it, "" where that is no number.
func divided(n number.Number, places int) string {
	small, err := n.Shift(-3)
	if err != nil {
		return ""
	}
	return small.Round(places).String()
}

// readImported reads a workbook's cell for an indicator. A rate with a % format is a fraction; one
// without % is per cent as one types it, but up to 1 nobody can tell which is meant, so it is refused
// (number.percent_unclear).
func readImported(ind *models.Indicator, cell workbook.ReadCell) (models.Cell, *fault.Fault) {
	switch {
	case cell.Fault != nil:
		return models.Cell{}, cell.Fault
	case cell.Number == nil:
		switch strings.TrimSpace(cell.Text) {
		case "无数据":
			return models.Cell{State: models.NoData}, nil
		case "不参评":
			return models.Cell{State: models.NotAssessed}, nil
		}
		bare, err := number.Read(cell.Text, number.Format{Decimals: number.MaxDigits})
		if err == nil && ind.Percent && unclear(bare) {
			return models.Cell{}, fault.New("number.percent_unclear", "text", cell.Text, "indicator", ind.Name)
		}
		n, err := number.Read(cell.Text, ind.Format())
		if err != nil {
			if ind.LooksThousandfold(bare) {
				return models.Cell{}, Bounds(ind, models.Of(bare))
			}
			return models.Cell{}, fault.All(err)[0].With("indicator", ind.Name)
		}
		return models.Of(n), Bounds(ind, models.Of(n))
	case cell.Percent && !ind.Percent:
		return models.Cell{}, fault.New("number.percent_unexpected", "text", cell.Shown(), "indicator", ind.Name)
	case cell.Percent || !ind.Percent:
		return models.Of(*cell.Number), Bounds(ind, models.Of(*cell.Number))
	}
	n := *cell.Number
	if unclear(n) {
		return models.Cell{}, fault.New("number.percent_unclear", "text", n.String(), "indicator", ind.Name)
	}
	if n.Places() > ind.Decimals {
		return models.Cell{}, fault.New("number.too_many_decimals", "text", n.String(), "decimals", ind.Decimals, "suggestion", n.Round(ind.Decimals).String()+"%", "indicator", ind.Name)
	}
	fraction, err := n.Shift(-2)
	if err != nil {
		return models.Cell{}, fault.All(err)[0].With("indicator", ind.Name)
	}
	return models.Of(fraction), Bounds(ind, models.Of(fraction))
}

// unclear reports whether a bare number in a rate's column may be a fraction as well as a per cent.
func unclear(n number.Number) bool {
	return n.Sign() != 0 && n.Cmp(number.FromInt(1)) <= 0 && n.Cmp(number.FromInt(-1)) >= 0
}
