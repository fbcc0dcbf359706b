package intake

import (
	"slices"
	"strings"

	"yueping/app/workbook"
	"yueping/models"
	"yueping/models/fault"
	"yueping/models/month"
)

// part is the columns of a table that one column of units governs: all of them but where two tables
// stand side by side.
type part struct {
	unit, county int // indices of columns, -1 for none
	values       []int
	above        string          // the last county that stood in its column
	under        map[string]bool // the names that stood there since
}

// makeBlocks groups the columns of values by their units'.
func (t *table) makeBlocks() []part {
	var parts []part
	at := map[int]int{}
	for i := range t.columns {
		if !t.holds(i) || t.columns[i].refused != nil {
			continue
		}
		u := t.governor(i)
		if _, known := at[u]; !known {
			at[u] = len(parts)
			parts = append(parts, part{unit: u, county: t.countyOf(u), under: map[string]bool{}})
		}
		parts[at[u]].values = append(parts[at[u]].values, i)
	}
	return parts
}

// countyOf is the column of counties nearest to one of units, -1 for none.
func (t *table) countyOf(unit int) int {
	best := -1
	for _, i := range t.counties {
		if best < 0 || abs(i-unit) < abs(best-unit) {
			best = i
		}
	}
	return best
}

func abs(n int) int { return max(n, -n) }

// row reads a row beneath a header.
func (r *sheetReader) row(t *table, w *whole, cells []workbook.ReadCell, valued bool) {
	if !valued {
		r.empty(t, w, cells)
		return
	}
	if total := t.totalCell(cells); total != nil {
		r.leave(t, total, fault.New("import.left_total"))
		return
	}
	if other := r.otherRow(t, cells); other != nil {
		r.leave(t, other, fault.New("import.left_month", "found", other.Shown(), "month", r.At.String()))
		return
	}
	for i := range t.blocks {
		if b := &t.blocks[i]; len(t.blocks) == 1 || anyOf(cells, b.values) {
			r.part(t, w, b, cells)
		}
	}
}

// otherRow finds the word beside a unit that makes its row one of another period, or of no value that was
// reached: 上年同期, 2018年, 目标. nil where there is none.
func (r *sheetReader) otherRow(t *table, cells []workbook.ReadCell) *workbook.ReadCell {
	for i := range min(len(cells), len(t.columns)) {
		cell := spanned(cells, i)
		if t.columns[i].layout.Role != Ignored || t.holds(i) || cell.Blank() || cell.Number != nil {
			continue
		}
		key := plain(cell.Shown())
		_, alone := withoutPeriod(key)
		if alone && strings.Trim(periodBefore.ReplaceAllString(key, ""), "合累计") == "" && !periodIn(key).in(r.At) || otherRows[key] {
			return &cell
		}
	}
	return nil
}

func anyOf(cells []workbook.ReadCell, columns []int) bool {
	for _, i := range columns {
		if i < len(cells) && !cells[i].Blank() {
			return true
		}
	}
	return false
}

// empty takes a row without a value: of a unit it is a form's, which leaves what is stored as it is;
// any other text is named.
func (r *sheetReader) empty(t *table, w *whole, cells []workbook.ReadCell) {
	for i := range t.blocks {
		b := &t.blocks[i]
		county := spanned(cells, b.county)
		b.see(&county)
		if t.covers(cells, b) {
			r.part(t, w, b, cells)
			return
		}
		name := cellAt(cells, b.unit)
		if t.daily() || name.Blank() || t.list >= 0 {
			continue
		}
		if u, bad := r.find(name.Shown(), county.Shown()); bad == nil && u != nil {
			for _, c := range b.values {
				r.item(t, w, c, cells, u, nil, 0, false)
			}
			return
		}
	}
	for i := range cells {
		if cells[i].Blank() {
			continue
		}
		role := Ignored
		if i < len(t.columns) {
			role = t.columns[i].layout.Role
		}
		// A form for more days or indicators than were filled in says nothing.
		if t.daily() && !isNote(cells[i].Shown()) && (role == Dates || r.isUnit(cells[i].Shown())) || role == IndicatorList {
			return
		}
		code := "import.left_caption"
		if isNote(cells[i].Shown()) || strings.ContainsAny(cells[i].Text, "，。：；") {
			code = "import.left_note"
		}
		r.leave(t, &cells[i], fault.New(code))
		return
	}
}

// totalCell finds the words of a total where the date, the unit or the number of a row should stand.
func (t *table) totalCell(cells []workbook.ReadCell) *workbook.ReadCell {
	if t.date >= 0 && t.date < len(cells) && isTotal(cells[t.date].Shown()) {
		return &cells[t.date]
	}
	for i := range cells {
		if i >= len(t.columns) {
			return nil
		}
		switch role := t.columns[i].layout.Role; {
		case cells[i].Blank():
			if role == UnitNames && t.daily() {
				return nil
			}
		case role == UnitNames || role == Counties || role == IndicatorList || t.holds(i):
			return nil
		default:
			if isTotal(cells[i].Shown()) {
				return &cells[i]
			}
			return nil
		}
	}
	return nil
}

// part reads the values of a row that belong to one unit, day and indicator.
func (r *sheetReader) part(t *table, w *whole, b *part, cells []workbook.ReadCell) {
	u, ok := r.rowUnit(t, w, b, cells)
	if !ok {
		return
	}
	day := 0
	if t.date >= 0 {
		date := spanned(cells, t.date)
		d, bad := r.date(date)
		if bad == nil {
			day, bad = d.in(r.At)
		}
		if bad != nil {
			r.refuse(t, orFirst(date, cells), u, bad)
			return
		}
	}
	if t.month >= 0 && !r.ofMonth(t, cells, u) {
		return
	}
	var listed *sheetIndicator
	if t.list >= 0 {
		found, ok := r.rowIndicator(t, cells, u)
		if !ok {
			return
		}
		listed = &found
	}
	for _, c := range b.values {
		r.item(t, w, c, cells, u, listed, day, true)
	}
}

// item takes a cell of a column of values; report names a day that cannot be.
func (r *sheetReader) item(t *table, w *whole, column int, cells []workbook.ReadCell, u *models.Unit, listed *sheetIndicator, day int, report bool) {
	c := &t.columns[column]
	cell := &nothing
	if column < len(cells) {
		cell = &cells[column]
	}
	i := Item{Unit: u, Indicator: c.ind, Day: day, Sheet: t.page.Name, Cell: cell, Row: int(cell.Row), small: c.layout.Small}
	if c.ind == nil && listed != nil {
		i.Indicator, i.small = listed.indicator, listed.small || c.layout.Small
	} else if c.ind == nil {
		i.Indicator, i.small = w.indicator, w.small || c.layout.Small
	}
	if unit, ok := w.units[column]; ok {
		if i.Unit = unit; unit == nil {
			return // refused at its header
		}
	}
	if c.layout.Role == OfDay {
		d, bad := c.date.in(r.At)
		if c.badDate != nil {
			bad = c.badDate
		}
		if bad != nil {
			if report && !cell.Blank() {
				r.refuse(t, cell, i.Unit, fault.New("import.bad_day_column", "header", c.cell.Shown(), "cell", c.cell.Name(), "reason", bad))
			}
			return
		}
		i.Day = d
	}
	if i.Unit == nil || i.Indicator == nil {
		return
	}
	if top := t.shared(cells, column); top != nil {
		r.refuse(t, cell, i.Unit, fault.New("import.merged_value", "text", top.Shown(), "top", top.Name()))
		return
	}
	if t.acrossValues(cell) {
		r.refuse(t, cell, i.Unit, fault.New("import.merged_value", "text", cell.Shown(), "top", cell.Name(), "across", true))
		return
	}
	r.result.Items = append(r.result.Items, i)
}

// shared is the cell above that a blank cell of values is merged with, nil for none: nobody can tell whether
// what stands there is meant for this row, too. Where the unit is merged alike it is one row.
func (t *table) shared(cells []workbook.ReadCell, column int) *workbook.ReadCell {
	cell := cellAt(cells, column)
	top := cell.Merged
	if !cell.Blank() || top == nil || top.Blank() || int(top.Row) < t.first {
		return nil
	}
	if unit := cellAt(cells, t.governor(column)); t.list < 0 && !t.daily() && unit.Merged != nil && unit.Merged.Row == top.Row {
		return nil
	}
	return top
}

// acrossValues reports whether a cell with content is merged across several columns of values: Excel keeps what
// stands in it for the first of them.
func (t *table) acrossValues(cell *workbook.ReadCell) bool {
	if cell.Blank() {
		return false
	}
	right := t.page.across[corner{cell.Row, cell.Column}]
	for i := int(cell.Column); i < min(right, len(t.columns)); i++ {
		if t.holds(i) {
			return true
		}
	}
	return false
}

// covers reports whether a row of a unit has nothing but shared values in a part.
func (t *table) covers(cells []workbook.ReadCell, b *part) bool {
	unit := spanned(cells, b.unit)
	return (b.unit < 0 || !unit.Blank()) && slices.ContainsFunc(b.values, func(column int) bool { return t.shared(cells, column) != nil })
}

// nothing is the cell of a column beyond a row's end.
var nothing workbook.ReadCell

// ofMonth reports whether a row is of the month that is read for, and names or refuses it otherwise.
func (r *sheetReader) ofMonth(t *table, cells []workbook.ReadCell, u *models.Unit) bool {
	cell := spanned(cells, t.month)
	at := monthOf(cell)
	if parts := bareMonth.FindStringSubmatch(plain(cell.Shown())); at == 0 && parts != nil {
		at = month.Find(r.At.String()[:5] + parts[1])
	}
	switch at {
	case r.At:
		return true
	case 0:
		r.refuse(t, orFirst(cell, cells), u, fault.New("import.not_a_month", "text", cell.Shown()))
	default:
		r.leave(t, orFirst(cell, cells), fault.New("import.left_month", "found", at.String(), "month", r.At.String()))
	}
	return false
}

// orFirst gives a cell to point at: the row's first where the cell itself is beyond the row's end.
func orFirst(cell workbook.ReadCell, row []workbook.ReadCell) *workbook.ReadCell {
	if cell.Name() == "" {
		return &row[0]
	}
	return &cell
}

// dated is a date that was read before.
type dated struct {
	date sheetDate
	bad  *fault.Fault
}

// date is readDate, once for each text.
func (r *sheetReader) date(cell workbook.ReadCell) (sheetDate, *fault.Fault) {
	if cell.Fault != nil {
		return readDate(cell)
	}
	text := cell.Shown()
	known, ok := r.dates[text]
	if !ok {
		known.date, known.bad = readDate(cell)
		r.dates[text] = known
	}
	return known.date, known.bad
}
