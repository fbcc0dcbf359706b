package intake

import (
	"slices"
	"strings"

	"yueping/app/workbook"
	"yueping/models/fault"
	"yueping/models/number"
)

// row takes a row by its unit's key; false where it is not read.
func (r *templateReader) row(index int) bool {
	row := r.sheet.Rows[index]
	if !slices.ContainsFunc(row, func(c workbook.ReadCell) bool { return !c.Blank() }) {
		return false
	}
	key, name, county := r.text(index, r.key), r.text(index, r.unit), r.text(index, r.county)
	n := slices.IndexFunc(r.table.Units, func(u TemplateUnit) bool { return u.Key == key })
	if key == "" || n < 0 {
		return r.strangeRow(index)
	}
	u := r.table.Units[n]
	switch {
	case squeezed(name) != squeezed(u.Name):
		r.refuse(index, max(r.unit, 0), fault.New("template.unit", "found", name, "name", u.Name))
	case r.county >= 0 && squeezed(county) != squeezed(u.County):
		r.refuse(index, r.county, fault.New("template.unit", "found", county, "name", u.County))
	case !r.now.Has(u.Key):
		if filled := r.filled(index); filled >= 0 {
			r.refuse(index, filled, fault.New("template.unit_gone", "name", u.Name, "program", r.template.Keys.ProgramName, "month", r.template.Keys.Month.String()))
		}
	default:
		return r.take(index, u)
	}
	return false
}

// strangeRow is one without a unit's key: a note, or values of nobody.
func (r *templateReader) strangeRow(index int) bool {
	for column, cell := range r.sheet.Rows[index] {
		if slices.Contains(r.table.Notes, strings.TrimSpace(cell.Text)) {
			return false
		}
		if !cell.Blank() {
			if filled := r.filled(index); filled >= 0 {
				r.refuse(index, filled, fault.New("template.row"))
			} else {
				r.template.Left = append(r.template.Left, r.remark(index, column, fault.New("template.left_row")))
			}
			return false
		}
	}
	return false
}

// filled is the first column of an indicator in which something stands, -1 for none.
func (r *templateReader) filled(index int) int {
	for column, cell := range r.sheet.Rows[index] {
		if r.indicators[column] != "" && !cell.Blank() {
			return column
		}
	}
	return -1
}

// take copies a row without its key, and puts the word for what it leaves blank into those cells; false
// for a unit that nothing but its key tells from another.
func (r *templateReader) take(index int, u TemplateUnit) bool {
	written := QuestionKey(r.text(index, r.county), r.text(index, r.unit))
	if other := r.template.Layout.Units[written]; other != "" && other != u.Key {
		r.refuse(index, r.unit, fault.New("unit.ambiguous", "name", u.Name, "candidates", other+"、"+u.Key))
		return false
	}
	r.template.Layout.Units[written] = u.Key
	row := slices.Clone(r.sheet.Rows[index])
	row[r.key] = emptied(row[r.key])
	r.copied.Rows[index] = row
	r.layout.Last = index + 1
	for column := range row {
		if r.indicators[column] != "" {
			row[column].Text = r.word(row[column].Text)
		}
	}
	word := r.text(index, r.rest)
	if word == "" {
		return true
	}
	rest := r.word(word)
	if rest != noDataWord && rest != notAssessedWord {
		r.refuse(index, r.rest, fault.New("template.rest", "found", word, "words", strings.Join(r.template.Keys.Words[:], "、")))
		return true
	}
	for column, key := range r.indicators {
		if !r.now.Keeps(u.Key, key) {
			continue
		}
		for len(row) <= column {
			row = append(row, workbook.ReadCell{Column: int32(len(row) + 1), Row: int32(index + 1)})
		}
		if row[column].Blank() {
			row[column] = workbook.ReadCell{Column: int32(column + 1), Row: int32(index + 1), Text: rest}
		}
	}
	r.copied.Rows[index] = row
	return true
}

// The words of the states as every table is read.
const (
	noDataWord      = "无数据"
	notAssessedWord = "不参评"
)

// word gives a template's own word for a state as every table is read, another text as it is.
func (r *templateReader) word(text string) string {
	switch squeezed(text) {
	case "":
		return text
	case squeezed(r.template.Keys.Words[0]):
		return noDataWord
	case squeezed(r.template.Keys.Words[1]):
		return notAssessedWord
	}
	return text
}

// stranger refuses a column that is none of the template's where its cells look like values, and leaves
// it otherwise.
func (r *templateReader) stranger(column int) {
	header := r.text(r.header, column)
	any, values := header != "", false
	for _, row := range r.copied.Rows[r.header+1:] {
		if column >= len(row) || row[column].Blank() {
			continue
		}
		any = true
		word := r.word(row[column].Text)
		values = values || row[column].Number != nil || word == noDataWord || word == notAssessedWord || looksLikeNumber(word)
	}
	if !any {
		return
	}
	at := r.remark(r.header, column, fault.New("template.left_stranger", "header", header))
	at.Row = 0
	if values {
		at.Reason = fault.New("template.column", "header", header)
		r.template.Refused = append(r.template.Refused, at)
		return
	}
	r.template.Left = append(r.template.Left, at)
}

func looksLikeNumber(text string) bool {
	_, err := number.Read(text, number.Format{Decimals: number.MaxDigits})
	return err == nil
}

func (r *templateReader) refuse(index, column int, reason *fault.Fault) {
	r.template.Refused = append(r.template.Refused, r.remark(index, column, reason))
}

func (r *templateReader) remark(index, column int, reason *fault.Fault) TemplateRemark {
	result := TemplateRemark{Sheet: r.sheet.Name, Row: index + 1, Reason: reason}
	if row := r.sheet.Rows[index]; column < len(row) {
		result.At, result.Found = row[column].Name(), row[column].Shown()
	}
	return result
}

// text is what stands in a cell, "" where there is none.
func (r *templateReader) text(index, column int) string {
	if row := r.sheet.Rows[index]; column >= 0 && column < len(row) {
		return strings.TrimSpace(row[column].Shown())
	}
	return ""
}

func emptied(cell workbook.ReadCell) workbook.ReadCell {
	return workbook.ReadCell{Column: cell.Column, Row: cell.Row}
}

// squeezed drops the spaces and line breaks that a cell is laid out with.
func squeezed(s string) string { return strings.Join(strings.Fields(s), "") }
