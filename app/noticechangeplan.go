package app

import (
	"context"
	"slices"

	"yueping/models"
	"yueping/models/appraise"
	"yueping/models/month"
)

// NoticeChanges says which notices edits would change, in their months and in all later ones with data,
// before anything is stored; nothing is. Edits of days change no month until it is filled from them.
func (w *Workspace) NoticeChanges(ctx context.Context, program string, edits []Edit) ([]NoticeChange, error) {
	edits = slices.DeleteFunc(slices.Clone(edits), func(e Edit) bool { return e.Period.Day != 0 || (e.Draft != "" && !e.Keep) })
	if len(edits) == 0 {
		return nil, nil
	}
	from := edits[0].Period.Month
	for _, e := range edits {
		from = min(from, e.Period.Month)
	}
	m, err := w.Month(ctx, program, from)
	if err != nil || len(m.Program.Rules) == 0 {
		return nil, err
	}
	months, err := w.store.MonthsWithData(ctx, m.Program.Key)
	if err != nil {
		return nil, err
	}
	before, err := noticesSince(m.context, months, from)
	if err != nil {
		return nil, err
	}
	planned, months, err := w.planned(ctx, m, months, edits)
	if err != nil {
		return nil, err
	}
	after, err := noticesSince(planned, months, from)
	if err != nil {
		return nil, err
	}
	return DiffNotices(before, after), nil
}

// planned gives a context in which edits stand as if they were stored, and the months that have data
// then.
func (w *Workspace) planned(ctx context.Context, m *Month, months []month.Month, edits []Edit) (*appraise.Context, []month.Month, error) {
	byMonth := map[month.Month][]Edit{}
	for _, e := range edits {
		byMonth[e.Period.Month] = append(byMonth[e.Period.Month], e)
	}
	c := &appraise.Context{Register: m.context.Register, Program: m.Program, Standards: w.standards}
	c.Load = func(at month.Month) (*appraise.Table, error) {
		t := c.NewTable(at)
		if err := w.store.EachObservation(ctx, m.Program.Key, at.Whole(), t.Set); err != nil {
			return nil, err
		}
		for _, e := range byMonth[at] {
			t.Set(e.Indicator, e.Unit, e.Cell)
		}
		return t, t.Calculate()
	}
	left := slices.Clone(months)
	for at, edits := range byMonth {
		cells, others, err := w.remains(ctx, m.Program.Key, at, edits)
		if err != nil {
			return nil, nil, err
		}
		i, known := slices.BinarySearch(left, at)
		switch {
		case (cells || others) && !known:
			left = slices.Insert(left, i, at)
		case !cells && !others && known:
			left = slices.Delete(left, i, i+1)
		}
	}
	for _, at := range left {
		cells, _, err := w.remains(ctx, m.Program.Key, at, byMonth[at])
		if err != nil {
			return nil, nil, err
		}
		if cells {
			c.Earliest = at
			break
		}
	}
	return c, left, nil
}

// remains reports what a month has once edits are stored: values of its own, and drafts or values of its days.
func (w *Workspace) remains(ctx context.Context, program string, at month.Month, edits []Edit) (cells, others bool, err error) {
	stored, err := w.store.Observations(ctx, program, at.Whole())
	if err != nil {
		return false, false, err
	}
	drafts, err := w.store.MonthDrafts(ctx, program, at)
	if err != nil {
		return false, false, err
	}
	values, typed := map[models.Place]bool{}, map[models.Place]bool{}
	for _, o := range stored {
		values[o.Place] = true
	}
	for _, d := range drafts {
		typed[d.Place] = true
	}
	for _, e := range edits {
		place := models.Place{Program: program, Indicator: e.Indicator, Unit: e.Unit, Period: e.Period}
		values[place], typed[place] = e.Cell.State != models.NotReported, e.Draft != ""
	}
	others = anyTrue(typed)
	err = w.store.EachDay(ctx, program, at, func(int, string, string, models.Cell) { others = true })
	return anyTrue(values), others, err
}

func anyTrue(of map[models.Place]bool) bool {
	for _, yes := range of {
		if yes {
			return true
		}
	}
	return false
}
