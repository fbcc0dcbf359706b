package store

import (
	"context"

	"yueping/models"
	"yueping/models/month"
)

// LastSources gives how the values of a program's month and of its days came to be what they are, of
// those that a person typed, pasted or filled in.
func (q *Queries) LastSources(ctx context.Context, program string, at month.Month) (map[models.Place]models.Source, error) {
	rows, err := q.db.WithContext(ctx).Raw(`SELECT indicator, unit, period, source FROM changes WHERE source IN (?, ?, ?) AND id IN
		(SELECT MAX(id) FROM changes WHERE program = ? AND period BETWEEN ? AND ? AND subject = ? GROUP BY indicator, unit, period)`,
		models.SourceTyped, models.SourcePasted, models.SourceFilled, program, at.Whole(), lastDay(at), models.SubjectCell).Rows()
	if err != nil {
		return nil, q.translate(err)
	}
	defer rows.Close()
	result := map[models.Place]models.Source{}
	for rows.Next() {
		place := models.Place{Program: program}
		var source models.Source
		if err := rows.Scan(&place.Indicator, &place.Unit, &place.Period, &source); err != nil {
			return nil, err
		}
		result[place] = source
	}
	return result, q.translate(rows.Err())
}
