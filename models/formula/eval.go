package formula

import "yueping/models/number"

// failed marks a result that a fault explains. It comes after every State, so that it wins.
const failed = NotAssessed + 1

// num is a number on its way through the closures.
type num struct {
	r     number.Ratio
	bits  int32 // neither part of r is longer; an estimate from above
	state State
}

// truth is a truth value on its way through the closures.
type truth struct {
	is    bool
	state State
}

// run is one evaluation.
type run struct {
	source  string
	values  []Value
	missing []string // with repetitions
	err     error
	trace   *trace // nil except for Explain
}

// Eval evaluates the formula. It looks every input up once, also those of a branch that is not taken.
func (f *Formula) Eval(lookup Lookup) (Value, error) {
	values, err := f.values(lookup)
	if err != nil {
		return Value{}, err
	}
	return f.EvalValues(values)
}

// EvalValues evaluates the formula over values in the order of Refs. It is the fast way: nothing is
// looked up. An error is a *fault.Fault with the place where the calculation cannot go on.
func (f *Formula) EvalValues(values []Value) (Value, error) {
	if len(values) != len(f.refs) {
		return Value{}, place{1, 1}.fault("formula.values", "found", len(values), "needed", len(f.refs))
	}
	x := run{source: f.source, values: values}
	return x.finish(f.number, f.truth)
}

func (f *Formula) values(lookup Lookup) ([]Value, error) {
	values := make([]Value, len(f.refs))
	for i, ref := range f.refs {
		value, ok := lookup(ref)
		if !ok {
			return nil, place{1, 1}.fault("formula.unknown_value", "found", ref.String())
		}
		values[i] = value
	}
	return values, nil
}

func (x *run) finish(number numFunc, logical boolFunc) (Value, error) {
	var v Value
	if number != nil {
		v = x.fromNum(number(x), 0)
	} else {
		v = x.fromTruth(logical(x), 0)
	}
	if x.err != nil {
		return Value{}, x.err
	}
	return v, nil
}

// fromNum makes a Value of a result; the names that are missing count from a mark on.
func (x *run) fromNum(n num, mark int) Value {
	if n.state != Number {
		return Value{State: n.state, Missing: unique(x.missing[mark:])}
	}
	return Value{Ratio: n.r, bits: n.bits}
}

func (x *run) fromTruth(t truth, mark int) Value {
	if t.state != Number {
		return Value{State: t.state, Missing: unique(x.missing[mark:])}
	}
	return Truth(t.is)
}

func unique(names []string) []string {
	if len(names) == 1 {
		return []string{names[0]}
	}
	seen := make(map[string]bool, len(names))
	var result []string
	for _, name := range names {
		if !seen[name] {
			seen[name] = true
			result = append(result, name)
		}
	}
	return result
}

// load gives an input.
func (x *run) load(i int, name string, n *node) num {
	v := &x.values[i]
	if v.State == Number && !v.IsBool && v.bits != 0 && v.bits <= MaxBits {
		return num{r: v.Ratio, bits: v.bits}
	}
	result := x.take(*v, name, n)
	if result.state != Number && result.state != failed {
		x.missing = append(x.missing, name)
	}
	return result
}

// take measures a value that comes from outside, and refuses one that is no number of any state.
func (x *run) take(v Value, name string, n *node) num {
	if !v.usable() {
		return x.fail(n, nil, "formula.bad_value", "found", name)
	}
	if v.State != Number {
		return num{state: v.State}
	}
	return x.sized(num{r: v.Ratio, bits: MaxBits + 1}, n)
}

// usable reports whether a value may stand where a number is calculated with.
func (v Value) usable() bool { return v.State >= Number && v.State <= NotAssessed && !v.IsBool }

// sized measures a result that may have grown too long, and refuses one that has.
func (x *run) sized(v num, n *node) num {
	if v.bits <= MaxBits {
		return v
	}
	v.bits = measure(v.r)
	if v.bits > MaxBits {
		return x.fail(n, nil, "formula.too_large", "max", MaxBits)
	}
	return v
}

// fail keeps the first fault, with the place and the text of the expression.
func (x *run) fail(n *node, cause error, code string, pairs ...any) num {
	if x.err == nil {
		f := n.at.fault(code, pairs...).With("text", n.text(x.source))
		f.Cause = cause
		x.err = f
	}
	return num{state: failed}
}
