package air_test

import (
	"math/rand/v2"
	"testing"

	"yueping/models/air"
	"yueping/models/benchtest"
	"yueping/models/month"
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

// bareLoop is the floor: the decimal operations of the country's indices with nothing around them,
// the sub-indices rounded or not, weighted or not.
func bareLoop(b *testing.B, rows [][]air.Concentration, o *air.Options) func() {
	held := o.Standards.Limits(o.Month)
	divisors, weights := make([]number.Ratio, 0, 6), make([]number.Ratio, 0, 6)
	for _, p := range air.Six() {
		divisors = append(divisors, number.Of(held[p].Value))
		weights = append(weights, number.Of(o.Weights.Get(o.Month).Of(p)))
	}
	totals := make([]number.Ratio, len(rows))
	return func() {
		for i, row := range rows {
			var total number.Ratio
			for k, c := range row {
				part := number.Of(c.Value).Quo(divisors[k])
				if o.RoundSubIndices {
					rounded, err := part.Round(2)
					if err != nil {
						b.Fatal(err)
					}
					part = number.Of(rounded)
				}
				if len(o.Weights) > 0 {
					part = part.Mul(weights[k])
				}
				total = total.Add(part)
			}
			totals[i] = total
		}
	}
}

// BenchmarkIndex calculates the country's indices by which months are ranked, under each setting, and
// "parts" with the records that a screen shows of one unit, in turn with the bare loop of the same
// operations.
func BenchmarkIndex(b *testing.B) {
	rows := countryRows()
	usual := air.Usual(may(2023), limits(b))
	unrounded, weighted := usual, usual
	unrounded.RoundSubIndices = false
	weighted.Weights = month.Always(air.Weights{air.PM25: number.MustParse("1.5"), air.O3: number.MustParse("0.5"), air.SO2: number.FromInt(2),
		air.NO2: number.FromInt(2), air.PM10: number.MustParse("1.5"), air.CO: number.MustParse("0.5")})
	total := func(b *testing.B, o *air.Options) func() {
		return func() {
			summing := o.Summing()
			for _, row := range rows {
				if _, err := summing.Total(row); err != nil {
					b.Fatal(err)
				}
			}
		}
	}
	for _, c := range []struct {
		name string
		o    *air.Options
	}{{"usual", &usual}, {"unrounded", &unrounded}, {"weighted", &weighted}} {
		b.Run(c.name, func(b *testing.B) { benchtest.Ratio(b, bareLoop(b, rows, c.o), total(b, c.o)) })
	}
	b.Run("parts", func(b *testing.B) {
		benchtest.Ratio(b, bareLoop(b, rows, &usual), func() {
			for _, row := range rows {
				if _, err := air.Index(row, usual); err != nil {
					b.Fatal(err)
				}
			}
		})
	})
}
