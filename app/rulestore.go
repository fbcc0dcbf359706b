package app

import (
	"context"

	"yueping/models"
	"yueping/models/fault"
	"yueping/models/month"
	"yueping/models/store"
)

// unfinished refuses a change from a month at or before the last verified one of a program, with the
// given fault.
func (w *Workspace) unfinished(ctx context.Context, program string, from month.Month, code string, pairs ...any) error {
	finished, err := w.store.VerifiedMonths(ctx, program)
	if err != nil {
		return err
	}
	if n := len(finished); n > 0 && from <= finished[n-1] {
		return fault.New(code, append(pairs, "month", finished[n-1].String())...)
	}
	return nil
}

// storeRule writes a scheme or an escalation rule with its line in the history, and forgets the rules
// that were read. old is what stood there as JSON, "" for nothing.
func (w *Workspace) storeRule(ctx context.Context, program string, from month.Month, by UnitChange, old, now string, put func(*store.Tx) error) error {
	actor := by.Actor
	if actor == "" {
		actor = w.Actor()
	}
	err := w.store.Write(ctx, func(tx *store.Tx) error {
		if err := put(tx); err != nil {
			return err
		}
		batch := models.Batch{At: w.clock().UTC(), Actor: actor, Source: models.SourceCommand, Reason: by.Reason, Program: program}
		return w.log1(ctx, tx, &batch, models.Change{Subject: models.SubjectRules, Program: program, Period: from.Whole(), OldValue: old, NewValue: now})
	})
	if err == nil {
		w.forgetRules()
	}
	return err
}

// jsonOf writes what stands somewhere, "" for nothing.
func jsonOf[T any](v *T) string {
	if v == nil {
		return ""
	}
	return asJSON(*v)
}
