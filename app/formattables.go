package app

import (
	"cmp"
	"context"
	"slices"
	"strconv"

	"yueping/models"
	"yueping/models/appraise"
	"yueping/models/fault"
	"yueping/models/month"
)

// Formatted is a ranked month in a format.
type Formatted struct {
	Ranked  *Compared
	Format  models.SheetFormat
	Title   string // of the sheet; lines as its line feeds say
	Lineups []Lineup

	maker *formatter
}

// comparing are the contents that ask for earlier months.
var comparing = []models.FormatContent{models.ContentMoved, models.ContentLastMonth, models.ContentLastYear, models.ContentOnBasis}

// FormatTables ranks a month and lays it out in the format of h.Layout. Faults are those of CompareRanking,
// format.unknown, format.nobody where no table is left, and those of what the format's formulas come to.
func (w *Workspace) FormatTables(ctx context.Context, h Handout) (*Formatted, error) {
	f, err := w.Format(ctx, h.Program, h.Layout)
	if err != nil {
		return nil, err
	}
	made, err := w.TryFormat(ctx, f, h.Month, h.Scheme)
	if err == nil && len(made.Lineups) == 0 {
		return nil, fault.New("format.nobody", "program", made.Ranked.Month.Program.Name, "month", MonthWords(w.text, h.Month), "format", f.Name)
	}
	return made, err
}

// TryFormat is FormatTables of a format that need not be stored; it refuses what SaveFormat refuses, but for
// its name. scheme is the ranking that is looked at, "" for the program's default; a format may have its own.
func (w *Workspace) TryFormat(ctx context.Context, f models.SheetFormat, at month.Month, scheme string) (*Formatted, error) {
	p, err := w.Program(ctx, f.Program)
	if err != nil {
		return nil, err
	}
	if err := checkFormat(p, f).Err(); err != nil {
		return nil, err
	}
	if f.Terms.Scheme != "" {
		scheme = f.Terms.Scheme
	}
	rank := w.RankMonth
	if slices.ContainsFunc(f.Terms.Columns, func(c models.FormatColumn) bool { return slices.Contains(comparing, c.Content) }) {
		rank = w.CompareRanking
	}
	c, err := rank(ctx, f.Program, at, scheme)
	if err != nil {
		return nil, err
	}
	maker, err := w.formatter(ctx, c, f)
	if err != nil {
		return nil, err
	}
	result := &Formatted{Ranked: c, Format: f, maker: maker}
	wording := cmp.Or(f.Terms.Title, p.Wording.SheetTitle)
	if result.Title, err = w.titleOf(c.Month, c.Ranking, wording); err != nil {
		return nil, err
	}
	result.Lineups, err = maker.lineups()
	return result, err
}

// formatter prepares what a format's columns ask for.
func (w *Workspace) formatter(ctx context.Context, c *Compared, format models.SheetFormat) (*formatter, error) {
	f := &formatter{text: w.text, c: c, index: c.Index(), terms: format.Terms, notices: map[string]string{}, remarks: map[string]string{}}
	if !f.terms.Has(models.ContentOnBasis) {
		c.OnBasis = nil // its note would name a column that is not there
	}
	var err error
	if f.table, err = c.Month.with(extras(c.Month.Program, f.terms, w.text.T("format.filter"))); err != nil {
		return nil, err
	}
	if f.terms.Has(models.ContentNotices) {
		notices, err := w.MonthNotices(ctx, c.Month)
		if err != nil {
			return nil, err
		}
		for _, n := range notices {
			f.notices[n.Unit.Key] = joined(f.notices[n.Unit.Key], NoticeWords(w.text, n))
		}
	}
	if f.terms.Has(models.ContentNote) {
		f.remember(c.Month)
	}
	f.build()
	return f, nil
}

// joined puts a text behind another.
func joined(before, text string) string {
	if before == "" {
		return text
	}
	return before + "；" + text
}

// remember collects the notes beside a month's values, by unit and in the order of the indicators.
func (f *formatter) remember(m *Month) {
	for i := range m.Program.Indicators {
		ind := &m.Program.Indicators[i]
		for _, u := range m.Table.Units {
			if note := m.Annotations[m.Place(ind.Key, u.Key)].Note; note != "" {
				f.remarks[u.Key] = joined(f.remarks[u.Key], ind.Name+"："+note)
			}
		}
	}
}

// lineups makes the tables: one a group, or one of all.
func (f *formatter) lineups() ([]Lineup, error) {
	groups := f.grouped()
	for i := range groups {
		if err := f.fill(groups[i].rows); err != nil {
			return nil, err
		}
	}
	if f.terms.Together && len(groups) > 0 {
		groups = []formatGroup{together(groups)}
	}
	rest := f.restNote(groups)
	var result []Lineup
	for i := range groups {
		g := &groups[i]
		if f.terms.Plain && len(g.rows) == 0 {
			continue
		}
		f.order(g.rows)
		shown := f.shownColumns(g.rows)
		l := Lineup{Heading: g.group.Group.Name, Notes: f.notes(g, rest)}
		for _, c := range shown {
			l.Columns = append(l.Columns, f.columns[c].LineupColumn)
		}
		for n, r := range g.rows {
			l.Rows = append(l.Rows, f.line(g, r, n, shown))
		}
		result = append(result, l)
	}
	return result, nil
}

// fill makes the cells of rows.
func (f *formatter) fill(rows []formatRow) error {
	for i := range rows {
		rows[i].cells = make([]formatCell, len(f.columns))
		for n, c := range f.columns {
			cell, err := c.cell(rows[i])
			if err != nil {
				return err
			}
			rows[i].cells[n] = cell
		}
	}
	return nil
}

// shownColumns leaves out the optional columns in which nothing stands.
func (f *formatter) shownColumns(rows []formatRow) []int {
	var shown []int
	for n, c := range f.columns {
		if !c.optional || slices.ContainsFunc(rows, func(r formatRow) bool { return r.cells[n].Text != "" }) {
			shown = append(shown, n)
		}
	}
	return shown
}

// together makes one group of all.
func together(groups []formatGroup) formatGroup {
	all := formatGroup{group: &appraise.RankedGroup{}}
	for _, g := range groups {
		all.rows = append(all.rows, g.rows...)
		all.ranked += g.ranked
		all.unjudged = append(all.unjudged, g.unjudged...)
		all.excluded = append(all.excluded, g.excluded...)
	}
	return all
}

// line is row n of a table. Rows in a list stand out where not all of them are in one.
func (f *formatter) line(g *formatGroup, r formatRow, n int, shown []int) LineupRow {
	alone := slices.ContainsFunc(g.rows, func(o formatRow) bool { return len(o.row.Lists) == 0 })
	line := LineupRow{Listed: alone && len(r.row.Lists) > 0}
	for _, c := range shown {
		cell := r.cells[c].LineupCell
		if f.terms.Columns[f.columns[c].place].Content == models.ContentOrder {
			cell = LineupCell{Text: strconv.Itoa(n + 1), Number: whole(n + 1)}
		}
		line.Cells = append(line.Cells, cell)
	}
	return line
}
