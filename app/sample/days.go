package sample

import (
	"math/rand/v2"

	"yueping/models"
	"yueping/models/appraise"
	"yueping/models/fault"
)

// daysTries bounds how often a unit's days are drawn anew.
const daysTries = 200

// days makes up the values by day of the target's units, so that the month's values are just what they
// come to, and puts what is counted from them into the month. nil where nobody gets any.
func (m *maker) days(values map[string]draw) (*appraise.DayTable, error) {
	d := dayMaker{table: m.context.NewDayTable(m.target.Month), context: m.context, random: m.apart, peaks: map[string][]int64{}}
	d.weather = d.walk(stagnation)
	for _, ind := range d.table.Indicators {
		d.peaks[ind.Key] = d.walk(peaks)
	}
	made := false
	for _, u := range d.table.Units {
		if !m.target.Days.Has(d.table.Roster.Group(u.Key), u.Key) {
			continue
		}
		made = true
		if err := d.unit(u, values[u.Key]); err != nil {
			return nil, err
		}
		if err := d.count(u, values[u.Key]); err != nil {
			return nil, err
		}
	}
	if !made {
		return nil, nil
	}
	return d.table, nil
}

type dayMaker struct {
	table   *appraise.DayTable
	context *appraise.Context
	random  *rand.Rand
	weather []int64            // of the whole city, in thousandths: what has a mean rises and falls together
	peaks   map[string][]int64 // of the whole city, by indicator: what has a high percentile
}

// unit makes up the days of a unit; they are drawn anew where a check finds fault with one of them.
func (d *dayMaker) unit(u *models.Unit, month draw) error {
	for range daysTries {
		for _, ind := range d.table.Indicators {
			n, known := month[ind.Key]
			if !known {
				continue
			}
			for i, v := range d.series(ind, n) {
				d.table.Set(i+1, ind.Key, u.Key, models.Of(v))
			}
		}
		findings, err := d.table.Findings(u.Key)
		if err != nil {
			return err
		}
		if fits, err := d.fits(u, month); err != nil || (fits && len(findings) == 0) {
			return err
		}
	}
	return fault.New("sample.impossible", "program", d.context.Program.Key, "month", d.table.At.String(), "list", u.Key)
}

// fits reports whether the days come to the month's values, inside the bounds of their indicators.
func (d *dayMaker) fits(u *models.Unit, month draw) (bool, error) {
	for _, ind := range d.table.Indicators {
		wanted, known := month[ind.Key]
		if !known {
			continue
		}
		v, err := d.table.MonthValue(ind, u.Key)
		if err != nil || v.Cell.Value.Cmp(wanted) != 0 {
			return false, err
		}
		for day := 1; day <= d.table.At.Days(); day++ {
			n := d.table.Value(day, ind.Key, u.Key).Value
			if (ind.Min != nil && n.Cmp(*ind.Min) < 0) || (ind.Max != nil && n.Cmp(*ind.Max) > 0) || ind.LooksThousandfold(n) {
				return false, nil
			}
		}
	}
	return true, nil
}

// count puts what is counted from the days into the month.
func (d *dayMaker) count(u *models.Unit, month draw) error {
	for i := range d.context.Program.Indicators {
		ind := &d.context.Program.Indicators[i]
		if !ind.CountsDays() || !d.table.Roster.Covers(ind, u.Key) {
			continue
		}
		v, err := d.table.MonthValue(ind, u.Key)
		if err != nil {
			return err
		}
		delete(month, ind.Key)
		if v.Cell.State == models.IsNumber {
			month[ind.Key] = v.Cell.Value
		}
	}
	return nil
}
