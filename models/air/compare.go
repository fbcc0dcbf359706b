package air

import (
	"yueping/models/fault"
	"yueping/models/month"
	"yueping/models/number"
)

// Change gives (now − then) / then in per cent, rounded half to even to 1 decimal: below 0 the air
// improved. The values are the published ones. air.no_base where then is 0.
func Change(now, then number.Number) (number.Number, error) {
	if then.Sign() == 0 {
		return number.Number{}, fault.New("air.no_base")
	}
	base := number.Of(then)
	return number.Of(now).Sub(base).Quo(base).Mul(number.Int(100)).Round(1)
}

// DaysNeeded is how many daily means a month needs to count (GB 3095): 27, in February 25.
func DaysNeeded(m month.Month) int {
	if m.Number() == 2 {
		return 25
	}
	return 27
}

// Enough reports whether a month with so many valid days counts. A unit without enough is left out of
// the ranking with a footnote, never ranked as 0.
func Enough(m month.Month, days int) bool { return days >= DaysNeeded(m) }
