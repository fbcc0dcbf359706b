package store

import (
	"context"

	"yueping/models"
)

// SheetFormats gives the formats that were made for a program, by name.
func (q *Queries) SheetFormats(ctx context.Context, program string) ([]models.SheetFormat, error) {
	var rows []models.SheetFormat
	err := q.db.WithContext(ctx).Order("name, key").Find(&rows, "program = ?", program).Error
	return rows, q.translate(err)
}

// PutSheetFormat stores a format, new or changed.
func (tx *Tx) PutSheetFormat(ctx context.Context, f models.SheetFormat) error {
	return put(ctx, tx, []models.SheetFormat{f})
}

// DeleteSheetFormat forgets a format.
func (tx *Tx) DeleteSheetFormat(ctx context.Context, program, key string) error {
	return tx.db.WithContext(ctx).Where("program = ? AND key = ?", program, key).Delete(&models.SheetFormat{}).Error
}
