package models

import (
	"yueping/models/air"
	"yueping/models/number"
)

// mostInAir is more than any pollutant was ever measured at, in µg/m³ or, for CO, in mg/m³: the worst
// dust storms bring about a tenth of it. Beyond it lies what a slip of the finger makes.
var mostInAir = number.FromInt(100_000)

// Bounds gives the least and the most that may be entered, nil for no bound. Without bounds of its own
// a concentration has those of nature: no index can be calculated from what is below 0 or has more
// digits than a number holds, and a month with such a value could not be opened any more.
func (i *Indicator) Bounds() (least, most *number.Number) {
	least, most = i.Min, i.Max
	if !air.Pollutant(i.Key).Known() {
		return least, most
	}
	if least == nil || least.Sign() < 0 {
		least = &number.Number{}
	}
	if most == nil || most.Cmp(mostInAir) > 0 {
		most = &mostInAir
	}
	return least, most
}
