package app

import (
	"context"
	"encoding/json"

	"yueping/models"
	"yueping/models/fault"
	"yueping/models/store"
)

// changeUnit edits a copy of a unit and stores it; where is nil for what has no date.
func (w *Workspace) changeUnit(ctx context.Context, key string, where *span, by UnitChange, edit func(*models.Register, *models.Unit) error) error {
	register, err := w.Register(ctx)
	if err != nil {
		return err
	}
	old := register.Unit(key)
	if old == nil {
		return fault.New("unit.unknown", "name", key, "nearest", "")
	}
	now := *old
	if err := edit(register, &now); err != nil {
		return err
	}
	return w.writeUnit(ctx, old, &now, where, by, nil)
}

// writeUnit stores a unit with a line in the history, and whatever else belongs to the change.
func (w *Workspace) writeUnit(ctx context.Context, old, now *models.Unit, where *span, by UnitChange, also func(*store.Tx) error) error {
	actor := by.Actor
	if actor == "" {
		actor = w.Actor()
	}
	before := ""
	if old != nil {
		text, err := json.Marshal(old)
		if err != nil {
			return err
		}
		before = string(text)
	}
	after, err := json.Marshal(now)
	if err != nil {
		return err
	}
	rules, err := w.rulebook(ctx)
	if err != nil {
		return err
	}
	err = w.store.Write(ctx, func(tx *store.Tx) error {
		if err := unlockedSpan(ctx, tx, rules, now.Key, where); err != nil {
			return err
		}
		if err := tx.PutUnits(ctx, []models.Unit{*now}); err != nil {
			return err
		}
		if also != nil {
			if err := also(tx); err != nil {
				return err
			}
		}
		batch := models.Batch{At: w.clock().UTC(), Actor: actor, Source: models.SourceCommand, Reason: by.Reason}
		return w.log1(ctx, tx, &batch, models.Change{Subject: models.SubjectUnit, Unit: now.Key, OldValue: before, NewValue: string(after)})
	})
	if err == nil {
		w.forgetRules()
	}
	return err
}
