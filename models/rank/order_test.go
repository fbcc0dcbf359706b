package rank_test

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"yueping/models/fault"
	"yueping/models/number"
	"yueping/models/rank"
)

// rows makes one-key rows with IDs and precedence from 1 on.
func rows(values ...string) []rank.Row {
	var list []rank.Row
	for i, v := range values {
		list = append(list, row(i+1, v))
	}
	return list
}

func row(id int, values ...string) rank.Row {
	r := rank.Row{ID: id, Precedence: id}
	for _, v := range values {
		r.Values = append(r.Values, number.MustParse(v))
	}
	return r
}

func scores(ties rank.Tie) rank.Scheme {
	return rank.Scheme{Keys: []rank.Direction{rank.Descending}, Ties: ties}
}

func TestTieRules(t *testing.T) {
	values := rows("99", "100", "99", "98", "100.0")
	cases := []struct {
		ties  rank.Tie
		ids   []int
		ranks []int
	}{
		{rank.Competition, []int{2, 5, 1, 3, 4}, []int{1, 1, 3, 3, 5}},
		{rank.Dense, []int{2, 5, 1, 3, 4}, []int{1, 1, 2, 2, 3}},
		{rank.Ordinal, []int{2, 5, 1, 3, 4}, []int{1, 2, 3, 4, 5}},
	}
	for _, c := range cases {
		var ids, ranks, levels, worst []int
		for _, p := range rank.Order(values, scores(c.ties)) {
			ids, ranks = append(ids, p.ID), append(ranks, p.Rank)
			levels, worst = append(levels, p.Level), append(worst, p.LevelFromWorst)
		}
		if diff := cmp.Diff([][]int{c.ids, c.ranks, {1, 1, 2, 2, 3}, {3, 3, 2, 2, 1}}, [][]int{ids, ranks, levels, worst}); diff != "" {
			t.Errorf("ties %d: %s", c.ties, diff)
		}
	}
}

func TestTieKeys(t *testing.T) {
	values := []rank.Row{row(1, "90", "40"), row(2, "90", "30"), row(3, "90", "30"), row(4, "80", "10")}
	scheme := rank.Scheme{Keys: []rank.Direction{rank.Descending, rank.Ascending}}
	for name, c := range map[string]struct {
		tieKeys int
		ranks   []int
	}{
		"all keys":            {0, []int{1, 1, 3, 4}},
		"all keys, spelt out": {2, []int{1, 1, 3, 4}},
		"the first key alone": {1, []int{1, 1, 1, 4}},
	} {
		scheme.TieKeys = c.tieKeys
		var ids, ranks []int
		for _, p := range rank.Order(values, scheme) {
			ids, ranks = append(ids, p.ID), append(ranks, p.Rank)
		}
		if !slices.Equal(ids, []int{2, 3, 1, 4}) || !slices.Equal(ranks, c.ranks) {
			t.Errorf("%s: %v %v", name, ids, ranks)
		}
	}
}

func TestOrderEdges(t *testing.T) {
	if got := rank.Order(nil, scores(rank.Dense)); len(got) != 0 {
		t.Errorf("an empty group gave %v", got)
	}
	if got := rank.Order(rows("1"), rank.Scheme{}); got != nil {
		t.Errorf("a scheme without keys ranked %v", got)
	}
	same := []rank.Row{row(9, "5"), row(7, "5")}
	same[0].Precedence, same[1].Precedence = 1, 1
	if got := rank.Order(same, scores(rank.Competition)); got[0].ID != 7 || got[1].Rank != 1 {
		t.Errorf("equal precedence is not decided by ID: %v", got)
	}
	if same[0].ID != 9 {
		t.Error("the input was reordered")
	}
}

func TestValuesThatFitNoInt64(t *testing.T) {
	for name, values := range map[string][]rank.Row{
		"nineteen decimals":   rows("0.0000000000000000002", "0", "0.0000000000000000001", "5"),
		"far apart":           rows("0.5", "-9999999999999999999", "-1", "9999999999999999999"),
		"at the end of int64": rows("0", "-9223372036854775808", "-1", "9223372036854775807"),
	} {
		var ids []int
		for _, p := range rank.Order(values, scores(rank.Competition)) {
			ids = append(ids, p.ID)
		}
		if want := []int{4, 1, 3, 2}; !slices.Equal(ids, want) {
			t.Errorf("%s: %v, want %v", name, ids, want)
		}
	}
}

func TestSchemeCheck(t *testing.T) {
	one := []rank.Direction{rank.Ascending}
	for _, c := range []struct {
		scheme rank.Scheme
		code   string
	}{
		{rank.Scheme{Keys: one, TieKeys: 1}, ""},
		{rank.Scheme{}, "rank.no_keys"},
		{rank.Scheme{Keys: one, TieKeys: 2}, "rank.tie_keys"},
		{rank.Scheme{Keys: one, TieKeys: -1}, "rank.tie_keys"},
		{rank.Scheme{Keys: one, Ties: 3}, "rank.unknown_word"},
		{rank.Scheme{Keys: []rank.Direction{2}}, "rank.unknown_word"},
	} {
		if got := fault.CodeOf(c.scheme.Check()); got != c.code {
			t.Errorf("%+v: %q, want %q", c.scheme, got, c.code)
		}
	}
}

func TestSettingsSurviveAFile(t *testing.T) {
	type settings struct {
		Scheme rank.Scheme
		Cut    rank.Cut
	}
	want := settings{
		rank.Scheme{Keys: []rank.Direction{rank.Descending, rank.Ascending}, Ties: rank.Dense, TieKeys: 1},
		rank.Cut{Side: rank.Worst, By: rank.Percent, Compare: rank.AtLeast, Percent: number.FromInt(10), Rounding: rank.HalfEven, Ties: rank.Split},
	}
	text, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	var got settings
	if err := json.Unmarshal(text, &got); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got, cmp.Comparer(func(a, b number.Number) bool { return a.Cmp(b) == 0 })); diff != "" {
		t.Error(diff)
	}
	var tie rank.Tie
	if err := tie.UnmarshalText([]byte("olympic")); fault.CodeOf(err) != "rank.unknown_word" {
		t.Errorf("an unknown tie rule gave %v", err)
	}
}
