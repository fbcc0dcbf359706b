package intake

import (
	"slices"
	"strings"

	"yueping/app/workbook"
	"yueping/models"
	"yueping/models/fault"
	"yueping/models/month"
)

// Guess says what stands where in a workbook, as far as its sheets tell.
func Guess(book *workbook.Read, p *models.Program, register *models.Register) Layout {
	r := newReader(p, register)
	layout := Layout{From: Guessed}
	for i := range book.Sheets {
		layout.Sheets = append(layout.Sheets, r.guess(&book.Sheets[i])...)
	}
	layout.leaveDerived()
	layout.weigh()
	return layout
}

// leaveDerived switches off the sheets of nothing but calculated figures, where another sheet is read.
func (l *Layout) leaveDerived() {
	calculated := func(s *SheetLayout) bool {
		refused := 0
		for _, c := range s.Columns {
			switch c.Role {
			case OfIndicator, OfUnit, OfDay, ValueList:
				return false
			case Unclear:
				refused++
			}
		}
		return refused > 0 && refused == len(s.Doubts) && !slices.ContainsFunc(s.Doubts, func(d *fault.Fault) bool { return d.Code != "import.derived_header" })
	}
	if !slices.ContainsFunc(l.Sheets, func(s SheetLayout) bool { return !s.Off && !calculated(&s) }) {
		return
	}
	for i := range l.Sheets {
		if s := &l.Sheets[i]; !s.Off && calculated(s) {
			s.Off = true
		}
	}
}

// weigh gives a layout the confidence of its least certain sheet.
func (l *Layout) weigh() {
	l.Confidence = 0
	for i := range l.Sheets {
		if s := &l.Sheets[i]; !s.Off && (l.Confidence == 0 || s.Confidence < l.Confidence) {
			l.Confidence = s.Confidence
		}
	}
}

// guess gives the layout of a sheet: one for each of its tables, or one that is off where it has none.
func (r *reader) guess(sheet *workbook.ReadSheet) []SheetLayout {
	p := newPage(sheet)
	if len(p.lastRow) == 0 {
		return nil
	}
	tables, how := r.tables(p)
	if len(tables) == 0 {
		return []SheetLayout{r.off(p, how)}
	}
	var result []SheetLayout
	for _, t := range tables {
		t.last = t.findLast()
		result = append(result, t.describe())
	}
	return result
}

// off is the layout of a sheet without a table. Its first rows stand for a header that nobody knows.
func (r *reader) off(p *page, how grade) SheetLayout {
	s := SheetLayout{Sheet: p.Name, Off: true}
	var texts []string
	for row := 1; row <= min(headerRows, len(p.Rows)); row++ {
		for _, cell := range rowAt(p.ReadSheet, row) {
			if cell.Number == nil && !cell.Blank() && len(texts) < 64 {
				texts = append(texts, cell.Text)
			}
		}
	}
	s.Fingerprint = fingerprint(texts)
	reason := fault.New("import.left_sheet", "sheet", p.Name, "rows", headerRows)
	if how == nearly {
		reason = fault.New("import.no_indicator", "sheet", p.Name, "allowed", indicatorNames(r.program))
	}
	s.Doubts = []*fault.Fault{reason}
	return s
}

// findLast is the last row of a table: the last with a unit that is known, or with a value that is no
// signature's.
func (t *table) findLast() int {
	for row := t.end(); row >= t.first; row-- {
		cells := rowAt(t.page.ReadSheet, row)
		if len(cells) == 0 {
			continue
		}
		if t.valued(cells) && !isNote(firstText(cells)) {
			return row
		}
		for _, u := range t.units {
			if cell := cellAt(cells, u); !cell.Blank() && t.reader.isUnit(cell.Shown()) {
				return row
			}
		}
	}
	return t.first - 1
}

// valued reports whether a row has content in a column of values.
func (t *table) valued(cells []workbook.ReadCell) bool {
	for i := range t.columns {
		if i >= len(cells) {
			break
		}
		if !cells[i].Blank() && (t.holds(i) || t.columns[i].refused != nil) {
			return true
		}
	}
	return false
}

// holds reports whether a column is one of values.
func (t *table) holds(i int) bool {
	switch t.columns[i].layout.Role {
	case OfIndicator, OfUnit, OfDay, ValueList:
		return true
	}
	return false
}

func firstText(cells []workbook.ReadCell) string {
	for i := range cells {
		if !cells[i].Blank() {
			return cells[i].Shown()
		}
	}
	return ""
}

// describe gives a table's layout.
func (t *table) describe() SheetLayout {
	s := SheetLayout{Sheet: t.page.Name, Shape: t.shape, Header: t.header, First: t.first, Last: t.last, Confidence: 100, Fingerprint: fingerprint(t.headTexts())}
	at, cell := t.monthSaid()
	s.Month, s.MonthAt = at.String(), cell
	for i := range t.columns {
		c := t.columns[i]
		if c.layout.Header == "" && c.layout.Role == Ignored && t.firstIn(i) == nil {
			continue
		}
		if t.holds(i) && t.page.HiddenColumns[i+1] {
			c.layout.Role, c.layout.Key, c.layout.Confidence = Ignored, "", 100
		}
		if c.refused != nil && c.layout.Role == Ignored {
			c.layout.Role, c.layout.Confidence = Unclear, 0
		}
		s.Columns = append(s.Columns, c.layout)
		if c.layout.Role != Ignored && c.layout.Role != Unclear {
			s.Confidence = min(s.Confidence, c.layout.Confidence)
		}
	}
	s.Doubts, s.Confidence = t.doubts(s.Confidence)
	return s
}

// doubts are what keeps a table from being certain, the gravest first.
func (t *table) doubts(confidence int) ([]*fault.Fault, int) {
	var doubts []*fault.Fault
	for _, c := range t.columns {
		if c.refused != nil {
			doubts = append(doubts, c.refused)
			confidence = min(confidence, 40)
		}
	}
	for _, u := range t.units {
		n := t.content(u)
		if n.filled > 0 && n.units*2 < n.filled {
			doubts = append(doubts, fault.New("import.doubt_units", "column", columnName(u), "known", n.units, "count", n.filled))
			confidence = min(confidence, 50)
		}
		if t.byData {
			doubts = append(doubts, fault.New("import.doubt_unit_column", "column", columnName(u)))
			confidence = min(confidence, 70)
		}
	}
	return doubts, confidence
}

func columnName(index int) string {
	return strings.TrimRight(workbook.ReadCell{Column: int32(index + 1), Row: 1}.Name(), "0123456789")
}

// monthSaid finds the month that stands above a table or over its columns, or else in the sheet's name,
// and where.
func (t *table) monthSaid() (month.Month, string) {
	var texts []string
	at := ""
	add := func(cell *workbook.ReadCell) {
		if cell.Blank() || saysMade(cell.Text) || ofSeveral(cell.Shown()) {
			return
		}
		texts = append(texts, cell.Shown())
		if at == "" && month.Find(cell.Shown()) != 0 {
			at = cell.Name()
		}
	}
	for row := max(t.titleTop, 1); row < t.header; row++ {
		cells := rowAt(t.page.ReadSheet, row)
		for i := range cells {
			add(&cells[i])
		}
	}
	if m := month.Find(strings.Join(texts, " ")); m != 0 {
		return m, at
	}
	if slices.ContainsFunc(titleTexts(t.page.ReadSheet, t.titleTop, t.header), ofSeveral) {
		return 0, ""
	}
	seen := map[*workbook.ReadCell]bool{}
	for _, c := range t.columns {
		for _, o := range c.over {
			if !seen[o.cell] {
				seen[o.cell] = true
				add(o.cell)
			}
		}
	}
	if m := month.Find(strings.Join(texts, " ")); m != 0 {
		return m, at
	}
	if m := month.Find(t.page.Name); m != 0 {
		return m, "sheet"
	}
	return 0, ""
}

// saysMade reports whether a text says when its table was made or sent.
func saysMade(text string) bool {
	return slices.ContainsFunc(madeAt, func(w string) bool { return strings.Contains(text, w) })
}

// madeAt are the words beside the day on which a table was made or sent.
var madeAt = []string{"填报日期", "填报时间", "制表", "打印", "报送", "上报日期", "上报时间", "导出", "生成时间", "印发"}
