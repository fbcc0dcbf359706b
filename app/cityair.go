package app

import (
	"context"

	"yueping/models"
	"yueping/models/air"
	"yueping/models/fault"
	"yueping/models/month"
)

// mergeWeights dates a change of the index's weights to after the last verified month. Where the files no
// longer have any, all are 1 from then on.
func mergeWeights(old, now month.Dated[air.Weights], until month.Month) month.Dated[air.Weights] {
	_, had := old.At(until)
	if _, has := now.At(until + 1); until != 0 && had && !has {
		now = append(month.Dated[air.Weights]{{From: until + 1, Value: air.Weights{}}}, now...)
	}
	return month.Merge(old, now, until, same)
}

// keepDays refuses what would put stored values by day beyond reach: an indicator that is no longer
// entered by day (city.days_with_values), and fewer decimals than a value has (city.decimals_with_values).
func (w *Workspace) keepDays(ctx context.Context, p *models.Program, was, is *models.Indicator) error {
	day := month.Of(2000, 1).Day(1)
	places := is.At(day).Places()
	if !was.Daily() || (is.Daily() && places >= was.At(day).Places()) {
		return nil
	}
	months, err := w.store.MonthsWithData(ctx, p.Key)
	if err != nil {
		return err
	}
	var refused error
	for _, at := range months {
		err := w.store.EachDay(ctx, p.Key, at, func(_ int, indicator, _ string, cell models.Cell) {
			switch {
			case indicator != was.Key:
			case !is.Daily():
				refused = fault.New("city.days_with_values", "program", p.Name, "indicator", was.Name)
			case cell.State == models.IsNumber && cell.Value.Places() > places:
				refused = fault.New("city.decimals_with_values", "program", p.Name, "indicator", was.Name)
			}
		})
		if err != nil {
			return err
		}
		if refused != nil {
			break
		}
	}
	return refused
}
