package chart

import (
	"slices"
	"testing"
)

func TestScale(t *testing.T) {
	cases := []struct {
		name     string
		values   []float64
		fromZero bool
		want     []float64
	}{
		{"from the least to the most", []float64{31, 78}, false, []float64{0, 50, 100}},
		{"near one another", []float64{97.2, 99.4}, false, []float64{96, 98, 100}},
		{"decimals without noise", []float64{0.12, 0.28}, false, []float64{0.1, 0.2, 0.3}},
		{"two ticks", []float64{30, 40}, false, []float64{30, 35, 40}},
		{"from zero", []float64{61, 78}, true, []float64{0, 50, 100}},
		{"below zero", []float64{-3, 4}, false, []float64{-5, 0, 5}},
		{"one value", []float64{100}, false, []float64{100, 105}},
		{"nothing but zero", []float64{0, 0}, true, []float64{0, 0.5}},
		{"no values", nil, false, []float64{0, 1}},
		{"large", []float64{123456, 234567}, false, []float64{100000, 200000, 300000}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s := newScale(c.values, c.fromZero)
			var got []float64
			for i := range s.ticks {
				got = append(got, s.at(i))
			}
			if len(got) < 2 || len(got) > 3 {
				t.Errorf("%d ticks", len(got))
			}
			for _, v := range c.values {
				if v < s.low() || v > s.high() {
					t.Errorf("%v is outside", v)
				}
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("%v, want %v", got, c.want)
			}
		})
	}
}
