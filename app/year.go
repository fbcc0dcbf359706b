package app

import (
	"bytes"
	"context"

	"yueping/app/workbook"
	"yueping/models"
	"yueping/models/appraise"
	"yueping/models/fault"
	"yueping/models/month"
)

// YearRequest asks for the workbook of a program's year.
type YearRequest struct {
	Program string
	Year    int
	Scheme  string // "" for the program's default
	Path    string
}

// year is the months of a year as one scheme ranks them, each by its own rules.
type year struct {
	w       *Workspace
	program *models.Program
	scheme  *models.Scheme
	number  int
	months  []yearMonth // those with ranked units, oldest first
	without []month.Month
	// unranked have data, but the scheme does not hold or ranks nobody.
	unranked []month.Month
}

type yearMonth struct {
	*Compared
	notices []appraise.Notice
}

// WriteYear writes the workbook of a year: every unit's ranks, averages, lists and notices first, then a sheet
// a month and the trends. Months without data are named. Faults are those of Month and Rank, year.number,
// year.nothing where no month ranks anybody, and those of WriteFile.
func (w *Workspace) WriteYear(ctx context.Context, r YearRequest) error {
	y, err := w.year(ctx, r)
	if err != nil {
		return err
	}
	book := workbook.Book{Title: y.title(""), Creator: w.text.T("app.name"), Sheets: y.summaries()}
	if book.Watermark, err = w.watermark(y.marked()); err != nil {
		return err
	}
	for i := range y.months {
		s, err := y.monthSheet(&y.months[i])
		if err != nil {
			return err
		}
		book.Sheets = append(book.Sheets, s)
	}
	book.Sheets = append(book.Sheets, y.trends()...)
	var content bytes.Buffer
	if err := workbook.Write(&content, book, w.clock()); err != nil {
		return err
	}
	return writeWhole(r.Path, content.Bytes())
}

// year ranks the months of a year.
func (w *Workspace) year(ctx context.Context, r YearRequest) (*year, error) {
	if r.Year < 1000 || r.Year > 9999 {
		return nil, fault.New("year.number", "year", r.Year)
	}
	december, err := w.Month(ctx, r.Program, month.Of(r.Year, 12))
	if err != nil {
		return nil, err
	}
	y := &year{w: w, program: december.Program, number: r.Year}
	if r.Scheme == "" {
		r.Scheme = y.program.DefaultScheme
	}
	if y.scheme = y.program.Scheme(r.Scheme); y.scheme == nil {
		_, err := december.Table.Rank(r.Scheme)
		return nil, err
	}
	months, err := w.store.MonthsWithData(ctx, y.program.Key)
	if err != nil {
		return nil, err
	}
	has := map[month.Month]bool{}
	for _, at := range months {
		has[at] = true
	}
	for at := month.Of(r.Year, 1); at <= december.At; at++ {
		if !has[at] {
			y.without = append(y.without, at)
			continue
		}
		if err := y.add(ctx, december, at, months); err != nil {
			return nil, err
		}
	}
	if len(y.months) == 0 {
		return nil, fault.New("year.nothing", "program", y.program.Name, "year", r.Year, "scheme", y.scheme.Name)
	}
	return y, nil
}

// add ranks a month of the year, compared with the month before.
func (y *year) add(ctx context.Context, december *Month, at month.Month, months []month.Month) error {
	m := &Month{Program: y.program, At: at, context: december.context}
	var err error
	if m.Record, err = y.w.store.Month(ctx, y.program.Key, at); err != nil {
		return err
	}
	if m.Table, err = m.context.Table(at); err != nil {
		return err
	}
	c, err := rankLoaded(m, y.scheme.Key)
	if fault.CodeOf(err) == "scheme.not_yet" || (err == nil && !c.Ranking.Ranked()) {
		y.unranked = append(y.unranked, at)
		return nil
	}
	if err != nil {
		return err
	}
	if c.LastMonth, err = c.against(m.basis(), at-1); err != nil {
		return err
	}
	notices, err := m.context.Notices(at, months)
	y.months = append(y.months, yearMonth{c, notices})
	return err
}

// marked is a month that is marked, the last one where none is.
func (y *year) marked() *Month {
	for _, m := range y.months {
		if m.Month.Mark(y.w.text) != "" {
			return m.Month
		}
	}
	return y.months[len(y.months)-1].Month
}

// figure is what every month ranks by first, nil where that changed within the year.
func (y *year) figure() *models.Indicator {
	first := y.months[0].Ranking.Keys[0]
	for _, m := range y.months {
		if m.Ranking.Keys[0].Key != first.Key {
			return nil
		}
	}
	return first
}
