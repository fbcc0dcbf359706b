package app

import (
	"context"

	"yueping/models/store"
)

// Setting gives a remembered text of this database, "" where it was never set.
func (w *Workspace) Setting(ctx context.Context, key string) (string, error) {
	return w.store.Setting(ctx, key)
}

// SetSetting remembers a text in this database.
func (w *Workspace) SetSetting(ctx context.Context, key, value string) error {
	return w.store.Write(ctx, func(tx *store.Tx) error { return tx.PutSetting(ctx, key, value) })
}
