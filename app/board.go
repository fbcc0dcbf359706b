package app

import (
	"context"

	"yueping/models"
	"yueping/models/appraise"
	"yueping/models/month"
)

// BoardMonths is how many months a board looks back, its own counted.
const BoardMonths = 12

// Board is a program's escalation board: how its units stood in the lists of its rules, what that has
// earned them in a month, and what became of it.
type Board struct {
	*appraise.Board
	Month *Month
	// Records are what became of the notices of the month, by rule and unit.
	Records map[NoticeKey]models.FollowUp
	// Orphans are records of the month whose notice is no longer earned.
	Orphans []models.FollowUp
}

// NoticeKey names a notice of a month.
type NoticeKey struct{ Rule, Unit string }

// Board gives the board of a program's month.
func (w *Workspace) Board(ctx context.Context, program string, at month.Month) (*Board, error) {
	m, err := w.Month(ctx, program, at)
	if err != nil {
		return nil, err
	}
	months, err := w.store.MonthsWithData(ctx, m.Program.Key)
	if err != nil {
		return nil, err
	}
	b := &Board{Month: m, Records: map[NoticeKey]models.FollowUp{}}
	if b.Board, err = m.context.Board(at, months, BoardMonths); err != nil {
		return nil, err
	}
	records, err := w.store.FollowUps(ctx, m.Program.Key)
	if err != nil {
		return nil, err
	}
	b.settle(records)
	return b, nil
}

// settle sorts the records of the month into those of its notices and the others.
func (b *Board) settle(records []models.FollowUp) {
	earned := map[NoticeKey]bool{}
	for _, row := range b.Rows {
		for _, n := range row.Earned {
			earned[NoticeKey{n.Rule, row.Unit.Key}] = !n.Superseded
		}
	}
	for _, f := range records {
		if f.Month != b.At {
			continue
		}
		key := NoticeKey{f.Rule, f.Unit}
		if earned[key] {
			b.Records[key] = f
		} else {
			b.Orphans = append(b.Orphans, f)
		}
	}
}
