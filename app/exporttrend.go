package app

import (
	"context"
	"slices"

	"yueping/app/workbook"
	"yueping/models"
	"yueping/models/appraise"
	"yueping/models/month"
)

// The trend looks back a year; a chart of lines stays legible with a few units.
const (
	trendMonths = 12
	trendLines  = 10
	trendEnds   = 3 // of many units: the best and the worst
)

// trend is the first key of a ranking over the months up to its own.
type trend struct {
	ranking *appraise.Ranking
	figure  *models.Indicator
	months  []month.Month
	tables  []*appraise.Table
}

// trendSheets are, for each scheme that ranks single months, the ranked figure of every unit month by month,
// and a sheet of lines a group. There are none of a figure that only one month has.
func (w *Workspace) trendSheets(ctx context.Context, m *Month, rankings []*Compared) ([]workbook.Sheet, error) {
	months, tables, err := w.trendTables(ctx, m)
	if err != nil {
		return nil, err
	}
	var sheets, charts []workbook.Sheet
	told := map[string]bool{}
	for _, c := range rankings {
		r := c.Ranking
		if len(r.Keys) == 0 || len(r.Terms.SumOf) > 0 || (r.Terms.Period != "" && r.Terms.Period != models.PeriodMonth) {
			continue
		}
		t := trend{ranking: r, figure: r.Keys[0]}
		for i, table := range tables {
			if t.known(table) {
				t.months, t.tables = append(t.months, months[i]), append(t.tables, table)
			}
		}
		said := t.figure.Key
		for _, g := range r.Groups {
			said += "\n" + g.Group.Key
		}
		if told[said] || len(t.months) < 2 {
			continue
		}
		told[said] = true
		name := w.text.T("export.trend")
		if len(sheets) > 0 {
			name += " " + r.Scheme.Name
		}
		sheets = append(sheets, w.trendTable(m, t, name))
		for i := range r.Groups {
			if g := &r.Groups[i]; len(g.Rows) > 0 {
				charts = append(charts, w.trendLines(m, t, g))
			}
		}
	}
	return append(sheets, charts...), nil
}

// known reports whether a ranked unit has the figure in a month.
func (t *trend) known(table *appraise.Table) bool {
	for i := range t.ranking.Groups {
		for j := range t.ranking.Groups[i].Rows {
			if table.Value(t.figure.Key, t.ranking.Groups[i].Rows[j].Unit.Key).State == models.IsNumber {
				return true
			}
		}
	}
	return false
}

// trendTables are the tables of the months with data in the year up to the month, oldest first.
func (w *Workspace) trendTables(ctx context.Context, m *Month) ([]month.Month, []*appraise.Table, error) {
	all, err := w.store.MonthsWithData(ctx, m.Program.Key)
	if err != nil {
		return nil, nil, err
	}
	var months []month.Month
	var tables []*appraise.Table
	for _, at := range all {
		if at <= m.At-trendMonths || at > m.At {
			continue
		}
		table, err := m.context.Table(at)
		if err != nil {
			return nil, nil, err
		}
		months, tables = append(months, at), append(tables, table)
	}
	return months, tables, nil
}

// trendTable is a row a unit, in the order of its rank, and a column a month.
func (w *Workspace) trendTable(m *Month, t trend, name string) workbook.Sheet {
	s := w.exportSheet(m, name)
	s.Title += " " + Heading(t.figure)
	s.Frozen = 2
	s.Columns = []workbook.Column{{Title: w.text.T("column.group"), Text: true}, {Title: w.text.T("column.unit"), Text: true}, {Title: w.text.T("column.county"), Text: true}}
	for _, at := range t.months {
		s.Columns = append(s.Columns, t.column(MonthWords(w.text, at)))
	}
	s.Landscape = len(s.Columns) > manyColumns
	for i := range t.ranking.Groups {
		g := &t.ranking.Groups[i]
		for j := range g.Rows {
			unit := &g.Rows[j]
			row := []workbook.Cell{workbook.Words(g.Group.Name), workbook.Words(unit.Name), workbook.Words(unit.County)}
			for k := range t.months {
				cell, state := t.cell(k, unit.Unit.Key)
				if state != models.IsNumber {
					cell = workbook.Words(StateWord(w.text, state))
				}
				row = append(row, cell)
			}
			s.Rows = append(s.Rows, row)
		}
	}
	s.Notes = append(s.Notes, w.text.T("export.trend_note", "months", MonthsWords(w.text, t.months)))
	return s
}

func (t *trend) column(title string) workbook.Column {
	return workbook.Column{Title: title, Percent: t.figure.Percent, Decimals: t.figure.Decimals}
}

// cell is the figure of a unit in one of the months; blank where it is no number, as a line has a gap there.
func (t *trend) cell(at int, unit string) (workbook.Cell, models.State) {
	v := t.tables[at].Value(t.figure.Key, unit)
	if v.State != models.IsNumber {
		return workbook.Cell{}, v.State
	}
	return workbook.Figure(v.Number), v.State
}

// trendLines is a row a month and a column a unit of a group, drawn as lines: all units of a small group, the
// best and the worst of a large one.
func (w *Workspace) trendLines(m *Month, t trend, g *appraise.RankedGroup) workbook.Sheet {
	s := w.exportSheet(m, w.text.T("export.trend_lines", "group", g.Group.Name))
	s.Title += " " + Heading(t.figure)
	s.Landscape, s.OnePage, s.Frozen = true, true, 1
	s.Columns = []workbook.Column{{Title: w.text.T("column.month"), Centred: true}}
	rows := g.Rows
	if len(rows) > trendLines {
		rows = slices.Concat(rows[:trendEnds], rows[len(rows)-trendEnds:])
		s.Notes = append(s.Notes, w.text.T("export.trend_ends", "count", trendEnds))
	}
	chart := workbook.Chart{Kind: workbook.ChartLines, Title: g.Group.Name + " " + Heading(t.figure), To: len(t.months)}
	for i := range rows {
		s.Columns = append(s.Columns, t.column(FullName(rows[i].Name, rows[i].County)))
		chart.Series = append(chart.Series, i+1)
	}
	for k, at := range t.months {
		row := []workbook.Cell{workbook.Words(MonthWords(w.text, at))}
		for i := range rows {
			cell, _ := t.cell(k, rows[i].Unit.Key)
			row = append(row, cell)
		}
		s.Rows = append(s.Rows, row)
	}
	s.Notes = append(s.Notes, w.text.T("export.trend_gaps"))
	s.Charts = []workbook.Chart{chart}
	return s
}
