package store

import (
	"context"
	"database/sql"

	"gorm.io/gorm"

	"yueping/models"
	"yueping/models/month"
	"yueping/models/number"
)

// Queries read the database, inside a transaction or outside.
type Queries struct{ db *gorm.DB }

// translate is for raw rows, whose errors gorm passes on as they are.
func (q *Queries) translate(err error) error { return q.db.Dialector.(dialect).Translate(err) }

func all[T any](ctx context.Context, db *gorm.DB, order string) ([]T, error) {
	var rows []T
	err := db.WithContext(ctx).Order(order).Find(&rows).Error
	return rows, err
}

// Register gives all units.
func (q *Queries) Register(ctx context.Context) (*models.Register, error) {
	units, err := all[models.Unit](ctx, q.db, "precedence, key")
	if err != nil {
		return nil, err
	}
	return models.NewRegister(units), nil
}

// Programs gives the programs with their groups, members, indicators and rules, in their order.
func (q *Queries) Programs(ctx context.Context) ([]*models.Program, error) {
	programs, err := all[models.Program](ctx, q.db, "sort, key")
	if err != nil {
		return nil, err
	}
	byKey := map[string]*models.Program{}
	result := make([]*models.Program, len(programs))
	for i := range programs {
		result[i] = &programs[i]
		byKey[programs[i].Key] = &programs[i]
	}
	groups, err1 := all[models.Group](ctx, q.db, "sort, key")
	members, err2 := all[models.Member](ctx, q.db, "unit, since")
	indicators, err3 := all[models.Indicator](ctx, q.db, "sort, key")
	schemes, err4 := all[models.Scheme](ctx, q.db, "sort, key")
	checks, err5 := all[models.Check](ctx, q.db, "sort, key")
	rules, err6 := all[models.Rule](ctx, q.db, "sort, key")
	for _, err := range []error{err1, err2, err3, err4, err5, err6} {
		if err != nil {
			return nil, err
		}
	}
	for _, v := range groups {
		byKey[v.Program].Groups = append(byKey[v.Program].Groups, v)
	}
	for _, v := range members {
		byKey[v.Program].Members = append(byKey[v.Program].Members, v)
	}
	for _, v := range indicators {
		byKey[v.Program].Indicators = append(byKey[v.Program].Indicators, v)
	}
	for _, v := range schemes {
		byKey[v.Program].Schemes = append(byKey[v.Program].Schemes, v)
	}
	for _, v := range checks {
		byKey[v.Program].Checks = append(byKey[v.Program].Checks, v)
	}
	for _, v := range rules {
		byKey[v.Program].Rules = append(byKey[v.Program].Rules, v)
	}
	return result, nil
}

// EachObservation calls visit for every stored cell of a program's month. It scans raw rows: a month of the whole
// country has hundreds of thousands.
func (q *Queries) EachObservation(ctx context.Context, program string, period month.Period, visit func(indicator, unit string, cell models.Cell)) error {
	rows, err := q.db.WithContext(ctx).
		Raw("SELECT indicator, unit, state, value FROM observations WHERE program = ? AND period = ?", program, period).Rows()
	if err != nil {
		return q.translate(err)
	}
	defer rows.Close()
	for rows.Next() {
		var indicator, unit, state string
		var value *number.Number
		if err := rows.Scan(&indicator, &unit, &state, &value); err != nil {
			return err
		}
		visit(indicator, unit, cellOf(state, value))
	}
	return q.translate(rows.Err())
}

func cellOf(state string, value *number.Number) models.Cell {
	cell := models.Cell{State: models.State(state)}
	if value != nil {
		cell.Value = *value
	}
	return cell
}

// EachDay calls visit for every stored cell of the days of a program's month, day by day.
func (q *Queries) EachDay(ctx context.Context, program string, at month.Month, visit func(day int, indicator, unit string, cell models.Cell)) error {
	rows, err := q.db.WithContext(ctx).
		Raw("SELECT CAST(substr(period, 9) AS INTEGER), indicator, unit, state, value FROM daily_observations WHERE program = ? AND period BETWEEN ? AND ? ORDER BY period",
			program, at.Whole(), lastDay(at)).Rows()
	if err != nil {
		return q.translate(err)
	}
	defer rows.Close()
	for rows.Next() {
		var day int
		var indicator, unit, state string
		var value *number.Number
		if err := rows.Scan(&day, &indicator, &unit, &state, &value); err != nil {
			return err
		}
		visit(day, indicator, unit, cellOf(state, value))
	}
	return q.translate(rows.Err())
}

// Observation gives one stored cell, nil where the place is not reported.
func (q *Queries) Observation(ctx context.Context, place models.Place) (*models.Observation, error) {
	return first[models.Observation](ctx, q.db.Table(place.Table()), place)
}

// Draft gives the draft of a place, nil where there is none.
func (q *Queries) Draft(ctx context.Context, place models.Place) (*models.Draft, error) {
	return first[models.Draft](ctx, q.db, place)
}

func first[T any](ctx context.Context, db *gorm.DB, place models.Place) (*T, error) {
	var rows []T
	err := db.WithContext(ctx).Limit(1).Find(&rows, "program = ? AND period = ? AND indicator = ? AND unit = ?",
		place.Program, place.Period, place.Indicator, place.Unit).Error
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	return &rows[0], nil
}

// MonthDrafts gives the drafts of a program's month and of its days.
func (q *Queries) MonthDrafts(ctx context.Context, program string, at month.Month) ([]models.Draft, error) {
	var rows []models.Draft
	err := q.db.WithContext(ctx).Order("period, indicator, unit").
		Find(&rows, "program = ? AND period BETWEEN ? AND ?", program, at.Whole(), lastDay(at)).Error
	return rows, err
}

// lastDay is the last period that a month may have, in the order of their texts.
func lastDay(at month.Month) month.Period { return at.Day(at.Days()) }

// Drafts gives the drafts of a program's month or day.
func (q *Queries) Drafts(ctx context.Context, program string, period month.Period) ([]models.Draft, error) {
	var rows []models.Draft
	err := q.db.WithContext(ctx).Order("indicator, unit").Find(&rows, "program = ? AND period = ?", program, period).Error
	return rows, err
}

// Month gives a month's record; one being entered where nothing is stored.
func (q *Queries) Month(ctx context.Context, program string, at month.Month) (models.MonthRecord, error) {
	record := models.MonthRecord{Program: program, Month: at, Status: models.Entering}
	var rows []models.MonthRecord
	err := q.db.WithContext(ctx).Limit(1).Find(&rows, "program = ? AND month = ?", program, at).Error
	if err == nil && len(rows) == 1 {
		record = rows[0]
	}
	return record, err
}

// MonthsWithData gives the months in which a program has observations or drafts, oldest first. It
// steps from month to month along the key instead of reading every row.
func (q *Queries) MonthsWithData(ctx context.Context, program string) ([]month.Month, error) {
	var texts []string
	err := q.db.WithContext(ctx).Raw(`
		WITH RECURSIVE
		o (period) AS (
			SELECT min(period) FROM observations WHERE program = @program
			UNION ALL
			SELECT (SELECT min(period) FROM observations WHERE program = @program AND observations.period > o.period) FROM o WHERE o.period IS NOT NULL),
		n (period) AS (
			SELECT min(period) FROM daily_observations WHERE program = @program
			UNION ALL
			SELECT (SELECT min(period) FROM daily_observations WHERE program = @program AND daily_observations.period > substr(n.period, 1, 7) || '-99') FROM n WHERE n.period IS NOT NULL),
		d (period) AS (
			SELECT min(period) FROM drafts WHERE program = @program
			UNION ALL
			SELECT (SELECT min(period) FROM drafts WHERE program = @program AND drafts.period > d.period) FROM d WHERE d.period IS NOT NULL)
		SELECT DISTINCT substr(period, 1, 7) AS m FROM (SELECT period FROM o UNION SELECT period FROM n UNION SELECT period FROM d) WHERE period IS NOT NULL ORDER BY m`,
		sql.Named("program", program)).Scan(&texts).Error
	if err != nil {
		return nil, q.translate(err)
	}
	months := make([]month.Month, 0, len(texts))
	for _, text := range texts {
		m, err := month.Parse(text)
		if err != nil {
			return nil, err
		}
		months = append(months, m)
	}
	return months, nil
}

// FirstMonth gives the first month in which a program has an observation, 0 where there is none.
func (q *Queries) FirstMonth(ctx context.Context, program string) (month.Month, error) {
	var first sql.NullString
	err := q.db.WithContext(ctx).Raw("SELECT min(period) FROM observations WHERE program = ?", program).Row().Scan(&first)
	if err != nil || !first.Valid {
		return 0, q.translate(err)
	}
	period, err := month.ParsePeriod(first.String)
	return period.Month, err
}

// Setting gives a named text, "" where it was never set.
func (q *Queries) Setting(ctx context.Context, key string) (string, error) {
	var rows []models.Setting
	err := q.db.WithContext(ctx).Limit(1).Find(&rows, "key = ?", key).Error
	if err != nil || len(rows) == 0 {
		return "", err
	}
	return rows[0].Value, nil
}

// Batch gives a batch by number, nil where there is none.
func (q *Queries) Batch(ctx context.Context, id int64) (*models.Batch, error) {
	var rows []models.Batch
	err := q.db.WithContext(ctx).Limit(1).Find(&rows, "id = ?", id).Error
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	return &rows[0], nil
}

// Changes gives a batch's lines in the order in which they were made.
func (q *Queries) Changes(ctx context.Context, batch int64) ([]models.Change, error) {
	var rows []models.Change
	err := q.db.WithContext(ctx).Order("id").Find(&rows, "batch_id = ?", batch).Error
	return rows, err
}

// CellChanges gives the history of one cell, newest first, at most limit lines.
func (q *Queries) CellChanges(ctx context.Context, place models.Place, limit int) ([]models.Change, error) {
	var rows []models.Change
	err := q.db.WithContext(ctx).Order("id DESC").Limit(limit).
		Find(&rows, "subject = ? AND program = ? AND period = ? AND indicator = ? AND unit = ?",
			models.SubjectCell, place.Program, place.Period, place.Indicator, place.Unit).Error
	return rows, err
}

// MonthChanges gives the history of a month's status, newest first.
func (q *Queries) MonthChanges(ctx context.Context, program string, at month.Month) ([]models.Change, error) {
	var rows []models.Change
	err := q.db.WithContext(ctx).Order("id DESC").
		Find(&rows, "subject = ? AND program = ? AND period = ?", models.SubjectMonth, program, at.Whole()).Error
	return rows, err
}

// VerifiedMonths gives the locked months of a program, oldest first.
func (q *Queries) VerifiedMonths(ctx context.Context, program string) ([]month.Month, error) {
	var rows []models.MonthRecord
	err := q.db.WithContext(ctx).Order("month").Find(&rows, "program = ? AND status <> ?", program, models.Entering).Error
	months := make([]month.Month, len(rows))
	for i, r := range rows {
		months[i] = r.Month
	}
	return months, err
}

// HasValues reports whether an indicator has any observation or draft.
func (q *Queries) HasValues(ctx context.Context, program, indicator string) (bool, error) {
	var found int
	err := q.db.WithContext(ctx).Raw(`SELECT EXISTS (SELECT 1 FROM observations WHERE program = @program AND indicator = @indicator)
		OR EXISTS (SELECT 1 FROM daily_observations WHERE program = @program AND indicator = @indicator)
		OR EXISTS (SELECT 1 FROM drafts WHERE program = @program AND indicator = @indicator)`,
		sql.Named("program", program), sql.Named("indicator", indicator)).Scan(&found).Error
	return found != 0, q.translate(err)
}

// FollowUps gives what became of a program's notices, oldest month first.
func (q *Queries) FollowUps(ctx context.Context, program string) ([]models.FollowUp, error) {
	var rows []models.FollowUp
	err := q.db.WithContext(ctx).Order("month, rule, unit").Find(&rows, "program = ?", program).Error
	return rows, err
}

// FollowUpChanges gives the history of what became of a notice, newest first.
func (q *Queries) FollowUpChanges(ctx context.Context, f models.FollowUp) ([]models.Change, error) {
	var rows []models.Change
	err := q.db.WithContext(ctx).Order("id DESC").Find(&rows, "subject = ? AND program = ? AND period = ? AND indicator = ? AND unit = ?",
		models.SubjectNotice, f.Program, f.Month.Whole(), f.Rule, f.Unit).Error
	return rows, err
}
