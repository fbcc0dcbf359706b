package air_test

import (
	"testing"

	"yueping/models/air"
	"yueping/models/fault"
	"yueping/models/number"
)

func TestStatistic(t *testing.T) {
	values := numbers("10.5", "40", "0", "20", "30.25")
	for _, c := range []struct {
		word    string
		nearest bool
		want    string
	}{
		{"mean", false, "20.15"}, // a 0 counts
		{"sum", false, "100.75"},
		{"max", false, "40"},
		{"p90", false, "36.1"}, // between 30.25 and 40 at 0.6
		{"p95", false, "38.05"},
		{"p90", true, "40"},
		{"p95", true, "40"},
		{"mean", true, "20.15"},
	} {
		ratio, err := air.Statistic(c.word, values, c.nearest)
		if err != nil {
			t.Fatal(c.word, err)
		}
		if got, err := ratio.Exact(); err != nil || got.String() != c.want {
			t.Errorf("%s %v: %s %v, want %s", c.word, c.nearest, got, err, c.want)
		}
	}
	// A mean keeps its thirds until it is rounded.
	if got, err := air.Statistic("mean", numbers("1", "0", "0"), false); err != nil || got.Cmp(number.Int(1).Quo(number.Int(3))) != 0 {
		t.Errorf("a third: %v %v", got.Rat(), err)
	}
	for code, c := range map[string]struct {
		word   string
		values []number.Number
	}{"air.statistic": {"median", values}, "air.nothing": {"mean", nil}} {
		if _, err := air.Statistic(c.word, c.values, false); fault.CodeOf(err) != code {
			t.Errorf("%v, want %s", err, code)
		}
	}
}
