package rank_test

import (
	"slices"
	"testing"

	"yueping/models/fault"
	"yueping/models/number"
	"yueping/models/rank"
)

func TestSelect(t *testing.T) {
	// By rank: 1 (100), 2 and 3 (99), 4 (98), 5 and 6 (97), 7 (95).
	group := rows("100", "99", "99", "98", "97", "97", "95")
	n := number.MustParse
	cases := []struct {
		name string
		cut  rank.Cut
		want []int
	}{
		{"first 1", rank.Cut{Count: 1}, []int{1}},
		{"first 2 hold 3", rank.Cut{Count: 2}, []int{1, 2, 3}},
		{"first 2, split", rank.Cut{Count: 2, Ties: rank.Split}, []int{1, 2}},
		{"last 2 hold 3", rank.Cut{Side: rank.Worst, Count: 2}, []int{5, 6, 7}},
		{"last 2, split", rank.Cut{Side: rank.Worst, Count: 2, Ties: rank.Split}, []int{6, 7}},
		{"last 3", rank.Cut{Side: rank.Worst, Count: 3}, []int{5, 6, 7}},
		{"more than the group", rank.Cut{Side: rank.Worst, Count: 10}, []int{1, 2, 3, 4, 5, 6, 7}},
		{"none", rank.Cut{Side: rank.Worst}, []int{}},
		{"first 2 levels", rank.Cut{By: rank.Levels, Count: 2}, []int{1, 2, 3}},
		{"last 2 levels", rank.Cut{By: rank.Levels, Side: rank.Worst, Count: 2}, []int{5, 6, 7}},
		{"below 97", rank.Cut{By: rank.Threshold, Threshold: n("97"), Compare: rank.Below}, []int{7}},
		{"at most 97", rank.Cut{By: rank.Threshold, Threshold: n("97"), Compare: rank.AtMost}, []int{5, 6, 7}},
		{"at least 99", rank.Cut{By: rank.Threshold, Threshold: n("99"), Compare: rank.AtLeast}, []int{1, 2, 3}},
		{"above 99", rank.Cut{By: rank.Threshold, Threshold: n("99"), Compare: rank.Above}, []int{1}},
		{"10 % up", rank.Cut{By: rank.Percent, Percent: n("10")}, []int{1}},
		{"10 % down", rank.Cut{By: rank.Percent, Percent: n("10"), Rounding: rank.Down}, []int{}},
		{"50 % of 7 half even are 4", rank.Cut{By: rank.Percent, Percent: n("50"), Rounding: rank.HalfEven}, []int{1, 2, 3, 4}},
		{"50 % down are 3", rank.Cut{By: rank.Percent, Percent: n("50"), Rounding: rank.Down}, []int{1, 2, 3}},
		{"last 20 % up hold a tie", rank.Cut{By: rank.Percent, Side: rank.Worst, Percent: n("20")}, []int{5, 6, 7}},
	}
	places := rank.Order(group, scores(rank.Competition))
	for _, c := range cases {
		if got := rank.Select(places, c.cut); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
	ordinal := rank.Order(group, scores(rank.Ordinal))
	if got := rank.Select(ordinal, rank.Cut{Side: rank.Worst, Count: 2}); !slices.Equal(got, []int{6, 7}) {
		t.Errorf("order numbers without ties: last 2 = %v", got)
	}
}

// A printed extract held 14 units of 5 distinct scores, ten of them at 100.
func TestCutOffCountsLevels(t *testing.T) {
	places := rank.Order(rows("100", "100", "100", "100", "100", "100", "100", "100", "100", "100",
		"99.67", "98.73", "97.69", "97.33", "96", "95"), scores(rank.Competition))
	if got := rank.Select(places, rank.Cut{By: rank.Levels, Count: 5}); len(got) != 14 {
		t.Errorf("5 levels hold %d units, want 14", len(got))
	}
}

func TestCutCheck(t *testing.T) {
	for _, c := range []struct {
		cut  rank.Cut
		code string
	}{
		{rank.Cut{Count: 1}, ""},
		{rank.Cut{By: rank.Threshold}, ""},
		{rank.Cut{By: rank.Percent, Percent: number.FromInt(100)}, ""},
		{rank.Cut{}, "rank.cut_count"},
		{rank.Cut{By: rank.Levels, Count: -1}, "rank.cut_count"},
		{rank.Cut{By: rank.Percent}, "rank.cut_percent"},
		{rank.Cut{By: rank.Percent, Percent: number.MustParse("100.1")}, "rank.cut_percent"},
		{rank.Cut{Count: 1, Ties: 2}, "rank.unknown_word"},
	} {
		if got := fault.CodeOf(c.cut.Check()); got != c.code {
			t.Errorf("%+v: %q, want %q", c.cut, got, c.code)
		}
	}
}

func TestChanges(t *testing.T) {
	earlier := rank.Order(rows("9", "8", "7", "6"), scores(rank.Competition))
	now := rank.Order([]rank.Row{row(1, "5"), row(2, "8"), row(3, "9"), row(5, "1")}, scores(rank.Competition))
	want := map[int]rank.Change{1: {rank.Fell, 2}, 2: {Trend: rank.Same}, 3: {rank.Rose, 2}, 5: {Trend: rank.New}}
	got := rank.Changes(now, earlier)
	if len(got) != len(want) {
		t.Errorf("%v", got)
	}
	for id, change := range want {
		if got[id] != change {
			t.Errorf("unit %d: %v, want %v", id, got[id], change)
		}
	}
	sums := rank.SumOfRanks(earlier, now)
	if sums[1] != (rank.Sum{Ranks: 4, Rankings: 2}) || sums[4] != (rank.Sum{Ranks: 4, Rankings: 1}) {
		t.Errorf("%v", sums)
	}
}

func TestGrades(t *testing.T) {
	n := number.MustParse
	grades := rank.Grades{{n("60"), "C"}, {n("90"), "A"}, {n("75"), "B"}}
	for value, want := range map[string]string{"100": "A", "90": "A", "89.99": "B", "75": "B", "60": "C", "59.99": "", "-1": ""} {
		if got := grades.Of(n(value)); got != want {
			t.Errorf("%s: %q, want %q", value, got, want)
		}
	}
	if got := (rank.Grades{}).Of(n("1")); got != "" {
		t.Errorf("no grades gave %q", got)
	}
}
