package app

import (
	"context"
	"strings"

	"yueping/app/sheet"
	"yueping/models"
	"yueping/models/fault"
	"yueping/models/month"
)

// WriteBoard writes the board of a program's month as PDF. Faults are those of BoardPages and WriteFile.
func (w *Workspace) WriteBoard(ctx context.Context, program string, at month.Month, filter BoardFilter, path string) error {
	pages, err := w.BoardPages(ctx, program, at, filter)
	if err != nil {
		return err
	}
	return pages.Save(path)
}

// BoardPages lays the board of a program's month out on A4 landscape: a row a unit (a row a list, where
// several are for it), a column a month. Faults: board.no_rules, board.nobody where nobody meets the filter.
func (w *Workspace) BoardPages(ctx context.Context, program string, at month.Month, filter BoardFilter) (*Printable, error) {
	b, err := w.Board(ctx, program, at)
	if err != nil {
		return nil, err
	}
	lines := w.BoardLines(b, filter)
	switch m := b.Month; {
	case len(m.Program.Rules) == 0:
		return nil, fault.New("board.no_rules", "program", m.Program.Name)
	case len(lines) == 0:
		return nil, fault.New("board.nobody", "program", m.Program.Name, "month", at.String())
	}
	fonts, err := sheet.Embedded()
	if err != nil {
		return nil, err
	}
	title := w.text.T("boardsheet.title", "city", b.Month.City(), "program", b.Month.Program.Name, "month", MonthWords(w.text, at))
	doc := sheet.Document{Paper: sheet.Paper{Landscape: true}, Title: title, Subtitle: []string{w.BoardSpan(b)}, Mark: b.Month.Mark(w.text), Footer: w.footer(b.Month),
		Sections: boardTables(lines), Notes: w.BoardNotes(b)}
	pages, err := sheet.Layout(doc, fonts)
	if err != nil {
		return nil, err
	}
	return w.printable(title, pages, fonts), nil
}

// The least widths of a board's columns of words and of places in mm.
const (
	boardWords = 22
	boardPlace = 10.5
)

// boardTables puts the sections of a board on paper.
func boardTables(lines []BoardSection) []sheet.Section {
	var sections []sheet.Section
	for _, l := range lines {
		section := sheet.Section{Heading: l.Heading}
		for _, c := range l.Columns {
			column := sheet.Column{Title: c.Title, Align: sheet.AlignCentre, Min: boardPlace}
			if c.Words {
				column.Align, column.Min = sheet.AlignLeft, boardWords
			}
			section.Table.Columns = append(section.Table.Columns, column)
		}
		for i, cells := range l.Rows {
			row := sheet.Row{Cells: cells}
			if l.Earned[i] {
				row.Emphasis = sheet.Shaded
			}
			section.Table.Rows = append(section.Table.Rows, row)
		}
		sections = append(sections, section)
	}
	return sections
}

// BoardNotes explain the signs, and name the records whose notice a correction took away.
func (w *Workspace) BoardNotes(b *Board) []string {
	var lists []string
	for _, l := range b.Lists {
		lists = append(lists, "“"+l.Scheme.Name+" "+l.Name+"”")
	}
	notes := []string{w.text.T("boardsheet.legend", "lists", strings.Join(lists, "、")), w.text.T("boardsheet.next_note")}
	if len(b.Orphans) > 0 {
		var units []string
		for _, f := range b.Orphans {
			units = append(units, w.text.T("boardsheet.orphan", "unit", b.Month.unitName(f.Unit), "rule", b.ruleWords(f), "stage", FollowUpWords(w.text, f)))
		}
		notes = append(notes, w.text.T("boardsheet.orphans", "units", strings.Join(units, "、")))
	}
	return notes
}

// ruleWords says what a record is of in the words of its rule, its key where the program has it no more.
func (b *Board) ruleWords(f models.FollowUp) string {
	for i := range b.Month.Program.Rules {
		if r := &b.Month.Program.Rules[i]; r.Key == f.Rule {
			if terms, holds := r.Versions.At(f.Month); holds && !terms.Ended {
				return terms.Action + terms.Addressee
			}
		}
	}
	return f.Rule
}
