package number

import (
	"math"
	"math/big"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"yueping/models/fault"
)

func rat(t testing.TB, s string) *big.Rat {
	t.Helper()
	r, ok := new(big.Rat).SetString(s)
	if !ok {
		t.Fatalf("%q is no number for math/big", s)
	}
	return r
}

// numbers draws the text of a number of up to 19 digits, zeros at both ends included.
func numbers() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		text := rapid.StringMatching(`[0-9]{1,19}`).Draw(t, "digits")
		if places := rapid.IntRange(0, len(text)).Draw(t, "places"); places > 0 {
			whole, frac := text[:len(text)-places], text[len(text)-places:]
			if whole == "" {
				whole = "0"
			}
			text = whole + "." + frac
		}
		return rapid.SampledFrom([]string{"", "-"}).Draw(t, "sign") + text
	})
}

// fractions draws a Ratio and the same value of math/big: small ones, ones at the edge of an int64, and
// products far beyond it.
func fractions() *rapid.Generator[fraction] {
	edge := []int64{math.MinInt64, math.MinInt64 + 1, -1 << 62, 1<<62 - 1, 1 << 62, 1<<62 + 1, math.MaxInt64 - 1, math.MaxInt64}
	whole := rapid.OneOf(rapid.Int64Range(-1000, 1000), rapid.Int64(), rapid.SampledFrom(edge))
	return rapid.Custom(func(t *rapid.T) fraction {
		f := fraction{Int(whole.Draw(t, "numerator")), nil}
		f.oracle = f.ratio.Rat()
		for range rapid.IntRange(0, 3).Draw(t, "divisions") {
			d := whole.Filter(func(i int64) bool { return i != 0 }).Draw(t, "denominator")
			f.ratio, f.oracle = f.ratio.Quo(Int(d)), new(big.Rat).Quo(f.oracle, new(big.Rat).SetInt64(d))
		}
		if rapid.IntRange(0, 3).Draw(t, "far") == 0 {
			m := whole.Draw(t, "factor")
			f.ratio, f.oracle = f.ratio.Mul(Int(m)), new(big.Rat).Mul(f.oracle, new(big.Rat).SetInt64(m))
		}
		return f
	})
}

type fraction struct {
	ratio  Ratio
	oracle *big.Rat
}

// nearest is r with places decimals by the rule of GB/T 8170: to the nearer neighbour, to the even
// one where both are as near.
func nearest(r *big.Rat, places int) *big.Rat {
	unit := new(big.Rat).SetInt(tenTo(places))
	below := floor(new(big.Rat).Mul(r, unit))
	above := new(big.Int).Add(below, big.NewInt(1))
	scaled := new(big.Rat).Mul(r, unit)
	down := new(big.Rat).Sub(scaled, new(big.Rat).SetInt(below))
	switch c := down.Cmp(big.NewRat(1, 2)); {
	case c > 0, c == 0 && new(big.Int).Rem(below, big.NewInt(2)).Sign() != 0:
		below = above
	}
	return new(big.Rat).Quo(new(big.Rat).SetInt(below), unit)
}

// upward is the least decimal of places decimals that is not below r.
func upward(r *big.Rat, places int) *big.Rat {
	unit := new(big.Rat).SetInt(tenTo(places))
	above := floor(new(big.Rat).Neg(new(big.Rat).Mul(r, unit)))
	return new(big.Rat).Quo(new(big.Rat).SetInt(above.Neg(above)), unit)
}

func floor(r *big.Rat) *big.Int {
	q, rest := new(big.Int).QuoRem(r.Num(), r.Denom(), new(big.Int))
	if rest.Sign() < 0 {
		q.Sub(q, big.NewInt(1))
	}
	return q
}

// fits reports whether a value is a decimal of at most 19 digits before and behind the point together.
func fits(r *big.Rat) bool {
	text := strings.TrimPrefix(r.FloatString(40), "-")
	whole, frac, _ := strings.Cut(text, ".")
	frac = strings.TrimRight(frac, "0")
	back, _ := new(big.Rat).SetString(text)
	return back.Cmp(new(big.Rat).Abs(r)) == 0 && len(strings.TrimLeft(whole, "0"))+len(frac) <= MaxDigits
}

// agree checks a result against the value of math/big: equal where it fits, number.overflow elsewhere.
func agree(t interface {
	Helper()
	Fatalf(string, ...any)
}, what string, got Number, err error, want *big.Rat) {
	t.Helper()
	switch {
	case fits(want) && err != nil:
		t.Fatalf("%s: %v, want %s", what, err, want.FloatString(20))
	case fits(want) && Of(got).Rat().Cmp(want) != 0:
		t.Fatalf("%s = %s, want %s", what, got, want.FloatString(20))
	case !fits(want) && fault.CodeOf(err) != "number.overflow":
		t.Fatalf("%s = %s (%v), want number.overflow", what, got, err)
	}
}
