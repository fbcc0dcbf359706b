package app

import (
	"slices"
	"strconv"
	"strings"

	"yueping/app/text"
	"yueping/models"
	"yueping/models/appraise"
	"yueping/models/number"
)

// Lineup is a ranked group as a table: what the terminal, the workbook and the printed sheet show alike.
type Lineup struct {
	Heading string // the group's name
	Columns []LineupColumn
	Rows    []LineupRow
	Notes   []string // who is left out and why, and the scheme's own notes
}

// LineupColumn is one column; Indicator is nil for columns of words and for the rank.
type LineupColumn struct {
	Title     string
	Indicator *models.Indicator
	Words     bool    // left aligned
	Compares  bool    // with an earlier month: long words
	Width     float64 // the least on paper in mm, 0 to fit
	Bars      bool    // data bars behind the numbers of a workbook
}

// LineupRow is one unit. A cell is a number, or a text.
type LineupRow struct {
	Cells  []LineupCell
	Listed bool // stands out: it is in a list, and not everybody is
}

// LineupCell is a number with its indicator's decimals, or a text.
type LineupCell struct {
	Text   string
	Number *number.Number
}

// Lineups lays a ranking out, a table a group. Beside the keys stand the entered figures that they
// are derived from.
func Lineups(t *text.Book, m *Month, r *appraise.Ranking) []Lineup {
	return CompareLineups(t, &Compared{Month: m, Ranking: r, Inside: inside(m, r)})
}

func lineup(t *text.Book, c *Compared, x *Index, g *appraise.RankedGroup) Lineup {
	m, r := c.Month, c.Ranking
	hasCounty, hasGrade := false, false
	for _, row := range g.Rows {
		hasCounty = hasCounty || row.County != ""
		hasGrade = hasGrade || row.Grade != ""
	}
	figures := shownFigures(m, r)
	l := Lineup{Heading: g.Group.Name}
	column := func(title string, words bool) {
		l.Columns = append(l.Columns, LineupColumn{Title: title, Words: words})
	}
	column(t.T("column.rank"), false)
	column(t.T("column.unit"), true)
	if hasCounty {
		column(t.T("column.county"), true)
	}
	// Many figures leave no room for their units of measure, which then stand in a note.
	narrow := len(figures) > 3
	for _, f := range figures {
		title := Heading(f)
		if narrow {
			title = f.Name
		}
		l.Columns = append(l.Columns, LineupColumn{Title: title, Indicator: f})
	}
	if x.Mixed() {
		column(t.T("column.primary"), true)
	}
	if hasGrade {
		column(t.T("column.grade"), true)
	}
	if len(g.Lists) > 0 {
		column(t.T("column.lists"), true)
	}
	listed := 0
	for _, row := range g.Rows {
		listed += min(len(row.Lists), 1)
	}
	for i := range g.Rows {
		row := &g.Rows[i]
		out := LineupRow{Listed: len(row.Lists) > 0 && listed < len(g.Rows)}
		place := number.FromInt(int64(row.Rank))
		out.Cells = append(out.Cells, LineupCell{Text: strconv.Itoa(row.Rank), Number: &place}, LineupCell{Text: row.Name})
		if hasCounty {
			out.Cells = append(out.Cells, LineupCell{Text: row.County})
		}
		for _, f := range figures {
			out.Cells = append(out.Cells, figureCell(t, f, rankedValue(m, r, row, f)))
		}
		if x.Mixed() {
			out.Cells = append(out.Cells, LineupCell{Text: PrimaryWords(t, x.Of(row.Unit.Key))})
		}
		if hasGrade {
			out.Cells = append(out.Cells, LineupCell{Text: row.Grade})
		}
		if len(g.Lists) > 0 {
			out.Cells = append(out.Cells, LineupCell{Text: strings.Join(ListNames(g, row), "、")})
		}
		l.Rows = append(l.Rows, out)
	}
	l.Notes = rankingNotes(t, r, g.Excluded)
	if note := measureNote(t, figures); narrow && note != "" {
		l.Notes = append(l.Notes, note)
	}
	return l
}

// shownFigures is what a ranking ranks by, behind the entered figures of the month that it is derived from:
// what a rank over several months, or over other ranks, is made of is not in this month's table.
func shownFigures(m *Month, r *appraise.Ranking) []*models.Indicator {
	if len(r.Terms.SumOf) > 0 || (r.Terms.Period != "" && r.Terms.Period != models.PeriodMonth) {
		return r.Keys
	}
	return m.Table.Inputs(r.Keys)
}

// rankedValue is a unit's figure: what it was ranked by, or what stands in the month.
func rankedValue(m *Month, r *appraise.Ranking, row *appraise.Row, f *models.Indicator) appraise.Value {
	value := m.Table.Value(f.Key, row.Unit.Key)
	k := slices.Index(r.Keys, f)
	if k < 0 || (value.State == models.IsNumber && value.Number.Cmp(row.Values[k]) == 0) {
		return value
	}
	return appraise.Value{State: models.IsNumber, Number: row.Values[k], Exact: number.Of(row.Values[k])}
}

// rankingNotes says over which period a ranking is, who is left out and why, and what its scheme notes.
func rankingNotes(t *text.Book, r *appraise.Ranking, excluded []appraise.Excluded) []string {
	var notes []string
	if p := r.Terms.Period; p != "" && p != models.PeriodMonth {
		notes = append(notes, t.T("note.period", "from", MonthWords(t, appraise.PeriodStart(p, r.Month)), "to", MonthWords(t, r.Month), "how", t.T("accumulate."+r.Terms.Accumulate)))
	}
	if len(excluded) > 0 {
		names := make([]string, len(excluded))
		for i, e := range excluded {
			names[i] = FullName(e.Name, e.County) + "（" + ReasonWords(t, e) + "）"
		}
		notes = append(notes, t.T("note.excluded", "units", strings.Join(names, "、")))
	}
	return append(notes, r.Terms.Notes...)
}

// measureNote says which figures are in which unit of measure; "" where none has one.
func measureNote(t *text.Book, figures []*models.Indicator) string {
	var order []string
	names := map[string][]string{}
	for _, f := range figures {
		if f.Measure == "" {
			continue
		}
		if names[f.Measure] == nil {
			order = append(order, f.Measure)
		}
		names[f.Measure] = append(names[f.Measure], f.Name)
	}
	if len(order) == 0 {
		return ""
	}
	parts := make([]string, len(order))
	for i, m := range order {
		parts[i] = t.T("note.measure", "names", strings.Join(names[m], "、"), "measure", m)
	}
	return t.T("note.measures", "parts", strings.Join(parts, "；"))
}

func figureCell(t *text.Book, i *models.Indicator, v appraise.Value) LineupCell {
	if v.State != models.IsNumber {
		return LineupCell{Text: StateWord(t, v.State)}
	}
	n := v.Number
	return LineupCell{Text: Fixed(i, n), Number: &n}
}

// Heading is an indicator's column header: its name with the unit of measure, where that says more
// than the name does.
func Heading(i *models.Indicator) string {
	if i.Measure == "" || i.Percent {
		return i.Name
	}
	return i.Name + "（" + i.Measure + "）"
}

// Fixed writes a value with all of its indicator's decimals, as tables show it.
func Fixed(i *models.Indicator, n number.Number) string {
	if !i.Percent {
		return n.Fixed(i.Decimals)
	}
	hundredfold, err := n.Shift(2)
	if err != nil {
		return n.String()
	}
	return hundredfold.Fixed(i.Decimals) + "%"
}
