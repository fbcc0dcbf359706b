package app

import (
	"context"
	"slices"

	"yueping/models"
	"yueping/models/fault"
	"yueping/models/number"
	"yueping/models/store"
)

// Undo takes back the newest step of a program's values that still stands, as an inverse batch; undo.nothing
// where there is none.
func (w *Workspace) Undo(ctx context.Context, program string) (models.Batch, error) {
	return w.turn(ctx, program, false)
}

// Redo brings back the step that was taken back last; redo.nothing where there is none.
func (w *Workspace) Redo(ctx context.Context, program string) (models.Batch, error) {
	return w.turn(ctx, program, true)
}

func (w *Workspace) turn(ctx context.Context, program string, back bool) (models.Batch, error) {
	source, nothing := models.SourceUndo, "undo.nothing"
	if back {
		source, nothing = models.SourceRedo, "redo.nothing"
	}
	var step models.Batch
	var batch Batch
	err := w.store.Write(ctx, func(tx *store.Tx) error {
		found, err := tx.LastStep(ctx, program, back)
		if err != nil {
			return err
		}
		if found == nil {
			return fault.New(nothing)
		}
		step = *found
		changes, err := tx.Changes(ctx, step.ID)
		if err != nil {
			return err
		}
		if !back {
			slices.Reverse(changes)
		}
		batch = Batch{Program: program, Source: source}
		for _, c := range changes {
			e, err := restore(c, back)
			if err != nil {
				return err
			}
			batch.Edits = append(batch.Edits, e)
		}
		if _, err := w.apply(ctx, tx, batch, step.ID); err != nil {
			return err
		}
		return tx.MarkUndone(ctx, step.ID, !back)
	})
	if err == nil {
		w.fireMonths(batch)
	}
	return step, err
}

// restore gives the edit that puts the old content of a change back, or the new one again.
func restore(c models.Change, again bool) (Edit, error) {
	state, value, draft := c.OldState, c.OldValue, c.OldDraft
	if again {
		state, value, draft = c.NewState, c.NewValue, c.NewDraft
	}
	e := Edit{Indicator: c.Indicator, Unit: c.Unit, Period: c.Period, Cell: models.Cell{State: state}, Draft: draft, Keep: draft != ""}
	if state == models.IsNumber {
		n, err := number.Parse(value)
		if err != nil {
			return Edit{}, err
		}
		e.Cell.Value = n
	}
	return e, nil
}

// CellHistory gives the changes of one cell, newest first.
func (w *Workspace) CellHistory(ctx context.Context, place models.Place, limit int) ([]models.Change, error) {
	return w.store.CellChanges(ctx, place, limit)
}

// MonthHistory gives the changes of a month's status, newest first.
func (w *Workspace) MonthHistory(ctx context.Context, m *Month) ([]models.Change, error) {
	return w.store.MonthChanges(ctx, m.Program.Key, m.At)
}
