package air

import (
	"slices"

	"yueping/models/fault"
	"yueping/models/number"
)

// DayPart is a pollutant's individual index of a day (空气质量分指数, IAQI).
type DayPart struct {
	Concentration // as rounded by the edition
	IAQI          int
}

// Day is the air quality index of a day (HJ 633).
type Day struct {
	Parts []DayPart // in printing order
	AQI   int       // the largest IAQI
	// NA is true where a required pollutant is missing and the others do not bring the AQI above 100:
	// then the day has no AQI, no primary pollutant and no level.
	NA bool
	// Primary are the pollutants of the largest IAQI (首要污染物), joint where they tie, none up to an
	// AQI of 50. The 1-hour and the 8-hour mean of ozone are both O3.
	Primary []Pollutant
	Level   Level
	Missing []Pollutant // the required ones without a concentration
}

// Daily gives the index of a day from its concentrations: 24-hour means, for O3 the daily maximum
// 8-hour mean, for O3Hour the daily maximum 1-hour mean. A pollutant that the edition does not use is
// left out. It refuses a repeated or unknown pollutant, a negative concentration (codes as Index has
// them) and a day without any concentration that the edition uses (air.nothing).
func (s Scale) Daily(concentrations []Concentration) (Day, error) {
	values, err := byPollutant(concentrations)
	if err != nil {
		return Day{}, err
	}
	day := Day{Parts: make([]DayPart, 0, len(concentrations))}
	for i := range s.rows {
		row := &s.rows[i]
		value := values[row.pollutant.position()].value
		if !values[row.pollutant.position()].measured {
			if row.required {
				day.Missing = append(day.Missing, row.pollutant)
			}
			continue
		}
		if row.decimals >= 0 {
			value = value.Round(row.decimals)
		}
		if row.pollutant == O3 && s.leftToHour(row, value, values[O3Hour.position()]) {
			continue
		}
		iaqi, err := row.iaqi(value)
		if err != nil {
			return Day{}, err
		}
		day.Parts = append(day.Parts, DayPart{Concentration{row.pollutant, value}, iaqi})
		day.AQI = max(day.AQI, iaqi)
	}
	if len(day.Parts) == 0 {
		return Day{}, fault.New("air.nothing")
	}
	if len(day.Missing) > 0 && day.AQI <= 100 {
		day.AQI, day.NA = 0, true
		return day, nil
	}
	day.Level = LevelOf(day.AQI)
	day.primary()
	return day, nil
}

// measurement is a day's concentration of one pollutant.
type measurement struct {
	value    number.Number
	measured bool
}

// byPollutant gives the concentrations by the position of their pollutant.
func byPollutant(concentrations []Concentration) ([7]measurement, error) {
	var values [7]measurement
	for _, c := range concentrations {
		position := c.Pollutant.position()
		switch {
		case position < 0:
			return values, fault.New("air.unknown_pollutant", "pollutant", string(c.Pollutant))
		case values[position].measured:
			return values, fault.New("air.repeated_pollutant", "pollutant", string(c.Pollutant))
		case c.Value.Sign() < 0:
			return values, fault.New("air.negative", "pollutant", string(c.Pollutant), "text", c.Value.String())
		}
		values[position] = measurement{c.Value, true}
	}
	return values, nil
}

// leftToHour reports whether an 8-hour mean of ozone lies above its last breakpoint and the edition
// then uses the 1-hour mean (HJ 633-2012). Without one it stays at the last breakpoint, and also with
// one that is wrong: a mean of 8 hours is never above the highest of them.
func (s Scale) leftToHour(eight *breakpoints, value number.Number, hour measurement) bool {
	last := eight.at[len(eight.at)-1]
	if !hour.measured || value.Cmp(last) <= 0 || hour.value.Cmp(last) <= 0 {
		return false
	}
	return slices.ContainsFunc(s.rows, func(b breakpoints) bool { return b.pollutant == O3Hour })
}

// iaqi interpolates between the breakpoints and rounds up; above the last it stays there.
func (b *breakpoints) iaqi(value number.Number) (int, error) {
	high := 1
	for high < len(b.at) && value.Cmp(b.at[high]) > 0 {
		high++
	}
	if high == len(b.at) {
		return steps[high-1], nil
	}
	low := number.Of(b.at[high-1])
	slope := number.Int(int64(steps[high] - steps[high-1])).Quo(number.Of(b.at[high]).Sub(low))
	exact := number.Of(value).Sub(low).Mul(slope).Add(number.Int(int64(steps[high-1])))
	whole, err := exact.Ceil(0)
	index, _ := whole.Scaled(0)
	return int(index), err
}

func (d *Day) primary() {
	if d.AQI <= 50 {
		return
	}
	ozone := false
	for _, p := range d.Parts {
		if p.IAQI != d.AQI {
			continue
		}
		key := p.Pollutant
		if key == O3Hour {
			key = O3
		}
		if key == O3 && ozone {
			continue
		}
		ozone = ozone || key == O3
		d.Primary = append(d.Primary, key)
	}
}
