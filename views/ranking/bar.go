package ranking

import (
	"strconv"

	"yueping/models/air"
	"yueping/models/number"
	"yueping/views/table"
)

// float is how long a value is on the screen: the one place where it may become a binary fraction.
func float(n number.Number) float64 {
	v, err := strconv.ParseFloat(n.String(), 64)
	if err != nil {
		return 0
	}
	return v
}

// share is how long a value's bar is, from 0 to 1.
func share(value, top number.Number) float32 {
	if value.Sign() <= 0 || top.Sign() <= 0 {
		return 0
	}
	return float32(min(float(value)/float(top), 1))
}

// weighted is what a pollutant adds to its index.
func weighted(p air.Part) float64 { return float(p.SubIndex) * float(p.Weight) }

// stack is the parts of an index as a bar of which top is the whole width.
func stack(parts *air.Result, legend *legend, top float64) []table.Part {
	if parts == nil || top <= 0 {
		return nil
	}
	list := make([]table.Part, len(parts.Parts))
	for i, p := range parts.Parts {
		list[i] = table.Part{Key: legend.key(p.Pollutant), Share: float32(weighted(p) / top)}
	}
	return list
}

// legend gives each pollutant its colour. An earlier month may have had others: they come behind.
type legend struct{ pollutants []air.Pollutant }

func (l *legend) key(p air.Pollutant) int {
	for i, known := range l.pollutants {
		if known == p {
			return i
		}
	}
	l.pollutants = append(l.pollutants, p)
	return len(l.pollutants) - 1
}
