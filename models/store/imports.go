package store

import (
	"context"
	"strings"
	"time"

	"yueping/models"
	"yueping/models/month"
)

// Imported is an import with what it did.
type Imported struct {
	models.Batch
	Cells  int
	Months []month.Month // oldest first
}

// Imports gives a program's imports that changed values, newest first.
func (q *Queries) Imports(ctx context.Context, program string) ([]Imported, error) {
	rows, err := q.db.WithContext(ctx).Raw(`SELECT b.id, b.at, b.actor, b.source, b.reason, b.program, b.file, b.undone, count(*), group_concat(DISTINCT substr(c.period, 1, 7))
		FROM batches b CROSS JOIN changes c ON c.batch_id = b.id AND c.subject = ?
		WHERE b.program = ? AND b.undoes = 0 AND b.undone IN (0, 1) AND b.source = ? GROUP BY b.id ORDER BY b.id DESC`,
		models.SubjectCell, program, models.SourceImported).Rows()
	if err != nil {
		return nil, q.translate(err)
	}
	defer rows.Close()
	var result []Imported
	for rows.Next() {
		var i Imported
		var months string
		if err := rows.Scan(&i.ID, &i.At, &i.Actor, &i.Source, &i.Reason, &i.Program, &i.File, &i.Undone, &i.Cells, &months); err != nil {
			return nil, err
		}
		for _, text := range strings.Split(months, ",") {
			m, err := month.Parse(text)
			if err != nil {
				return nil, err
			}
			i.Months = append(i.Months, m)
		}
		result = append(result, i)
	}
	return result, q.translate(rows.Err())
}

// LaterChange is what became of a value after a step.
type LaterChange struct {
	models.Place
	At     time.Time
	Actor  string
	Source models.Source
	Stands bool // of a step that is not taken back
}

// LaterChanges gives the changes that were made after a batch to the values that it changed, oldest first.
func (q *Queries) LaterChanges(ctx context.Context, batch int64) ([]LaterChange, error) {
	var rows []LaterChange
	err := q.db.WithContext(ctx).Raw(`SELECT c.program, c.indicator, c.period, c.unit, c.at, c.actor, c.source, b.undoes = 0 AND NOT b.undone AS stands
		FROM changes own CROSS JOIN changes c ON c.program = own.program AND c.period = own.period AND c.indicator = own.indicator AND c.unit = own.unit
			AND c.batch_id > own.batch_id AND c.subject = own.subject
		CROSS JOIN batches b ON b.id = c.batch_id
		WHERE own.batch_id = ? AND own.subject = ? ORDER BY c.id`, batch, models.SubjectCell).Scan(&rows).Error
	return rows, q.translate(err)
}

// UndoneBy gives the number of the batch that took a step back last, 0 where none did.
func (q *Queries) UndoneBy(ctx context.Context, step int64) (int64, error) {
	var id int64
	err := q.db.WithContext(ctx).Raw("SELECT coalesce(max(id), 0) FROM batches WHERE undoes = ? AND undoes <> 0", step).Row().Scan(&id)
	return id, q.translate(err)
}

// Unit gives a unit of the register, nil where there is none.
func (q *Queries) Unit(ctx context.Context, key string) (*models.Unit, error) {
	var rows []models.Unit
	err := q.db.WithContext(ctx).Limit(1).Find(&rows, "key = ?", key).Error
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	return &rows[0], nil
}
