package app

import (
	"yueping/app/workbook"
	"yueping/models"
	"yueping/models/fault"
)

// wholeSheet is what holds for a table as a whole, from its sheet's name and its title.
type wholeSheet struct {
	unit      *models.Unit
	indicator *models.Indicator
	small     bool
	units     map[int]*models.Unit // of columns that are units
}

// whole finds the unit and the indicator of a table of days that has no column of them; false, and a
// refusal at its header, where it cannot.
func (r *importReader) whole(t importTable) (wholeSheet, bool) {
	var w wholeSheet
	if !t.daily() {
		return w, true
	}
	head := t.sheet.Rows[t.header][0]
	if t.across {
		w.units = r.columnUnits(t)
	} else if t.unit < 0 {
		u, bad := r.titleUnit(t.sheet.Name, t.title)
		if bad != nil {
			r.refuse(t, head, bad.With("sheet", t.sheet.Name))
			return w, false
		}
		w.unit = u
	}
	if t.across || (t.days && t.indicator < 0) {
		found, bad := r.titleIndicator(t.sheet.Name, t.title)
		if bad != nil {
			r.refuse(t, head, bad.With("sheet", t.sheet.Name))
			return w, false
		}
		w.indicator, w.small = found.indicator, found.small
	}
	return w, true
}

// dailyRow reads a row of a table of days: of one day, or of one unit and indicator.
func (r *importReader) dailyRow(t importTable, whole wholeSheet, row []workbook.ReadCell) []item {
	if r.emptyRow(t, row) {
		return nil
	}
	date, listed := spanned(row, t.date), spanned(row, t.indicator)
	if total, is := totalCell(t, row); is {
		r.leave(t, total, fault.New("import.left_total"))
		return nil
	}
	u, ok := r.rowUnit(t, whole, row)
	if !ok {
		return nil
	}
	day := 0
	if t.date >= 0 {
		d, bad := readDate(date)
		if bad == nil {
			day, bad = d.in(r.month.At)
		}
		if bad != nil {
			r.refuse(t, orFirst(date, row), bad)
			return nil
		}
	}
	if t.indicator >= 0 {
		if isCalculated(listed.Shown()) {
			r.leave(t, listed, fault.New("import.left_calculated"))
			return nil
		}
		found, bad := r.listedIndicator(listed.Shown())
		if bad != nil {
			r.refuse(t, orFirst(listed, row), bad)
			return nil
		}
		whole.indicator, whole.small = found.indicator, found.small
	}
	var items []item
	for i, head := range t.sheet.Rows[t.header] {
		c, cell := t.columns[i], cellAt(row, i)
		switch {
		case c.isUnit:
			if unit := whole.units[i]; unit != nil {
				items = append(items, item{unit, whole.indicator, r.month.At.Day(day), cell, whole.small})
			}
		case c.indicator != nil:
			items = append(items, item{u, c.indicator, r.month.At.Day(day), cell, c.small})
		case c.isDay:
			if d, bad := r.columnDay(c, head); bad == nil {
				items = append(items, item{u, whole.indicator, r.month.At.Day(d), cell, whole.small})
			} else if !cell.Blank() {
				r.refuse(t, cell, bad)
			}
		}
	}
	return items
}

// columnUnits finds the units of columns. One that cannot be found refuses its header, where there is
// anything beneath it.
func (r *importReader) columnUnits(t importTable) map[int]*models.Unit {
	units := map[int]*models.Unit{}
	for i, head := range t.sheet.Rows[t.header] {
		if !t.columns[i].isUnit || t.firstIn(i) == "" {
			continue
		}
		u, err := r.matcher.Find(head.Shown(), "")
		if err != nil {
			r.refuse(t, head, fault.All(err)[0])
			continue
		}
		units[i] = u
	}
	return units
}

// columnDay is the day of a column. A column of no day of the month refuses its cells, not the file:
// a form has 31 columns in every month.
func (r *importReader) columnDay(c importColumn, head workbook.ReadCell) (int, *fault.Fault) {
	bad := c.bad
	day := 0
	if bad == nil {
		day, bad = c.date.in(r.month.At)
	}
	if bad != nil {
		return 0, fault.New("import.bad_day_column", "header", head.Shown(), "cell", head.Name(), "reason", bad)
	}
	return day, nil
}

// rowUnit finds a row's unit; false where there is none to go on with.
func (r *importReader) rowUnit(t importTable, whole wholeSheet, row []workbook.ReadCell) (*models.Unit, bool) {
	if t.unit < 0 {
		return whole.unit, true
	}
	name, county := spanned(row, t.unit), spanned(row, t.county)
	if name.Blank() {
		r.refuse(t, orFirst(name, row), fault.New("import.no_unit"))
		return nil, false
	}
	u, err := r.matcher.Find(name.Shown(), county.Shown())
	switch {
	case err != nil && isTotal(name.Shown()):
		r.leave(t, name, fault.New("import.left_total"))
		return nil, false
	case err != nil:
		r.refuse(t, name, fault.All(err)[0])
		return nil, false
	}
	return u, true
}

// emptyRow reports whether a row has no value, as a form's unused rows have none.
func (r *importReader) emptyRow(t importTable, row []workbook.ReadCell) bool {
	for i := range t.columns {
		if !cellAt(row, i).Blank() {
			return false
		}
	}
	return true
}

// totalCell finds the words of a total where the date or the number of the row should stand.
func totalCell(t importTable, row []workbook.ReadCell) (workbook.ReadCell, bool) {
	if date := cellAt(row, t.date); isTotal(date.Shown()) {
		return date, true
	}
	for i, cell := range row {
		if i == t.unit || i == t.county || i == t.indicator || !cell.Blank() && (t.columns[i].indicator != nil || t.columns[i].isDay || t.columns[i].isUnit) {
			return workbook.ReadCell{}, false
		}
		if !cell.Blank() {
			return cell, isTotal(cell.Shown())
		}
	}
	return workbook.ReadCell{}, false
}

// orFirst gives a cell to point at: the row's first where the cell itself is beyond the row's end.
func orFirst(cell workbook.ReadCell, row []workbook.ReadCell) workbook.ReadCell {
	if cell.Name() == "" {
		return row[0]
	}
	return cell
}
