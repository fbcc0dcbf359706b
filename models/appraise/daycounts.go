package appraise

import (
	"yueping/models"
	"yueping/models/air"
	"yueping/models/number"
)

// tally is the counts of one unit's days, made when first asked for.
type tally struct {
	made   bool
	valid  int
	counts DayCounts
}

// ValidDays is how many days have a value for each pollutant of the composite index of which the unit
// reports any: what a month's validity is judged by (GB 3095). Where a program has none of them by day,
// its other indicators count. 0 where nothing is reported.
func (t *DayTable) ValidDays(unit string) int {
	of := func(counts func(air.Pollutant) bool) int {
		valid := 0
		for i, ind := range t.Indicators {
			if !counts(t.pollutants[i]) {
				continue
			}
			if n := len(t.numbers(ind.Key, unit)); n > 0 && (valid == 0 || n < valid) {
				valid = n
			}
		}
		return valid
	}
	indexed := func(p air.Pollutant) bool { return p != "" && p != air.O3Hour }
	for _, p := range t.pollutants {
		if indexed(p) {
			return of(indexed)
		}
	}
	return of(func(air.Pollutant) bool { return true })
}

// counted gives an indicator that counts days by their AQI.
func (t *DayTable) counted(ind *models.Indicator, unit string, c *tally) (MonthValue, error) {
	if !c.made {
		counts, err := t.Counts(unit)
		if err != nil {
			return MonthValue{}, err
		}
		*c = tally{true, t.ValidDays(unit), counts}
	}
	if c.valid == 0 {
		return MonthValue{}, nil
	}
	count := c.valid
	if ind.FromDays != models.DaysValid {
		if !c.counts.known(ind.FromDays) {
			return MonthValue{}, nil
		}
		count = c.counts.of(ind.FromDays)
	}
	return rounded(ind, number.Int(int64(count)), c.valid)
}

// DayCounts are a unit's days by their AQI.
type DayCounts struct {
	Indexed int    // days that have an AQI
	NA      int    // days that have none for want of a pollutant
	Good    int    // 优良天数: AQI up to 100
	ByLevel [6]int // by level, 优 first

	whole int // days that lack no required pollutant
}

// Counts counts a unit's days by their AQI.
func (t *DayTable) Counts(unit string) (DayCounts, error) {
	var c DayCounts
	for day := 1; day <= t.At.Days(); day++ {
		index, measured, err := t.Day(day, unit)
		if measured && err == nil && len(index.Missing) == 0 {
			c.whole++
		}
		switch {
		case err != nil:
			return c, err
		case !measured:
		case index.NA:
			c.NA++
		default:
			c.Indexed++
			c.ByLevel[index.Level.Number-1]++
		}
	}
	c.Good = c.ByLevel[0] + c.ByLevel[1]
	return c, nil
}

// known reports whether a count says anything. Where every day lacks a required pollutant, only AQI
// above 100 are published (HJ 633-2026): that no day was good would be a false 0.
func (c DayCounts) known(word string) bool {
	switch word {
	case models.DaysGood, models.DaysLevel1, models.DaysLevel2:
		return c.whole > 0
	}
	return c.Indexed > 0
}

func (c DayCounts) of(word string) int {
	switch word {
	case models.DaysIndexed:
		return c.Indexed
	case models.DaysGood:
		return c.Good
	}
	for i, level := range []string{models.DaysLevel1, models.DaysLevel2, models.DaysLevel3, models.DaysLevel4, models.DaysLevel5, models.DaysLevel6} {
		if word == level {
			return c.ByLevel[i]
		}
	}
	return 0
}
