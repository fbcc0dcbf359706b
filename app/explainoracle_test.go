package app

import (
	"math/big"
	"slices"
	"strings"

	"yueping/models/appraise"
	"yueping/models/formula"
	"yueping/models/month"
)

// The oracle recalculates the steps of an explanation with math/big alone: it takes the operands, the
// operator and the rounding that a step tells, and nothing of models/formula, models/air or models/rank.

// fact is a value of the oracle.
type fact struct {
	state formula.State
	rat   *big.Rat
	truth *bool
}

func factOf(v formula.Value) fact {
	switch {
	case v.State != formula.Number:
		return fact{state: v.State}
	case v.IsBool:
		return truthOf(v.Bool)
	}
	return fact{rat: v.Ratio.Rat()}
}

func truthOf(b bool) fact        { return fact{truth: &b} }
func ratOf(r *big.Rat) fact      { return fact{rat: r} }
func (f fact) is() bool          { return f.truth != nil && *f.truth }
func (f fact) equal(o fact) bool { return f.String() == o.String() }

func (f fact) String() string {
	switch {
	case f.state != formula.Number:
		return []string{"", "not reported", "no data", "not assessed"}[f.state]
	case f.truth != nil && *f.truth:
		return "true"
	case f.truth != nil:
		return "false"
	}
	return f.rat.RatString()
}

func literalRat(text string) (*big.Rat, bool) {
	percent := strings.HasSuffix(text, "%")
	r, ok := new(big.Rat).SetString(strings.TrimSuffix(text, "%"))
	if ok && percent {
		r.Mul(r, big.NewRat(1, 100))
	}
	return r, ok
}

// roundedRat rounds to places decimals: half_even, up or down.
func roundedRat(r *big.Rat, places int, mode formula.Mode) *big.Rat {
	ten := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil)
	scaled := new(big.Rat).Mul(r, new(big.Rat).SetInt(ten))
	floor := new(big.Int).Div(scaled.Num(), scaled.Denom()) // Euclid's: downwards for a positive denominator
	rest := new(big.Rat).Sub(scaled, new(big.Rat).SetInt(floor))
	up := false
	switch half := rest.Cmp(big.NewRat(1, 2)); {
	case mode == formula.Up:
		up = rest.Sign() > 0
	case mode == formula.Down:
	default:
		up = half > 0 || (half == 0 && floor.Bit(0) == 1)
	}
	if up {
		floor.Add(floor, big.NewInt(1))
	}
	return new(big.Rat).SetFrac(floor, ten)
}

func compares(op string, c int) bool {
	return map[string]bool{"<": c < 0, "<=": c <= 0, ">": c > 0, ">=": c >= 0, "==": c == 0, "!=": c != 0}[op]
}

// worst is the state that decides among several.
func worst(v []fact) formula.State {
	s := formula.Number
	for _, f := range v {
		s = max(s, f.state)
	}
	return s
}

// apply recalculates one step from its operands.
func apply(s *appraise.Step, at month.Month) (fact, bool) {
	v := make([]fact, len(s.Operands))
	for i, o := range s.Operands {
		v[i] = factOf(o.Value)
	}
	switch s.Op {
	case "if":
		return v[len(v)-1], v[0].state != formula.Number || len(v) == 2
	case "default":
		return v[len(v)-1], (len(v) == 2) == (v[0].state != formula.Number)
	case "band":
		return v[len(v)-1], v[0].state != formula.Number || len(v) == 2
	}
	if state := worst(v); state != formula.Number {
		return fact{state: state}, true
	}
	r := func(i int) *big.Rat { return v[i].rat }
	z := func() *big.Rat { return new(big.Rat) }
	switch {
	case s.Op == "-" && len(v) == 1:
		return ratOf(z().Neg(r(0))), true
	case s.Op == "+":
		return ratOf(z().Add(r(0), r(1))), true
	case s.Op == "-":
		return ratOf(z().Sub(r(0), r(1))), true
	case s.Op == "*":
		return ratOf(z().Mul(r(0), r(1))), true
	case s.Op == "/":
		if r(1).Sign() == 0 {
			return fact{state: formula.NoData}, s.ZeroDenominator
		}
		return ratOf(z().Quo(r(0), r(1))), !s.ZeroDenominator
	case slices.Contains([]string{"<", "<=", ">", ">=", "==", "!="}, s.Op):
		return truthOf(compares(s.Op, r(0).Cmp(r(1)))), true
	case s.Op == "and":
		return truthOf(v[0].is() && v[1].is()), true
	case s.Op == "or":
		return truthOf(v[0].is() || v[1].is()), true
	case s.Op == "not":
		return truthOf(!v[0].is()), true
	case s.Op == "abs":
		return ratOf(z().Abs(r(0))), true
	case s.Op == "min" || s.Op == "max":
		best := r(0)
		for i := range v {
			if c := r(i).Cmp(best); (c < 0) == (s.Op == "min") && c != 0 {
				best = r(i)
			}
		}
		return ratOf(best), true
	case s.Op == "clamp":
		if r(0).Cmp(r(1)) < 0 || r(2).Cmp(r(1)) < 0 {
			return v[1], true
		}
		if r(0).Cmp(r(2)) > 0 {
			return v[2], true
		}
		return v[0], true
	case s.Op == "round" || s.Op == "ceil" || s.Op == "floor":
		modes := map[string]formula.Mode{"round": formula.HalfEven, "ceil": formula.Up, "floor": formula.Down}
		return ratOf(roundedRat(r(0), s.Rounding.Places, s.Rounding.Mode)), s.Rounding.Mode == modes[s.Op]
	case s.Op == "deduct":
		if r(0).Cmp(r(1)) >= 0 {
			return v[2], true
		}
		rest := z().Sub(r(2), z().Mul(r(3), z().Sub(r(1), r(0))))
		floor := z()
		if len(v) > 4 {
			floor = r(4)
		}
		if rest.Cmp(floor) < 0 {
			rest = floor
		}
		return ratOf(rest), true
	case s.Op == "days_needed":
		if at.Number() == 2 {
			return ratOf(big.NewRat(25, 1)), true
		}
		return ratOf(big.NewRat(27, 1)), true
	case s.Op == "index":
		return oracleIndex(s, at)
	case s.Op == "within_limits":
		within := true
		for _, o := range s.Operands {
			c := roundedRat(o.Value.Ratio.Rat(), decimalsOf(o.Ref.Name), formula.HalfEven)
			within = within && c.Cmp(limitOf(o.Ref.Name, at)) <= 0
		}
		return truthOf(within), len(s.Within) == len(s.Operands)
	}
	return fact{}, false
}
