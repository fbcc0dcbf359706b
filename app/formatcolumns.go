package app

import (
	"strconv"
	"strings"

	"yueping/app/text"
	"yueping/models"
	"yueping/models/appraise"
	"yueping/models/number"
)

// formatRow is a row of a ranking on its way into a table.
type formatRow struct {
	group *appraise.RankedGroup
	row   *appraise.Row
	cells []formatCell
}

// formatCell is a cell with what it is ordered by: its number, or a place where its words have an order of
// their own, as units have.
type formatCell struct {
	LineupCell
	order *number.Number
}

func wordsCell(s string) formatCell { return formatCell{LineupCell: LineupCell{Text: s}} }

func orderedCell(s string, order *number.Number) formatCell {
	return formatCell{LineupCell{Text: s}, order}
}

// formatColumn is a column of a table: one of a format's may become several, and a format's place is that of
// the one it came from.
type formatColumn struct {
	LineupColumn
	place    int
	optional bool
	cell     func(formatRow) (formatCell, error)
}

// formatter turns a ranked month into the tables of a format.
type formatter struct {
	text    *text.Book
	c       *Compared
	index   *Index
	terms   models.FormatTerms
	table   *appraise.Table // with what the format calculates
	notices map[string]string
	remarks map[string]string // of units, beside their values
	columns []formatColumn
}

// build makes the columns of a format.
func (f *formatter) build() {
	for place, c := range f.terms.Columns {
		for n, column := range f.made(c, place) {
			column.place, column.optional = place, c.Optional
			column.Width, column.Bars = c.Width, c.Bars
			// What follows a column of a comparison is named in a note.
			if c.Title != "" && n == 0 && c.Content != models.ContentFigures {
				column.Title = c.Title
			}
			f.columns = append(f.columns, column)
		}
	}
	f.narrow()
}

// narrow leaves out the units of measure where many figures stand beside each other: they go into a note.
func (f *formatter) narrow() {
	if len(f.figures()) <= 3 {
		return
	}
	for i := range f.columns {
		c := &f.columns[i]
		if c.Indicator != nil && c.Title == Heading(c.Indicator) {
			c.Title = c.Indicator.Name
		}
	}
}

// figures are the columns of numbers, each indicator once.
func (f *formatter) figures() []*models.Indicator {
	var list []*models.Indicator
	seen := map[string]bool{}
	for _, c := range f.columns {
		if c.Indicator != nil && !seen[c.Indicator.Key] {
			seen[c.Indicator.Key] = true
			list = append(list, c.Indicator)
		}
	}
	return list
}

// made gives the columns of a content under their usual titles.
func (f *formatter) made(c models.FormatColumn, place int) []formatColumn {
	t, r := f.text, f.c.Ranking
	switch c.Content {
	case models.ContentIndicator:
		return []formatColumn{f.figure(r.Program.Indicator(c.Key), c.Decimals)}
	case models.ContentFormula:
		i := calculated(r.Program, place, c)
		return []formatColumn{f.figure(&i, nil)}
	case models.ContentFigure:
		return []formatColumn{f.figure(r.Keys[0], c.Decimals)}
	case models.ContentFigures:
		var all []formatColumn
		for _, i := range shownFigures(f.c.Month, r) {
			all = append(all, f.figure(i, nil))
		}
		return all
	case models.ContentMoved:
		column := f.movement(f.c.LastMonth.moves(), t.T("column.moved"), RanksWords)
		column.Compares = false
		return []formatColumn{column}
	case models.ContentLastMonth:
		return f.moves(f.c.LastMonth, t.T("column.last_month"))
	case models.ContentLastYear:
		return f.moves(f.c.LastYear, t.T("column.last_year"))
	case models.ContentOnBasis:
		return f.onBasis()
	case models.ContentRank:
		return []formatColumn{{LineupColumn: LineupColumn{Title: t.T("column.rank")}, cell: func(r formatRow) (formatCell, error) {
			return formatCell{LineupCell{Text: strconv.Itoa(r.row.Rank), Number: whole(r.row.Rank)}, nil}, nil
		}}}
	case models.ContentOrder: // filled in when the rows stand in order
		return []formatColumn{{LineupColumn: LineupColumn{Title: t.T("column.order")}, cell: func(formatRow) (formatCell, error) { return formatCell{}, nil }}}
	}
	return []formatColumn{{LineupColumn: LineupColumn{Title: t.T(contentTitles[c.Content]), Words: true}, cell: f.words(c.Content)}}
}

// contentTitles are the usual titles of columns of words.
var contentTitles = map[models.FormatContent]string{
	models.ContentUnit: "column.unit", models.ContentCounty: "column.county", models.ContentGroup: "column.group", models.ContentGrade: "column.grade",
	models.ContentLists: "column.lists", models.ContentPrimary: "column.primary", models.ContentNotices: "column.notice", models.ContentNote: "column.note",
}

// words gives the cells of a column of words.
func (f *formatter) words(content models.FormatContent) func(formatRow) (formatCell, error) {
	return func(r formatRow) (formatCell, error) {
		m, unit := f.c.Month, r.row.Unit
		switch content {
		case models.ContentUnit:
			name := r.row.Name
			if f.terms.Plain {
				name = printed(m, unit, name)
			}
			return orderedCell(name, whole(unit.Precedence)), nil
		case models.ContentCounty:
			if county := m.Table.Roster.Register().County(unit, m.At); county != nil {
				return orderedCell(r.row.County, whole(county.Precedence)), nil
			}
		case models.ContentGroup:
			if g := m.Program.Group(m.Table.Roster.Group(unit.Key)); g != nil {
				return orderedCell(g.Name, whole(g.Sort)), nil
			}
		case models.ContentGrade:
			return wordsCell(r.row.Grade), nil
		case models.ContentLists:
			return wordsCell(strings.Join(ListNames(r.group, r.row), "、")), nil
		case models.ContentPrimary:
			if f.index.Mixed() {
				return wordsCell(PrimaryWords(f.text, f.index.Of(unit.Key))), nil
			}
		case models.ContentNotices:
			return wordsCell(f.notices[unit.Key]), nil
		case models.ContentNote:
			return wordsCell(f.remarks[unit.Key]), nil
		}
		return formatCell{}, nil
	}
}
