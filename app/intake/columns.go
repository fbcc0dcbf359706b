package intake

import "slices"

// role gives a column its role.
func (t *table) role(i int, role Role, confidence int) {
	t.columns[i].layout.Role, t.columns[i].layout.Confidence = role, confidence
}

// first gives the first column without a role whose header means something, -1 for none.
func (t *table) firstOf(means meaning) int {
	return slices.IndexFunc(t.columns, func(c column) bool { return c.text.meaning == means && c.layout.Role == Ignored })
}

// count counts the columns without a role whose header means something.
func (t *table) count(means meaning) int {
	n := 0
	for _, c := range t.columns {
		if c.text.meaning == means && c.layout.Role == Ignored {
			n++
		}
	}
	return n
}

// dates finds the column of dates or, where there is none, the columns of days.
func (t *table) dates() {
	if i := t.firstOf(ofMonths); i >= 0 {
		t.month = i
		t.role(i, Months, 100)
	}
	if !t.reader.daily {
		t.monthsByDate()
		return
	}
	if i := t.firstOf(ofDates); i >= 0 {
		t.date = i
		t.role(i, Dates, 100)
		return
	}
	for i := range t.columns {
		c := &t.columns[i]
		d, bad, is := looksDated(*c.cell)
		if !is {
			continue
		}
		if len(c.over) > 0 && bad == nil {
			d = underMonth(d, c.over[len(c.over)-1].cell.Shown())
		}
		c.date, c.badDate = d, bad
		c.layout.Day = d.day
		t.role(i, OfDay, 100)
	}
}

// monthsByDate takes a column of dates for that of months, where nothing is reported by day.
func (t *table) monthsByDate() {
	if i := t.firstOf(ofDates); i >= 0 && t.month < 0 {
		if at := t.firstIn(i); at != nil && monthOf(*at) != 0 {
			t.month = i
			t.role(i, Months, 90)
		}
	}
}

// days reports whether columns are days.
func (t *table) days() bool {
	return slices.ContainsFunc(t.columns, func(c column) bool { return c.layout.Role == OfDay })
}

// across reports whether columns are units.
func (t *table) across() bool {
	return slices.ContainsFunc(t.columns, func(c column) bool { return c.layout.Role == OfUnit })
}

// daily reports whether the table's values are those of days.
func (t *table) daily() bool { return t.date >= 0 || t.days() }

// lists finds the column of indicators and, beside it, that of their values.
func (t *table) lists() {
	i := t.firstOf(ofIndicators)
	if i < 0 && t.count(ofOne) == 0 && (t.count(unitName) > 0 || t.count(ofValues) > 0) {
		// A list of indicators may stand without a header, or under 单位\指标.
		i = slices.IndexFunc(t.columns, func(c column) bool {
			n := t.content(int(c.cell.Column) - 1)
			return c.text.meaning <= blank && n.indicators > 0 && n.indicators*2 >= n.filled
		})
	}
	if i < 0 || t.date >= 0 && t.count(ofOne) > 0 {
		return
	}
	v := t.firstOf(ofValues)
	if v >= 0 && !t.days() && t.count(unitName) == 0 {
		t.value = v
		t.role(v, ValueList, 100)
	}
	if v < 0 && !t.days() && t.count(unitName) == 0 {
		return
	}
	t.list = i
	t.role(i, IndicatorList, 100)
}

// findUnits finds the columns of units and of their counties. Of several columns whose header may
// mean units, those count whose content is units.
func (t *table) findUnits() {
	if t.date >= 0 && t.count(unitName) > 0 && t.count(ofUnits) == 0 && t.count(ofOne) == 0 {
		return
	}
	for i := range t.columns {
		if c := &t.columns[i]; c.text.meaning == ofCounties {
			t.counties = append(t.counties, i)
			t.role(i, Counties, 100)
		}
	}
	best := -1
	for i := range t.columns {
		if t.columns[i].text.meaning != ofUnits {
			continue
		}
		n := t.content(i)
		if n.measures > n.units && t.list >= 0 {
			continue
		}
		share := 0
		if n.filled > 0 {
			share = 100 * n.units / n.filled
		}
		last := len(t.units) - 1
		switch {
		case last < 0 || t.valuesBetween(t.units[last], i):
			t.units = append(t.units, i)
			best = share
		case share > best:
			t.units[last], best = i, share
		}
	}
	t.unitsByContent()
	for _, i := range t.units {
		t.role(i, UnitNames, 100)
	}
}

// valuesBetween reports whether a column of values stands between two.
func (t *table) valuesBetween(left, right int) bool {
	return slices.ContainsFunc(t.columns[left+1:right], func(c column) bool { return c.text.meaning == ofOne || c.text.meaning == ofValues })
}

// unitsByContent takes a column for that of the units whose header does not say so, or that has none:
// of codes, of counties where these are the units, or of what are mostly names of units.
func (t *table) unitsByContent() {
	if len(t.units) > 0 {
		return
	}
	if i := t.firstOf(ofCodes); i >= 0 && t.content(i).units > 0 {
		t.units = []int{i}
		return
	}
	if t.list < 0 && !t.daily() && t.count(ofOne) == 0 && t.count(ofValues) == 0 {
		return
	}
	for _, means := range []meaning{blank, unknown, ofCounties} {
		best, most := -1, 0
		for i := range t.columns {
			if c := &t.columns[i]; c.text.meaning == means && (c.layout.Role == Ignored || c.layout.Role == Counties) {
				if n := t.content(i); n.units > most && n.units*2 >= n.filled {
					best, most = i, n.units
				}
			}
		}
		if best >= 0 {
			t.counties = slices.DeleteFunc(t.counties, func(i int) bool { return i == best })
			t.byData = means != ofCounties
			t.units = []int{best}
			return
		}
	}
}
