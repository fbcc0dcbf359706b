package app

import (
	"slices"
	"strings"

	"yueping/app/workbook"
)

// monthSheet is the ranking of a month, its groups under each other.
func (y *year) monthSheet(m *yearMonth) (workbook.Sheet, error) {
	title, err := y.w.sheetTitle(m.Month, m.Ranking)
	if err != nil {
		return workbook.Sheet{}, err
	}
	var names []string
	var parts []workbook.Sheet
	for i, s := range y.w.rankingSheets(m.Month, title, CompareLineups(y.w.text, m.Compared)) {
		g := &m.Ranking.Groups[i]
		if len(g.Rows)+len(g.Excluded) > 0 {
			y.w.markSides(&s, g)
			names, parts = append(names, g.Group.Name), append(parts, s)
		}
	}
	s := y.sheet(y.w.text.T("month.number", "month", m.Month.At.Number()))
	s.Title, s.Mark, s.Footer = strings.ReplaceAll(title, "\n", ""), m.Month.Mark(y.w.text), y.w.rankingFooter(m.Month, m.Ranking)
	if len(parts) == 1 {
		s.Columns, s.Rows, s.Notes = parts[0].Columns, parts[0].Rows, parts[0].Notes
	} else {
		y.stack(&s, names, parts)
	}
	s.Landscape = len(s.Columns) > manyColumns
	return s, nil
}

// stack puts the tables of groups under each other, the name of the group in front. Columns of one title are
// one column; what a group has not is blank.
func (y *year) stack(s *workbook.Sheet, names []string, parts []workbook.Sheet) {
	s.Columns = []workbook.Column{{Title: y.w.text.T("column.group"), Text: true}}
	places := make([][]int, len(parts))
	for _, part := range parts {
		next := 1
		for _, c := range part.Columns {
			if at := columnOf(s.Columns, c.Title); at > 0 {
				next = at + 1
				continue
			}
			s.Columns = slices.Insert(s.Columns, next, c)
			next++
		}
	}
	for i, part := range parts {
		for _, c := range part.Columns {
			places[i] = append(places[i], columnOf(s.Columns, c.Title))
		}
		for _, cells := range part.Rows {
			row := make([]workbook.Cell, len(s.Columns))
			for k := range row {
				row[k].Mark = cells[0].Mark
			}
			row[0].Text = names[i]
			for k, c := range cells {
				row[places[i][k]] = c
			}
			s.Rows = append(s.Rows, row)
		}
		s.Notes = y.noted(s.Notes, names[i], part.Notes, parts)
	}
}

func columnOf(columns []workbook.Column, title string) int {
	return slices.IndexFunc(columns, func(c workbook.Column) bool { return c.Title == title })
}

// noted adds the notes of a group: with its name, unless all groups have the same one.
func (y *year) noted(notes []string, name string, own []string, parts []workbook.Sheet) []string {
	for _, note := range own {
		shared := !slices.ContainsFunc(parts, func(p workbook.Sheet) bool { return !slices.Contains(p.Notes, note) })
		if !shared {
			note = y.w.text.T("year.group_note", "group", name, "note", note)
		}
		if !slices.Contains(notes, note) {
			notes = append(notes, note)
		}
	}
	return notes
}
