package app

import (
	"yueping/app/workbook"
	"yueping/models"
	"yueping/models/fault"
)

// headerReader reads a table's header row.
type headerReader struct {
	table   *importTable
	program *models.Program
	days    bool // the program has values by day
	finder  headerFinder
	taken   map[*models.Indicator]bool
	left    []ImportRefusal
}

func (h *headerReader) read() error {
	t := h.table
	row := t.sheet.Rows[t.header]
	h.ends(row)
	for i, cell := range row {
		if i == t.unit {
			continue
		}
		if cell.Blank() {
			if at := t.firstIn(i); at != "" {
				return fault.New("import.no_header", "sheet", t.sheet.Name, "cell", cell.Name(), "below", at)
			}
			continue
		}
		if err := h.column(i, cell); err != nil {
			return err
		}
	}
	for _, below := range t.sheet.Rows[t.header+1:] {
		for i := len(row); i < len(below); i++ {
			if !below[i].Blank() {
				return fault.New("import.no_header", "sheet", t.sheet.Name, "cell", below[i].Name(), "below", below[i].Name())
			}
		}
	}
	if len(t.columns) == 0 {
		return fault.New("import.no_indicator", "sheet", t.sheet.Name, "allowed", indicatorNames(h.program))
	}
	return h.measures()
}

// ends finds what the columns stand for that are no values: the layout is theirs.
func (h *headerReader) ends(row []workbook.ReadCell) {
	t := h.table
	if is(row[0].Text, unitHeaders) {
		t.unit = 0
	}
	if !h.days {
		return
	}
	find := func(names []string, but ...int) int {
		for i, cell := range row {
			if is(cell.Shown(), names) && (len(but) == 0 || i != but[0]) {
				return i
			}
		}
		return -1
	}
	t.date = find(dateHeaders)
	for _, cell := range row {
		if _, _, isDay := looksDated(cell); isDay && t.date < 0 {
			t.days = true
		}
	}
	if t.across = h.finder.across(row); t.across {
		return
	}
	if !t.daily() {
		return
	}
	if t.days {
		t.indicator = find(indicatorHeaders)
	}
	for _, names := range [][]string{unitHeaders, dailyUnitHeaders, countyHeaders} {
		if t.unit < 0 {
			t.unit = find(names)
		}
	}
}

func (h *headerReader) column(i int, cell workbook.ReadCell) error {
	t := h.table
	text := cell.Shown()
	if i == t.date || i == t.indicator {
		return nil
	}
	if t.county < 0 && is(text, countyHeaders) {
		t.county = i
		return nil
	}
	if d, bad, isDay := looksDated(cell); t.days && isDay {
		t.columns[i] = importColumn{isDay: true, date: d, bad: bad}
		return nil
	}
	if t.across && !isCalculated(text) && !isTotal(text) {
		t.columns[i] = importColumn{isUnit: true}
		return nil
	}
	found := headerOf(h.program, text, t.daily())
	summed := (t.days || t.across) && isTotal(text)
	if found.indicator == nil || summed {
		if t.daily() && (isCalculated(text) || summed) {
			h.left = append(h.left, ImportRefusal{Sheet: t.sheet.Name, At: cell.Name(), Found: text, Reason: fault.New("import.left_calculated")})
			return nil
		}
		return h.refuse("import.unknown_header", cell, "allowed", indicatorNames(h.program))
	}
	return h.values(i, cell, found)
}

// values takes a column of an indicator's values.
func (h *headerReader) values(i int, cell workbook.ReadCell, found header) error {
	ind := found.indicator
	same, small := measured(ind, found.measure)
	switch {
	case ind.Derived():
		return h.refuse("import.derived_header", cell)
	case h.table.days:
		return h.refuse("import.header_among_days", cell)
	case h.table.daily() && !ind.Daily():
		return h.refuse("import.not_by_day_header", cell)
	case !same && !small:
		return h.refuse("import.other_measure", cell, "measure", ind.Measure, "found", found.measure)
	case h.taken[ind]:
		return h.refuse("import.header_twice", cell)
	}
	h.taken[ind] = true
	h.table.columns[i] = importColumn{indicator: ind, small: small}
	return nil
}

// measures takes a second header row that holds nothing but units of measure.
func (h *headerReader) measures() error {
	t := h.table
	if t.first >= len(t.sheet.Rows) || t.days || t.across {
		return nil
	}
	row := t.sheet.Rows[t.first]
	found := map[int]string{}
	for i, cell := range row {
		measure := measureAlone(h.program, cell.Shown())
		if !cell.Blank() && (measure == "" || t.columns[i].indicator == nil) {
			return nil
		}
		found[i] = measure
	}
	for i, measure := range found {
		c := t.columns[i]
		if c.indicator == nil || measure == "" {
			continue
		}
		same, small := measured(c.indicator, measure)
		if !same && !small {
			return h.refuse("import.other_measure", row[i], "measure", c.indicator.Measure, "found", measure)
		}
		c.small = c.small || small
		t.columns[i] = c
		t.first = t.header + 2
	}
	return nil
}

func (h *headerReader) refuse(code string, cell workbook.ReadCell, pairs ...any) error {
	return fault.New(code, append([]any{"sheet", h.table.sheet.Name, "cell", cell.Name(), "header", cell.Shown()}, pairs...)...)
}
