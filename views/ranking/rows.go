package ranking

import (
	"slices"
	"strconv"
	"strings"

	"yueping/app"
	"yueping/app/text"
	"yueping/models"
	"yueping/models/appraise"
	"yueping/models/number"
	"yueping/views/table"
)

// sheet turns a ranking into the columns and rows of the table.
type sheet struct {
	text                    *text.Book
	data                    data
	group                   string // the one group shown, "" for all
	counties, grades, lists bool
	legend                  *legend
	comparisons             []comparison
	name, list              int // characters of the longest name, and of the longest lists of a row
	columns                 []table.Column
	rows                    []table.Row
}

// newSheet prepares the table of a ranking.
func newSheet(t *text.Book, d data, group string) *sheet {
	s := &sheet{text: t, data: d, group: group, legend: &legend{}}
	if d.index != nil {
		s.legend.pollutants = d.index.Pollutants
	}
	s.compare()
	for _, g := range d.Ranking.Groups {
		if !s.shows(g) {
			continue
		}
		s.lists = s.lists || len(g.Lists) > 0
		for _, r := range g.Rows {
			s.counties = s.counties || r.County != ""
			s.grades = s.grades || r.Grade != ""
			s.name = max(s.name, len([]rune(r.Name)))
			s.list = max(s.list, len([]rune(strings.Join(app.ListNames(&g, &r), "、"))))
		}
		for _, e := range g.Excluded {
			s.name = max(s.name, len([]rune(e.Name)))
			s.counties = s.counties || e.County != ""
		}
	}
	s.declare()
	for i := range d.Ranking.Groups {
		if g := &d.Ranking.Groups[i]; s.shows(*g) {
			s.addGroup(g)
		}
	}
	return s
}

func (s *sheet) shows(g appraise.RankedGroup) bool { return s.group == "" || s.group == g.Group.Key }

func (s *sheet) addGroup(g *appraise.RankedGroup) {
	if len(s.data.Ranking.Groups) > 1 && s.group == "" {
		s.rows = append(s.rows, table.Row{Heading: s.text.T("ranking.group", "group", g.Group.Name, "count", len(g.Rows))})
	}
	top, longest := greatest(s.data.Ranking.Keys[0], g), s.longest(g)
	for i := range g.Rows {
		s.rows = append(s.rows, s.row(g, i, top, longest))
	}
	if len(g.Excluded) == 0 {
		return
	}
	s.rows = append(s.rows, table.Row{Heading: s.text.T("ranking.excluded", "count", len(g.Excluded))})
	for _, e := range g.Excluded {
		s.rows = append(s.rows, s.excluded(e))
	}
}

func (s *sheet) row(g *appraise.RankedGroup, i int, top number.Number, longest float64) table.Row {
	r := &g.Rows[i]
	tied := ""
	if (i > 0 && g.Rows[i-1].Level == r.Level) || (i+1 < len(g.Rows) && g.Rows[i+1].Level == r.Level) {
		tied = s.text.T("ranking.tied")
	}
	tone, sign := listed(g, r)
	row := table.Row{Key: r.Unit.Key, Fill: tone, Cells: []table.Cell{
		{Text: strconv.Itoa(r.Rank), Bold: true}, {Text: tied, Tone: table.Dim}, {Text: r.Name}}}
	if s.counties {
		row.Cells = append(row.Cells, table.Cell{Text: r.County})
	}
	for n, k := range s.data.Ranking.Keys {
		row.Cells = append(row.Cells, table.Cell{Text: app.Fixed(k, r.Values[n])})
	}
	if s.data.index.Mixed() {
		parts := s.data.index.Of(r.Unit.Key)
		row.Cells = append(row.Cells, table.Cell{Text: app.PrimaryWords(s.text, parts)}, table.Cell{Stack: stack(parts, s.legend, longest)})
	} else {
		row.Cells = append(row.Cells, table.Cell{Bar: share(r.Values[0], top), Tone: tone})
	}
	if s.grades {
		row.Cells = append(row.Cells, table.Cell{Text: r.Grade})
	}
	if s.lists {
		row.Cells = append(row.Cells, table.Cell{Text: strings.Join(app.ListNames(g, r), "、"), Tone: tone, Sign: sign})
	}
	for _, c := range s.comparisons {
		row.Cells = append(row.Cells, c.cell(r.Unit.Key))
	}
	return row
}

// listed gives the tone and the sign of the lists that a row is in: a place among the worst outweighs.
func listed(g *appraise.RankedGroup, r *appraise.Row) (table.Tone, table.Sign) {
	tone, sign := table.Plain, table.NoSign
	for _, l := range g.Lists {
		switch {
		case !slices.Contains(r.Lists, l.List.Key):
		case l.List.Worst:
			return table.Bad, table.Down
		default:
			tone, sign = table.Good, table.Up
		}
	}
	return tone, sign
}

func (s *sheet) excluded(e appraise.Excluded) table.Row {
	row := table.Row{Key: e.Unit.Key, Cells: []table.Cell{{}, {}, {Text: e.Name}}}
	if s.counties {
		row.Cells = append(row.Cells, table.Cell{Text: e.County})
	}
	row.Cells = append(row.Cells, table.Cell{Text: app.ReasonWords(s.text, e), Span: true})
	return row
}

// greatest is what a full bar stands for: the most that the indicator may be, where that is said, else
// the group's greatest value. Bars begin at 0.
func greatest(k *models.Indicator, g *appraise.RankedGroup) number.Number {
	if k.Max != nil && !k.Derived() {
		return *k.Max
	}
	var top number.Number
	for _, r := range g.Rows {
		if r.Values[0].Cmp(top) > 0 {
			top = r.Values[0]
		}
	}
	return top
}

// longest is what a full stacked bar stands for: the greatest index of the group.
func (s *sheet) longest(g *appraise.RankedGroup) float64 {
	var top float64
	for _, r := range g.Rows {
		parts, sum := s.data.index.Of(r.Unit.Key), 0.0
		if parts == nil {
			continue
		}
		for _, p := range parts.Parts {
			sum += weighted(p)
		}
		top = max(top, sum)
	}
	return top
}
