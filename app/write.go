package app

import (
	"context"

	"yueping/models"
	"yueping/models/fault"
	"yueping/models/store"
)

// writer collects a batch's rows and its history.
type writer struct {
	tx      *store.Tx
	record  *models.Batch
	rows    []models.Observation // the last of each place, in the order of the first edit
	changes []models.Change
	result  Result
}

func (w *writer) edit(ctx context.Context, e *Edit, b before) error {
	place := e.place(w.record.Program)
	old := b[place]
	if e.Was != nil && !old.cell.Equal(*e.Was) || e.WasDraft != nil && old.draft != *e.WasDraft {
		return fault.New("cell.changed_meanwhile", "unit", e.Unit, "indicator", e.Indicator, "period", e.Period)
	}
	now := old
	now.draft = e.Draft
	if e.Draft == "" || e.Keep {
		now.cell = e.Cell
	}
	same := now.cell.Equal(old.cell)
	if same && now.draft == old.draft {
		w.result.Unchanged++
		return nil
	}
	w.count(old.cell, now.cell, e.Draft)
	if !same {
		now.version++
		w.put(place, &now)
	}
	if now.draft != old.draft {
		if err := w.draft(ctx, place, e); err != nil {
			return err
		}
	}
	b[place] = now
	w.changes = append(w.changes, w.line(place, old.cell, old.draft, now.cell, now.draft))
	return nil
}

// put is the row of what stands in a place now.
func (w *writer) put(place models.Place, now *standing) {
	o := models.Observation{Place: place, State: now.cell.State, Version: now.version}
	if o.State == models.IsNumber {
		value := now.cell.Value
		o.Value = &value
	}
	if now.row == 0 {
		w.rows = append(w.rows, o)
		now.row = len(w.rows)
	} else {
		w.rows[now.row-1] = o
	}
}

func (w *writer) draft(ctx context.Context, place models.Place, e *Edit) error {
	if e.Draft == "" {
		return w.tx.DeleteDraft(ctx, place)
	}
	return w.tx.PutDraft(ctx, models.Draft{Place: place, Text: e.Draft, Fault: e.Fault})
}

func (w *writer) count(old, now models.Cell, draft string) {
	switch {
	case draft != "":
		w.result.Drafts++
	case now.State == models.NotReported:
		w.result.Cleared++
	case old.State == models.NotReported:
		w.result.New++
	default:
		w.result.Changed++
	}
}

func (w *writer) line(place models.Place, old models.Cell, oldDraft string, now models.Cell, nowDraft string) models.Change {
	c := models.Change{At: w.record.At, Actor: w.record.Actor, Source: w.record.Source, Reason: w.record.Reason,
		Subject: models.SubjectCell, Program: place.Program, Indicator: place.Indicator, Unit: place.Unit, Period: place.Period,
		OldState: old.State, OldDraft: oldDraft, NewState: now.State, NewDraft: nowDraft}
	if old.State == models.IsNumber {
		c.OldValue = old.Value.String()
	}
	if now.State == models.IsNumber {
		c.NewValue = now.Value.String()
	}
	return c
}

// finish stores the collected rows under a batch; a batch that changed nothing leaves no trace.
func (w *writer) finish(ctx context.Context) (Result, error) {
	if len(w.changes) == 0 {
		return w.result, nil
	}
	put := w.rows[:0]
	var gone []models.Place
	for i := range w.rows {
		if w.rows[i].State != models.NotReported {
			put = append(put, w.rows[i])
		} else {
			gone = append(gone, w.rows[i].Place)
		}
	}
	if err := w.tx.DeleteObservations(ctx, gone); err != nil {
		return Result{}, err
	}
	if err := w.tx.PutObservations(ctx, put); err != nil {
		return Result{}, err
	}
	if err := w.tx.AddBatch(ctx, w.record); err != nil {
		return Result{}, err
	}
	for i := range w.changes {
		w.changes[i].BatchID = w.record.ID
	}
	if err := w.tx.AddChanges(ctx, w.changes); err != nil {
		return Result{}, err
	}
	w.result.Batch = w.record.ID
	return w.result, nil
}
