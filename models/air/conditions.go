package air

import (
	"yueping/models/month"
	"yueping/models/number"
)

// referenceState is the first month in which gases are reported at 298.15 K and particulates at actual
// conditions, no longer at 273 K (修改单 to GB 3095-2012, 公告 2018 年第 29 号). The pressure is 101.325
// kPa in both.
var referenceState = month.Of(2018, 9)

// gasFactor brings a gas from 273 K to 298.15 K: the same amount of it in more air.
var gasFactor = number.Int(27300).Quo(number.Int(29815))

// Gas reports whether the pollutant is a gas, whose concentration depends on the reference state.
func (p Pollutant) Gas() bool { return p == SO2 || p == NO2 || p == CO || p == O3 || p == O3Hour }

// Converted gives a concentration reported in one month as it would be reported in another: a gas is
// brought to the reference state of that month. Particulates stay as they are; to bring them to actual
// conditions would take the temperature and the pressure of each day.
func Converted(p Pollutant, concentration number.Number, reported, wanted month.Month) number.Ratio {
	exact := number.Of(concentration)
	switch {
	case !p.Gas() || (reported < referenceState) == (wanted < referenceState):
		return exact
	case wanted < referenceState:
		return exact.Quo(gasFactor)
	}
	return exact.Mul(gasFactor)
}
