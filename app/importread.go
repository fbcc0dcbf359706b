package app

import (
	"strings"

	"yueping/app/workbook"
	"yueping/models"
	"yueping/models/appraise"
	"yueping/models/fault"
	"yueping/models/month"
)

// importReader reads the rows of an import's tables into values and refusals.
type importReader struct {
	result      *Import
	month       *Month
	days        *appraise.DayTable // nil where no table has values of days
	matcher     *models.Matcher
	seen        map[models.Place]ImportValue
	thousandths map[string]bool // indicators whose values are to be divided
}

// item is a cell with the place it is for.
type item struct {
	unit      *models.Unit
	indicator *models.Indicator
	period    month.Period
	cell      workbook.ReadCell
	small     bool // its header gives a thousandth of the indicator's unit of measure
}

func (r *importReader) table(t importTable) {
	whole, ok := r.whole(t)
	if !ok {
		return
	}
	var items []item
	for _, row := range t.rows() {
		blank := true
		for _, cell := range row {
			blank = blank && cell.Blank()
		}
		switch {
		case blank:
		case onlyFirst(row) && strings.ContainsAny(row[0].Text, "，。：；"):
			// a note under the table
		case t.daily():
			items = append(items, r.dailyRow(t, whole, row)...)
		default:
			items = append(items, r.row(t, row)...)
		}
	}
	mixed := r.mixed(items)
	for _, i := range items {
		r.take(t, i, mixed[i.indicator])
	}
}

// row reads a row of a month's values.
func (r *importReader) row(t importTable, row []workbook.ReadCell) []item {
	name, county := cellAt(row, t.unit), cellAt(row, t.county)
	if name.Blank() {
		r.refuse(t, row[0], fault.New("import.no_unit"))
		return nil
	}
	u, err := r.matcher.Find(name.Shown(), county.Shown())
	if err != nil {
		r.refuse(t, name, fault.All(err)[0])
		return nil
	}
	var items []item
	for i := range t.sheet.Rows[t.header] {
		if c := t.columns[i]; c.indicator != nil {
			items = append(items, item{u, c.indicator, r.month.At.Whole(), cellAt(row, i), c.small})
		}
	}
	return items
}

// take puts an item's value among those read, or its cell among the refused.
func (r *importReader) take(t importTable, i item, mixed bool) {
	roster := r.month.Table.Roster
	refused := KeptIn(roster, i.indicator, i.unit.Key, i.period)
	if i.cell.Blank() {
		if refused == nil {
			r.result.Blank++
		}
		return
	}
	v := ImportValue{Unit: i.unit, Name: roster.Name(i.unit.Key), County: roster.County(i.unit.Key), Indicator: i.indicator, Day: i.period.Day, Sheet: t.sheet.Name, At: i.cell.Name()}
	read := r.read(i, mixed)
	if read.bad == nil {
		read.bad = refused
	}
	if read.bad != nil {
		r.refuse(t, i.cell, read.bad)
		if read.ask {
			r.ask(i.indicator)
		}
		return
	}
	v.Cell = read.cell
	place := models.Place{Program: r.result.Program.Key, Indicator: i.indicator.Key, Period: i.period, Unit: i.unit.Key}
	if other, twice := r.seen[place]; twice {
		if !other.Cell.Equal(v.Cell) {
			r.refuse(t, i.cell, fault.New("import.twice", "unit", v.Name, "indicator", i.indicator.Name, "day", i.period.Day, "other", other.Sheet+"!"+other.At))
		}
		return
	}
	if read.divided {
		r.result.Divided++
	}
	if read.rounded {
		r.result.Rounded = append(r.result.Rounded, ImportRounded{v, i.cell.Shown()})
	}
	r.seen[place] = v
	r.result.Values = append(r.result.Values, v)
	r.count(place, v.Cell)
}

// count compares a value with what is stored.
func (r *importReader) count(place models.Place, value models.Cell) {
	stored := r.month.Table.Value(place.Indicator, place.Unit)
	old := models.Cell{State: stored.State, Value: stored.Number}
	if place.Period.Day != 0 {
		old = r.days.Value(place.Period.Day, place.Indicator, place.Unit)
	}
	_, draft := r.month.Drafts[place]
	switch {
	case value.Equal(old) && !draft:
		r.result.Unchanged++
	case old.State == models.NotReported:
		r.result.New++
	default:
		r.result.Changed++
	}
}

func (r *importReader) refuse(t importTable, cell workbook.ReadCell, reason *fault.Fault) {
	r.result.Refused = append(r.result.Refused, ImportRefusal{Sheet: t.sheet.Name, At: cell.Name(), Found: cell.Shown(), Reason: reason})
}

func (r *importReader) leave(t importTable, cell workbook.ReadCell, reason *fault.Fault) {
	r.result.Left = append(r.result.Left, ImportRefusal{Sheet: t.sheet.Name, At: cell.Name(), Found: cell.Shown(), Reason: reason})
}

// ask counts the last refused cell among those that look given in a unit a thousand times smaller.
func (r *importReader) ask(ind *models.Indicator) {
	for n := range r.result.Thousandfold {
		if r.result.Thousandfold[n].Indicator == ind {
			r.result.Thousandfold[n].Count++
			return
		}
	}
	example := r.result.Refused[len(r.result.Refused)-1]
	r.result.Thousandfold = append(r.result.Thousandfold, ImportThousandfold{Indicator: ind, Count: 1, Example: example})
}
