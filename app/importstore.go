package app

import (
	"context"

	"yueping/app/intake"
	"yueping/models"
	"yueping/models/fault"
	"yueping/models/store"
)

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

// StoreImport stores what an import would bring, as one step: the values with what is noted beside them, the answers to its questions as
// aliases, and its layout for the next file of its kind. With refused cells in rows that are not off it stores
// nothing (import.refused), nor where something has changed since it was read (cell.changed_meanwhile).
func (w *Workspace) StoreImport(ctx context.Context, i *Import, choice ImportChoice) (Result, error) {
	if bad := i.refusal(choice.Off); bad != nil {
		return Result{}, bad
	}
	p, register, err := w.programAndRegister(ctx, i.Program.Key)
	if err != nil {
		return Result{}, err
	}
	programs, err := w.Programs(ctx)
	if err != nil {
		return Result{}, err
	}
	batch := Batch{Program: p.Key, Source: models.SourceImported, Actor: choice.Actor, Reason: choice.Reason, File: i.File,
		Edits: i.edits(choice.Off), remarks: i.remarks(choice.Off), aliases: newAliases(register, programs, i.Layout.Units)}
	check := w.checker(p, register)
	if bad := check.batch(batch); bad != nil {
		return Result{}, bad
	}
	if bad := check.remarks(batch); bad != nil {
		return Result{}, bad
	}
	var result Result
	err = w.store.Write(ctx, func(tx *store.Tx) (err error) {
		if result, err = w.apply(ctx, tx, batch, 0); err != nil {
			return err
		}
		return w.remember(ctx, tx, i)
	})
	if err != nil {
		return Result{}, i.located(err)
	}
	w.fireMonths(batch)
	if len(batch.aliases) > 0 {
		w.forgetRules()
	}
	return result, nil
}

// refusal is import.refused where a row that is on has a refused cell.
func (i *Import) refusal(off map[ImportPlace]bool) error {
	var first *ImportRefusal
	count := 0
	for n := range i.Refused {
		r := &i.Refused[n]
		if off[ImportPlace{r.Sheet, r.Row}] {
			continue
		}
		if count++; first == nil {
			first = r
		}
	}
	if first == nil {
		return nil
	}
	return fault.New("import.refused", "count", count, "path", i.File, "sheet", first.Sheet, "cell", first.At, "found", first.Found, "reason", first.Reason)
}

// Edits are what an import would put where.
func (i *Import) Edits() []Edit { return i.edits(nil) }

// edits are those of the rows that are not off, each with what stood there when it was read.
func (i *Import) edits(off map[ImportPlace]bool) []Edit {
	edits := make([]Edit, 0, len(i.Values))
	for n := range i.Values {
		v := &i.Values[n]
		if len(off) == 0 || !off[ImportPlace{v.Sheet, v.Row}] {
			edits = append(edits, Edit{Indicator: v.Indicator.Key, Unit: v.Unit.Key, Period: i.Month.Day(v.Day), Cell: v.Cell, Was: &v.Old, WasDraft: &v.Draft})
		}
	}
	return edits
}

// located gives a value that has changed since it was read the names of its unit and indicator, and its cell.
func (i *Import) located(err error) error {
	f, is := err.(*fault.Fault)
	if !is || f.Code != "cell.changed_meanwhile" {
		return err
	}
	for _, v := range i.Values {
		if v.Unit.Key == f.Args["unit"] && v.Indicator.Key == f.Args["indicator"] && i.Month.Day(v.Day) == f.Args["period"] {
			return f.With("unit", FullName(v.Name, v.County), "indicator", v.Indicator.Name, "day", v.Day, "sheet", v.Sheet, "cell", v.At)
		}
	}
	return err
}

// remember keeps the layout that was confirmed by storing. Our own exports and templates need none.
func (w *Workspace) remember(ctx context.Context, tx *store.Tx, i *Import) error {
	if i.Layout.From == intake.Template {
		return nil
	}
	for _, m := range intake.Remember(i.Layout) {
		row := models.ImportLayout{Program: i.Program.Key, Fingerprint: m.Fingerprint, Layout: m.JSON, Used: w.clock().UTC()}
		if err := tx.PutImportLayout(ctx, row); err != nil {
			return err
		}
	}
	return nil
}
