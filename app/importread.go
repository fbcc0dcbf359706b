package app

import (
	"strings"

	"yueping/app/workbook"
	"yueping/models"
	"yueping/models/fault"
	"yueping/models/number"
)

// importReader reads the rows of an import's tables into values and refusals.
type importReader struct {
	result  *Import
	month   *Month
	matcher *models.Matcher
	seen    map[models.Place]ImportValue
}

func (r *importReader) table(t importTable) {
	for _, row := range t.sheet.Rows[t.header+1:] {
		blank := true
		for _, cell := range row {
			blank = blank && cell.Blank()
		}
		if !blank {
			r.row(t, row)
		}
	}
}

func (r *importReader) row(t importTable, row []workbook.ReadCell) {
	at := func(i int) workbook.ReadCell {
		if i < 0 || i >= len(row) {
			return workbook.ReadCell{}
		}
		return row[i]
	}
	name, county := at(t.unit), at(t.county)
	if t.onlyFirst(row) && strings.ContainsAny(name.Text, "，。：；") {
		return // a note under the table
	}
	if name.Blank() {
		r.refuse(t, row[0], fault.New("import.no_unit"))
		return
	}
	u, err := r.matcher.Find(name.Shown(), county.Shown())
	if err != nil {
		r.refuse(t, name, fault.All(err)[0])
		return
	}
	for column := range t.sheet.Rows[t.header] {
		if ind := t.columns[column]; ind != nil {
			r.cell(t, u, ind, at(column))
		}
	}
}

// onlyFirst reports whether nothing stands in the row but its first cell.
func (t importTable) onlyFirst(row []workbook.ReadCell) bool {
	for _, cell := range row[1:] {
		if !cell.Blank() {
			return false
		}
	}
	return true
}

func (r *importReader) cell(t importTable, u *models.Unit, ind *models.Indicator, cell workbook.ReadCell) {
	refused := Kept(r.month.Table.Roster, ind, u.Key)
	if cell.Blank() {
		if refused == nil {
			r.result.Blank++
		}
		return
	}
	value, bad := readImported(ind, cell)
	if bad == nil {
		bad = refused
	}
	if bad != nil {
		r.refuse(t, cell, bad)
		return
	}
	place := r.month.Place(ind.Key, u.Key)
	v := ImportValue{Unit: u, Name: r.month.Table.Roster.Name(u.Key), County: r.month.Table.Roster.County(u.Key), Indicator: ind, Cell: value, Sheet: t.sheet.Name, At: cell.Name}
	if other, twice := r.seen[place]; twice {
		if !other.Cell.Equal(value) {
			r.refuse(t, cell, fault.New("import.twice", "unit", v.Name, "indicator", ind.Name, "other", other.Sheet+"!"+other.At))
		}
		return
	}
	r.seen[place] = v
	r.result.Values = append(r.result.Values, v)
	old := r.month.Table.Value(ind.Key, u.Key)
	_, draft := r.month.Drafts[place]
	switch {
	case value.Equal(models.Cell{State: old.State, Value: old.Number}) && !draft:
		r.result.Unchanged++
	case old.State == models.NotReported:
		r.result.New++
	default:
		r.result.Changed++
	}
}

func (r *importReader) refuse(t importTable, cell workbook.ReadCell, reason *fault.Fault) {
	r.result.Refused = append(r.result.Refused, ImportRefusal{Sheet: t.sheet.Name, At: cell.Name, Found: cell.Shown(), Reason: reason})
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
