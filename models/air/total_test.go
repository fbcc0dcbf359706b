package air_test

import (
	"testing"

	"pgregory.net/rapid"

	"yueping/models/air"
	"yueping/models/fault"
	"yueping/models/month"
	"yueping/models/number"
)

// TestTotalIsTheIndex holds that the short way gives what the explained one gives, faults included.
func TestTotalIsTheIndex(t *testing.T) {
	standards := limits(t)
	rapid.Check(t, func(t *rapid.T) {
		o := air.Usual(month.Of(rapid.IntRange(2010, 2033).Draw(t, "year"), 5), standards)
		o.RoundSubIndices = rapid.Bool().Draw(t, "rounded")
		if rapid.Bool().Draw(t, "weighted") {
			o.Weights = month.Always(air.Weights{air.PM25: number.FromInt(rapid.Int64Range(-1, 3).Draw(t, "weight"))})
		}
		var row []air.Concentration
		for range rapid.IntRange(0, 6).Draw(t, "n") {
			p := rapid.SampledFrom(append(air.Six(), "x")).Draw(t, "pollutant")
			row = append(row, air.Concentration{Pollutant: p, Value: number.FromInt(rapid.Int64Range(-2, 500).Draw(t, "value"))})
		}
		long, err := air.Index(row, o)
		short, again := o.Summing().Total(row)
		if (err == nil) != (again == nil) {
			t.Fatalf("%v and %v", err, again)
		}
		if err != nil {
			if fault.CodeOf(err) != fault.CodeOf(again) {
				t.Fatalf("%v and %v", err, again)
			}
			return
		}
		if long.Exact.Cmp(short) != 0 {
			t.Fatalf("%v and %v", long.Exact, short)
		}
	})
}
