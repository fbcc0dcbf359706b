package ranking

import (
	"context"
	"strconv"
	"time"

	"yueping/app"
	"yueping/app/text"
	"yueping/models"
	"yueping/models/air"
	"yueping/models/appraise"
	"yueping/models/month"
	"yueping/views/chart"
)

// month fills the calendar of a unit's days, where the program has values by day.
func (r reader) month(ctx context.Context, d *detail, unit string) error {
	daily := false
	for _, ind := range r.Month.Program.DailyIndicators(r.Month.At) {
		daily = daily || air.Pollutant(ind.Key).Known()
	}
	if !daily {
		return nil
	}
	table, err := r.data.days.load(ctx, r.workspace, r.Month)
	if err != nil {
		return err
	}
	if d.noDays = !table.Has(unit); d.noDays {
		return nil
	}
	d.days, err = calendar(r.text, table, unit)
	return err
}

// calendar is a unit's month by day: AQI, level and primary pollutants (HJ 633).
func calendar(t *text.Book, table *appraise.DayTable, unit string) (*chart.Month, error) {
	first := time.Date(table.At.Year(), time.Month(table.At.Number()), 1, 0, 0, 0, 0, time.UTC)
	m := &chart.Month{First: first.Weekday(), Count: table.At.Days()}
	for i, name := range []string{"mon", "tue", "wed", "thu", "fri", "sat", "sun"} {
		m.Headings[i] = t.T("weekday." + name)
	}
	for day := 1; day <= m.Count; day++ {
		index, measured, err := table.Day(day, unit)
		if err != nil {
			return nil, err
		}
		if measured {
			m.Days = append(m.Days, calendarDay(t, day, index))
		}
	}
	return m, nil
}

func calendarDay(t *text.Book, day int, index air.Day) chart.Day {
	if index.NA {
		return chart.Day{Day: day, Text: t.T("level.na"), Hint: t.T("ranking.day_na", "day", day, "missing", app.PollutantWords(t, index.Missing))}
	}
	hint := t.T("ranking.day", "day", day, "aqi", index.AQI, "level", app.LevelWord(t, index.Level))
	if len(index.Primary) > 0 {
		hint += t.T("ranking.day_primary", "pollutants", app.PollutantWords(t, index.Primary))
	}
	return chart.Day{Day: day, Fill: index.Level.Color, Text: strconv.Itoa(index.AQI), Word: t.T("level_short." + index.Level.Key), Hint: hint}
}

// trendMonths is how many months the line goes back, this one with them.
const trendMonths = 12

// past fills the line of the ranked figure; none for a sum of ranks, which no month holds, and none of a
// single point.
func (r reader) past(ctx context.Context, d *detail, unit string) error {
	key := r.Ranking.Keys[0]
	if r.Month.Program.Indicator(key.Key) == nil {
		return nil
	}
	past, err := r.workspace.PastValues(ctx, r.Month, key.Key, unit, trendMonths-1)
	if err != nil {
		return err
	}
	at := map[month.Month]appraise.Value{r.Month.At: r.Month.Table.Value(key.Key, unit)}
	for _, p := range past {
		at[p.Month] = p.Value
	}
	s := chart.Series{Current: trendMonths - 1, Format: format(key)}
	points := 0
	for m := r.Month.At - trendMonths + 1; m <= r.Month.At; m++ {
		s.Labels = append(s.Labels, app.MonthWords(r.text, m))
		var value *float64
		if v, known := at[m]; known && v.State == models.IsNumber {
			f := float(v.Number)
			value = &f
			points++
		}
		s.Values = append(s.Values, value)
	}
	if points > 1 {
		d.trend, d.figure = &s, key.Name
	}
	return nil
}

// format writes the numbers of the line as the table does.
func format(i *models.Indicator) func(float64) string {
	return func(v float64) string {
		if i.Percent {
			return strconv.FormatFloat(v*100, 'f', i.Decimals, 64) + "%"
		}
		return strconv.FormatFloat(v, 'f', i.Decimals, 64)
	}
}
