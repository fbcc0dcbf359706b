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
		// What was taken back is brought again by taking back that: it may have left values alone.
		last := step.ID
		if back {
			if last, err = tx.UndoneBy(ctx, step.ID); err != nil {
				return err
			}
		}
		changes, err := tx.Changes(ctx, last)
		if err != nil {
			return err
		}
		slices.Reverse(changes)
		batch = Batch{Program: p.Key, Source: source}
		for _, c := range changes {
			if err := batch.restore(p, c); err != nil {
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

// restore adds what puts the old content of a change back. What an import learned of units' names stays.
func (b *Batch) restore(p *models.Program, c models.Change) error {
	place := models.Place{Program: c.Program, Indicator: c.Indicator, Period: c.Period, Unit: c.Unit}
	switch c.Subject {
	case models.SubjectSource:
		b.remarks = append(b.remarks, remark{place: place, source: &c.OldValue})
		return nil
	case models.SubjectNote:
		b.remarks = append(b.remarks, remark{place: place, note: &c.OldValue})
		return nil
	case models.SubjectUnit:
		return nil
	}
	cell, err := cellOf(c.OldState, c.OldValue)
	if err != nil {
		return err
	}
	e := Edit{Indicator: c.Indicator, Unit: c.Unit, Period: c.Period, Cell: cell, Draft: c.OldDraft, Keep: c.OldDraft != ""}
	if e.Draft != "" {
		e.Fault = faultOf(p, e)
	}
	b.Edits = append(b.Edits, e)
	return nil
}

// cellOf reads a cell as the history keeps it.
func cellOf(state models.State, value string) (models.Cell, error) {
	cell := models.Cell{State: state}
	if state != models.IsNumber {
		return cell, nil
	}
	var err error
	cell.Value, err = number.Parse(value)
	return cell, err
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
