package app

import (
	"cmp"
	"slices"

	"yueping/app/text"
	"yueping/app/workbook"
	"yueping/models"
	"yueping/models/number"
)

// remarkHeader is the header of the sheet 备注与来源, one of remarkHeaders. 单位 in the first column would make it
// a data sheet.
func remarkHeader(t *text.Book) []string {
	return []string{t.T("export.number"), t.T("column.unit"), t.T("column.county"), t.T("daily.indicator"), t.T("daily.date"), t.T("export.source"), t.T("export.note")}
}

// remarkSheets is what is noted beside the values of the month and of its days; none where there is nothing.
func (w *Workspace) remarkSheets(m *Month) []workbook.Sheet {
	annotations := m.annotated()
	if len(annotations) == 0 {
		return nil
	}
	s := w.exportSheet(m, w.text.T("export.remarks"))
	s.Landscape, s.Frozen = true, 2
	for i, title := range remarkHeader(w.text) {
		s.Columns = append(s.Columns, workbook.Column{Title: title, Text: i > 0, Centred: i == 0})
	}
	roster := m.Table.Roster
	for i, a := range annotations {
		row := []workbook.Cell{workbook.Figure(number.FromInt(int64(i + 1)))}
		for _, words := range []string{roster.Name(a.Unit), roster.County(a.Unit), m.Program.Indicator(a.Indicator).Name, a.Period.String(), a.Source, a.Note} {
			row = append(row, workbook.Words(words))
		}
		s.Rows = append(s.Rows, row)
	}
	return []workbook.Sheet{s}
}

// annotated gives what is noted beside cells that are kept, in the order of units, indicators and days.
func (m *Month) annotated() []models.Annotation {
	var list []models.Annotation
	for _, a := range m.Annotations {
		i := m.Program.Indicator(a.Indicator)
		if !a.Blank() && i != nil && KeptIn(m.Table.Roster, i, a.Unit, a.Period) == nil {
			list = append(list, a)
		}
	}
	units := make(map[string]int, len(m.Table.Units))
	for n, u := range m.Table.Units {
		units[u.Key] = n
	}
	indicators := make(map[string]int, len(m.Program.Indicators))
	for n := range m.Program.Indicators {
		indicators[m.Program.Indicators[n].Key] = n
	}
	slices.SortFunc(list, func(a, b models.Annotation) int {
		return cmp.Or(cmp.Compare(units[a.Unit], units[b.Unit]), cmp.Compare(indicators[a.Indicator], indicators[b.Indicator]), cmp.Compare(a.Period.Day, b.Period.Day))
	})
	return list
}
