package store

import (
	"context"

	"yueping/models"
	"yueping/models/month"
)

// MonthAnnotations gives the annotations of a program's month and of its days.
func (q *Queries) MonthAnnotations(ctx context.Context, program string, at month.Month) ([]models.Annotation, error) {
	var rows []models.Annotation
	err := q.db.WithContext(ctx).Order("period, indicator, unit").
		Find(&rows, "program = ? AND period BETWEEN ? AND ?", program, at.Whole(), lastDay(at)).Error
	return rows, err
}

// Annotation gives the annotation of a place, nil where there is none.
func (q *Queries) Annotation(ctx context.Context, place models.Place) (*models.Annotation, error) {
	return first[models.Annotation](ctx, q.db, place)
}

// HasAnnotations reports whether anything is noted beside the values of an indicator.
func (q *Queries) HasAnnotations(ctx context.Context, program, indicator string) (bool, error) {
	var rows []models.Annotation
	err := q.db.WithContext(ctx).Limit(1).Find(&rows, "program = ? AND indicator = ?", program, indicator).Error
	return len(rows) > 0, err
}

// PutAnnotations stores annotations, new or changed; blank ones are deleted.
func (tx *Tx) PutAnnotations(ctx context.Context, rows []models.Annotation) error {
	var kept []models.Annotation
	for _, a := range rows {
		if !a.Blank() {
			kept = append(kept, a)
			continue
		}
		err := tx.db.WithContext(ctx).Where("program = ? AND period = ? AND indicator = ? AND unit = ?",
			a.Program, a.Period, a.Indicator, a.Unit).Delete(&models.Annotation{}).Error
		if err != nil {
			return err
		}
	}
	return put(ctx, tx, kept)
}

// CellStory gives the history of one cell with that of its annotation, newest first, at most limit lines.
func (q *Queries) CellStory(ctx context.Context, place models.Place, limit int) ([]models.Change, error) {
	var rows []models.Change
	err := q.db.WithContext(ctx).Order("id DESC").Limit(limit).
		Find(&rows, "program = ? AND period = ? AND indicator = ? AND unit = ? AND subject IN ?",
			place.Program, place.Period, place.Indicator, place.Unit, models.CellSubjects).Error
	return rows, err
}
