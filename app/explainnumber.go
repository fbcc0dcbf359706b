package app

import (
	"math/big"

	"yueping/app/text"
	"yueping/models"
	"yueping/models/appraise"
	"yueping/models/formula"
	"yueping/models/number"
)

// shownPlaces is how many decimals of an endless fraction an explanation writes.
const shownPlaces = 6

// ExactWords writes a fraction without rounding it: whole where that takes few decimals, else its first
// ones with … behind them, so that nobody takes them for all there is.
func ExactWords(r number.Ratio) string {
	if n, err := r.Exact(); err == nil && n.Places() <= shownPlaces {
		return n.String()
	}
	rat := r.Rat()
	scaled := new(big.Int).Mul(rat.Num(), new(big.Int).Exp(big.NewInt(10), big.NewInt(shownPlaces), nil))
	first := new(big.Rat).SetFrac(scaled.Quo(scaled, rat.Denom()), new(big.Int).Exp(big.NewInt(10), big.NewInt(shownPlaces), nil))
	sign := ""
	if rat.Sign() < 0 && first.Sign() == 0 {
		sign = "-"
	}
	return sign + first.FloatString(shownPlaces) + "…"
}

// formulaWords writes a value of a formula: a number, 成立 or 不成立, or why it is none.
func formulaWords(t *text.Book, v formula.Value) string {
	switch {
	case v.State == formula.NoData:
		return StateWord(t, models.NoData)
	case v.State == formula.NotAssessed:
		return StateWord(t, models.NotAssessed)
	case v.State == formula.NotReported:
		return StateWord(t, models.NotReported)
	case v.IsBool && v.Bool:
		return t.T("explain.true")
	case v.IsBool:
		return t.T("explain.false")
	}
	return ExactWords(v.Ratio)
}

// figureWords writes a value with all of its indicator's decimals and its unit of measure.
func figureWords(t *text.Book, i *models.Indicator, v appraise.Value) string {
	if v.State != models.IsNumber {
		return StateWord(t, v.State)
	}
	return withMeasure(i, Fixed(i, v.Number))
}

func withMeasure(i *models.Indicator, words string) string {
	if i.Measure == "" || i.Percent {
		return words
	}
	return words + " " + i.Measure
}

// roundingWords says how a result was rounded.
func roundingWords(t *text.Book, mode formula.Mode, places int, percent bool) string {
	key := "explain.rounding"
	switch {
	case percent:
		key, places = "explain.rounding_percent", places-2
	case places == 0:
		key = "explain.rounding_whole"
	}
	return t.T(key, "mode", t.T("explain.mode."+string(mode)), "places", places)
}

// resultWords is an exact result and what is published of it: 92.622950… → 92.62%（四舍六入五成双…）.
func resultWords(t *text.Book, i *models.Indicator, exact number.Ratio, v appraise.Value) string {
	return t.T("explain.published", "exact", ExactWords(exact), "value", withMeasure(i, Fixed(i, v.Number)),
		"rounding", roundingWords(t, formula.HalfEven, i.Places(), i.Percent))
}
