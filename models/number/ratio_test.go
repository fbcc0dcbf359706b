package number

import (
	"math"
	"math/big"
	"testing"

	"pgregory.net/rapid"
)

func TestRatioAgainstOracle(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := fractions().Draw(t, "a"), fractions().Draw(t, "b")
		check := func(what string, got Ratio, want *big.Rat) {
			t.Helper()
			if got.Rat().Cmp(want) != 0 {
				t.Fatalf("%s %s %s = %s, want %s", a.oracle, what, b.oracle, got.Rat(), want)
			}
			if got.Sign() != want.Sign() {
				t.Fatalf("%s %s %s has the sign %d", a.oracle, what, b.oracle, got.Sign())
			}
		}
		check("itself", a.ratio, a.oracle)
		check("+", a.ratio.Add(b.ratio), new(big.Rat).Add(a.oracle, b.oracle))
		check("-", a.ratio.Sub(b.ratio), new(big.Rat).Sub(a.oracle, b.oracle))
		check("*", a.ratio.Mul(b.ratio), new(big.Rat).Mul(a.oracle, b.oracle))
		check("negated", a.ratio.Neg(), new(big.Rat).Neg(a.oracle))
		if b.oracle.Sign() != 0 {
			check("/", a.ratio.Quo(b.ratio), new(big.Rat).Quo(a.oracle, b.oracle))
		}
		if got := a.ratio.Cmp(b.ratio); got != a.oracle.Cmp(b.oracle) {
			t.Fatalf("%s and %s compare as %d", a.oracle, b.oracle, got)
		}
	})
}

func TestRatioRoundingAgainstOracle(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := fractions().Draw(t, "fraction")
		places := rapid.IntRange(0, 19).Draw(t, "places")
		got, err := f.ratio.Round(places)
		agree(t, "round", got, err, nearest(f.oracle, places))
		got, err = f.ratio.Ceil(places)
		agree(t, "ceil", got, err, upward(f.oracle, places))
		got, err = f.ratio.Exact()
		agree(t, "exact", got, err, f.oracle)
	})
}

// Halves are rare among random fractions, and the rule is about them.
func TestHalves(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		places := rapid.IntRange(0, 12).Draw(t, "places")
		odd := 2*rapid.Int64Range(-1e6, 1e6).Draw(t, "half") + 1
		r := Int(odd).Quo(Int(2 * pow10(places)))
		want := nearest(r.Rat(), places)
		if digit := new(big.Rat).Mul(want, new(big.Rat).SetInt(tenTo(places))); digit.Num().Bit(0) != 0 {
			t.Fatalf("the oracle's last digit is odd: %s", want)
		}
		got, err := r.Round(places)
		agree(t, "half", got, err, want)
	})
}

func TestPublishedRounding(t *testing.T) {
	cases := []struct {
		name     string
		num, den int64
		places   int
		round    string
		ceil     string
	}{
		{"hotline closing rate", 1243, 1342, 4, "0.9262", "0.9263"},
		{"a third", 1, 3, 2, "0.33", "0.34"},
		{"two thirds below zero", -2, 3, 2, "-0.67", "-0.66"},
		{"a half to even", 1, 8, 2, "0.12", "0.13"},
		{"a half to even, above", 3, 8, 2, "0.38", "0.38"},
		{"nothing", 0, 7, 2, "0", "0"},
		{"a whole number stays", 50, 1, 0, "50", "50"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			r := Int(c.num).Quo(Int(c.den))
			round, err1 := r.Round(c.places)
			ceil, err2 := r.Ceil(c.places)
			if err1 != nil || err2 != nil || round.String() != c.round || ceil.String() != c.ceil {
				t.Errorf("round %s (%v), ceil %s (%v)", round, err1, ceil, err2)
			}
		})
	}
}

func TestZeroRatio(t *testing.T) {
	var zero Ratio
	if zero.Sign() != 0 || zero.Add(Int(2)).Cmp(Int(2)) != 0 || Int(2).Mul(zero).Sign() != 0 || zero.Neg().Cmp(zero) != 0 {
		t.Error("the zero value is not 0")
	}
	if n, err := zero.Exact(); err != nil || n.String() != "0" {
		t.Errorf("%s, %v", n, err)
	}
}

// A sum of very many terms must not lose anything on its way out of 63 bits and back.
func TestLongChain(t *testing.T) {
	sum, want := Int(math.MaxInt64), new(big.Rat).SetInt64(math.MaxInt64)
	for i := int64(1); i <= 200; i++ {
		sum, want = sum.Add(Int(1).Quo(Int(i))), want.Add(want, big.NewRat(1, i))
	}
	for i := int64(200); i >= 1; i-- {
		sum = sum.Sub(Int(1).Quo(Int(i)))
	}
	if sum.Cmp(Int(math.MaxInt64)) != 0 {
		t.Errorf("%s", sum.Rat())
	}
}
