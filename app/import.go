package app

import (
	"context"
	"path/filepath"

	"yueping/app/intake"
	"yueping/app/workbook"
	"yueping/models"
	"yueping/models/appraise"
	"yueping/models/fault"
	"yueping/models/month"
)

// ImportRequest names a workbook and what it is to be read for.
type ImportRequest struct {
	Program string
	// Month may be 0 where the file is one of our exports, or says its month in its title, its name or
	// its dates.
	Month month.Month
	Path  string
	// Pasted is what was pasted instead of a file: lines of cells between tabs.
	Pasted string
	// Layout is what a clerk said of what stands where; nil for what is remembered of files with the same
	// header, or else for a guess.
	Layout *intake.Layout
	// Thousandths are the keys of indicators of which a clerk said, asked for Import.Thousandfold, that
	// the file has them in a unit a thousand times smaller: their values are divided by 1000.
	Thousandths []string
}

// Import is what a workbook would bring into a month and its days, before any of it is stored.
type Import struct {
	Program *models.Program
	Month   month.Month
	File    string
	Layout  intake.Layout // by which it was read
	Book    *workbook.Read
	Values  []ImportValue
	Refused []ImportRefusal
	// Left are rows, columns and sheets that were recognised as nothing to import: totals, means, what
	// is calculated here, hidden rows, other months. They stop nothing, and have to be shown.
	Left []ImportRefusal
	// Questions are names that may mean several units or one that is written otherwise. Until they are
	// answered (Layout.Units) their rows are among the refused.
	Questions []ImportQuestion
	// Dashes counts the cells that are refused because nobody said what a dash means.
	Dashes int
	// Thousandfold are the indicators whose refused values look as if given in a unit a thousand times
	// smaller. Answered yes, the same request with their keys in Thousandths divides them.
	Thousandfold []ImportThousandfold
	// Rounded are the values that were divided and then had more decimals than their indicator.
	Rounded []ImportRounded
	Divided int // values divided by 1000
	// Blank counts cells with nothing in them: what is stored there stays as it is.
	Blank                   int
	New, Changed, Unchanged int
}

// ImportChange is what a value would do to what is stored.
type ImportChange string

// The kinds of change.
const (
	ImportNew       ImportChange = "new"
	ImportChanged   ImportChange = "changed"
	ImportUnchanged ImportChange = "unchanged"
)

// ImportValue is one cell that was read.
type ImportValue struct {
	Unit      *models.Unit
	Name      string
	County    string
	Indicator *models.Indicator
	Day       int // 0 for the month's own value
	Cell      models.Cell
	Sheet     string
	At        string // the cell, C5
	Row       int    // of the sheet, from 1
	Change    ImportChange
	Old       models.Cell // what is stored
	// Typed is true where what is stored was typed, pasted or filled in by a person and another value would take its place.
	Typed bool
	// Draft is a typed text that is no value and would go.
	Draft string
}

// ImportRefusal is one cell that was not.
type ImportRefusal struct {
	Sheet, At, Found string
	Row              int          // of the sheet, from 1; 0 for a sheet or a column as a whole
	Unit             *models.Unit // nil where it is not known
	Indicator        *models.Indicator
	Day              int
	Reason           *fault.Fault
}

// ImportQuestion is a name to ask about, once for all its rows.
type ImportQuestion struct {
	Key        string // of Layout.Units
	Name       string // as written
	County     string
	Sheet, At  string         // the first row that has it
	Count      int            // rows
	Candidates []*models.Unit // the most likely first; none where nothing is near
}

// ImportThousandfold is an indicator to ask about, with one of the cells that give rise to it.
type ImportThousandfold struct {
	Indicator *models.Indicator
	Count     int
	Example   ImportRefusal
}

// ImportRounded is a value that lost decimals because a clerk said it is to be divided.
type ImportRounded struct {
	ImportValue
	Found string // as the file has it
}

// Days counts the values of days among those read.
func (i *Import) Days() int {
	n := 0
	for _, v := range i.Values {
		if v.Day != 0 {
			n++
		}
	}
	return n
}

// ReadImport reads a workbook: sheets of a month's values, and sheets of daily values with a day a row
// or a day a column. A file as a whole is refused with import.no_table, import.unknown_header and the
// other codes of a header, import.month_needed, import.other_month, import.two_months or
// import.other_program; single cells are in Refused.
func (w *Workspace) ReadImport(ctx context.Context, request ImportRequest) (*Import, error) {
	p, register, err := w.programAndRegister(ctx, request.Program)
	if err != nil {
		return nil, err
	}
	thousandths, err := dividing(p, request.Thousandths)
	if err != nil {
		return nil, err
	}
	path := request.Path
	book, err := workbook.Open(path)
	if err != nil {
		return nil, err
	}
	exported, err := exportedMonth(p, book, path)
	if err != nil {
		return nil, err
	}
	tables, unread, err := importTables(p, register, book)
	if err != nil {
		return nil, fault.All(err)[0].With("path", path)
	}
	at, err := importMonth(request.Month, exported, tables, path)
	if err != nil {
		return nil, err
	}
	m, err := w.Month(ctx, p.Key, at)
	if err != nil {
		return nil, err
	}
	days, err := w.daysFor(ctx, m, tables)
	if err != nil {
		return nil, err
	}
	reader := importReader{result: &Import{Program: p, Month: at, File: filepath.Base(path)}, month: m, days: days,
		matcher: models.NewMatcher(register, m.Table.Roster), seen: map[models.Place]ImportValue{}, thousandths: thousandths}
	for _, t := range tables {
		reader.table(t)
	}
	// Of our own exports everybody knows that rankings and indices are calculated.
	if exported == 0 {
		reader.result.Left = append(reader.result.Left, unread...)
	}
	return reader.result, nil
}

// daysFor loads the values of the days where a table has any.
func (w *Workspace) daysFor(ctx context.Context, m *Month, tables []importTable) (*appraise.DayTable, error) {
	for _, t := range tables {
		if t.daily() {
			return w.Days(ctx, m)
		}
	}
	return nil, nil
}

// dividing checks the keys of a request's Thousandths.
func dividing(p *models.Program, keys []string) (map[string]bool, error) {
	result := map[string]bool{}
	for _, key := range keys {
		if p.Indicator(key) == nil {
			return nil, unknownIndicator(p, key)
		}
		result[key] = true
	}
	return result, nil
}

// ImportChoice is what a clerk decides about an import before it is stored.
type ImportChoice struct {
	Actor, Reason string
	// Off are the rows that are left out, refused cells and all, by sheet and row (0 for a column or a
	// sheet as a whole).
	Off map[ImportPlace]bool
}

// ImportPlace is a row of a sheet.
type ImportPlace struct {
	Sheet string
	Row   int
}

// StoreImport stores what an import would bring, as one step; with refused cells in rows that are not
// off it stores nothing (import.refused).
func (w *Workspace) StoreImport(ctx context.Context, i *Import, choice ImportChoice) (Result, error) {
	if len(i.Refused) > 0 {
		first := i.Refused[0]
		return Result{}, fault.New("import.refused", "count", len(i.Refused), "path", i.File, "sheet", first.Sheet, "cell", first.At, "found", first.Found, "reason", first.Reason)
	}
	return w.Apply(ctx, Batch{Program: i.Program.Key, Source: models.SourceImported, Actor: choice.Actor, Reason: choice.Reason, File: i.File, Edits: i.Edits()})
}

// Edits are what an import would put where.
func (i *Import) Edits() []Edit {
	edits := make([]Edit, len(i.Values))
	for n, v := range i.Values {
		edits[n] = Edit{Indicator: v.Indicator.Key, Unit: v.Unit.Key, Period: i.Month.Day(v.Day), Cell: v.Cell}
	}
	return edits
}
