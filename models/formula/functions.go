package formula

import (
	"strconv"

	"yueping/models/number"
)

// call compiles a call that gives a number.
func (c compiler) call(n *node) numFunc {
	if _, ok := builtins[n.name]; !ok {
		return c.host(n, c.f.env.Functions[n.name])
	}
	switch n.name {
	case "if":
		return c.choice(n)
	case "round", "ceil", "floor":
		return c.rounding(n)
	}
	args := make([]numFunc, len(n.args))
	for i, arg := range n.args {
		args[i] = c.number(arg)
	}
	switch n.name {
	case "default":
		return fallback(args[0], args[1])
	case "min":
		return extreme(args, -1)
	case "max":
		return extreme(args, 1)
	case "clamp":
		return clamp(args)
	case "abs":
		return absolute(args[0])
	}
	return deduct(args, n)
}

// choice is if: only the branch that is taken is evaluated.
func (c compiler) choice(n *node) numFunc {
	condition, then, otherwise := c.truth(n.args[0]), c.number(n.args[1]), c.number(n.args[2])
	return func(x *run) num {
		switch t := condition(x); {
		case t.state != Number:
			return num{state: t.state}
		case t.is:
			return then(x)
		}
		return otherwise(x)
	}
}

// fallback is default(x, fallback). What made x no number is forgotten.
func fallback(arg, instead numFunc) numFunc {
	return func(x *run) num {
		mark := len(x.missing)
		v := arg(x)
		if v.state == Number || v.state == failed {
			return v
		}
		x.missing = x.missing[:mark]
		return instead(x)
	}
}

func extreme(args []numFunc, sign int) numFunc {
	return func(x *run) num {
		best := args[0](x)
		for _, arg := range args[1:] {
			v := arg(x)
			switch s := max(best.state, v.state); {
			case s != Number:
				best = num{state: s}
			case v.r.Cmp(best.r) == sign:
				best = v
			}
		}
		return best
	}
}

// clamp gives the lower bound where the bounds, being calculated, cross.
func clamp(args []numFunc) numFunc {
	return func(x *run) num {
		v, low, high := args[0](x), args[1](x), args[2](x)
		switch s := max(v.state, low.state, high.state); {
		case s != Number:
			return num{state: s}
		case v.r.Cmp(low.r) < 0 || high.r.Cmp(low.r) < 0:
			return low
		case v.r.Cmp(high.r) > 0:
			return high
		}
		return v
	}
}

func absolute(arg numFunc) numFunc {
	return func(x *run) num {
		v := arg(x)
		if v.state == Number && v.r.Sign() < 0 {
			v.r = v.r.Neg()
		}
		return v
	}
}

// rounding is round (half to even), ceil (up) and floor (down).
func (c compiler) rounding(n *node) numFunc {
	arg := c.number(n.args[0])
	places := n.places()
	return func(x *run) num {
		v := arg(x)
		if v.state != Number {
			return v
		}
		var rounded number.Number
		var err error
		switch n.name {
		case "round":
			rounded, err = v.r.Round(places)
		case "ceil":
			rounded, err = v.r.Ceil(places)
		default:
			rounded, err = v.r.Neg().Ceil(places)
		}
		if err != nil {
			return x.fail(n, err, "formula.overflow", "places", places, "max", number.MaxDigits)
		}
		result := number.Of(rounded)
		if n.name == "floor" {
			result = result.Neg()
		}
		return num{r: result, bits: numberBits}
	}
}

// places reads the second argument of a rounding, which the check has seen to be a whole literal.
func (n *node) places() int {
	places, _ := strconv.Atoi(n.args[1].name)
	return places
}

// deduct is the threshold deduction: full from the threshold on, below it per point of x less, down
// to a floor, which is 0 where none is given.
func deduct(args []numFunc, n *node) numFunc {
	return func(x *run) num {
		v := [5]num{4: {bits: 1}}
		state := Number
		for i, arg := range args {
			v[i] = arg(x)
			state = max(state, v[i].state)
		}
		if state != Number {
			return num{state: state}
		}
		value, threshold, full, perPoint, floor := v[0], v[1], v[2], v[3], v[4]
		if value.r.Cmp(threshold.r) >= 0 {
			return full
		}
		short := x.sized(num{r: threshold.r.Sub(value.r), bits: threshold.bits + value.bits + 1}, n)
		less := x.sized(num{r: perPoint.r.Mul(short.r), bits: perPoint.bits + short.bits}, n)
		rest := x.sized(num{r: full.r.Sub(less.r), bits: full.bits + less.bits + 1}, n)
		switch {
		case x.err != nil:
			return num{state: failed}
		case rest.r.Cmp(floor.r) < 0:
			return floor
		}
		return rest
	}
}

// band evaluates only the value of the first limit that holds.
func (c compiler) band(n *node) numFunc {
	values := make([]numFunc, len(n.args))
	for i, arg := range n.args {
		values[i] = c.number(arg)
	}
	tests := make([][3]bool, len(n.bands))
	for i, l := range n.bands {
		tests[i] = holds(l.op)
	}
	return func(x *run) num {
		v := values[0](x)
		if v.state != Number {
			return v
		}
		for i, test := range tests {
			if test[v.r.Cmp(n.bands[i].bound)+1] {
				return values[i+1](x)
			}
		}
		return values[len(values)-1](x)
	}
}

// host calls a function of the host that gives a number.
func (c compiler) host(n *node, f Function) numFunc {
	called, text := c.called(n, f), n.text(c.f.source)
	return func(x *run) num {
		mark := len(x.missing)
		v, state := called(x)
		if state != Number {
			return num{state: state}
		}
		result := x.take(v, text, n)
		x.name(result.state, mark, v.Missing, text)
		return result
	}
}

// hostTruth calls a function of the host that gives a truth value.
func (c compiler) hostTruth(n *node, f Function) boolFunc {
	called, text := c.called(n, f), n.text(c.f.source)
	return func(x *run) truth {
		mark := len(x.missing)
		v, state := called(x)
		if state != Number {
			return truth{state: state}
		}
		if v.State == Number && !v.IsBool {
			return truth{state: x.fail(n, nil, "formula.bad_value", "found", text).state}
		}
		x.name(v.State, mark, v.Missing, text)
		return truth{v.Bool, v.State}
	}
}

// called evaluates the arguments of a function of the host and calls it; a state other than Number
// says why it was not called.
func (c compiler) called(n *node, f Function) func(*run) (Value, State) {
	values := make([]numFunc, len(n.args))
	for i, arg := range n.args {
		values[i] = c.number(arg)
	}
	return func(x *run) (Value, State) {
		args, state := make([]Arg, len(values)), Number
		for i, value := range values {
			from := len(x.missing)
			v := value(x)
			state = max(state, v.state)
			args[i].Value = x.fromNum(v, from)
			if f.NeedsNames {
				args[i].Name = n.args[i].ref.Name
			}
		}
		if state == failed || (state != Number && !f.TakesMissing) {
			return Value{}, state
		}
		v, err := f.Call(args)
		if err != nil {
			return Value{}, x.fail(n, err, "formula.function", "function", n.name).state
		}
		return v, Number
	}
}

// name enters what made the result of a host's function no number: what the function says, else the
// arguments that were none, else the call itself.
func (x *run) name(state State, mark int, said []string, text string) {
	switch {
	case state == Number:
		x.missing = x.missing[:mark]
	case len(said) > 0:
		x.missing = append(x.missing[:mark], said...)
	case len(x.missing) == mark:
		x.missing = append(x.missing, text)
	}
}
