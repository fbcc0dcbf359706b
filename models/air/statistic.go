package air

import (
	"yueping/models/fault"
	"yueping/models/number"
)

// Statistic gives what the values of a month's days come to: their mean, sum or max, or their 90th or
// 95th percentile (p90, p95) by linear interpolation, with nearest as NearestRank has it. air.nothing
// without values, air.statistic word for another word.
func Statistic(word string, values []number.Number, nearest bool) (number.Ratio, error) {
	if len(values) == 0 {
		return number.Ratio{}, fault.New("air.nothing")
	}
	switch word {
	case "mean":
		return sum(values).Quo(number.Int(int64(len(values)))), nil
	case "sum":
		return sum(values), nil
	case "max":
		return number.Of(largest(values)), nil
	case "p90":
		return percentile(values, 90, nearest)
	case "p95":
		return percentile(values, 95, nearest)
	}
	return number.Ratio{}, fault.New("air.statistic", "word", word)
}

func sum(values []number.Number) number.Ratio {
	var total number.Ratio
	for _, v := range values {
		total = total.Add(number.Of(v))
	}
	return total
}

func largest(values []number.Number) number.Number {
	most := values[0]
	for _, v := range values[1:] {
		if v.Cmp(most) > 0 {
			most = v
		}
	}
	return most
}

func percentile(values []number.Number, percent int64, nearest bool) (number.Ratio, error) {
	if nearest {
		n, err := NearestRank(values, number.FromInt(percent))
		return number.Of(n), err
	}
	return Percentile(values, number.FromInt(percent))
}
