package formula

import (
	"math/big"
	"slices"
	"strings"
)

// oracle evaluates a tree with math/big alone.
type oracle struct {
	values map[string]fact
	zero   fact // what a zero denominator gives
	// huge is the greatest magnitude that a rounding has seen, in units of its last place.
	huge *big.Rat
}

// fact is a value of the oracle.
type fact struct {
	state   State
	rat     *big.Rat
	is      bool
	missing []string
}

func none(facts ...fact) (fact, bool) {
	var all fact
	for _, f := range facts {
		all.state = max(all.state, f.state)
		for _, name := range f.missing {
			if !slices.Contains(all.missing, name) {
				all.missing = append(all.missing, name)
			}
		}
	}
	return all, all.state != Number
}

func literal(text string) *big.Rat {
	r, ok := new(big.Rat).SetString(strings.TrimSuffix(text, "%"))
	if !ok {
		panic(text)
	}
	if strings.HasSuffix(text, "%") {
		r.Mul(r, big.NewRat(1, 100))
	}
	return r
}

func (o *oracle) eval(n *tree) fact {
	if n.op == "" {
		if f, ok := o.values[n.text]; ok {
			return f
		}
		return fact{rat: literal(n.text)}
	}
	v := []fact{o.eval(n.args[0])}
	switch n.op {
	case "if":
		if bad, is := none(v...); is {
			return bad
		}
		if v[0].is {
			return o.eval(n.args[1])
		}
		return o.eval(n.args[2])
	case "default":
		if _, is := none(v...); is {
			return o.eval(n.args[1])
		}
		return v[0]
	case "band":
		return o.band(n, v[0])
	}
	for _, arg := range n.args[1:] {
		v = append(v, o.eval(arg))
	}
	if bad, is := none(v...); is {
		return bad
	}
	return o.apply(n, v)
}

func (o *oracle) band(n *tree, v fact) fact {
	if bad, is := none(v); is {
		return bad
	}
	for i, l := range n.limits {
		bound := strings.TrimLeft(l, "<>=")
		if compare(strings.TrimSuffix(l, bound), v.rat, literal(bound)) {
			return o.eval(n.args[i+1])
		}
	}
	return o.eval(n.args[len(n.args)-1])
}

func compare(op string, a, b *big.Rat) bool {
	c := a.Cmp(b)
	switch op {
	case "<":
		return c < 0
	case "<=":
		return c <= 0
	case ">":
		return c > 0
	case ">=":
		return c >= 0
	case "==":
		return c == 0
	}
	return c != 0
}

func (o *oracle) apply(n *tree, v []fact) fact {
	a := v[0].rat
	r := new(big.Rat)
	switch n.op {
	case "+":
		return fact{rat: r.Add(a, v[1].rat)}
	case "-":
		return fact{rat: r.Sub(a, v[1].rat)}
	case "*":
		return fact{rat: r.Mul(a, v[1].rat)}
	case "/":
		if v[1].rat.Sign() == 0 {
			if o.zero.state != Number {
				return fact{state: o.zero.state, missing: []string{n.args[1].print(plainly)}}
			}
			return o.zero
		}
		return fact{rat: r.Quo(a, v[1].rat)}
	case "neg":
		return fact{rat: r.Neg(a)}
	case "abs":
		return fact{rat: r.Abs(a)}
	case "and":
		return fact{is: v[0].is && v[1].is}
	case "or":
		return fact{is: v[0].is || v[1].is}
	case "not":
		return fact{is: !v[0].is}
	case "round", "ceil", "floor":
		return fact{rat: o.round(n.op, a, n.places)}
	case "min", "max":
		return slices.MinFunc(v, func(x, y fact) int {
			if n.op == "min" {
				return x.rat.Cmp(y.rat)
			}
			return y.rat.Cmp(x.rat)
		})
	case "clamp":
		r.Set(a)
		if r.Cmp(v[2].rat) > 0 {
			r.Set(v[2].rat)
		}
		if r.Cmp(v[1].rat) < 0 {
			r.Set(v[1].rat)
		}
		return fact{rat: r}
	case "deduct":
		return deducted(v)
	}
	return fact{is: compare(n.op, a, v[1].rat)}
}

func deducted(v []fact) fact {
	if v[0].rat.Cmp(v[1].rat) >= 0 {
		return v[2]
	}
	short := new(big.Rat).Sub(v[1].rat, v[0].rat)
	rest := new(big.Rat).Sub(v[2].rat, short.Mul(short, v[3].rat))
	floor := new(big.Rat)
	if len(v) == 5 {
		floor = v[4].rat
	}
	if rest.Cmp(floor) < 0 {
		return fact{rat: floor}
	}
	return fact{rat: rest}
}

// round finds the multiple of 10^-places by trying the floor and its neighbour.
func (o *oracle) round(how string, a *big.Rat, places int) *big.Rat {
	unit := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil))
	scaled := new(big.Rat).Mul(a, unit)
	if size := new(big.Rat).Abs(scaled); size.Cmp(o.huge) > 0 {
		o.huge = size
	}
	down := new(big.Rat).SetInt(new(big.Int).Div(scaled.Num(), scaled.Denom()))
	up := down
	if down.Cmp(scaled) != 0 {
		up = new(big.Rat).Add(down, big.NewRat(1, 1))
	}
	chosen := map[string]*big.Rat{"floor": down, "ceil": up}[how]
	if chosen == nil {
		below, above := new(big.Rat).Sub(scaled, down), new(big.Rat).Sub(up, scaled)
		chosen = down
		if c := below.Cmp(above); c > 0 || (c == 0 && down.Num().Bit(0) == 1) {
			chosen = up
		}
	}
	return new(big.Rat).Quo(chosen, unit)
}
