package air_test

import (
	"math/big"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"yueping/models/air"
	"yueping/models/fault"
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
		options.Weights = someWeights(t)
		i := rapid.IntRange(0, 5).Draw(t, "pollutant")
		steps, _ := row[i].Value.Scaled(row[i].Pollutant.Decimals())
		if steps == 0 {
			return
		}
		fall, err := number.FromInt(rapid.Int64Range(1, steps).Draw(t, "fall")).Shift(-row[i].Pollutant.Decimals())
		if err != nil {
			t.Fatal(err)
		}
		cleaner := slices.Clone(row)
		cleaner[i].Value, _ = row[i].Value.Sub(fall)
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
		// A step of a published concentration is more than a hundredth of every limit but that of O3, so
		// no rounded sub-index but that of O3 can swallow it.
		if row[i].Pollutant != air.O3 && after.Exact.Cmp(before.Exact) >= 0 {
			t.Fatalf("%s fell and the sum stayed at %v", row[i].Pollutant, before.Exact.Rat())
		}
	})
}

// someWeights are none, or positive ones for some pollutants from a month on.
func someWeights(t *rapid.T) month.Dated[air.Weights] {
	if !rapid.Bool().Draw(t, "weighted") {
		return nil
	}
	weights := air.Weights{}
	for _, p := range air.Six() {
		if tenths := rapid.Int64Range(0, 30).Draw(t, "weight of "+string(p)); tenths > 0 {
			weights[p], _ = number.FromInt(tenths).Shift(-1)
		}
	}
	return month.Dated[air.Weights](nil).Put(month.Of(2026, 3), weights)
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

// aDay has some of the pollutants, the 1-hour mean of ozone among them, with decimals.
func aDay(t *rapid.T) []air.Concentration {
	var row []air.Concentration
	for _, p := range append(air.Six(), air.O3Hour) {
		if rapid.IntRange(0, 5).Draw(t, "has "+string(p)) == 0 {
			continue
		}
		n, err := number.FromInt(rapid.Int64Range(0, 14000).Draw(t, string(p))).Shift(-1)
		if p == air.CO && err == nil {
			n, err = n.Shift(-1)
		}
		if err != nil {
			t.Fatal(err)
		}
		row = append(row, air.Concentration{Pollutant: p, Value: n})
	}
	return row
}

// In both editions, with any pollutants missing: the index of what is worse is no better, and a day
// that has an index keeps one.
func TestDailyIndexRisesWithEachConcentration(t *testing.T) {
	scales := editions(t)
	rapid.Check(t, func(t *rapid.T) {
		row := aDay(t)
		scale := rapid.SampledFrom(scales).Draw(t, "edition")
		if len(row) == 0 {
			return
		}
		i := rapid.IntRange(0, len(row)-1).Draw(t, "pollutant")
		more, err := number.FromInt(rapid.Int64Range(1, 9000).Draw(t, "more")).Shift(-1)
		if err != nil {
			t.Fatal(err)
		}
		worse := slices.Clone(row)
		if worse[i].Value, err = row[i].Value.Add(more); err != nil {
			t.Fatal(err)
		}
		before, err := scale.Daily(row)
		after, err2 := scale.Daily(worse)
		if fault.CodeOf(err) == "air.nothing" && fault.CodeOf(err2) == "air.nothing" {
			return
		}
		if err != nil || err2 != nil || after.AQI < before.AQI || before.AQI > 500 || after.AQI > 500 {
			t.Fatalf("%v: %d became %d of %v: %v %v", row, before.AQI, after.AQI, worse, err, err2)
		}
		if !before.NA && after.NA {
			t.Fatalf("%v has an index and %v has none", row, worse)
		}
		for _, p := range after.Primary {
			if after.AQI <= 50 || !slices.ContainsFunc(after.Parts, func(d air.DayPart) bool {
				return d.IAQI == after.AQI && (d.Pollutant == p || d.Pollutant == air.O3Hour && p == air.O3)
			}) {
				t.Fatalf("%s is no primary pollutant of %v", p, after)
			}
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

// oraclePercentiles finds both percentiles by counting, with nothing of the code under test: every
// value with its share of the others below it, by binary fractions of whole numbers.
func oraclePercentiles(values []int64, percent int64) (linear *big.Rat, nearest int64) {
	sorted := slices.Clone(values)
	for i := range sorted { // by selection
		for j := i + 1; j < len(sorted); j++ {
			if sorted[j] < sorted[i] {
				sorted[i], sorted[j] = sorted[j], sorted[i]
			}
		}
	}
	n := int64(len(sorted))
	for _, v := range sorted {
		notAbove := int64(0)
		for _, other := range values {
			if other <= v {
				notAbove++
			}
		}
		if notAbove*100 >= percent*n {
			nearest = v
			break
		}
	}
	// 1 + (n-1)p/100 in hundredths; the line between the two values around it.
	position := 100 + (n-1)*percent
	k := position / 100
	below := sorted[k-1]
	above := sorted[min(k, n-1)]
	return big.NewRat(below*(100-position%100)+above*(position%100), 100), nearest
}

func TestPercentilesAgainstAnOracle(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		raw := rapid.SliceOfN(rapid.Int64Range(0, 4000), 1, 31).Draw(t, "tenths")
		percent := rapid.OneOf(rapid.SampledFrom([]int64{90, 95, 0, 100}), rapid.Int64Range(0, 100)).Draw(t, "percent")
		values := make([]number.Number, len(raw))
		for i, v := range raw {
			values[i], _ = number.FromInt(v).Shift(-1)
		}
		wantLinear, wantNearest := oraclePercentiles(raw, percent)
		linear, err := air.Percentile(values, number.FromInt(percent))
		nearest, err2 := air.NearestRank(values, number.FromInt(percent))
		if err != nil || err2 != nil {
			t.Fatal(err, err2)
		}
		ten := big.NewRat(10, 1)
		if linear.Rat().Mul(linear.Rat(), ten).Cmp(wantLinear) != 0 {
			t.Fatalf("linear %v, want %v tenths", linear.Rat(), wantLinear)
		}
		if got, _ := nearest.Scaled(1); got != wantNearest {
			t.Fatalf("nearest %s, want %d tenths", nearest, wantNearest)
		}
		for word, p := range map[string]int64{"p90": 90, "p95": 95} {
			if p != percent {
				continue
			}
			for _, byRank := range []bool{false, true} {
				got, err := air.Statistic(word, values, byRank)
				want := linear
				if byRank {
					want = number.Of(nearest)
				}
				if err != nil || got.Cmp(want) != 0 {
					t.Fatalf("%s: %v %v", word, got.Rat(), err)
				}
			}
		}
	})
}

// A concentration that goes to the other reference state and back is what it was.
func TestConvertedThereAndBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := rapid.SampledFrom(append(air.Six(), air.O3Hour)).Draw(t, "pollutant")
		from := month.Of(2018, 9) + month.Month(rapid.IntRange(-40, 40).Draw(t, "from"))
		to := month.Of(2018, 9) + month.Month(rapid.IntRange(-40, 40).Draw(t, "to"))
		value := number.FromInt(rapid.Int64Range(0, 5000).Draw(t, "value"))
		there := air.Converted(p, value, from, to)
		crosses := (from < month.Of(2018, 9)) != (to < month.Of(2018, 9))
		if changed := there.Cmp(number.Of(value)) != 0; changed != (crosses && p.Gas() && value.Sign() > 0) {
			t.Fatalf("%s %s from %s to %s: %v", p, value, from, to, there.Rat())
		}
		// Warmer air holds less of a gas in the same room.
		if crosses && p.Gas() && value.Sign() > 0 && (there.Cmp(number.Of(value)) < 0) != (to > from) {
			t.Fatalf("%s %s from %s to %s became %v", p, value, from, to, there.Rat())
		}
		// 29815 of the old are 27300 of the new, so such a multiple comes back as a whole number.
		multiple := number.FromInt(rapid.Int64Range(0, 100).Draw(t, "multiple") * 27300 * 29815)
		once, err := air.Converted(p, multiple, from, to).Exact()
		if err != nil {
			t.Fatal(err)
		}
		if back := air.Converted(p, once, to, from); back.Cmp(number.Of(multiple)) != 0 {
			t.Fatalf("%s came back as %v", multiple, back.Rat())
		}
	})
}
