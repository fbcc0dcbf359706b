package store

import (
	"context"
	"errors"

	"gorm.io/gorm"

	"yueping/models"
)

// ImportLayout gives the layout remembered for headers of a fingerprint, nil where there is none.
func (q *Queries) ImportLayout(ctx context.Context, program, fingerprint string) (*models.ImportLayout, error) {
	var row models.ImportLayout
	err := q.db.WithContext(ctx).Take(&row, "program = ? AND fingerprint = ?", program, fingerprint).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, q.translate(err)
	}
	return &row, nil
}

// PutImportLayout remembers a layout in place of one with the same fingerprint.
func (tx *Tx) PutImportLayout(ctx context.Context, row models.ImportLayout) error {
	return put(ctx, tx, []models.ImportLayout{row})
}
