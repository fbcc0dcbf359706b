package air_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"yueping/models/air"
	"yueping/models/month"
	"yueping/models/number"
)

func aRow(t *rapid.T) []air.Concentration {
	row := make([]air.Concentration, 0, 6)
	for _, p := range air.Six() {
		n := number.FromInt(rapid.Int64Range(0, 300).Draw(t, string(p)))
		if p == air.CO {
			n, _ = n.Shift(-1)
		}
		row = append(row, air.Concentration{Pollutant: p, Value: n})
	}
	return row
}

// One step of a rounded sub-index can swallow a small fall: it must not rise then, and the exact sum
// must fall.
func TestIndexFallsWithEachConcentration(t *testing.T) {
	standards := limits(t)
	rapid.Check(t, func(t *rapid.T) {
		row := aRow(t)
		options := air.Usual(month.Of(rapid.IntRange(2012, 2035).Draw(t, "year"), 6), standards)
		options.RoundSubIndices = rapid.Bool().Draw(t, "round")
		i := rapid.IntRange(0, 5).Draw(t, "pollutant")
		if row[i].Value.Sign() == 0 {
			return
		}
		step := number.FromInt(1)
		if row[i].Pollutant == air.CO {
			step, _ = step.Shift(-1)
		}
		cleaner := slices.Clone(row)
		cleaner[i].Value, _ = row[i].Value.Sub(step)
		before, err := air.Index(row, options)
		after, err2 := air.Index(cleaner, options)
		if err != nil || err2 != nil {
			t.Fatal(err, err2)
		}
		if after.Total.Cmp(before.Total) > 0 {
			t.Fatalf("the index rose from %s to %s", before.Total, after.Total)
		}
		if !options.RoundSubIndices && after.Exact.Cmp(before.Exact) >= 0 {
			t.Fatal("the exact index did not fall")
		}
	})
}

func TestIndexIgnoresTheOrderOfPollutants(t *testing.T) {
	standards := limits(t)
	rapid.Check(t, func(t *rapid.T) {
		row := aRow(t)
		options := air.Usual(month.Of(2023, 1), standards)
		one, err := air.Index(row, options)
		other, err2 := air.Index(rapid.Permutation(row).Draw(t, "shuffled"), options)
		if err != nil || err2 != nil || one.Total.Cmp(other.Total) != 0 {
			t.Fatalf("%s and %s", one.Total, other.Total)
		}
		slices.Sort(one.Primary)
		slices.Sort(other.Primary)
		if !slices.Equal(one.Primary, other.Primary) {
			t.Fatalf("%v and %v", one.Primary, other.Primary)
		}
	})
}

func TestDailyIndexRisesWithEachConcentration(t *testing.T) {
	scales := editions(t)
	rapid.Check(t, func(t *rapid.T) {
		row := aRow(t)
		scale := rapid.SampledFrom(scales).Draw(t, "edition")
		i := rapid.IntRange(0, 5).Draw(t, "pollutant")
		worse := slices.Clone(row)
		worse[i].Value, _ = row[i].Value.Add(number.FromInt(rapid.Int64Range(1, 900).Draw(t, "more")))
		before, err := scale.Daily(row)
		after, err2 := scale.Daily(worse)
		if err != nil || err2 != nil || after.AQI < before.AQI || before.AQI > 500 || after.AQI > 500 {
			t.Fatalf("%d became %d: %v %v", before.AQI, after.AQI, err, err2)
		}
	})
}

func TestPercentileLiesBetweenItsNeighbours(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var values []number.Number
		for _, v := range rapid.SliceOfN(rapid.Int64Range(0, 400), 1, 31).Draw(t, "values") {
			values = append(values, number.FromInt(v))
		}
		percent := number.FromInt(rapid.Int64Range(0, 100).Draw(t, "percent"))
		linear, err := air.Percentile(values, percent)
		nearest, err2 := air.NearestRank(values, percent)
		if err != nil || err2 != nil {
			t.Fatal(err, err2)
		}
		least, most := slices.MinFunc(values, number.Number.Cmp), slices.MaxFunc(values, number.Number.Cmp)
		if linear.Cmp(number.Of(least)) < 0 || linear.Cmp(number.Of(most)) > 0 {
			t.Fatal("outside the values")
		}
		if !slices.ContainsFunc(values, func(v number.Number) bool { return v.Cmp(nearest) == 0 }) {
			t.Fatalf("%s is none of the values", nearest)
		}
	})
}
