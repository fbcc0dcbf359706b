package app

import (
	"cmp"
	"context"
	"slices"
	"time"

	"yueping/models"
	"yueping/models/appraise"
	"yueping/models/month"
)

// FollowedUp is the record of a notice with the notice, nil where that is no longer earned.
type FollowedUp struct {
	models.FollowUp
	Notice *appraise.Notice
	Name   string // of the unit, as the program calls it in the month
	County string
}

// Overdue is a notice whose deadline has passed.
type Overdue struct {
	FollowedUp
	Program *models.Program
	Days    int // since the deadline, 1 on the day after it
}

// FollowUps gives what became of a program's notices, oldest month first.
func (w *Workspace) FollowUps(ctx context.Context, program string) ([]FollowedUp, error) {
	p, err := w.Program(ctx, program)
	if err != nil {
		return nil, err
	}
	records, err := w.store.FollowUps(ctx, p.Key)
	if err != nil {
		return nil, err
	}
	return w.withNotices(ctx, p, records)
}

// FollowUp gives the record of one notice; a blank one where there is none.
func (w *Workspace) FollowUp(ctx context.Context, program string, at month.Month, rule, unit string) (models.FollowUp, error) {
	p, err := w.Program(ctx, program)
	if err != nil {
		return models.FollowUp{}, err
	}
	records, err := w.store.FollowUps(ctx, p.Key)
	for _, f := range records {
		if f.Month == at && f.Rule == rule && f.Unit == unit {
			return f, err
		}
	}
	return models.FollowUp{Program: p.Key, Month: at, Rule: rule, Unit: unit}, err
}

// Overdue gives the notices of all programs that are not closed though their deadline has passed, the
// oldest deadline first. Records whose notice is no longer earned are not among them: a correction took
// back what was asked of the unit.
func (w *Workspace) Overdue(ctx context.Context, today month.Period) ([]Overdue, error) {
	programs, err := w.Programs(ctx)
	if err != nil {
		return nil, err
	}
	var result []Overdue
	for _, p := range programs {
		records, err := w.store.FollowUps(ctx, p.Key)
		if err != nil {
			return nil, err
		}
		records = slices.DeleteFunc(records, func(f models.FollowUp) bool { return !f.Overdue(today) })
		followed, err := w.withNotices(ctx, p, records)
		if err != nil {
			return nil, err
		}
		for _, f := range followed {
			if f.Notice != nil {
				result = append(result, Overdue{f, p, daysBetween(f.Deadline, today)})
			}
		}
	}
	slices.SortStableFunc(result, func(a, b Overdue) int { return cmp.Compare(b.Days, a.Days) })
	return result, nil
}

// Today is the day of the workspace's clock.
func (w *Workspace) Today() month.Period { return month.Today(w.clock()) }

// withNotices finds the notices of records.
func (w *Workspace) withNotices(ctx context.Context, p *models.Program, records []models.FollowUp) ([]FollowedUp, error) {
	var ats []month.Month
	for _, f := range records {
		if !slices.Contains(ats, f.Month) {
			ats = append(ats, f.Month)
		}
	}
	if len(ats) == 0 {
		return nil, nil
	}
	m, err := w.Month(ctx, p.Key, ats[len(ats)-1])
	if err != nil {
		return nil, err
	}
	months, err := w.store.MonthsWithData(ctx, p.Key)
	if err != nil {
		return nil, err
	}
	notices := make([][]appraise.Notice, len(ats))
	for i, at := range ats {
		if notices[i], err = m.context.Notices(at, months); err != nil {
			return nil, err
		}
	}
	var result []FollowedUp
	for _, f := range records {
		roster := models.NewRoster(m.Table.Roster.Register(), p, f.Month)
		followed := FollowedUp{FollowUp: f, Notice: noticeOf(notices[slices.Index(ats, f.Month)], f.Rule, f.Unit)}
		if roster.Register().Unit(f.Unit) != nil {
			followed.Name, followed.County = roster.Name(f.Unit), roster.County(f.Unit)
		}
		result = append(result, followed)
	}
	return result, nil
}

// daysBetween counts the days from one day to another.
func daysBetween(from, to month.Period) int {
	day := func(p month.Period) time.Time {
		return time.Date(p.Month.Year(), time.Month(p.Month.Number()), p.Day, 0, 0, 0, 0, time.UTC)
	}
	return int(day(to).Sub(day(from)).Hours() / 24)
}
