package intake

import (
	"slices"

	"yueping/models/fault"
)

// tableOf understands a part of a sheet by its layout; top is the first row of its title. exact says that no
// column but those given is anything.
func (r *reader) tableOf(p *page, s SheetLayout, top int, exact bool) (*table, error) {
	s.First = max(s.First, s.Header+1)
	if s.Header < 0 || s.First < 1 || s.First-s.Header > 2*headerDepth && s.Header > 0 || s.First > len(p.Rows)+1 || s.Last != 0 && s.Last < s.First-1 || s.Last > len(p.Rows) {
		return nil, fault.New("import.layout_rows", "sheet", s.Sheet, "header", s.Header, "first", s.First, "last", s.Last, "count", len(p.Rows))
	}
	title := ""
	for row := top; row < s.Header; row++ {
		title += rowText(rowAt(p.ReadSheet, row))
	}
	t := r.readHeader(p, s.Header, s.First, s.Last, title)
	t.titleTop = top
	given := map[int]ColumnLayout{}
	for _, c := range s.Columns {
		if c.Column < 1 || c.Column > max(len(t.columns), len(p.lastRow)) {
			return nil, fault.New("import.layout_column", "sheet", s.Sheet, "column", c.Column)
		}
		if c.Header == "" || c.Column > len(t.columns) || c.Header == t.columns[c.Column-1].layout.Header || exact {
			given[c.Column] = c
		}
	}
	for i := range t.columns {
		c, ok := given[i+1]
		if !ok && exact {
			c = ColumnLayout{Role: Ignored}
		} else if !ok {
			continue
		}
		if err := t.override(i, c, exact); err != nil {
			return nil, err
		}
	}
	return t, t.regroup()
}

// readHeader understands the rows of a header that somebody pointed out, whatever they look like.
func (r *reader) readHeader(p *page, header, first, last int, title string) *table {
	if header > 0 {
		if t, how := r.understand(p, header, first-1, last, title); how > noTable {
			return t
		}
	}
	t := &table{page: p, reader: r, header: header, first: first, last: last, title: title, date: -1, month: -1, list: -1, value: -1}
	if header > 0 {
		for _, h := range newBlock(p.ReadSheet, header, first-1).heads() {
			t.columns = append(t.columns, column{head: h, text: r.means(h.cell.Shown()), layout: ColumnLayout{Header: h.text(), Role: Ignored}})
		}
	}
	t.dates()
	t.lists()
	t.findUnits()
	t.shaped()
	return t
}

// override gives a column the role that was given.
func (t *table) override(i int, given ColumnLayout, exact bool) error {
	c := &t.columns[i]
	before, refused := c.layout, c.refused
	if given.Role == Unclear || !exact && given.Role == Ignored && before.Role == Ignored && refused == nil {
		return nil
	}
	c.layout = given
	c.layout.Column, c.layout.Header, c.layout.Confidence = i+1, before.Header, 100
	c.refused, c.left, c.ind = nil, nil, nil
	bad := func(code, found string) error {
		return fault.New(code, "sheet", t.page.Name, "column", columnName(i), "found", found)
	}
	indicator := func(key string) error {
		if c.ind = t.reader.program.Indicator(key); c.ind == nil || c.ind.Derived() {
			return bad("import.layout_key", key)
		}
		if m := measureIn(before.Header); m != "" {
			same, small := measured(c.ind, m)
			if c.layout.Small = c.layout.Small || small; !same && !small {
				c.refused = t.fault("import.other_measure", c, "measure", c.ind.Measure, "found", m)
			}
		}
		return nil
	}
	switch given.Role {
	case OfIndicator:
		return indicator(given.Key)
	case OfUnit:
		if given.Key != "" && !t.reader.isKey(given.Key) {
			return bad("import.layout_unit_column", given.Key)
		}
		if given.Under != "" {
			return indicator(given.Under)
		}
	case OfDay:
		if c.date, c.badDate, _ = looksDated(*c.cell); given.Day != 0 && (c.badDate != nil || c.date.day != given.Day) {
			c.date, c.badDate = sheetDate{day: given.Day, text: c.layout.Header}, nil
		} else if len(c.over) > 0 && c.badDate == nil {
			c.date = underMonth(c.date, c.over[len(c.over)-1].cell.Shown())
		}
		if given.Day < 0 || given.Day > 31 {
			return bad("import.layout_column", c.layout.Header)
		}
		if given.Under != "" {
			return indicator(given.Under)
		}
	case Ignored:
		c.layout.Key, c.layout.Under = "", ""
		switch {
		case exact || t.firstIn(i) == nil:
		case t.page.HiddenColumns[i+1]:
			c.left = fault.New("import.left_hidden_column")
		default:
			c.left = fault.New("import.left_chosen")
		}
	case UnitNames, Counties, Dates, Months, IndicatorList, ValueList:
	default:
		return bad("import.layout_role", string(given.Role))
	}
	return nil
}

// regroup finds a table's columns again by their roles.
func (t *table) regroup() error {
	t.date, t.month, t.list, t.value, t.units, t.counties, t.byData = -1, -1, -1, -1, nil, nil, false
	seen := map[taken]bool{}
	one := map[Role]*int{Dates: &t.date, Months: &t.month, IndicatorList: &t.list, ValueList: &t.value}
	for i := range t.columns {
		c := &t.columns[i]
		switch c.layout.Role {
		case UnitNames:
			if n := len(t.units); n > 0 && !slices.ContainsFunc(t.columns[t.units[n-1]:i], func(c column) bool { return c.layout.Role == OfIndicator || c.layout.Role == ValueList }) {
				return fault.New("import.layout_units", "sheet", t.page.Name, "first", columnName(t.units[n-1]), "second", columnName(i))
			}
			t.units = append(t.units, i)
		case Counties:
			t.counties = append(t.counties, i)
		case OfIndicator:
			key := taken{c.ind, t.governor(i), c.layout.Under, c.period()}
			if seen[key] && c.refused == nil {
				c.refused = t.fault("import.header_twice", c)
			}
			seen[key] = true
		default:
			at := one[c.layout.Role]
			if at != nil && *at >= 0 {
				return fault.New("import.layout_twice", "sheet", t.page.Name, "first", columnName(*at), "second", columnName(i))
			}
			if at != nil {
				*at = i
			}
		}
	}
	t.shape = t.shapeOf()
	return nil
}
