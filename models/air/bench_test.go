package air_test

import (
	"math/rand/v2"
	"testing"

	"yueping/models/air"
	"yueping/models/number"
)

// country is how many township-level units the whole country has.
const country = 38642

func countryRows() [][]air.Concentration {
	random := rand.New(rand.NewPCG(1, 2))
	rows := make([][]air.Concentration, country)
	for i := range rows {
		for _, p := range air.Six() {
			rows[i] = append(rows[i], air.Concentration{Pollutant: p, Value: number.FromInt(random.Int64N(200))})
		}
	}
	return rows
}

// BenchmarkIndex calculates the country's indices; BenchmarkBareLoop does the same decimal operations
// with nothing around them.
func BenchmarkIndex(b *testing.B) {
	rows, options := countryRows(), air.Usual(may(2023), limits(b))
	for b.Loop() {
		for _, row := range rows {
			if _, err := air.Index(row, options); err != nil {
				b.Fatal(err)
			}
		}
	}
}

func BenchmarkBareLoop(b *testing.B) {
	rows, held := countryRows(), limits(b).Limits(may(2023))
	divisors := make([]number.Ratio, 0, 6)
	for _, p := range air.Six() {
		divisors = append(divisors, number.Of(held[p].Value))
	}
	totals := make([]number.Number, len(rows))
	for b.Loop() {
		for i, row := range rows {
			var total number.Number
			for k, c := range row {
				part, err := number.Of(c.Value).Quo(divisors[k]).Round(2)
				if err != nil {
					b.Fatal(err)
				}
				if total, err = total.Add(part); err != nil {
					b.Fatal(err)
				}
			}
			totals[i] = total
		}
	}
}
