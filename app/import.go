package app

import (
	"context"
	"path/filepath"
	"strings"

	"yueping/app/workbook"
	"yueping/models"
	"yueping/models/fault"
	"yueping/models/month"
)

// Import is what a workbook would bring into a month, before any of it is stored.
type Import struct {
	Program *models.Program
	Month   month.Month
	File    string
	Values  []ImportValue
	Refused []ImportRefusal
	// Blank counts cells with nothing in them: what is stored there stays as it is.
	Blank                   int
	New, Changed, Unchanged int
}

// ImportValue is one cell that was read.
type ImportValue struct {
	Unit      *models.Unit
	Name      string
	County    string
	Indicator *models.Indicator
	Cell      models.Cell
	Sheet     string
	At        string // the cell, C5
}

// ImportRefusal is one cell that was not.
type ImportRefusal struct {
	Sheet, At, Found string
	Reason           *fault.Fault
}

// ReadImport reads a workbook for a program. at may be 0 where the file is one of our exports or says
// its month in its title or name. A file as a whole is refused with import.no_table, import.unknown_header,
// import.month_needed, import.other_month, import.two_months or import.other_program; single cells are in Refused.
func (w *Workspace) ReadImport(ctx context.Context, program string, at month.Month, path string) (*Import, error) {
	p, register, err := w.programAndRegister(ctx, program)
	if err != nil {
		return nil, err
	}
	book, err := workbook.Open(path)
	if err != nil {
		return nil, err
	}
	exported, err := exportedMonth(p, book, path)
	if err != nil {
		return nil, err
	}
	tables, err := importTables(p, book)
	if err != nil {
		return nil, fault.All(err)[0].With("path", path)
	}
	if at, err = importMonth(at, exported, tables, path); err != nil {
		return nil, err
	}
	m, err := w.Month(ctx, p.Key, at)
	if err != nil {
		return nil, err
	}
	reader := importReader{result: &Import{Program: p, Month: at, File: filepath.Base(path)}, month: m,
		matcher: models.NewMatcher(register, m.Table.Roster), seen: map[models.Place]ImportValue{}}
	for _, t := range tables {
		reader.table(t)
	}
	return reader.result, nil
}

// exportedMonth gives the month of one of our exports, 0 for another file. It comes before the
// headers: those of another program's export would all be unknown, which is not what is wrong.
func exportedMonth(p *models.Program, book *workbook.Read, path string) (month.Month, error) {
	rest, ours := strings.CutPrefix(book.Subject, exportMark)
	if !ours {
		return 0, nil
	}
	program, m, _ := strings.Cut(rest, ":")
	if program != p.Key {
		return 0, fault.New("import.other_program", "path", path, "program", p.Key, "found", program)
	}
	return month.Find(m), nil
}

// importMonth settles the month: what was asked for and what the file says must agree.
func importMonth(asked, exported month.Month, tables []importTable, path string) (month.Month, error) {
	said := month.Month(0)
	// What a person sees and may have changed counts before what the file remembers of its export.
	for _, t := range tables {
		own := month.Find(t.title)
		if own == 0 {
			own = month.Find(t.sheet.Name)
		}
		if said != 0 && own != 0 && own != said {
			return 0, fault.New("import.two_months", "path", path, "sheet", t.sheet.Name, "found", own.String(), "month", said.String())
		}
		if own != 0 {
			said = own
		}
	}
	if said == 0 {
		said = exported
	}
	if said == 0 {
		said = month.Find(filepath.Base(path))
	}
	switch {
	case asked == 0 && said == 0:
		return 0, fault.New("import.month_needed", "path", path)
	case asked == 0:
		return said, nil
	case said != 0 && said != asked:
		return 0, fault.New("import.other_month", "path", path, "found", said.String(), "month", asked.String())
	}
	return asked, nil
}

// StoreImport stores what an import would bring, as one step; with refused cells it stores nothing
// (import.refused).
func (w *Workspace) StoreImport(ctx context.Context, i *Import, actor, reason string) (Result, error) {
	if len(i.Refused) > 0 {
		first := i.Refused[0]
		return Result{}, fault.New("import.refused", "count", len(i.Refused), "path", i.File, "sheet", first.Sheet, "cell", first.At, "found", first.Found, "reason", first.Reason)
	}
	batch := Batch{Program: i.Program.Key, Source: models.SourceImported, Actor: actor, Reason: reason, File: i.File}
	for _, v := range i.Values {
		batch.Edits = append(batch.Edits, Edit{Indicator: v.Indicator.Key, Unit: v.Unit.Key, Period: i.Month.Whole(), Cell: v.Cell})
	}
	return w.Apply(ctx, batch)
}
