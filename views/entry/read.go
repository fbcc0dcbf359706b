package entry

import (
	"context"

	"yueping/app"
	"yueping/models"
	"yueping/models/air"
	"yueping/models/appraise"
	"yueping/models/month"
	"yueping/views/kit"
)

// data is a loaded month.
type data struct {
	month *app.Month
	view  view               // for which it was read
	days  *appraise.DayTable // nil where the values of the month are shown
	// marked are the values that a check finds fault with: of the month, or of its days.
	marked map[models.Place]*models.Check
	// columns and left are how the program was left; read with the first of its months.
	columns kept
	left    string
	ranks   map[string]int // by unit, nil where they are not shown
	due     []string       // the keys of the units that miss something, in the order of the rows
}

func read(ctx context.Context, k *kit.Kit, place kit.Place, v view) (data, error) {
	m, err := k.Workspace.Month(ctx, place.Program.Key, place.Month)
	if err != nil {
		return data{}, err
	}
	d := data{month: m, view: v, marked: map[models.Place]*models.Check{}}
	if v.days && len(m.Program.DailyIndicators(m.At)) > 0 {
		return d, d.readDays(ctx, k)
	}
	if v.rank {
		d.ranks = ranks(m)
	}
	found, err := m.Table.Findings()
	if err != nil {
		return data{}, err
	}
	for _, f := range found {
		for _, in := range f.Inputs {
			d.mark(f.Check, in.Indicator.Key, f.Unit.Key, m.At.Whole())
		}
	}
	for _, c := range m.Completeness() {
		for _, u := range c.Missing {
			d.due = append(d.due, u.Key)
		}
	}
	return d, nil
}

// readDays reads the values of the month's days; due are then the units with too few days to count.
func (d *data) readDays(ctx context.Context, k *kit.Kit) error {
	days, err := k.Workspace.Days(ctx, d.month)
	if err != nil {
		return err
	}
	d.days = days
	for _, u := range (people{month: d.month, units: days.Units}).covering(days.Indicators...).units {
		found, err := days.Findings(u.Key)
		if err != nil {
			return err
		}
		for _, f := range found {
			for _, in := range f.Inputs {
				d.mark(f.Check, in.Indicator.Key, u.Key, d.month.At.Day(f.Day))
			}
		}
		if !air.Enough(d.month.At, days.ValidDays(u.Key)) {
			d.due = append(d.due, u.Key)
		}
	}
	return nil
}

// mark notes a check on a value; an error goes before a warning.
func (d *data) mark(c *models.Check, indicator, unit string, period month.Period) {
	place := models.Place{Program: d.month.Program.Key, Indicator: indicator, Period: period, Unit: unit}
	if old := d.marked[place]; old == nil || old.Warning {
		d.marked[place] = c
	}
}
