package store

import (
	"context"
	"errors"

	"yueping/models"
	"yueping/models/month"
	"yueping/models/number"
)

// rowsAtOnce is how many rows go with one statement.
const rowsAtOnce = 200

func observationColumns() []column[models.Observation] {
	written := periods()
	return []column[models.Observation]{
		{"program", func(o *models.Observation) any { return o.Program }},
		{"indicator", func(o *models.Observation) any { return o.Indicator }},
		{"period", func(o *models.Observation) any { return written(o.Period) }},
		{"unit", func(o *models.Observation) any { return o.Unit }},
		{"state", func(o *models.Observation) any { return string(o.State) }},
		{"value", func(o *models.Observation) any {
			if o.Value == nil {
				return nil
			}
			return o.Value.String()
		}},
		{"version", func(o *models.Observation) any { return int64(o.Version) }},
	}
}

const upsertObservation = " ON CONFLICT (program, period, indicator, unit) DO UPDATE SET state = excluded.state, value = excluded.value, version = excluded.version"

func changeColumns() []column[models.Change] {
	written := periods()
	return []column[models.Change]{
		{"batch_id", func(c *models.Change) any { return c.BatchID }},
		{"at", func(c *models.Change) any { return c.At }},
		{"actor", func(c *models.Change) any { return c.Actor }},
		{"source", func(c *models.Change) any { return string(c.Source) }},
		{"reason", func(c *models.Change) any { return c.Reason }},
		{"subject", func(c *models.Change) any { return string(c.Subject) }},
		{"program", func(c *models.Change) any { return c.Program }},
		{"indicator", func(c *models.Change) any { return c.Indicator }},
		{"unit", func(c *models.Change) any { return c.Unit }},
		{"period", func(c *models.Change) any { return written(c.Period) }},
		{"old_state", func(c *models.Change) any { return string(c.OldState) }},
		{"old_value", func(c *models.Change) any { return c.OldValue }},
		{"old_draft", func(c *models.Change) any { return c.OldDraft }},
		{"new_state", func(c *models.Change) any { return string(c.NewState) }},
		{"new_value", func(c *models.Change) any { return c.NewValue }},
		{"new_draft", func(c *models.Change) any { return c.NewDraft }},
	}
}

// periods writes periods, each once.
func periods() func(month.Period) string {
	texts := map[month.Period]string{}
	return func(p month.Period) string {
		text, known := texts[p]
		if !known {
			text = p.String()
			texts[p] = text
		}
		return text
	}
}

// PutObservations stores cells, new or changed, with the versions that they bring, those of months
// and those of days each in their table.
func (tx *Tx) PutObservations(ctx context.Context, rows []models.Observation) error {
	for start := 0; start < len(rows); {
		table, end := rows[start].Table(), start+1
		for end < len(rows) && rows[end].Table() == table {
			end++
		}
		if err := insert(ctx, tx, table, observationColumns(), upsertObservation, rows[start:end]); err != nil {
			return err
		}
		start = end
	}
	return nil
}

// AddChanges appends lines to the history.
func (tx *Tx) AddChanges(ctx context.Context, changes []models.Change) error {
	return insert(ctx, tx, "changes", changeColumns(), "", changes)
}

// DeleteObservations makes places not reported.
func (tx *Tx) DeleteObservations(ctx context.Context, places []models.Place) error {
	for _, table := range []string{models.ObservationTable, models.DailyObservationTable} {
		if err := tx.deleteFrom(ctx, table, places); err != nil {
			return tx.translate(err)
		}
	}
	return nil
}

// deleteFrom deletes the rows of those places that stand in a table.
func (tx *Tx) deleteFrom(ctx context.Context, table string, places []models.Place) error {
	var own []models.Place
	for _, p := range places {
		if p.Table() == table {
			own = append(own, p)
		}
	}
	if len(own) == 0 {
		return nil
	}
	statement, err := tx.prepare(ctx, "DELETE FROM "+table+" WHERE program = ? AND period = ? AND indicator = ? AND unit = ?")
	if err != nil {
		return err
	}
	for _, p := range own {
		if _, err = statement.ExecContext(ctx, p.Program, p.Period.String(), p.Indicator, p.Unit); err != nil {
			break
		}
	}
	return errors.Join(err, statement.Close())
}

// Observations gives the stored cells of a program's month or day. It scans raw rows: an import reads all of them.
func (q *Queries) Observations(ctx context.Context, program string, period month.Period) ([]models.Observation, error) {
	rows, err := q.db.WithContext(ctx).
		Raw("SELECT indicator, unit, state, value, version FROM "+models.Place{Period: period}.Table()+" WHERE program = ? AND period = ?", program, period).Rows()
	if err != nil {
		return nil, q.translate(err)
	}
	defer rows.Close()
	var result []models.Observation
	for rows.Next() {
		o := models.Observation{Place: models.Place{Program: program, Period: period}}
		var value *number.Number
		if err := rows.Scan(&o.Indicator, &o.Unit, (*string)(&o.State), &value, &o.Version); err != nil {
			return nil, err
		}
		o.Value = value
		result = append(result, o)
	}
	return result, q.translate(rows.Err())
}
