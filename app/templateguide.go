package app

import (
	"strconv"

	"yueping/app/text"
	"yueping/app/workbook"
	"yueping/models"
)

// guideLines are the explanations, in their order.
var guideLines = []string{"template.guide_cells", "template.guide_zero", "template.guide_states", "template.guide_rest", "template.guide_last",
	"template.guide_locked", "template.guide_deadline"}

// guide explains how a template is filled in: what each indicator takes, and the rules for all.
func (t *templateMaker) guide(indicators []*models.Indicator) workbook.Sheet {
	book, m := t.w.text, t.m
	s := workbook.Sheet{Name: book.T("template.guide"), Title: book.T("template.guide_title", "program", m.Program.Name, "month", MonthWords(book, m.At))}
	for _, title := range []string{"template.guide_indicator", "template.guide_measure", "template.guide_takes"} {
		s.Columns = append(s.Columns, workbook.Column{Title: book.T(title), Text: true})
	}
	for _, ind := range indicators {
		s.Rows = append(s.Rows, []workbook.Cell{workbook.Words(ind.Name), workbook.Words(ind.Measure), workbook.Words(takes(book, ind))})
	}
	for i, key := range guideLines {
		s.Notes = append(s.Notes, strconv.Itoa(i+1)+". "+book.T(key, "last", MonthWords(book, m.At-1)))
	}
	return s
}

// notes stand under a table.
func (t *templateMaker) notes(last bool) []string {
	notes := []string{t.w.text.T("template.note")}
	if last {
		notes[0] = t.w.text.T("template.note_last", "last", MonthWords(t.w.text, t.m.At-1))
	}
	return append(notes, t.w.text.T("template.signed"))
}

// entry is what an indicator's cells take.
func entry(t *text.Book, ind *models.Indicator) *workbook.Entry {
	e := &workbook.Entry{Places: ind.Places(), Below: ind.Thousandfold, Title: ind.Name, Words: []string{StateWord(t, models.NoData), StateWord(t, models.NotAssessed)}}
	e.Least, e.Most = ind.Bounds()
	pairs := []any{"indicator", ind.Name, "takes", takes(t, ind), "nodata", e.Words[0], "notassessed", e.Words[1]}
	e.Prompt, e.Error = t.T("template.prompt", pairs...), t.T("template.error", pairs...)
	return e
}

// takes says which numbers an indicator takes: 0至100%，最多2位小数.
func takes(t *text.Book, ind *models.Indicator) string {
	least, most := ind.Bounds()
	key, pairs := "template.any", []any{"decimals", ind.Decimals, "percent", ind.Percent}
	switch {
	case least != nil && most != nil:
		key, pairs = "template.between", append(pairs, "min", ind.Shown(*least), "max", ind.Shown(*most))
	case least != nil:
		key, pairs = "template.least", append(pairs, "min", ind.Shown(*least))
	case most != nil:
		key, pairs = "template.most", append(pairs, "max", ind.Shown(*most))
	}
	words := t.T(key, pairs...)
	if ind.Thousandfold != nil {
		words += t.T("template.below", "most", ind.Shown(*ind.Thousandfold))
	}
	return words + t.T("template.places", pairs...)
}
