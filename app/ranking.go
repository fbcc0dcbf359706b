package app

import (
	"context"
	"strings"

	"yueping/models/appraise"
	"yueping/models/month"
)

// Ranking ranks a program's month by a scheme, "" for the program's default.
func (w *Workspace) Ranking(ctx context.Context, program string, at month.Month, scheme string) (*appraise.Ranking, error) {
	m, err := w.Month(ctx, program, at)
	if err != nil {
		return nil, err
	}
	return m.Table.Rank(scheme)
}

// Notices gives what the escalation rules bring in a month, and the program's month itself.
func (w *Workspace) Notices(ctx context.Context, program string, at month.Month) ([]appraise.Notice, error) {
	m, err := w.Month(ctx, program, at)
	if err != nil {
		return nil, err
	}
	return w.MonthNotices(ctx, m)
}

// MonthNotices gives the notices of a loaded month.
func (w *Workspace) MonthNotices(ctx context.Context, m *Month) ([]appraise.Notice, error) {
	if len(m.Program.Rules) == 0 {
		return nil, nil
	}
	months, err := w.store.MonthsWithData(ctx, m.Program.Key)
	if err != nil {
		return nil, err
	}
	return m.context.Notices(m.At, months)
}

func blank(s string) bool { return strings.TrimSpace(s) == "" }
