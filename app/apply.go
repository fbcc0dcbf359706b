package app

import (
	"context"

	"yueping/models"
	"yueping/models/fault"
	"yueping/models/month"
	"yueping/models/store"
)

// Batch is one step of work on the values of one program: it is stored as a whole or not at all.
type Batch struct {
	Program string
	Source  models.Source
	Actor   string // "" for the workspace's
	Reason  string
	File    string // of an import
	Edits   []Edit

	remarks []remark // beside the cells; Annotate and undoing bring them
	aliases []alias  // that an import learned
}

// months are those that a batch touches, in the order of its edits.
func (b *Batch) months() []month.Month {
	var months []month.Month
	seen := map[month.Month]bool{}
	touch := func(m month.Month) {
		if !seen[m] {
			seen[m] = true
			months = append(months, m)
		}
	}
	for i := range b.Edits {
		touch(b.Edits[i].Period.Month)
	}
	for _, r := range b.remarks {
		touch(r.place.Period.Month)
	}
	return months
}

// Edit puts a cell into a place: a number, 无数据, 不参评, or the zero cell for "not reported". A Draft
// is a typed text that is no value: it is kept beside the cell, which stays as it was.
type Edit struct {
	Indicator string
	Unit      string
	Period    month.Period
	Cell      models.Cell
	Draft     string
	Fault     string // the code of the fault that made it a draft
	Keep      bool   // with a Draft: Cell is put as well, as undoing does
	// Was is the content that whoever made the edit had seen, nil where that does not matter: the batch is
	// refused (cell.changed_meanwhile) where something else stands there by now.
	Was *models.Cell
	// WasDraft is the same for the draft beside it.
	WasDraft *string
}

func (e *Edit) place(program string) models.Place {
	return models.Place{Program: program, Indicator: e.Indicator, Period: e.Period, Unit: e.Unit}
}

// Result counts what a batch did.
type Result struct {
	Batch     int64 // 0 where nothing changed
	New       int   // was not reported before
	Changed   int
	Cleared   int
	Unchanged int
	Drafts    int
}

// Apply is the one way by which values change. In one transaction it refuses a verified month,
// checks every value, stores it, and appends a change a cell; then it fires Changed. A refused batch leaves
// nothing behind; its fault (or fault.List) names each cell and the reason.
func (w *Workspace) Apply(ctx context.Context, batch Batch) (Result, error) {
	p, register, err := w.programAndRegister(ctx, batch.Program)
	if err != nil {
		return Result{}, err
	}
	batch.Program = p.Key
	check := w.checker(p, register)
	if bad := check.batch(batch); bad != nil {
		return Result{}, bad
	}
	return w.write(ctx, batch)
}

// write stores a checked batch in a transaction of its own and says so.
func (w *Workspace) write(ctx context.Context, batch Batch) (Result, error) {
	var result Result
	err := w.store.Write(ctx, func(tx *store.Tx) (err error) {
		result, err = w.apply(ctx, tx, batch, 0)
		return err
	})
	if err != nil {
		return Result{}, err
	}
	w.fireMonths(batch)
	return result, nil
}

func (w *Workspace) fireMonths(batch Batch) {
	for _, m := range batch.months() {
		w.Changed.fire(MonthChanged{batch.Program, m})
	}
}

// apply stores a checked batch inside a transaction.
func (w *Workspace) apply(ctx context.Context, tx *store.Tx, batch Batch, undoes int64) (Result, error) {
	if err := unlocked(ctx, tx, batch); err != nil {
		return Result{}, err
	}
	if batch.Actor == "" {
		batch.Actor = w.Actor()
	}
	record := models.Batch{At: w.clock().UTC(), Actor: batch.Actor, Source: batch.Source, Reason: batch.Reason,
		Program: batch.Program, File: batch.File, Undoes: undoes}
	writer := writer{tx: tx, record: &record, rows: make([]models.Observation, 0, len(batch.Edits)), changes: make([]models.Change, 0, len(batch.Edits))}
	before, err := cellsBefore(ctx, tx, batch)
	if err != nil {
		return Result{}, err
	}
	for i := range batch.Edits {
		if err := writer.edit(ctx, &batch.Edits[i], before); err != nil {
			return Result{}, err
		}
	}
	if err := writer.annotations(ctx, batch.remarks); err != nil {
		return Result{}, err
	}
	if err := writer.learn(ctx, batch.aliases); err != nil {
		return Result{}, err
	}
	return writer.finish(ctx)
}

func unlocked(ctx context.Context, tx *store.Tx, batch Batch) error {
	for _, m := range batch.months() {
		if err := refuseLocked(ctx, tx, batch.Program, m); err != nil {
			return err
		}
	}
	return nil
}

// refuseLocked refuses a verified month.
func refuseLocked(ctx context.Context, tx *store.Tx, program string, at month.Month) error {
	record, err := tx.Month(ctx, program, at)
	if err == nil && record.Status != models.Entering {
		return fault.New("month.locked", "program", program, "month", at.String(), "status", string(record.Status))
	}
	return err
}
