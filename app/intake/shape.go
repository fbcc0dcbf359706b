package intake

import (
	"slices"
	"strconv"
	"strings"

	"yueping/models"
	"yueping/models/fault"
)

// grade is how surely rows are a table.
type grade int

const (
	noTable grade = iota
	nearly        // units, but no values
	weak          // units and values, but no indicator that is known
	strong
)

// shaped takes the columns of values and says what shape the table has.
func (t *table) shaped() grade {
	t.widen()
	t.oneIndicator()
	t.values()
	for i, c := range t.columns {
		switch {
		case c.refused != nil && i > 0 && c.cell == t.columns[i-1].cell: // a caption, over headers that this table lacks
			t.strange++
		case slices.Contains([]Role{OfIndicator, OfUnit, OfDay, ValueList}, c.layout.Role), c.refused != nil && c.text.meaning == ofOne, c.refused != nil && t.daily() && c.refused.Code != "import.no_header":
			t.named++
		case c.refused != nil:
			t.strange++
		}
	}
	ends := len(t.units) > 0 && !t.byData
	switch t.shape = t.shapeOf(); {
	case t.named > 0 && t.whole():
		return strong
	case t.strange > 0 && ends && t.shape == RowIsUnit:
		return weak
	case ends && t.shape == RowIsUnit:
		return nearly
	}
	return noTable
}

// shapeOf is the shape that a table's roles make.
func (t *table) shapeOf() Shape {
	switch {
	case t.days():
		return ColumnIsDay
	case t.value >= 0 && t.list >= 0:
		return RowIsValue
	case t.date >= 0:
		return RowIsDay
	case t.across():
		return ColumnIsUnit
	}
	return RowIsUnit
}

// whole reports whether a table has what its shape needs, or may have it in its title.
func (t *table) whole() bool {
	switch t.shape {
	case ColumnIsDay:
		return len(t.units) > 0 || t.list >= 0
	case RowIsUnit:
		return len(t.units) > 0
	case ColumnIsUnit:
		return t.list >= 0
	}
	return true
}

// oneIndicator takes a column of values without a column of indicators, where the title names one.
func (t *table) oneIndicator() {
	if t.list >= 0 || t.days() || t.count(ofOne) > 0 || t.count(ofValues) != 1 || len(t.units) == 0 {
		return
	}
	i := t.firstOf(ofValues)
	if len(t.columns[i].over) > 0 || len(mentioned(t.reader.program, plain(t.title))) != 1 {
		return
	}
	t.value = i
	t.role(i, ValueList, 85)
}

// widen adds the columns that have content beneath but stand beyond the header's end.
func (t *table) widen() {
	for i := len(t.columns); i < len(t.page.lastRow); i++ {
		t.columns = append(t.columns, column{head: head{cell: blankCell(i+1, t.first-1)}, text: text{meaning: blank}, layout: ColumnLayout{Role: Ignored}})
	}
	for i := range t.columns {
		t.columns[i].layout.Column = i + 1
	}
}

// values takes the columns that no other role has, each for what its header says.
func (t *table) values() {
	across := !t.days() && (t.list >= 0 && t.value < 0 || t.date >= 0 && len(t.units) == 0) && t.count(ofOne) == 0 && t.count(unitName) > 0
	seen := map[taken]bool{}
	for i := range t.columns {
		c := &t.columns[i]
		if c.layout.Role == OfDay {
			t.indicatorOver(c)
		}
		if c.layout.Role != Ignored {
			continue
		}
		t.only(i, across, seen)
	}
}

// taken is an indicator that has a column already, in the part of a table that a column of units governs.
type taken struct {
	indicator *models.Indicator
	units     int
	under     string
	period    period
}

// only understands a column by its own header.
func (t *table) only(i int, across bool, seen map[taken]bool) {
	c := &t.columns[i]
	found, sure := t.indicatorOf(c)
	at := t.holdsValues(i)
	if t.page.HiddenColumns[i+1] && at != nil {
		seen = map[taken]bool{} // it takes no other's place
	}
	switch {
	case c.text.meaning == blank && at != nil && !t.page.HiddenColumns[i+1] && !t.runningNumbers(i):
		c.refused = t.fault("import.no_header", c, "below", at.Name())
	case found.indicator != nil && t.headsSeveral(c):
		c.refused = t.fault("import.header_twice", c)
	case found.indicator != nil:
		t.take(i, found, sure, seen)
	case across && (c.text.meaning == unitName || c.text.meaning == unknown && at != nil):
		t.indicatorOver(c)
		c.layout.Role, c.layout.Confidence = OfUnit, 90
	case slices.Contains([]meaning{calculated, noValue, otherMonth}, c.text.meaning), c.ofOtherPeriod(), c.text.meaning == total && t.sums(c, across):
		c.left = fault.New("import.left_calculated")
	case at != nil && t.page.HiddenColumns[i+1]:
		c.left = fault.New("import.left_hidden_column")
	case at != nil && c.text.meaning != blank && c.text.meaning != ofCodes:
		c.refused = t.fault("import.unknown_header", c, "allowed", indicatorNames(t.reader.program))
	case t.firstIn(i) != nil:
		c.left = fault.New("import.left_column")
	}
}

// sums reports whether a column of a total's name is one: where columns are days or units it is, elsewhere
// it may be an indicator by another name.
func (t *table) sums(c *column, across bool) bool {
	shown := c.cell.Shown()
	return across || t.days() || len(mentioned(t.reader.program, plain(shown))) == 0 && slices.ContainsFunc(sums, func(w string) bool { return strings.Contains(shown, w) })
}

// ofOtherPeriod reports whether a caption says that the column is of another month.
func (c *column) ofOtherPeriod() bool {
	return slices.ContainsFunc(c.over, func(o caption) bool { return otherPeriod(o.cell.Shown()) })
}

// take gives a column an indicator's values, or refuses its header.
func (t *table) take(i int, found header, sure int, seen map[taken]bool) {
	c, ind := &t.columns[i], found.indicator
	same, small := measured(ind, found.measure)
	key := taken{ind, t.governor(i), c.layout.Under, c.period()}
	switch {
	case ind.Derived() && t.inputs(ind):
		c.left = fault.New("import.left_calculated")
	case ind.Derived():
		c.refused = t.fault("import.derived_header", c)
	case t.days():
		c.refused = t.fault("import.header_among_days", c)
	case !t.daily() && c.dayOver() != "":
		c.refused = t.fault("import.one_day_header", c, "found", c.dayOver())
	case t.daily() && !ind.Daily():
		c.refused = t.fault("import.not_by_day_header", c)
	case !same && !small:
		c.refused = t.fault("import.other_measure", c, "measure", ind.Measure, "found", found.measure)
	case seen[key]:
		c.refused = t.fault("import.header_twice", c)
	default:
		seen[key] = true
		c.ind = ind
		c.layout.Role, c.layout.Key, c.layout.Small, c.layout.Confidence = OfIndicator, ind.Key, small, sure
	}
}

// indicatorOf finds the indicator of a column: of its header alone, or with the captions over it. sure is
// how certain that is.
func (t *table) indicatorOf(c *column) (found header, sure int) {
	if c.ofOtherPeriod() {
		return header{}, 0
	}
	find := func(s string) header {
		if known := t.reader.means(s); known.meaning == ofOne {
			return known.header
		}
		if t.daily() {
			return t.reader.dailyHeader(s)
		}
		return header{}
	}
	found, sure = find(strings.TrimSpace(c.cell.Shown())), 100
	if c.text.meaning == calculated || t.days() && c.text.meaning == total {
		return header{}, 0
	}
	for n := len(c.over) - 1; n >= 0; n-- {
		above := c.over[n].cell.Shown()
		switch over := find(strings.TrimSpace(above)); {
		case over.indicator != nil && found.indicator == nil && (c.text.meaning == ofValues || c.text.meaning == ofMeasure || c.text.meaning == ofPeriod):
			found, sure = over, 90
			if c.text.meaning == ofMeasure {
				found.measure = c.text.header.measure
			}
		case over.indicator != nil && found.indicator != nil && over.indicator != found.indicator:
			return header{}, 0
		case over.indicator == nil && found.indicator != nil && t.reader.means(above).meaning == unitName:
			c.layout.Under = strings.TrimSpace(above)
		case over.indicator == nil && found.indicator == nil:
			found, sure = find(plain(above)+plain(c.cell.Shown())), 85
		}
		if m := measureIn(above); m != "" && found.measure == "" {
			found.measure = m
		}
	}
	return found, sure
}

// indicatorOver gives a column of days or of a unit the indicator that a caption over it names.
func (t *table) indicatorOver(c *column) {
	for _, o := range c.over {
		if h := t.reader.dailyHeader(strings.TrimSpace(o.cell.Shown())); h.indicator != nil {
			c.ind, c.layout.Under = h.indicator, h.indicator.Key
			_, c.layout.Small = measured(h.indicator, h.measure)
		}
	}
}

// governor is the column of units that a column of values belongs to: the next to its left.
func (t *table) governor(i int) int {
	found := -1
	for _, u := range t.units {
		if u < i || found < 0 {
			found = u
		}
	}
	return found
}

// runningNumbers reports whether a column before the units counts its rows.
func (t *table) runningNumbers(i int) bool {
	if len(t.units) == 0 || i > t.units[0] {
		return false
	}
	n := 0
	for row := t.first; row <= t.end(); row++ {
		cell := cellAt(rowAt(t.page.ReadSheet, row), i)
		if cell.Blank() {
			continue
		}
		if n++; cell.Shown() != strconv.Itoa(n) {
			return !isValue(&cell) && n > 1
		}
	}
	return true
}

// inputs reports whether a table has every indicator from which a derived one is calculated.
func (t *table) inputs(ind *models.Indicator) bool {
	found := false
	for _, f := range ind.Formulas {
		for _, name := range latin.FindAllString(f.Value, -1) {
			input := t.reader.program.Indicator(name)
			if input == nil || input == ind {
				continue
			}
			if !slices.ContainsFunc(t.columns, func(c column) bool { return c.text.header.indicator == input }) {
				return false
			}
			found = true
		}
	}
	return found
}

func (t *table) fault(code string, c *column, pairs ...any) *fault.Fault {
	return fault.New(code, append([]any{"sheet", t.page.Name, "cell", c.cell.Name(), "header", c.layout.Header}, pairs...)...)
}

// headsSeveral reports whether a header is merged across several columns with values: nobody can tell of which
// of them it is.
func (t *table) headsSeveral(c *column) bool {
	right := t.page.across[corner{c.cell.Row, c.cell.Column}]
	for i := int(c.cell.Column); i < min(right, len(t.columns)); i++ {
		if !t.page.HiddenColumns[i+1] && t.holdsValues(i) != nil {
			return true
		}
	}
	return false
}
