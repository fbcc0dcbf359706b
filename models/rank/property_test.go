package rank_test

import (
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"yueping/models/number"
	"yueping/models/rank"
)

// better reports whether a stands strictly before b on the keys that decide a tie.
func better(a, b rank.Row, scheme rank.Scheme) bool {
	keys := scheme.TieKeys
	if keys == 0 {
		keys = len(scheme.Keys)
	}
	for k := range keys {
		if sign := a.Values[k].Cmp(b.Values[k]); sign != 0 {
			return (sign < 0) == (scheme.Keys[k] == rank.Ascending)
		}
	}
	return false
}

// aValue draws few distinct values so that ties are common, now and then one of many digits, and one
// that fits no int64.
func aValue(t *rapid.T) number.Number {
	if rapid.IntRange(0, 200).Draw(t, "huge") == 0 {
		return number.MustParse(rapid.SampledFrom([]string{"9999999999999999999", "-0.0000000000000000001"}).Draw(t, "value"))
	}
	most := rapid.SampledFrom([]int64{8, 8, 8, 1 << 40}).Draw(t, "most")
	tenths, err := number.FromInt(rapid.Int64Range(-most/2, most).Draw(t, "tenths")).Shift(-1)
	if err != nil {
		t.Fatal(err)
	}
	return tenths
}

func aGroup(t *rapid.T) ([]rank.Row, rank.Scheme) {
	scheme := rank.Scheme{
		Keys: rapid.SliceOfN(rapid.SampledFrom([]rank.Direction{rank.Ascending, rank.Descending}), 1, 3).Draw(t, "keys"),
		Ties: rapid.SampledFrom([]rank.Tie{rank.Competition, rank.Dense, rank.Ordinal}).Draw(t, "ties"),
	}
	scheme.TieKeys = rapid.IntRange(0, len(scheme.Keys)).Draw(t, "tieKeys")
	group := make([]rank.Row, rapid.IntRange(0, 25).Draw(t, "units"))
	for i := range group {
		group[i] = rank.Row{ID: i, Precedence: rapid.IntRange(0, 5).Draw(t, "precedence")}
		if rapid.IntRange(0, 9).Draw(t, "no data") > 0 {
			for range scheme.Keys {
				group[i].Values = append(group[i].Values, aValue(t))
			}
		}
	}
	return group, scheme
}

func TestRankIsAsDefined(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		group, scheme := aGroup(t)
		places := rank.Order(group, scheme)
		if shuffled := rank.Order(rapid.Permutation(group).Draw(t, "shuffled"), scheme); !reflect.DeepEqual(places, shuffled) {
			t.Fatal("the order of the rows changed the ranking")
		}
		ranked := slices.DeleteFunc(slices.Clone(group), func(r rank.Row) bool { return r.Values == nil })
		if without := rank.Order(ranked, scheme); !reflect.DeepEqual(places, without) {
			t.Fatal("units without data changed the ranking")
		}
		if len(places) != len(ranked) {
			t.Fatalf("%d places for %d ranked units", len(places), len(ranked))
		}
		for i, p := range places {
			me := group[p.ID]
			before, betterLevels, worseLevels := 0, []rank.Row{}, []rank.Row{}
			level := func(levels []rank.Row, r rank.Row) []rank.Row {
				if slices.ContainsFunc(levels, func(l rank.Row) bool { return !better(l, r, scheme) && !better(r, l, scheme) }) {
					return levels
				}
				return append(levels, r)
			}
			for _, other := range ranked {
				if better(other, me, scheme) {
					before++
					betterLevels = level(betterLevels, other)
				}
				if better(me, other, scheme) {
					worseLevels = level(worseLevels, other)
				}
			}
			want := map[rank.Tie]int{rank.Competition: before + 1, rank.Dense: len(betterLevels) + 1, rank.Ordinal: i + 1}[scheme.Ties]
			if p.Rank != want || p.Level != len(betterLevels)+1 || p.LevelFromWorst != len(worseLevels)+1 {
				t.Fatalf("%+v, want rank %d", p, want)
			}
			if i > 0 && better(me, group[places[i-1].ID], scheme) {
				t.Fatalf("place %d stands behind a worse one", i)
			}
		}
	})
}

func TestImprovingNeverWorsensTheRank(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		group, scheme := aGroup(t)
		places := rank.Order(group, scheme)
		if len(places) == 0 {
			return
		}
		before := rapid.SampledFrom(places).Draw(t, "unit")
		improved := slices.Clone(group)
		mine := &improved[before.ID]
		mine.Values = slices.Clone(mine.Values)
		k := rapid.IntRange(0, len(scheme.Keys)-1).Draw(t, "key")
		step := number.FromInt(1)
		if scheme.Keys[k] == rank.Ascending {
			step = number.FromInt(-1)
		}
		value, err := mine.Values[k].Add(step)
		if err != nil {
			return
		}
		mine.Values[k] = value
		for _, p := range rank.Order(improved, scheme) {
			if p.ID == before.ID && p.Rank > before.Rank {
				t.Fatalf("rank %d became %d", before.Rank, p.Rank)
			}
		}
	})
}

func TestListsAreAsDefined(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		group, scheme := aGroup(t)
		places := rank.Order(group, scheme)
		cut := rank.Cut{
			Side:  rapid.SampledFrom([]rank.Side{rank.Best, rank.Worst}).Draw(t, "side"),
			By:    rapid.SampledFrom([]rank.By{rank.Rows, rank.Levels}).Draw(t, "by"),
			Count: rapid.IntRange(0, 30).Draw(t, "count"),
			Ties:  rapid.SampledFrom([]rank.Cutoff{rank.Keep, rank.Split}).Draw(t, "cutoff"),
		}
		got := rank.Select(places, cut)
		want := []int{}
		for i, p := range places {
			// How many stand strictly nearer to the end from which the list is taken.
			nearer := 0
			for j, other := range places {
				position, mine := j, i
				if cut.Ties == rank.Keep {
					position, mine = other.Rank, p.Rank
				}
				if cut.By == rank.Levels {
					position, mine = other.Level, p.Level
				}
				if (cut.Side == rank.Best && position < mine) || (cut.Side == rank.Worst && position > mine) {
					nearer++
				}
			}
			in := nearer < cut.Count
			if cut.By == rank.Levels {
				in = (cut.Side == rank.Best && p.Level <= cut.Count) || (cut.Side == rank.Worst && p.LevelFromWorst <= cut.Count)
			}
			if in {
				want = append(want, p.ID)
			}
		}
		if !slices.Equal(got, want) {
			t.Fatalf("%+v: %v, want %v", cut, got, want)
		}
	})
}
