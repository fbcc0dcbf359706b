package store

import (
	"context"

	"yueping/models"
	"yueping/models/month"
)

// ControlTotals gives the control totals of a program's month.
func (q *Queries) ControlTotals(ctx context.Context, program string, at month.Month) ([]models.ControlTotal, error) {
	var rows []models.ControlTotal
	err := q.db.WithContext(ctx).Order("indicator, group_key").Find(&rows, "program = ? AND month = ?", program, at).Error
	return rows, err
}

// PutControlTotal stores a control total; one without a value is deleted.
func (tx *Tx) PutControlTotal(ctx context.Context, t models.ControlTotal) error {
	if t.Value == nil {
		return tx.db.WithContext(ctx).Where("program = ? AND month = ? AND indicator = ? AND group_key = ?", t.Program, t.Month, t.Indicator, t.Group).
			Delete(&models.ControlTotal{}).Error
	}
	return put(ctx, tx, []models.ControlTotal{t})
}
