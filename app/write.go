package app

import (
	"context"

	"yueping/models"
	"yueping/models/fault"
	"yueping/models/month"
	"yueping/models/store"
)

// before is what stood in the places of a batch.
type before struct {
	cells  map[models.Place]models.Observation
	drafts map[models.Place]string
}

// few is up to how many places are read one by one.
const few = 8

// cellsBefore reads a place at a time for a few edits, whole months for many.
func cellsBefore(ctx context.Context, tx *store.Tx, batch Batch) (*before, error) {
	b := &before{map[models.Place]models.Observation{}, map[models.Place]string{}}
	if len(batch.Edits) <= few {
		for _, e := range batch.Edits {
			place := models.Place{Program: batch.Program, Indicator: e.Indicator, Period: e.Period, Unit: e.Unit}
			o, err := tx.Observation(ctx, place)
			if err != nil {
				return nil, err
			}
			if o != nil {
				b.cells[place] = *o
			}
			d, err := tx.Draft(ctx, place)
			if err != nil {
				return nil, err
			}
			if d != nil {
				b.drafts[place] = d.Text
			}
		}
		return b, nil
	}
	seen := map[month.Period]bool{}
	for _, e := range batch.Edits {
		if seen[e.Period] {
			continue
		}
		seen[e.Period] = true
		rows, err := tx.Observations(ctx, batch.Program, e.Period)
		if err != nil {
			return nil, err
		}
		for _, o := range rows {
			b.cells[o.Place] = o
		}
		drafts, err := tx.Drafts(ctx, batch.Program, e.Period)
		if err != nil {
			return nil, err
		}
		for _, d := range drafts {
			b.drafts[d.Place] = d.Text
		}
	}
	return b, nil
}

// writer collects a batch's rows and its history.
type writer struct {
	tx      *store.Tx
	record  *models.Batch
	places  []models.Place // in the order of the first edit
	final   map[models.Place]models.Observation
	changes []models.Change
	result  Result
}

func (w *writer) edit(ctx context.Context, e Edit, b *before) error {
	place := models.Place{Program: w.record.Program, Indicator: e.Indicator, Period: e.Period, Unit: e.Unit}
	old, draft := b.cells[place], b.drafts[place]
	now := old.Cell()
	if e.Was != nil && !now.Equal(*e.Was) {
		return fault.New("cell.changed_meanwhile", "unit", e.Unit, "indicator", e.Indicator)
	}
	if e.Draft == "" || e.Keep {
		now = e.Cell
	}
	if now.Equal(old.Cell()) && draft == e.Draft {
		w.result.Unchanged++
		return nil
	}
	w.count(old.Cell(), now, e.Draft)
	if !now.Equal(old.Cell()) {
		next := models.Observation{Place: place, State: now.State, Version: old.Version + 1}
		if now.State == models.IsNumber {
			next.Value = &now.Value
		}
		if _, twice := w.final[place]; !twice {
			w.places = append(w.places, place)
		}
		w.final[place] = next
		b.cells[place] = next
	}
	if draft != e.Draft {
		var err error
		if e.Draft == "" {
			err = w.tx.DeleteDraft(ctx, place)
		} else {
			err = w.tx.PutDraft(ctx, models.Draft{Place: place, Text: e.Draft, Fault: e.Fault})
		}
		if err != nil {
			return err
		}
		b.drafts[place] = e.Draft
	}
	w.changes = append(w.changes, w.line(place, old.Cell(), draft, now, e.Draft))
	return nil
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
	var put []models.Observation
	for _, place := range w.places {
		o := w.final[place]
		if o.State != models.NotReported {
			put = append(put, o)
		} else if err := w.tx.DeleteObservation(ctx, place); err != nil {
			return Result{}, err
		}
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
