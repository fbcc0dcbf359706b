package intake

import (
	"encoding/json"
	"maps"
	"slices"

	"yueping/app/workbook"
	"yueping/models"
)

// Recall puts what is remembered of a fingerprint in place of what was guessed, for every sheet whose
// header is the same. What the program no longer knows is left to the guess. The texts of memories are
// those that Remember made.
func Recall(book *workbook.Read, guess Layout, memories map[string]string, p *models.Program, register *models.Register) Layout {
	result := guess
	result.Sheets = slices.Clone(guess.Sheets)
	r := newReader(p, register)
	for i := range result.Sheets {
		s := &result.Sheets[i]
		var m remembered
		if text, ok := memories[s.Fingerprint]; !ok || json.Unmarshal([]byte(text), &m) != nil {
			continue
		}
		if recalled, ok := r.recall(newPage(findSheet(book, s.Sheet)), *s, result.titleTop(i), m); ok {
			result.Sheets[i] = recalled
			result.take(m, p, register)
		}
	}
	result.weigh()
	return result
}

// take adds what is remembered beyond a sheet's columns.
func (l *Layout) take(m remembered, p *models.Program, register *models.Register) {
	l.From = Remembered
	if l.Dash == "" && slices.Contains(Dashes, m.Dash) {
		l.Dash = m.Dash
	}
	units := map[string]string{}
	for key, unit := range m.Units {
		if unit == "" || register.Unit(unit) != nil {
			units[key] = unit
		}
	}
	maps.Copy(units, l.Units)
	l.Units = units
	for _, key := range m.Thousandths {
		if p.Indicator(key) != nil && !slices.Contains(l.Thousandths, key) {
			l.Thousandths = append(l.Thousandths, key)
		}
	}
}

// recall gives a sheet's layout as it is remembered; false where its header has other columns.
func (r *reader) recall(p *page, s SheetLayout, top int, m remembered) (SheetLayout, bool) {
	if m.Off {
		s.Off = true
		return s, true
	}
	header, ok := p.locate(s.Header, m)
	if !ok {
		return s, false
	}
	given := s
	given.Off, given.Header, given.First, given.Shape, given.Columns = false, header, header+m.Depth, m.Shape, nil
	if given.Last < given.First {
		given.Last = 0
	}
	roles := map[string][]rememberedColumn{}
	for _, c := range m.Columns {
		roles[c.Header] = append(roles[c.Header], c)
	}
	for i, h := range newBlock(p.ReadSheet, header, header+m.Depth-1).heads() {
		mark := headerMark(h.text())
		if known := roles[mark]; len(known) > 0 {
			roles[mark] = known[1:]
			given.Columns = append(given.Columns, ColumnLayout{Column: i + 1, Header: h.text(), Role: known[0].Role, Key: known[0].Key, Under: known[0].Under, Small: known[0].Small})
		}
	}
	recalled, err := r.correct(p, given, top, false)
	if err != nil {
		return s, false
	}
	if !slices.ContainsFunc(recalled.Columns, func(c ColumnLayout) bool { return c.Role == Unclear }) {
		recalled.Doubts, recalled.Confidence = nil, 100
	}
	return recalled, true
}

// locate finds the row at which a remembered header begins: where one was guessed, or elsewhere.
func (p *page) locate(guessed int, m remembered) (int, bool) {
	if m.Depth < 1 || m.Depth > 2*headerDepth {
		return 0, false
	}
	fits := func(row int) bool {
		if row < 1 || row+m.Depth-1 > len(p.Rows) {
			return false
		}
		there := map[string]int{}
		for _, h := range newBlock(p.ReadSheet, row, row+m.Depth-1).heads() {
			there[headerMark(h.text())]++
		}
		for _, c := range m.Columns {
			if there[c.Header]--; there[c.Header] < 0 {
				return false
			}
		}
		return true
	}
	if fits(guessed) {
		return guessed, true
	}
	for row := 1; row <= headerRows; row++ {
		if fits(row) {
			return row, true
		}
	}
	return 0, false
}
