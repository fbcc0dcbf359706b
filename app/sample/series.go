package sample

import (
	"slices"

	"yueping/models"
	"yueping/models/number"
)

// series draws the days of an indicator whose month is n.
func (d *dayMaker) series(ind *models.Indicator, n number.Number) []number.Number {
	places := ind.At(d.table.At.Day(1)).Places()
	whole, _ := n.Scaled(places)
	var days []int64
	switch ind.FromDays {
	case models.DaysMean:
		days = d.around(whole, d.weather)
		d.spread(days, max(0, whole*int64(len(days))+d.unrounded(ind, places, len(days))))
	case models.DaysSum:
		days = d.around(whole/int64(d.table.At.Days()), d.weather)
		d.spread(days, whole)
	default:
		days = d.around(whole, d.peaks[ind.Key])
		d.hold(days, ind.FromDays, whole)
	}
	series := make([]number.Number, len(days))
	for i, v := range days {
		shifted, err := number.FromInt(v).Shift(-places)
		if err != nil {
			return nil
		}
		series[i] = shifted
	}
	return series
}

// Thousandths of the month's value between which the days lie: what has a mean varies around it, what
// has a high percentile stays mostly below it.
var (
	stagnation = [2]int64{450, 1550}
	peaks      = [2]int64{420, 1160}
)

// jitter is how far a unit strays from the city's weather, in thousandths.
const jitter = 50

// walk draws a factor a day, each near the one before it.
func (d *dayMaker) walk(bounds [2]int64) []int64 {
	days := make([]int64, d.table.At.Days())
	last := (bounds[0] + bounds[1]) / 2
	for i := range days {
		next := bounds[0] + d.random.Int64N(bounds[1]-bounds[0]+1)
		last = (last + 2*next) / 3
		days[i] = last
	}
	return days
}

// around draws days near a value, each by the city's weather of the day.
func (d *dayMaker) around(value int64, weather []int64) []int64 {
	days := make([]int64, len(weather))
	for i, w := range weather {
		days[i] = max(1, value*(w-jitter+d.random.Int64N(2*jitter+1))/1000)
	}
	return days
}

// unrounded draws how far the sum of the days lies from that of an even month, so that the mean still
// rounds to the month's value.
func (d *dayMaker) unrounded(ind *models.Indicator, places, days int) int64 {
	step := int64(days)
	for range places - ind.Places() {
		step *= 10
	}
	return d.random.Int64N(step*4/5+1) - step*2/5
}

// spread brings the days to a sum, a step a day in turn.
func (d *dayMaker) spread(days []int64, sum int64) {
	for _, v := range days {
		sum -= v
	}
	for i := d.random.IntN(len(days)); sum != 0; i = (i + 1) % len(days) {
		switch {
		case sum > 0:
			days[i]++
			sum--
		case days[i] > 0:
			days[i]--
			sum++
		}
	}
}

// hold brings a percentile, or the maximum, of the days to a value: those that decide it become it, the
// ones before them in order are not above it and those after them not below.
func (d *dayMaker) hold(days []int64, statistic string, value int64) {
	order := make([]int, len(days))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return int(days[a] - days[b]) })
	below, above := deciding(statistic, len(days))
	for place, i := range order {
		switch {
		case place < below:
			days[i] = min(days[i], value)
		case place <= above:
			days[i] = value
		default:
			days[i] = max(days[i], value+int64(place-above))
		}
	}
	if part := d.random.Int64N(3); above == below+1 && 2*rest(statistic, len(days)) == 100 && days[order[below]] > part {
		d.part(days, order, below, part)
	}
}

// part moves the two days whose middle is the percentile away from each other.
func (d *dayMaker) part(days []int64, order []int, below int, part int64) {
	if d.context.Program.Air.NearestRank {
		return
	}
	days[order[below]] -= part
	days[order[below+1]] += part
	for place, i := range order {
		switch {
		case place < below:
			days[i] = min(days[i], days[order[below]])
		case place > below+1:
			days[i] = max(days[i], days[order[below+1]])
		}
	}
}

// deciding are the places in ascending order, from 0, of the values that decide a statistic.
func deciding(statistic string, n int) (below, above int) {
	switch statistic {
	case models.DaysP90, models.DaysP95:
		offset := percent(statistic) * (n - 1)
		return offset / 100, (offset + 99) / 100
	}
	return n - 1, n - 1
}

// rest is how many hundredths the place of a percentile lies behind the one before it.
func rest(statistic string, n int) int { return percent(statistic) * (n - 1) % 100 }

func percent(statistic string) int {
	if statistic == models.DaysP95 {
		return 95
	}
	return 90
}
