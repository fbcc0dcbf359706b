package formula

// Formula is a compiled formula. It never changes and may be used by many goroutines at once.
type Formula struct {
	source string
	root   *node
	refs   []Ref
	env    Env
	number numFunc
	truth  boolFunc
}

// Compile reads and checks a formula. What is wrong comes as Errors, as much of it at once as can be
// told apart; doc.go lists the codes.
func Compile(source string, env Env) (*Formula, error) {
	faults := &collector{}
	if len(source) > env.maxSource() {
		faults.add(place{1, 1}.fault("formula.too_long", "found", len(source), "max", env.maxSource()))
		return nil, faults.err()
	}
	if env.ZeroDenominator != nil {
		own := *env.ZeroDenominator
		if env.ZeroDenominator = &own; !own.usable() {
			faults.add(place{1, 1}.fault("formula.bad_value", "found", "zero_denominator"))
			return nil, faults.err()
		}
	}
	root := parse(lex(source, faults), env.maxDepth(), faults)
	checker := newChecker(source, env, faults)
	checker.check(root)
	if err := faults.err(); err != nil {
		return nil, err
	}
	f := &Formula{source: source, root: root, refs: checker.refs, env: env}
	compiler{f: f, index: checker.index}.root(f)
	return f, nil
}

// Source gives the text the formula was compiled from.
func (f *Formula) Source() string { return f.source }

// Type says whether the formula gives a number or a truth value.
func (f *Formula) Type() Type { return f.root.typ }

// Refs gives every input once, in the order of its first use. The slice must not be changed; its
// order is that of the values of EvalValues.
func (f *Formula) Refs() []Ref { return f.refs }

// numFunc and boolFunc are the compiled forms of an expression.
type (
	numFunc  func(*run) num
	boolFunc func(*run) truth
)

// compiler turns a checked tree into closures. traced ones record every step, for Explain.
type compiler struct {
	f      *Formula
	index  map[Ref]int
	traced bool
}

func (c compiler) root(f *Formula) {
	if f.root.typ == TypeBool {
		f.truth = c.truth(f.root)
	} else {
		f.number = c.number(f.root)
	}
}

func (c compiler) number(n *node) numFunc {
	if c.traced {
		return traceNumber(n, c.numberOf(n))
	}
	return c.numberOf(n)
}

func (c compiler) numberOf(n *node) numFunc {
	switch n.form {
	case formLiteral:
		value := num{r: n.ratio, bits: numberBits + percentBits}
		return func(*run) num { return value }
	case formRef:
		i, name := c.index[n.ref], n.ref.String()
		return func(x *run) num { return x.load(i, name, n) }
	case formUnary:
		arg := c.number(n.args[0])
		return func(x *run) num {
			v := arg(x)
			v.r = v.r.Neg()
			return v
		}
	case formBinary:
		return c.binary(n)
	case formBand:
		return c.band(n)
	}
	return c.call(n)
}

// percentBits is what dividing by 100 adds to a literal.
const percentBits = 7

func (c compiler) binary(n *node) numFunc {
	l, r := c.number(n.args[0]), c.number(n.args[1])
	switch n.name {
	case "+":
		return func(x *run) num {
			a, b := l(x), r(x)
			if s := max(a.state, b.state); s != Number {
				return num{state: s}
			}
			return x.sized(num{r: a.r.Add(b.r), bits: a.bits + b.bits + 1}, n)
		}
	case "-":
		return func(x *run) num {
			a, b := l(x), r(x)
			if s := max(a.state, b.state); s != Number {
				return num{state: s}
			}
			return x.sized(num{r: a.r.Sub(b.r), bits: a.bits + b.bits + 1}, n)
		}
	case "*":
		return func(x *run) num {
			a, b := l(x), r(x)
			if s := max(a.state, b.state); s != Number {
				return num{state: s}
			}
			return x.sized(num{r: a.r.Mul(b.r), bits: a.bits + b.bits}, n)
		}
	}
	zero := c.zero(n)
	return func(x *run) num {
		a, b := l(x), r(x)
		if s := max(a.state, b.state); s != Number {
			return num{state: s}
		}
		if b.r.Sign() == 0 {
			return zero(x)
		}
		return x.sized(num{r: a.r.Quo(b.r), bits: a.bits + b.bits}, n)
	}
}

// zero gives what a division by zero gives. Cities differ, so it is configuration.
func (c compiler) zero(n *node) numFunc {
	value := None(NoData)
	if c.f.env.ZeroDenominator != nil {
		value = *c.f.env.ZeroDenominator
	}
	denominator := n.args[1].text(c.f.source)
	result := num{r: value.Ratio, bits: measure(value.Ratio), state: value.State}
	return func(x *run) num {
		if x.trace != nil {
			x.trace.zero = n
		}
		if result.state != Number {
			x.missing = append(x.missing, denominator)
		}
		return result
	}
}

func (c compiler) truth(n *node) boolFunc {
	if c.traced {
		return traceTruth(n, c.truthOf(n))
	}
	return c.truthOf(n)
}

func (c compiler) truthOf(n *node) boolFunc {
	switch {
	case n.form == formCall && n.name != "if":
		return c.hostTruth(n, c.f.env.Functions[n.name])
	case n.form == formCall:
		condition, then, otherwise := c.truth(n.args[0]), c.truth(n.args[1]), c.truth(n.args[2])
		return func(x *run) truth {
			switch t := condition(x); {
			case t.state != Number:
				return t
			case t.is:
				return then(x)
			}
			return otherwise(x)
		}
	case n.form == formUnary:
		arg := c.truth(n.args[0])
		return func(x *run) truth {
			t := arg(x)
			return truth{!t.is && t.state == Number, t.state}
		}
	case n.name == "and" || n.name == "or":
		return c.connective(n)
	}
	return c.comparison(n)
}

// connective evaluates both sides, so that what is missing on either is named and the order of the
// sides never matters.
func (c compiler) connective(n *node) boolFunc {
	l, r, both := c.truth(n.args[0]), c.truth(n.args[1]), n.name == "and"
	return func(x *run) truth {
		a, b := l(x), r(x)
		if s := max(a.state, b.state); s != Number {
			return truth{state: s}
		}
		if both {
			return truth{is: a.is && b.is}
		}
		return truth{is: a.is || b.is}
	}
}

func (c compiler) comparison(n *node) boolFunc {
	l, r := c.number(n.args[0]), c.number(n.args[1])
	holds := holds(kind(n.name))
	return func(x *run) truth {
		a, b := l(x), r(x)
		if s := max(a.state, b.state); s != Number {
			return truth{state: s}
		}
		return truth{is: holds[a.r.Cmp(b.r)+1]}
	}
}

// holds says for less, equal and greater whether a comparison is true.
func holds(op kind) [3]bool {
	return map[kind][3]bool{
		"<": {true, false, false}, "<=": {true, true, false},
		">": {false, false, true}, ">=": {false, true, true},
		"==": {false, true, false}, "!=": {true, false, true},
	}[op]
}
