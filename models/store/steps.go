package store

import (
	"context"

	"yueping/models"
)

// The steps of a program are the batches that changed cells, but for those that take back or bring again. The
// literal 0 is what lets SQLite use the index of steps.
const steps = `program = ? AND undoes = 0 AND EXISTS (SELECT 1 FROM changes WHERE batch_id = batches.id AND subject IN ?)`

// takenBack is the number of the batch that took a step back last.
const takenBack = `(SELECT max(u.id) FROM batches u WHERE u.undoes = batches.id AND u.undoes <> 0)`

// LastStep gives the newest step of a program that can be taken back (or, with undone, the one to be brought
// back), nil where there is none. What the sample brought is no clerk's step.
func (q *Queries) LastStep(ctx context.Context, program string, undone bool) (*models.Batch, error) {
	var rows []models.Batch
	query := q.db.WithContext(ctx).Limit(1).Where(steps, program, models.CellSubjects).
		Where("undone = ? AND source <> ?", undone, models.SourceSample)
	if undone {
		newest, err := q.newestStep(ctx, program)
		if err != nil {
			return nil, err
		}
		// A new step ends what was taken back before it; of the rest, what was taken back last comes first.
		query = query.Where(takenBack+" > ?", newest).Order(takenBack + " DESC")
	} else {
		query = query.Order("id DESC")
	}
	err := query.Find(&rows).Error
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	return &rows[0], nil
}

// newestStep is the number of the newest step of a program, taken back or not; 0 where there is none.
func (q *Queries) newestStep(ctx context.Context, program string) (int64, error) {
	var newest int64
	for _, undone := range []bool{false, true} {
		var rows []models.Batch
		err := q.db.WithContext(ctx).Select("id").Limit(1).Where(steps, program, models.CellSubjects).
			Where("undone = ?", undone).Order("id DESC").Find(&rows).Error
		if err != nil {
			return 0, err
		}
		if len(rows) == 1 {
			newest = max(newest, rows[0].ID)
		}
	}
	return newest, nil
}

// StepSize is what a step did: to how many cells, to which first, and whether all it did was clear them.
type StepSize struct {
	Cells   int
	First   models.Change
	Cleared bool
}

// StepSize measures a step.
func (q *Queries) StepSize(ctx context.Context, batch int64) (StepSize, error) {
	var size StepSize
	var rows []models.Change
	err := q.db.WithContext(ctx).Limit(1).Order("id").Find(&rows, "batch_id = ? AND subject IN ?", batch, models.CellSubjects).Error
	if err != nil || len(rows) == 0 {
		return size, err
	}
	size.First = rows[0]
	var filled int
	err = q.db.WithContext(ctx).Raw(`SELECT count(*), coalesce(sum(filled), 0) FROM (
		SELECT max(CASE WHEN new_state <> '' OR new_draft <> '' OR subject <> ? THEN 1 ELSE 0 END) AS filled
		FROM changes WHERE batch_id = ? AND subject IN ? GROUP BY indicator, unit, period) AS cells`,
		models.SubjectCell, batch, models.CellSubjects).Row().Scan(&size.Cells, &filled)
	size.Cleared = filled == 0
	return size, q.translate(err)
}
