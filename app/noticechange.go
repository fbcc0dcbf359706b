package app

import (
	"context"
	"slices"

	"yueping/models/appraise"
	"yueping/models/month"
)

// NoticesOfMonth is what a month brings.
type NoticesOfMonth struct {
	Month   month.Month
	Notices []appraise.Notice
}

// NoticeChange is a unit whose notices of a month a correction changes. Before or After may be empty.
type NoticeChange struct {
	Month         month.Month
	Unit          string // its key
	Name          string
	County        string
	Before, After []appraise.Notice
}

// NoticesSince gives the notices of each month with data from a month on, oldest first: what DiffNotices
// compares before and after a step of work.
func (w *Workspace) NoticesSince(ctx context.Context, program string, from month.Month) ([]NoticesOfMonth, error) {
	m, err := w.Month(ctx, program, from)
	if err != nil || len(m.Program.Rules) == 0 {
		return nil, err
	}
	months, err := w.store.MonthsWithData(ctx, m.Program.Key)
	if err != nil {
		return nil, err
	}
	return noticesSince(m.context, months, from)
}

func noticesSince(c *appraise.Context, months []month.Month, from month.Month) ([]NoticesOfMonth, error) {
	ats := slices.DeleteFunc(slices.Clone(months), func(m month.Month) bool { return m < from })
	result := make([]NoticesOfMonth, len(ats))
	for i, at := range ats {
		notices, err := c.Notices(at, months)
		if err != nil {
			return nil, err
		}
		result[i] = NoticesOfMonth{at, notices}
	}
	return result, nil
}

// DiffNotices says where two states of the notices differ, month by month, the units in the order of what
// holds now.
func DiffNotices(before, after []NoticesOfMonth) []NoticeChange {
	var months []month.Month
	for _, of := range append(slices.Clone(before), after...) {
		if !slices.Contains(months, of.Month) {
			months = append(months, of.Month)
		}
	}
	slices.Sort(months)
	var changes []NoticeChange
	for _, at := range months {
		changes = append(changes, diffMonth(at, noticesIn(before, at), noticesIn(after, at))...)
	}
	return changes
}

func noticesIn(all []NoticesOfMonth, at month.Month) []appraise.Notice {
	for _, of := range all {
		if of.Month == at {
			return of.Notices
		}
	}
	return nil
}

func diffMonth(at month.Month, before, after []appraise.Notice) []NoticeChange {
	var changes []NoticeChange
	index := map[string]int{}
	for i, n := range append(slices.Clone(after), before...) {
		place, known := index[n.Unit.Key]
		if !known {
			place = len(changes)
			index[n.Unit.Key] = place
			changes = append(changes, NoticeChange{Month: at, Unit: n.Unit.Key, Name: n.Name, County: n.County})
		}
		if c := &changes[place]; i < len(after) {
			c.After = append(c.After, n)
		} else {
			c.Before = append(c.Before, n)
		}
	}
	return slices.DeleteFunc(changes, func(c NoticeChange) bool { return slices.EqualFunc(c.Before, c.After, sameNotice) })
}

// sameNotice reports whether two notices say the same to the same.
func sameNotice(a, b appraise.Notice) bool {
	return a.Rule == b.Rule && a.Action == b.Action && a.Addressee == b.Addressee && a.Running == b.Running && slices.Equal(a.Months, b.Months)
}
