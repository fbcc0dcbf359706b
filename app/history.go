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
	p, err := w.Program(ctx, program) // before the transaction: it may have to read them
	if err != nil {
		return models.Batch{}, err
	}
	var step models.Batch
	var batch Batch
	err = w.store.Write(ctx, func(tx *store.Tx) error {
		found, err := tx.LastStep(ctx, p.Key, back)
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
		batch = Batch{Program: p.Key, Source: source}
		for _, c := range changes {
			if err := batch.restore(p, c, back); err != nil {
				return err
			}
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

// restore adds what puts the old content of a change back, or the new one again.
func (b *Batch) restore(p *models.Program, c models.Change, again bool) error {
	state, value, draft := c.OldState, c.OldValue, c.OldDraft
	if again {
		state, value, draft = c.NewState, c.NewValue, c.NewDraft
	}
	place := models.Place{Program: c.Program, Indicator: c.Indicator, Period: c.Period, Unit: c.Unit}
	switch c.Subject {
	case models.SubjectSource:
		b.remarks = append(b.remarks, remark{place: place, source: &value})
		return nil
	case models.SubjectNote:
		b.remarks = append(b.remarks, remark{place: place, note: &value})
		return nil
	}
	e := Edit{Indicator: c.Indicator, Unit: c.Unit, Period: c.Period, Cell: models.Cell{State: state}, Draft: draft, Keep: draft != ""}
	if state == models.IsNumber {
		n, err := number.Parse(value)
		if err != nil {
			return err
		}
		e.Cell.Value = n
	}
	if draft != "" {
		e.Fault = faultOf(p, e)
	}
	b.Edits = append(b.Edits, e)
	return nil
}

// faultOf reads a draft's text again for the code of its fault, which the history does not keep; "" where the
// rules have changed and the text is a value now: it is still what a person has to put in.
func faultOf(p *models.Program, e Edit) string {
	i := p.Indicator(e.Indicator)
	if i == nil {
		return ""
	}
	_, bad := ReadCell(i.At(e.Period), e.Draft)
	if bad == nil {
		return ""
	}
	return bad.Code
}

// CellHistory gives the changes of one cell, newest first.
func (w *Workspace) CellHistory(ctx context.Context, place models.Place, limit int) ([]models.Change, error) {
	return w.store.CellChanges(ctx, place, limit)
}

// CellStory is CellHistory with the changes of the cell's annotation (of the subjects source and note).
func (w *Workspace) CellStory(ctx context.Context, place models.Place, limit int) ([]models.Change, error) {
	return w.store.CellStory(ctx, place, limit)
}

// MonthHistory gives the changes of a month's status, newest first.
func (w *Workspace) MonthHistory(ctx context.Context, m *Month) ([]models.Change, error) {
	return w.store.MonthChanges(ctx, m.Program.Key, m.At)
}
