package ranking

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"yueping/app"
	"yueping/app/text"
	"yueping/models"
	"yueping/models/appraise"
	"yueping/models/number"
	"yueping/models/rank"
	"yueping/views/table"
)

// sheet turns a ranking into the columns and rows of the table.
type sheet struct {
	text                                *text.Book
	data                                data
	group                               string // the one group shown, "" for all
	counties, grades, lists, comparison bool
	name, list                          int // characters of the longest name, and of the longest lists of a row
	columns                             []table.Column
	rows                                []table.Row
}

// newSheet prepares the table of a ranking.
func newSheet(t *text.Book, d data, group string) *sheet {
	s := &sheet{text: t, data: d, group: group, comparison: d.earlier != nil}
	for _, g := range d.ranking.Groups {
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
	for i := range d.ranking.Groups {
		if g := &d.ranking.Groups[i]; s.shows(*g) {
			s.addGroup(g)
		}
	}
	return s
}

func (s *sheet) shows(g appraise.RankedGroup) bool { return s.group == "" || s.group == g.Group.Key }

// declare chooses the columns: those that no row fills are left out.
func (s *sheet) declare() {
	add := func(key string, width, grow float32, align fyne.TextAlign) {
		label := ""
		if key != "" {
			label = s.text.T(key)
		}
		s.columns = append(s.columns, table.Column{Label: label, Width: width, Grow: grow, Align: align})
	}
	add("column.rank", 44, 0, fyne.TextAlignTrailing)
	add("", 32, 0, fyne.TextAlignLeading)
	// A column is as wide as its words ask for, so that a window of 1024 shows all columns where it can.
	wide := func(characters int, least, most float32) float32 {
		return max(least, min(float32(15*characters), most))
	}
	add("column.unit", wide(s.name, 110, 216), 0.5, fyne.TextAlignLeading)
	if s.counties {
		add("column.county", 104, 0.6, fyne.TextAlignLeading)
	}
	for _, k := range s.data.ranking.Keys {
		s.columns = append(s.columns, table.Column{Label: app.Heading(k), Width: max(72, float32(15*len([]rune(app.Heading(k))))), Align: fyne.TextAlignTrailing})
	}
	add("", 90, 1.2, fyne.TextAlignLeading)
	if s.grades {
		add("column.grade", 52, 0, fyne.TextAlignLeading)
	}
	if s.lists {
		add("column.lists", wide(s.list+2, 90, 200), 0.2, fyne.TextAlignLeading)
	}
	if s.comparison {
		add("ranking.change", 64, 0, fyne.TextAlignLeading)
	}
}

func (s *sheet) addGroup(g *appraise.RankedGroup) {
	if len(s.data.ranking.Groups) > 1 && s.group == "" {
		s.rows = append(s.rows, table.Row{Heading: s.text.T("ranking.group", "group", g.Group.Name, "count", len(g.Rows))})
	}
	moved := changes(g, s.data.earlier)
	top := greatest(s.data.ranking.Keys[0], g)
	for i := range g.Rows {
		s.rows = append(s.rows, s.row(g, i, moved, top))
	}
	if len(g.Excluded) == 0 {
		return
	}
	s.rows = append(s.rows, table.Row{Heading: s.text.T("ranking.excluded", "count", len(g.Excluded))})
	for _, e := range g.Excluded {
		s.rows = append(s.rows, s.excluded(e))
	}
}

func (s *sheet) row(g *appraise.RankedGroup, i int, moved map[string]rank.Change, top number.Number) table.Row {
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
	for n, k := range s.data.ranking.Keys {
		row.Cells = append(row.Cells, table.Cell{Text: app.Fixed(k, r.Values[n])})
	}
	row.Cells = append(row.Cells, table.Cell{Bar: share(r.Values[0], top), Tone: tone})
	if s.grades {
		row.Cells = append(row.Cells, table.Cell{Text: r.Grade})
	}
	if s.lists {
		row.Cells = append(row.Cells, table.Cell{Text: strings.Join(app.ListNames(g, r), "、"), Tone: tone, Sign: sign})
	}
	if s.comparison {
		row.Cells = append(row.Cells, s.change(moved[r.Unit.Key]))
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

func (s *sheet) change(c rank.Change) table.Cell {
	switch c.Trend {
	case rank.Rose:
		return table.Cell{Text: s.text.T("ranking.rose", "by", c.By), Sign: table.Up, Tone: table.Good}
	case rank.Fell:
		return table.Cell{Text: s.text.T("ranking.fell", "by", c.By), Sign: table.Down, Tone: table.Bad}
	case rank.Same:
		return table.Cell{Text: s.text.T("ranking.same"), Tone: table.Dim}
	}
	return table.Cell{Text: s.text.T("ranking.new"), Tone: table.Dim}
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
