package app

import (
	"slices"

	"yueping/app/workbook"
	"yueping/models"
	"yueping/models/month"
)

// trends are the ranked figure of every unit by month, and a sheet of lines a group. There are none of one
// month, nor where the months rank by different figures.
func (y *year) trends() []workbook.Sheet {
	figure := y.figure()
	if figure == nil || len(y.months) < 2 {
		return nil
	}
	groups := y.groups()
	table := y.trendTable(figure, groups)
	sheets := []workbook.Sheet{table}
	for _, g := range groups {
		if slices.ContainsFunc(g.units, (*yearUnit).ranked) {
			sheets = append(sheets, y.trendLines(figure, g))
		}
	}
	return sheets
}

func (u *yearUnit) ranked() bool {
	return slices.ContainsFunc(u.places, func(p yearPlace) bool { return p.rank > 0 })
}

// trendTable is a row a unit and a column a month.
func (y *year) trendTable(figure *models.Indicator, groups []*yearGroup) workbook.Sheet {
	t := y.w.text
	s := y.sheet(t.T("export.trend"))
	s.Title += " " + Heading(figure)
	s.Columns = []workbook.Column{{Title: t.T("column.group"), Text: true}, {Title: t.T("column.unit"), Text: true}, {Title: t.T("column.county"), Text: true}}
	for i := range y.months {
		s.Columns = append(s.Columns, workbook.Column{Title: y.monthWord(i), Percent: figure.Percent, Decimals: figure.Decimals})
	}
	for _, g := range groups {
		for _, u := range g.units {
			row := []workbook.Cell{workbook.Words(g.Name), workbook.Words(u.name), workbook.Words(u.county)}
			for _, p := range u.places {
				cell := workbook.Words(p.state)
				if p.rank > 0 {
					cell = workbook.Figure(p.value)
				}
				row = append(row, cell)
			}
			s.Rows = append(s.Rows, row)
		}
	}
	s.Notes = y.notes()
	return s
}

// trendLines is a row a month and a column a unit, drawn as lines: all units of a small group, those of the
// best and of the worst average rank of a large one. A month that is missing in between is a gap.
func (y *year) trendLines(figure *models.Indicator, g *yearGroup) workbook.Sheet {
	t := y.w.text
	s := y.sheet(t.T("export.trend_lines", "group", g.Name))
	s.Title += " " + Heading(figure)
	s.OnePage, s.Frozen = true, 1
	s.Columns = []workbook.Column{{Title: t.T("column.month"), Centred: true}}
	units := drawn(g)
	if len(units) < len(g.units) {
		s.Notes = append(s.Notes, t.T("year.trend_ends", "count", trendEnds))
	}
	chart := workbook.Chart{Kind: workbook.ChartLines, Title: g.Name + " " + Heading(figure)}
	for i, u := range units {
		s.Columns = append(s.Columns, workbook.Column{Title: FullName(u.name, u.county), Percent: figure.Percent, Decimals: figure.Decimals})
		chart.Series = append(chart.Series, i+1)
	}
	at := map[month.Month]int{}
	for i, m := range y.months {
		at[m.Month.At] = i
	}
	for m := y.months[0].Month.At; m <= y.months[len(y.months)-1].Month.At; m++ {
		row := []workbook.Cell{workbook.Words(t.T("month.number", "month", m.Number()))}
		for _, u := range units {
			cell := workbook.Cell{}
			if i, known := at[m]; known && u.places[i].rank > 0 {
				cell = workbook.Figure(u.places[i].value)
			}
			row = append(row, cell)
		}
		s.Rows = append(s.Rows, row)
	}
	chart.To = len(s.Rows)
	s.Notes = append(s.Notes, t.T("export.trend_gaps"))
	s.Charts = []workbook.Chart{chart}
	return s
}

// drawn are the units of a group whose lines stay legible: the ranked ones, of many the ends by average rank.
func drawn(g *yearGroup) []*yearUnit {
	units := slices.DeleteFunc(slices.Clone(g.units), func(u *yearUnit) bool { return !u.ranked() })
	if len(units) <= trendLines {
		return units
	}
	slices.SortStableFunc(units, func(a, b *yearUnit) int {
		_, mine, _, _ := a.averages(nil)
		_, other, _, _ := b.averages(nil)
		return mine.Cmp(other)
	})
	return slices.Concat(units[:trendEnds], units[len(units)-trendEnds:])
}
