package app

import (
	"context"

	"yueping/models"
	"yueping/models/month"
	"yueping/models/store"
)

// standing is what stands in a place.
type standing struct {
	cell    models.Cell
	version int
	draft   string
	row     int // where the batch's row of it is among the writer's, from 1; 0 for none
}

// before is what stands in the places of a batch.
type before map[models.Place]standing

func (b before) observation(o *models.Observation) {
	v := b[o.Place]
	v.cell, v.version = o.Cell(), o.Version
	b[o.Place] = v
}

func (b before) draft(d *models.Draft) {
	v := b[d.Place]
	v.draft = d.Text
	b[d.Place] = v
}

// few is up to how many places are read one by one.
const few = 8

// cellsBefore reads a place at a time for a few edits, whole months for many.
func cellsBefore(ctx context.Context, tx *store.Tx, batch Batch) (before, error) {
	b := make(before, len(batch.Edits))
	if len(batch.Edits) <= few {
		for i := range batch.Edits {
			if err := b.place(ctx, tx, batch.Edits[i].place(batch.Program)); err != nil {
				return nil, err
			}
		}
		return b, nil
	}
	seen := map[month.Period]bool{}
	for i := range batch.Edits {
		period := batch.Edits[i].Period
		if seen[period] {
			continue
		}
		seen[period] = true
		if err := b.period(ctx, tx, batch.Program, period); err != nil {
			return nil, err
		}
	}
	return b, nil
}

func (b before) place(ctx context.Context, tx *store.Tx, place models.Place) error {
	o, err := tx.Observation(ctx, place)
	if err != nil {
		return err
	}
	if o != nil {
		b.observation(o)
	}
	d, err := tx.Draft(ctx, place)
	if d != nil {
		b.draft(d)
	}
	return err
}

func (b before) period(ctx context.Context, tx *store.Tx, program string, period month.Period) error {
	rows, err := tx.Observations(ctx, program, period)
	if err != nil {
		return err
	}
	for i := range rows {
		b.observation(&rows[i])
	}
	drafts, err := tx.Drafts(ctx, program, period)
	for i := range drafts {
		b.draft(&drafts[i])
	}
	return err
}
