package app

import (
	"context"

	"yueping/models/appraise"
	"yueping/models/month"
)

// Past is what a cell held in an earlier month.
type Past struct {
	Month month.Month
	Value appraise.Value
}

// PastValues gives what a unit's indicator, entered or derived, held in the months before m that
// have data: newest first, at most count.
func (w *Workspace) PastValues(ctx context.Context, m *Month, indicator, unit string, count int) ([]Past, error) {
	months, err := w.store.MonthsWithData(ctx, m.Program.Key)
	if err != nil {
		return nil, err
	}
	var result []Past
	for i := len(months) - 1; i >= 0 && len(result) < count; i-- {
		if months[i] >= m.At {
			continue
		}
		t, err := m.context.Table(months[i])
		if err != nil {
			return nil, err
		}
		result = append(result, Past{months[i], t.Value(indicator, unit)})
	}
	return result, nil
}
