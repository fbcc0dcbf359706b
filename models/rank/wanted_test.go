package rank_test

import (
	"testing"

	"yueping/models/number"
	"yueping/models/rank"
)

func TestWanted(t *testing.T) {
	percent := number.FromInt(10)
	for _, c := range []struct {
		name string
		cut  rank.Cut
		of   int
		want int
	}{
		{"rows", rank.Cut{By: rank.Rows, Count: 10}, 104, 10},
		{"more rows than units", rank.Cut{By: rank.Rows, Count: 10}, 4, 4},
		{"a share is rounded up", rank.Cut{By: rank.Percent, Percent: percent}, 31, 4},
		{"or down", rank.Cut{By: rank.Percent, Percent: percent, Rounding: rank.Down}, 39, 3},
		{"a threshold asks for no number", rank.Cut{By: rank.Threshold}, 9, 9},
	} {
		if got := c.cut.Wanted(c.of); got != c.want {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
	}
}
