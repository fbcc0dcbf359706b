package app

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"yueping/models"
	"yueping/models/appraise"
	"yueping/models/month"
)

// Origin is how a value came to stand where it does: the last change that made it what it is, and the
// file that it was imported from.
type Origin struct {
	models.Change
	File  string
	Draft string // what has been typed since and is no value yet: in no calculation
}

// longHistory is how many changes of a cell are looked at for the one that made its value: those since
// can only be of drafts.
const longHistory = 50

// Place is where an entered value of an explanation stands.
func (e *Explained) Place(v appraise.Entered) models.Place {
	return models.Place{Program: e.Month.Program.Key, Indicator: v.Indicator.Key, Period: v.Month.Whole(), Unit: v.Unit.Key}
}

// MonthRecords are the months whose values took part, oldest first.
func (e *Explained) MonthRecords() []models.MonthRecord {
	list := slices.Collect(maps.Values(e.Records))
	slices.SortFunc(list, func(a, b models.MonthRecord) int { return cmp.Compare(a.Month, b.Month) })
	return list
}

// trace finds who entered what, and how far the months of the values have come.
func (x *MonthExplainer) trace(ctx context.Context, e *Explained) error {
	all := e.figures()
	if e.Others != nil {
		all = append(all, e.Others)
	}
	files := map[int64]string{}
	for _, f := range all {
		for _, v := range f.Inputs {
			place := e.Place(v)
			if _, known := e.Origins[place]; known {
				continue // another ranking looks at it as well
			}
			origin, err := x.origin(ctx, place, files)
			if err != nil {
				return err
			}
			if origin != nil {
				e.Origins[place] = *origin
			}
			if e.Records[v.Month], err = x.record(ctx, v.Month); err != nil {
				return err
			}
		}
	}
	return nil
}

// record is what is known of a month, read once for all units.
func (x *MonthExplainer) record(ctx context.Context, at month.Month) (models.MonthRecord, error) {
	if r, known := x.records[at]; known {
		return r, nil
	}
	r, err := x.workspace.store.Month(ctx, x.month.Program.Key, at)
	if err == nil {
		x.records[at] = r
	}
	return r, err
}

func (x *MonthExplainer) origin(ctx context.Context, place models.Place, files map[int64]string) (*Origin, error) {
	changes, err := x.workspace.CellHistory(ctx, place, longHistory)
	if err != nil || len(changes) == 0 {
		return nil, err
	}
	origin := &Origin{Change: changes[len(changes)-1], Draft: x.month.Drafts[place].Text}
	for _, c := range changes {
		if c.OldState != c.NewState || c.OldValue != c.NewValue {
			origin.Change = c
			break
		}
	}
	file, known := files[origin.BatchID]
	if !known {
		batch, err := x.workspace.store.Batch(ctx, origin.BatchID)
		if err != nil {
			return nil, err
		}
		if batch != nil {
			file = batch.File
		}
		files[origin.BatchID] = file
	}
	origin.File = file
	return origin, nil
}
