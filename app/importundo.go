package app

import (
	"context"
	"slices"
	"time"

	"yueping/models"
	"yueping/models/fault"
	"yueping/models/store"
)

// ImportStep is an import that changed values, with how many and in which months.
type ImportStep = store.Imported

// Imports gives a program's imports, newest first, those that were taken back among them.
func (w *Workspace) Imports(ctx context.Context, program string) ([]ImportStep, error) {
	p, err := w.Program(ctx, program)
	if err != nil {
		return nil, err
	}
	return w.store.Imports(ctx, p.Key)
}

// ImportUndone is what became of an import that was taken back.
type ImportUndone struct {
	Import models.Batch
	Batch  int64 // by which it was taken back, 0 where every value has changed since
	Back   int   // values that are again what they were before
	Kept   []ImportKept
	// Aliases are spellings that the import taught the register. They stay.
	Aliases []ImportAlias
}

// ImportKept is a value that has changed since its import and stays.
type ImportKept struct {
	Place        models.Place
	Unit, County string // names
	Indicator    *models.Indicator
	Cell         models.Cell
	Draft        string
	// The last change of it.
	Actor  string
	At     time.Time
	Source models.Source
}

// UndoImport takes back an import, however long ago it was: each value that nobody has changed since is again what
// it was before, the others stay as they are and are named. It is one step, which Redo brings again. Where all
// values have changed since, nothing is stored. Faults: undo.no_import, undo.import_undone, month.locked.
func (w *Workspace) UndoImport(ctx context.Context, batch int64) (ImportUndone, error) {
	step, err := w.store.Batch(ctx, batch)
	if err != nil {
		return ImportUndone{}, err
	}
	if step == nil || step.Source != models.SourceImported {
		return ImportUndone{}, fault.New("undo.no_import", "import", batch)
	}
	p, register, err := w.programAndRegister(ctx, step.Program)
	if err != nil {
		return ImportUndone{}, err
	}
	u := importUndo{program: p, result: ImportUndone{Import: *step}}
	err = w.store.Write(ctx, func(tx *store.Tx) error {
		if err := u.plan(ctx, tx); err != nil {
			return err
		}
		if u.result.Back = len(u.batch.Edits); u.result.Back+len(u.batch.remarks) == 0 {
			return nil
		}
		done, err := w.apply(ctx, tx, u.batch, batch)
		if err != nil {
			return err
		}
		u.result.Batch = done.Batch
		return tx.MarkUndone(ctx, batch, true)
	})
	if err != nil {
		return ImportUndone{}, err
	}
	for i := range u.result.Kept {
		k := &u.result.Kept[i]
		roster := w.roster(register, p, k.Place.Period.Month)
		k.Unit, k.County, k.Indicator = roster.Name(k.Place.Unit), roster.County(k.Place.Unit), p.Indicator(k.Place.Indicator)
	}
	w.fireMonths(u.batch)
	u.result.Aliases, err = learned(register, u.lines)
	return u.result, err
}

// importUndo finds out which values of an import can be put back.
type importUndo struct {
	program *models.Program
	result  ImportUndone
	lines   []models.Change // of the import
	batch   Batch           // what puts them back
}

func (u *importUndo) plan(ctx context.Context, tx *store.Tx) error {
	step, err := tx.Batch(ctx, u.result.Import.ID)
	if err != nil {
		return err
	}
	if step.Undone {
		return fault.New("undo.import_undone", "import", step.ID, "file", step.File)
	}
	if u.lines, err = tx.Changes(ctx, step.ID); err != nil {
		return err
	}
	all := Batch{Program: u.program.Key, Source: models.SourceUndo}
	for _, line := range slices.Backward(u.lines) {
		if err := all.restore(u.program, line); err != nil {
			return err
		}
	}
	if err := unlocked(ctx, tx, all); err != nil {
		return err
	}
	now, err := cellsBefore(ctx, tx, all)
	if err != nil {
		return err
	}
	later, err := laterChanges(ctx, tx, step.ID)
	if err != nil {
		return err
	}
	u.batch = Batch{Program: all.Program, Source: all.Source}
	if err := u.partRemarks(ctx, tx, all); err != nil {
		return err
	}
	return u.part(all, now, later)
}

// partRemarks takes what is noted as the import noted it; what was written since stays.
func (u *importUndo) partRemarks(ctx context.Context, tx *store.Tx, all Batch) error {
	now, err := annotationsBefore(ctx, tx, all.remarks)
	if err != nil {
		return err
	}
	remark := 0
	for _, line := range slices.Backward(u.lines) {
		if line.Subject != models.SubjectSource && line.Subject != models.SubjectNote {
			continue
		}
		r := all.remarks[remark]
		remark++
		stands := now[r.place].Source
		if line.Subject == models.SubjectNote {
			stands = now[r.place].Note
		}
		if stands == line.NewValue {
			u.batch.remarks = append(u.batch.remarks, r)
		}
	}
	return nil
}

// part parts what still is as the import made it from what has changed since.
func (u *importUndo) part(all Batch, now before, later map[models.Place]laterChange) error {
	edit := 0
	for _, line := range slices.Backward(u.lines) {
		if line.Subject != models.SubjectCell {
			continue
		}
		made, err := cellOf(line.NewState, line.NewValue)
		if err != nil {
			return err
		}
		e := all.Edits[edit]
		edit++
		place := e.place(all.Program)
		stands, since := now[place], later[place]
		if !since.stands && stands.cell.Equal(made) && stands.draft == line.NewDraft {
			u.batch.Edits = append(u.batch.Edits, e)
			continue
		}
		u.result.Kept = append(u.result.Kept, ImportKept{Place: place, Cell: stands.cell, Draft: stands.draft,
			Actor: since.last.Actor, At: since.last.At, Source: since.last.Source})
	}
	slices.Reverse(u.result.Kept) // in the order of the file
	return nil
}

// laterChange is what was done to a value after an import.
type laterChange struct {
	last   store.LaterChange
	stands bool // a step that changed it is not taken back
}

func laterChanges(ctx context.Context, tx *store.Tx, batch int64) (map[models.Place]laterChange, error) {
	rows, err := tx.LaterChanges(ctx, batch)
	if err != nil {
		return nil, err
	}
	result := map[models.Place]laterChange{}
	for _, r := range rows {
		result[r.Place] = laterChange{r, result[r.Place].stands || r.Stands}
	}
	return result, nil
}
