package app

import (
	"yueping/app/sheet"
)

// explanationSheet puts an explanation on paper: the rankings and 预警约谈 as sections, lines of one kind as
// tables, the others as they are. Nothing that ExplainLines says is left out.
func (w *Workspace) explanationSheet(e *Explained) sheet.Document {
	m := e.Month
	name := FullName(e.Name, e.County)
	lines := ExplainLines(w.text, e)[1:] // the first names unit, month and program, as the head does
	doc := sheet.Document{Title: w.text.T("explainsheet.title"), Mark: m.Mark(w.text), BodySize: 10.5, PageNumber: sheet.NumberOfTotal,
		Subtitle: []string{name, w.text.T("explainsheet.period", "program", m.Program.Name, "month", MonthWords(w.text, m.At))},
		Footer:   w.text.T("explainsheet.footer", "unit", name, "status", w.text.T("status."+string(m.Record.Status)), "time", w.clock().Format("2006-01-02 15:04")),
		Words:    sheet.Words{PageOf: w.pageWords().PageOf}}
	if doc.Mark != "" {
		lines = lines[1:] // the mark stands in a box on every page
	}
	doc.Subtitle = append(doc.Subtitle, lines[0].Text)
	doc.Sections = w.explanationSections(lines[1:])
	return doc
}

// explanationSections makes sections of lines: a line at the edge begins one, a table ends one.
func (w *Workspace) explanationSections(lines []ExplainLine) []sheet.Section {
	var sections []sheet.Section
	var now *sheet.Section
	begin := func(s sheet.Section) {
		sections = append(sections, s)
		now = &sections[len(sections)-1]
	}
	for i := 0; i < len(lines); i++ {
		l := lines[i]
		switch {
		case l.Level == 0:
			begin(sheet.Section{Heading: l.Text})
			continue
		case now == nil || len(now.Table.Columns) > 0:
			begin(sheet.Section{Follows: true})
		}
		if l.Table == "" {
			leads := i+1 < len(lines) && lines[i+1].Level > l.Level
			// A line that leads to a table is bold at any level: the table stands under it, not set in.
			strong := leads && (l.Level == 1 || lines[i+1].Table != "")
			now.Clauses = append(now.Clauses, sheet.Clause{Level: l.Level - 1, Strong: strong, Text: l.Text})
			continue
		}
		end := i
		for end < len(lines) && lines[end].Table == l.Table && lines[end].Level == l.Level {
			end++
		}
		now.Table, now.Notes = w.explanationTable(lines[i:end])
		i = end - 1
	}
	return sections
}

// sameOften are the columns whose words are long and mostly the same in all rows: then one note says them.
var sameOften = map[string]bool{"rounding": true, "reason": true, "file": true}

// explanationTable makes a table of lines of one kind, without the columns that are empty.
func (w *Workspace) explanationTable(lines []ExplainLine) (sheet.Table, []string) {
	kind := lines[0].Table
	titles := ExplainColumns(w.text, kind)
	table := sheet.Table{Rows: make([]sheet.Row, len(lines))}
	var notes []string
	for i, name := range explainColumns[kind] {
		empty, same := true, len(lines) > 1 && sameOften[name]
		for _, l := range lines {
			empty, same = empty && l.Cells[i] == "", same && l.Cells[i] == lines[0].Cells[i]
		}
		switch {
		case empty:
			continue
		case same:
			notes = append(notes, w.text.T("explainsheet.same", "column", titles[i], "value", lines[0].Cells[i]))
			continue
		}
		align := sheet.AlignCentre
		if kind == ExplainMonths && name == "places" || name == "indicator" {
			align = sheet.AlignLeft
		}
		table.Columns = append(table.Columns, sheet.Column{Title: titles[i], Align: align})
		for n, l := range lines {
			table.Rows[n].Cells = append(table.Rows[n].Cells, l.Cells[i])
		}
	}
	return table, notes
}
