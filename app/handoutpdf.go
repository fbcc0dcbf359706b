package app

import (
	"context"
	"slices"

	"yueping/app/bulletin"
	"yueping/app/sheet"
	"yueping/models/fault"
)

// RankingPages lays a ranking sheet out. Faults are those of RankMonth, FormatTables and sheet.Layout.
func (w *Workspace) RankingPages(ctx context.Context, h Handout) (*Printable, error) {
	if h.Layout != "" {
		f, err := w.FormatTables(ctx, h)
		if err != nil {
			return nil, err
		}
		return w.FormatPages(f)
	}
	c, title, lineups, err := w.ranked(ctx, h)
	if err != nil {
		return nil, err
	}
	fonts, err := sheet.Embedded()
	if err != nil {
		return nil, err
	}
	pages, err := layOut(w.rankingDocument(c, title, lineups), lineups, fonts)
	if err != nil {
		return nil, err
	}
	return w.printable(title, pages, fonts), nil
}

// rankingDocument is a ranking as a sheet, a section a table.
func (w *Workspace) rankingDocument(c *Compared, title string, lineups []Lineup) sheet.Document {
	doc := sheet.Document{Title: title, Mark: c.Month.Mark(w.text), Footer: w.rankingFooter(c.Month, c.Ranking), PageNumber: sheet.NumberOfTotal, Words: w.pageWords()}
	for i, l := range lineups {
		section := sheet.Section{}
		if len(lineups) > 1 {
			section.Heading = bulletin.Numeral(i+1) + "、" + l.Heading
		}
		section.Table = pdfTable(l)
		if i == len(lineups)-1 {
			doc.Notes = l.Notes
		} else {
			section.Notes = onlyOnce(l.Notes, lineups[len(lineups)-1].Notes)
		}
		doc.Sections = append(doc.Sections, section)
	}
	return doc
}

// layOut puts a ranking on the paper of official documents, turned where it compares with earlier months;
// what does not fit even so goes on A3.
func layOut(doc sheet.Document, lineups []Lineup, fonts *sheet.Fonts) ([]sheet.Page, error) {
	for _, l := range lineups {
		doc.Paper.Landscape = doc.Paper.Landscape || slices.ContainsFunc(l.Columns, func(c LineupColumn) bool { return c.Compares })
	}
	pages, err := sheet.Layout(doc, fonts)
	if fault.CodeOf(err) == "sheet.too_many_columns" {
		doc.Paper = sheet.Paper{Format: sheet.A3, Landscape: true}
		return sheet.Layout(doc, fonts)
	}
	return pages, err
}

// onlyOnce leaves out what the last table's notes say anyway.
func onlyOnce(notes, last []string) []string {
	var result []string
	for _, n := range notes {
		repeated := false
		for _, l := range last {
			repeated = repeated || l == n
		}
		if !repeated {
			result = append(result, n)
		}
	}
	return result
}

// wordsWidth is the least width of a column of words in mm: four characters of the smallest size.
const wordsWidth = 18

// compareWidth is that of a change of rank and value: on one line where the columns leave room for it, else
// on two.
func compareWidth(columns int) float64 {
	if columns > 11 {
		return 25
	}
	return 37
}

// rankWidth is that of 名次 on one line.
const rankWidth = 12

func pdfTable(l Lineup) sheet.Table {
	var t sheet.Table
	for _, c := range l.Columns {
		column := sheet.Column{Title: c.Title, Align: sheet.AlignCentre, Min: rankWidth}
		switch {
		case c.Indicator != nil:
			column.Align, column.Min = sheet.AlignPoint, 0
		case c.Words:
			column.Align = sheet.AlignLeft
			column.Min = wordsWidth
			if c.Compares {
				column.Min = compareWidth(len(l.Columns))
			}
		}
		column.Min = max(column.Min, c.Width)
		t.Columns = append(t.Columns, column)
	}
	for _, r := range l.Rows {
		row := sheet.Row{}
		if r.Listed {
			row.Emphasis = sheet.Shaded
		}
		for _, c := range r.Cells {
			row.Cells = append(row.Cells, c.Text)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}
