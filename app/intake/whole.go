package intake

import (
	"slices"
	"strings"

	"golang.org/x/text/width"

	"yueping/app/workbook"
	"yueping/models"
	"yueping/models/fault"
)

// whole is what holds for a table as a whole, from its sheet's name and its title, or for a whole column
// from its header.
type whole struct {
	unit      *models.Unit
	indicator *models.Indicator
	small     bool
	units     map[int]*models.Unit // of columns, nil where a column is not read
}

// sheetIndicator is an indicator with what was written of its unit of measure.
type sheetIndicator struct {
	indicator *models.Indicator
	small     bool
}

// whole finds the unit and the indicator of a table that has no column of them; false, and a refusal at
// its header, where it cannot.
func (r *sheetReader) whole(t *table, s *SheetLayout) (whole, bool) {
	w := whole{units: r.columnUnits(t, s)}
	title := t.title + t.captions()
	if t.needsUnit() {
		u, bad := r.givenUnit(s)
		if u == nil && bad == nil {
			u, bad = r.titleUnit(t.page.Name, title)
		}
		if bad != nil {
			r.refuseTable(t, bad)
			return w, false
		}
		w.unit, s.Unit = u, u.Key
	}
	if t.needsIndicator() {
		found, bad := r.givenIndicator(t, s)
		if found.indicator == nil && bad == nil {
			found, bad = r.titleIndicator(t, t.page.Name, title)
		}
		if bad != nil {
			if !slices.ContainsFunc(t.columns, func(c column) bool { return c.refused != nil && c.refused.Code == "import.header_among_days" }) {
				r.refuseTable(t, bad)
			}
			return w, false
		}
		w.indicator, w.small, s.Indicator = found.indicator, found.small, found.indicator.Key
	}
	return w, true
}

func (r *sheetReader) refuseTable(t *table, bad *fault.Fault) {
	head := blankCell(1, max(t.first-1, 1))
	if cells := rowAt(t.page.ReadSheet, t.first-1); len(cells) > 0 {
		head = &cells[0]
	}
	r.result.Refused = append(r.result.Refused, Refusal{Sheet: t.page.Name, At: head.Name(), Found: head.Shown(), Reason: bad.With("sheet", t.page.Name)})
}

// captions are the texts over a table's columns, which belong to its title.
func (t *table) captions() string {
	var b strings.Builder
	seen := map[*workbook.ReadCell]bool{}
	for _, c := range t.columns {
		for _, o := range c.over {
			if !seen[o.cell] {
				seen[o.cell] = true
				b.WriteString(o.cell.Shown() + " ")
			}
		}
	}
	return b.String()
}

// needsUnit reports whether a column of values has no unit but one that the title may name.
func (t *table) needsUnit() bool {
	return len(t.units) == 0 && slices.ContainsFunc(t.columns, func(c column) bool {
		return c.layout.Role == OfIndicator && c.layout.Under == "" || c.layout.Role == ValueList || c.layout.Role == OfDay
	})
}

// needsIndicator reports whether a column of values has no indicator but one that the title may name.
func (t *table) needsIndicator() bool {
	return t.list < 0 && slices.ContainsFunc(t.columns, func(c column) bool {
		return c.ind == nil && (c.layout.Role == OfUnit || c.layout.Role == ValueList || c.layout.Role == OfDay)
	})
}

func (r *sheetReader) givenUnit(s *SheetLayout) (*models.Unit, *fault.Fault) {
	if s.Unit == "" {
		return nil, nil
	}
	f := r.answered(s.Unit, s.Unit)
	return f.unit, f.bad
}

func (r *sheetReader) givenIndicator(t *table, s *SheetLayout) (sheetIndicator, *fault.Fault) {
	if s.Indicator == "" {
		return sheetIndicator{}, nil
	}
	ind := r.Program.Indicator(s.Indicator)
	if ind == nil || ind.Derived() {
		return sheetIndicator{}, fault.New("import.layout_key", "sheet", s.Sheet, "column", "", "found", s.Indicator)
	}
	return r.suits(t, ind, s.Indicator, measureIn(t.title+t.captions()))
}

// rowIndicator reads a row's cell in the column of indicators; false where there is none to go on with.
func (r *sheetReader) rowIndicator(t *table, cells []workbook.ReadCell, u *models.Unit) (sheetIndicator, bool) {
	listed := spanned(cells, t.list)
	shown := strings.TrimSpace(listed.Shown())
	known := r.means(shown)
	h := known.header
	if known.meaning != ofOne && t.daily() {
		h = r.dailyHeader(shown)
	}
	switch {
	case h.indicator == nil && (known.meaning == calculated || known.meaning == noValue || known.meaning == otherMonth),
		known.meaning == calculated && t.daily(), h.indicator != nil && h.indicator.Derived():
		r.leave(t, orFirst(listed, cells), fault.New("import.left_calculated"))
		return sheetIndicator{}, false
	case h.indicator == nil && known.meaning == total:
		r.leave(t, orFirst(listed, cells), fault.New("import.left_total"))
		return sheetIndicator{}, false
	case h.indicator == nil && t.daily():
		r.refuse(t, orFirst(listed, cells), u, fault.New("import.unknown_listed", "text", shown, "allowed", r.dailyNames()))
		return sheetIndicator{}, false
	case h.indicator == nil:
		r.refuse(t, orFirst(listed, cells), u, fault.New("import.unknown_indicator", "text", shown, "allowed", indicatorNames(r.Program)))
		return sheetIndicator{}, false
	}
	found, bad := r.suits(t, h.indicator, shown, h.measure)
	if bad != nil {
		r.refuse(t, orFirst(listed, cells), u, bad)
	}
	return found, bad == nil
}

// suits checks that an indicator takes a table's values in the measure that is written.
func (r *sheetReader) suits(t *table, ind *models.Indicator, text, measure string) (sheetIndicator, *fault.Fault) {
	same, small := measured(ind, measure)
	switch {
	case t.daily() && !ind.Daily():
		return sheetIndicator{}, fault.New("indicator.not_by_day", "indicator", ind.Name)
	case !same && !small:
		return sheetIndicator{}, fault.New("import.other_measure", "header", text, "measure", ind.Measure, "found", measure)
	}
	return sheetIndicator{ind, small}, nil
}

// titleIndicator finds the one indicator that a sheet's name and title speak of. Faults:
// import.sheet_indicator, import.sheet_indicators, import.other_measure.
func (r *sheetReader) titleIndicator(t *table, sheet, title string) (sheetIndicator, *fault.Fault) {
	text := plain(titleDates.ReplaceAllString(width.Narrow.String(sheet+"|"+title), "|"))
	measure := measureIn(text)
	for _, m := range measures {
		text = strings.ReplaceAll(text, m, "|")
	}
	found := mentioned(r.Program, text)
	allowed := indicatorNames(r.Program)
	if t.daily() {
		allowed = r.dailyNames()
	}
	switch {
	case len(found) == 0:
		return sheetIndicator{}, fault.New("import.sheet_indicator", "allowed", allowed)
	case len(found) > 1:
		return sheetIndicator{}, fault.New("import.sheet_indicators", "indicators", strings.Join(found, "、"))
	}
	ind := r.Program.Indicator(found[0])
	if ind == nil || ind.Derived() {
		return sheetIndicator{}, fault.New("import.unknown_listed", "text", found[0], "allowed", allowed)
	}
	return r.suits(t, ind, strings.TrimSpace(sheet+" "+title), measure)
}

func (r *sheetReader) dailyNames() string {
	var names []string
	for _, ind := range r.Program.DailyIndicators(r.At) {
		names = append(names, ind.Name)
	}
	return strings.Join(names, "、")
}
