package chart

import "math"

// scale is an axis with two or three ticks at round numbers: first, first+1, … times the step.
type scale struct {
	first, ticks int
	mantissa     int // the step is mantissa × 10^exponent
	exponent     int
}

// at is the value of a tick, with no more binary noise than the number itself has.
func (s scale) at(tick int) float64 {
	n := float64((s.first + tick) * s.mantissa)
	if s.exponent < 0 {
		return n / math.Pow10(-s.exponent)
	}
	return n * math.Pow10(s.exponent)
}

func (s scale) low() float64  { return s.at(0) }
func (s scale) high() float64 { return s.at(s.ticks - 1) }

// newScale finds the smallest step with which two or three ticks hold all values.
func newScale(values []float64, fromZero bool) scale {
	if fromZero {
		values = append([]float64{0}, values...)
	}
	if len(values) == 0 {
		return scale{ticks: 2, mantissa: 1}
	}
	low, high := math.Inf(1), math.Inf(-1)
	for _, v := range values {
		low, high = min(low, v), max(high, v)
	}
	span := high - low
	if span == 0 {
		span = max(math.Abs(high)/10, 1e-6)
		if high == 0 {
			span = 1
		}
	}
	for exponent := int(math.Floor(math.Log10(span))) - 2; ; exponent++ {
		for _, mantissa := range []int{10, 20, 25, 50} {
			s := scale{mantissa: mantissa, exponent: exponent}
			step := s.step()
			s.first = int(math.Floor(low/step + 1e-9))
			s.ticks = int(math.Ceil(high/step-1e-9)) - s.first + 1
			if s.ticks == 1 {
				s.ticks = 2
			}
			if s.ticks <= 3 && step*2 >= span {
				return s
			}
		}
	}
}

func (s scale) step() float64 {
	return scale{first: 1, mantissa: s.mantissa, exponent: s.exponent}.at(0)
}
