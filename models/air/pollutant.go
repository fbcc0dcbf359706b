// Package air calculates the composite index of a month, by which air quality is ranked
// (城市环境空气质量排名技术规定, limits of GB 3095), and the daily index of HJ 633. Limits and
// breakpoints are tables with the month from which each row holds; a month keeps those of its time.
package air

import (
	"slices"

	"yueping/models/number"
)

// Pollutant is the key of a pollutant, as indicators and the tables of limits use it.
type Pollutant string

// The six of GB 3095, in the order in which tables print them, and the daily maximum 1-hour mean of
// ozone, which only HJ 633-2012 has beside the 8-hour mean.
const (
	SO2    Pollutant = "so2"
	NO2    Pollutant = "no2"
	PM10   Pollutant = "pm10"
	PM25   Pollutant = "pm25"
	CO     Pollutant = "co"
	O3     Pollutant = "o3"
	O3Hour Pollutant = "o3_1h"
)

var (
	order = []Pollutant{SO2, NO2, PM10, PM25, CO, O3, O3Hour}
	names = []string{"SO2", "NO2", "PM10", "PM2.5", "CO", "O3", "O3"}
)

const (
	micrograms = "µg/m³"
	milligrams = "mg/m³"
)

// Six gives the pollutants of the composite index in printing order.
func Six() []Pollutant { return slices.Clone(order[:6]) }

// position is the pollutant's place in order, -1 for an unknown key. A whole country's indices ask for
// it hundreds of thousands of times.
func (p Pollutant) position() int {
	switch p {
	case SO2:
		return 0
	case NO2:
		return 1
	case PM10:
		return 2
	case PM25:
		return 3
	case CO:
		return 4
	case O3:
		return 5
	case O3Hour:
		return 6
	}
	return -1
}

// Known reports whether the key is that of a pollutant.
func (p Pollutant) Known() bool { return p.position() >= 0 }

// Name is the printed formula, PM2.5; "" for an unknown key.
func (p Pollutant) Name() string {
	if i := p.position(); i >= 0 {
		return names[i]
	}
	return ""
}

// Unit is the unit of every concentration of the pollutant: mg/m³ for CO, µg/m³ for the others.
func (p Pollutant) Unit() string {
	if p == CO {
		return milligrams
	}
	return micrograms
}

// Decimals is how many decimals a published concentration has: 1 for CO, none for the others.
func (p Pollutant) Decimals() int {
	if p == CO {
		return 1
	}
	return 0
}

// Published rounds a concentration as it is published, half to even (GB/T 8170).
func Published(p Pollutant, concentration number.Number) number.Number {
	return concentration.Round(p.Decimals())
}

// Concentration is what a pollutant was measured at, in its Unit. For a month it is the mean of the
// daily means (SO2, NO2, PM10, PM2.5), the 95th percentile of the daily means (CO) or the 90th of the
// daily maximum 8-hour means (O3).
type Concentration struct {
	Pollutant Pollutant
	Value     number.Number
}
