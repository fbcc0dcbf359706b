package app

import (
	"slices"
	"strings"

	"yueping/app/workbook"
	"yueping/models/appraise"
)

// chartRows is how many units one chart of bars shows legibly; of more it shows the first and the last.
const chartRows = 30

// onePageRows is how many units have room on a page with their chart.
const onePageRows = 20

// exportRankings ranks and compares a month by every scheme that holds in it.
func exportRankings(m *Month) ([]*Compared, error) {
	var rankings []*Compared
	basis := m.basis()
	for i := range m.Program.Schemes {
		s := &m.Program.Schemes[i]
		if _, holds := s.At(m.At); !holds {
			continue
		}
		c, err := compareLoaded(m, basis, s.Key)
		if err != nil {
			return nil, err
		}
		rankings = append(rankings, c)
	}
	// The program's own scheme is what people look for first.
	slices.SortStableFunc(rankings, func(a, b *Compared) int { return defaultFirst(m, a) - defaultFirst(m, b) })
	return rankings, nil
}

func defaultFirst(m *Month, c *Compared) int {
	if c.Ranking.Scheme.Key == m.Program.DefaultScheme {
		return 0
	}
	return 1
}

// exportedRankings are the sheets of rankings, one a group that has units.
func (w *Workspace) exportedRankings(m *Month, rankings []*Compared) ([]workbook.Sheet, error) {
	var result []workbook.Sheet
	for n, c := range rankings {
		title, err := w.sheetTitle(m, c.Ranking)
		if err != nil {
			return nil, err
		}
		lineups := CompareLineups(w.text, c)
		for i, s := range w.rankingSheets(m, title, lineups) {
			g := &c.Ranking.Groups[i]
			if len(g.Rows)+len(g.Excluded) == 0 {
				continue
			}
			if n > 0 {
				s.Name = rankingName(c.Ranking, s.Name)
			}
			w.dress(&s, lineups[i], c.Ranking, g)
			result = append(result, s)
		}
	}
	return result, nil
}

// rankingName parts the sheets of several schemes that rank the same groups.
func rankingName(r *appraise.Ranking, group string) string {
	if len(r.Groups) == 1 {
		return r.Scheme.Name
	}
	return r.Scheme.Name + " " + group
}

// dress marks the best and the worst, draws bars behind the ranked figure and a chart beside the table.
func (w *Workspace) dress(s *workbook.Sheet, l Lineup, r *appraise.Ranking, g *appraise.RankedGroup) {
	s.Frozen = 2
	s.Landscape = len(s.Columns) > manyColumns
	w.markSides(s, g)
	figure := -1
	if len(r.Keys) > 0 {
		figure = slices.IndexFunc(l.Columns, func(c LineupColumn) bool { return c.Indicator == r.Keys[0] })
	}
	if figure < 0 || len(g.Rows) < 2 {
		return
	}
	s.Columns[figure].Bars = !slices.ContainsFunc(g.Rows, func(row appraise.Row) bool { return row.Values[0].Sign() < 0 })
	chart := workbook.Chart{Kind: workbook.ChartBars, Labels: 1, Series: []int{figure}, To: len(g.Rows)}
	heading := g.Group.Name + " " + Heading(r.Keys[0])
	if chart.To <= chartRows {
		chart.Title = heading
		s.Charts = append(s.Charts, chart)
		s.OnePage = len(g.Rows) <= onePageRows
		return
	}
	first, last := chart, chart
	first.To, last.From = chartRows/2, chart.To-chartRows/2
	first.Title = w.text.T("export.chart_first", "heading", heading, "count", chartRows/2)
	last.Title = w.text.T("export.chart_last", "heading", heading, "count", chartRows/2)
	s.Charts = append(s.Charts, first, last)
}

// markSides marks the rows of the lists; on a side that has none, the first or the last rank. A note says
// what the marks mean.
func (w *Workspace) markSides(s *workbook.Sheet, g *appraise.RankedGroup) {
	best, worst := side(g, false), side(g, true)
	named := func(members map[int]bool, names []string, key string) string {
		if len(members) == 0 {
			return ""
		}
		if len(names) == 0 {
			return w.text.T(key)
		}
		return strings.Join(names, "、")
	}
	for i := range s.Rows {
		mark := workbook.MarkNone
		switch {
		case best.rows[i] == worst.rows[i]:
		case best.rows[i]:
			mark = workbook.MarkBest
		default:
			mark = workbook.MarkWorst
		}
		for n := range s.Rows[i] {
			s.Rows[i][n].Mark = mark
		}
	}
	if len(best.rows)+len(worst.rows) > 0 {
		s.Notes = append(s.Notes, w.text.T("export.marks", "best", named(best.rows, best.names, "export.first"), "worst", named(worst.rows, worst.names, "export.last")))
	}
}

// marked is the rows of one side, and the lists that they are in.
type marked struct {
	rows  map[int]bool
	names []string
}

// side gives the rows of a group's lists of one side, or its first or last rank where it has no list. A list
// of everybody marks nobody.
func side(g *appraise.RankedGroup, worst bool) marked {
	result := marked{rows: map[int]bool{}}
	has := false
	for _, l := range g.Lists {
		if l.List.Worst != worst {
			continue
		}
		has = true
		if len(l.Rows) == 0 || len(l.Rows) == len(g.Rows) {
			continue
		}
		result.names = append(result.names, l.List.Name)
		for _, row := range l.Rows {
			result.rows[row] = true
		}
	}
	last := len(g.Rows) - 1
	if has || last < 2 || g.Rows[0].Rank == g.Rows[last].Rank {
		return result
	}
	end := g.Rows[0].Rank
	if worst {
		end = g.Rows[last].Rank
	}
	for i := range g.Rows {
		if g.Rows[i].Rank == end {
			result.rows[i] = true
		}
	}
	return result
}
