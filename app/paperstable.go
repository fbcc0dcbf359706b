package app

import (
	"strconv"

	"yueping/app/bulletin"
	"yueping/app/sheet"
	"yueping/app/text"
)

// monthsTable is the table of the months that led to a notice.
func monthsTable(t *text.Book, data bulletin.Paper) sheet.Table {
	table := sheet.Table{Columns: []sheet.Column{{Title: t.T("papers.month"), Align: sheet.AlignCentre, Weight: 1}}}
	place := func(s bulletin.Standing, name bool) {
		rank, value := t.T("papers.rank"), s.Indicator
		if name {
			rank = s.Scheme + " " + rank
		}
		table.Columns = append(table.Columns, sheet.Column{Title: rank, Align: sheet.AlignCentre, Weight: 1}, sheet.Column{Title: value, Align: sheet.AlignPoint, Weight: 1})
	}
	place(data.Standing, data.Also != nil)
	if data.Also != nil {
		place(*data.Also, true)
	}
	for _, r := range data.Rows {
		row := sheet.Row{Cells: append([]string{r.When}, placeCells(t, r.Standing)...)}
		if r.Also != nil {
			row.Cells = append(row.Cells, placeCells(t, *r.Also)...)
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}

func placeCells(t *text.Book, s bulletin.Standing) []string {
	if s.Rank == 0 {
		return []string{t.T("papers.no_place"), t.T("papers.no_place")}
	}
	return []string{t.T("papers.place", "rank", strconv.Itoa(s.Rank), "of", s.Of), s.Value}
}
