package rank_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"yueping/models/number"
	"yueping/models/rank"
)

// country is how many township-level units the whole country has.
const country = 38642

func countryRows(b *testing.B) []rank.Row {
	random := rand.New(rand.NewPCG(1, 2))
	group := make([]rank.Row, country)
	for i := range group {
		value, err := number.FromInt(random.Int64N(1000)).Shift(-2)
		if err != nil {
			b.Fatal(err)
		}
		group[i] = rank.Row{ID: i, Precedence: i, Values: []number.Number{value}}
	}
	return group
}

// BenchmarkOrderAndSelect ranks the country and takes its last 10; it is held against
// BenchmarkBareSort, which only sorts the same decimals: at most 1.3 times that.
func BenchmarkOrderAndSelect(b *testing.B) {
	group := countryRows(b)
	scheme := rank.Scheme{Keys: []rank.Direction{rank.Ascending}}
	for b.Loop() {
		rank.Select(rank.Order(group, scheme), rank.Cut{Side: rank.Worst, Count: 10})
	}
}

func BenchmarkBareSort(b *testing.B) {
	group := countryRows(b)
	values := make([]number.Number, len(group))
	for b.Loop() {
		for i, r := range group {
			values[i] = r.Values[0]
		}
		slices.SortFunc(values, number.Number.Cmp)
	}
}
