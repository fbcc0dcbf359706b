package app

import (
	"slices"

	"yueping/app/bulletin"
	"yueping/models"
	"yueping/models/fault"
)

// The most that a format asks for.
const (
	mostColumns     = 60
	mostFormatRows  = 100000
	mostDecimals    = 12
	widestColumn    = 300 // mm
	longestNoteText = 2000
)

// checkFormat refuses terms by which no ranking can be laid out; the name is another matter.
func checkFormat(p *models.Program, f models.SheetFormat) fault.List {
	c := formatCheck{p: p, name: f.Name}
	t := f.Terms
	if len(t.Columns) == 0 {
		c.refuse("format.empty")
	}
	if len(t.Columns) > mostColumns {
		c.refuse("format.many_columns", "count", len(t.Columns), "most", mostColumns)
	}
	for i, column := range t.Columns {
		c.column(i, column)
	}
	if t.Scheme != "" && p.Scheme(t.Scheme) == nil {
		c.refuse("format.unknown_scheme", "scheme", t.Scheme)
	}
	for _, g := range t.Groups {
		if p.Group(g) == nil {
			c.refuse("format.unknown_group", "group", g)
		}
	}
	c.rows(t)
	c.page(t)
	if t.Filter != "" {
		for _, bad := range tryCalculated(p, t.Filter, true) {
			c.refuse("format.bad_filter", "detail", bad, "row", bad.Args["line"], "at", bad.Args["column"])
		}
	}
	if t.Title != "" {
		if err := bulletin.Check(t.Title, func(key string) bool { return p.Indicator(key) != nil }); err != nil {
			c.refuse("format.bad_title", "detail", fault.All(err)[0].Args["detail"])
		}
	}
	return c.bad
}

// formatCheck collects what is wrong with a format.
type formatCheck struct {
	p    *models.Program
	name string
	bad  fault.List
}

func (c *formatCheck) refuse(code string, pairs ...any) {
	c.bad = append(c.bad, fault.New(code, append(pairs, "format", c.name)...))
}

// column checks column at, counted from 0 and named from 1.
func (c *formatCheck) column(at int, column models.FormatColumn) {
	refuse := func(code string, pairs ...any) {
		c.refuse(code, append(pairs, "number", at+1, "title", column.Title)...)
	}
	switch column.Content {
	case models.ContentIndicator:
		if c.p.Indicator(column.Key) == nil {
			refuse("format.unknown_indicator", "indicator", column.Key, "program", c.p.Name)
		}
	case models.ContentFormula:
		if blank(column.Title) {
			refuse("format.title_needed")
		}
		for _, bad := range tryCalculated(c.p, column.Formula, false) {
			refuse("format.bad_formula", "detail", bad, "row", bad.Args["line"], "at", bad.Args["column"])
		}
	default:
		if !slices.Contains(models.Contents(), column.Content) {
			refuse("format.unknown_content", "content", string(column.Content))
		}
	}
	if d := column.Decimals; d != nil && (*d < 0 || *d > mostDecimals) {
		refuse("format.decimals", "most", mostDecimals)
	}
	if column.Width < 0 || column.Width > widestColumn {
		refuse("format.width", "most", widestColumn)
	}
}

// rows checks which rows there are, and their order.
func (c *formatCheck) rows(t models.FormatTerms) {
	switch t.Rows {
	case models.RowsAll, models.RowsListed:
	case models.RowsFirst, models.RowsLast, models.RowsEnds:
		if t.Count < 1 || t.Count > mostFormatRows {
			c.refuse("format.count", "count", t.Count, "most", mostFormatRows)
		}
	default:
		c.refuse("format.unknown_rows", "rows", string(t.Rows))
	}
	for _, s := range t.Sort {
		if s.Column < 0 || s.Column >= len(t.Columns) {
			c.refuse("format.sort", "number", s.Column+1, "columns", len(t.Columns))
		}
	}
}

// page checks the paper and what stands on it besides the tables.
func (c *formatCheck) page(t models.FormatTerms) {
	if !slices.Contains([]string{"", models.PaperA4, models.PaperA3}, t.Paper) {
		c.refuse("format.paper", "paper", t.Paper)
	}
	if t.Letters != 0 && !(t.Letters >= smallestLetters && t.Letters <= largestLetters) {
		c.refuse("format.letters", "letters", t.Letters, "least", smallestLetters, "most", largestLetters)
	}
	for _, note := range t.Words {
		if blank(note) || len(note) > longestNoteText {
			c.refuse("format.note", "most", longestNoteText/3)
		}
	}
}
