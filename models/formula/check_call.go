package formula

import (
	"strconv"

	"yueping/models/number"
)

// arity bounds how many arguments a function takes; a negative max is no bound.
type arity struct{ min, max int }

// builtins are the functions of the language, except band, which has a syntax of its own.
var builtins = map[string]arity{
	"if": {3, 3}, "default": {2, 2},
	"min": {1, -1}, "max": {1, -1}, "clamp": {3, 3}, "abs": {1, 1},
	"round": {2, 2}, "ceil": {2, 2}, "floor": {2, 2},
	"deduct": {4, 5},
}

// referenceArity holds the functions that say which value of an indicator is meant.
var referenceArity = map[string]arity{
	"rounded": {1, 1}, "last_month": {1, 1}, "last_year": {1, 1}, "ago": {2, 2},
	"sum": {1, 2}, "mean": {1, 2}, "count": {1, 2}, "city": {1, 1},
}

// builtin checks the arguments of a function of the language, whose number is right.
func (c *checker) builtin(n *node) Type {
	switch n.name {
	case "if":
		c.want(n.args[0], TypeBool, n.name)
		then, otherwise := c.check(n.args[1]), c.check(n.args[2])
		if then == typeUnknown || otherwise == typeUnknown {
			return typeUnknown
		}
		if then != otherwise {
			c.mismatch(n.args[2], otherwise, then, n.name)
		}
		return then
	case "round", "ceil", "floor":
		c.want(n.args[0], TypeNumber, n.name)
		c.whole(n.args[1], n.name, 0, MaxPlaces)
		return TypeNumber
	}
	for _, arg := range n.args {
		c.want(arg, TypeNumber, n.name)
	}
	if n.name == "clamp" {
		low, ok1 := constant(n.args[1])
		high, ok2 := constant(n.args[2])
		if ok1 && ok2 && low.Cmp(high) > 0 {
			c.fault(n.args[1].begin(c.source), "formula.clamp_order",
				"low", n.args[1].text(c.source), "high", n.args[2].text(c.source))
		}
	}
	return TypeNumber
}

// constant gives the value of a literal, with or without a sign.
func constant(n *node) (number.Ratio, bool) {
	if n.form == formUnary && n.name == "-" && n.args[0].form == formLiteral {
		return n.args[0].ratio.Neg(), true
	}
	return n.ratio, n.form == formLiteral
}

// whole reads an argument that must be a whole number, written out.
func (c *checker) whole(n *node, function string, low, high int) (int, bool) {
	if n.form == formLiteral {
		n.typ = TypeNumber
		if i, err := strconv.Atoi(n.name); err == nil && i >= low && i <= high {
			return i, true
		}
	}
	if n.form != formBad {
		c.fault(n.begin(c.source), "formula.whole_literal",
			"function", function, "found", n.text(c.source), "min", low, "max", high)
	}
	return 0, false
}

// reference reads rounded(x), last_month(x), ago(x, n), sum(x, all), city(x) and what they make
// together: the scope stands outside, and each of shift, rounding and scope at most once.
func (c *checker) reference(n *node) (Ref, bool) {
	if !c.arity(n, referenceArity[n.name]) {
		return Ref{}, false
	}
	inner, ok := c.inner(n)
	scoped := inner.Whole != Unit
	switch n.name {
	case "rounded":
		ok = ok && c.once(n, scoped || inner.Rounded)
		inner.Rounded = true
	case "last_month", "last_year", "ago":
		ok = ok && c.once(n, scoped || inner.Shift != SameMonth)
		inner.Shift = map[string]Shift{"last_month": LastMonth, "last_year": LastYear}[n.name]
		if n.name == "ago" {
			months, whole := c.whole(n.args[1], n.name, 1, int(MaxShift))
			inner.Shift, ok = Shift(months), ok && whole
		}
	case "city":
		ok = ok && c.once(n, scoped)
		inner.Whole = City
	default:
		ok = ok && c.once(n, scoped)
		inner.Aggregate = map[string]Aggregate{"sum": Sum, "mean": Mean, "count": Count}[n.name]
		inner.Whole = Group
		if len(n.args) == 2 {
			ok = c.scope(n, &inner) && ok
		}
	}
	return inner, ok
}

// inner reads the first argument of a reference function: a name or another such function.
func (c *checker) inner(n *node) (Ref, bool) {
	arg := n.args[0]
	if _, ok := referenceArity[arg.name]; ok && arg.form == formCall {
		return c.reference(arg)
	}
	if arg.form == formRef {
		return Ref{Name: arg.name}, c.name(arg.at, arg.name)
	}
	if arg.form != formBad {
		c.nameNeeded(n)
	}
	c.check(arg)
	return Ref{}, false
}

func (c *checker) once(n *node, again bool) bool {
	if again {
		c.nameNeeded(n)
	}
	return !again
}

func (c *checker) nameNeeded(n *node) {
	c.fault(n.args[0].begin(c.source), "formula.name_needed", "function", n.name, "found", n.args[0].text(c.source))
}

func (c *checker) scope(n *node, ref *Ref) bool {
	arg := n.args[1]
	switch {
	case arg.form == formRef && arg.name == "group":
		return true
	case arg.form == formRef && arg.name == "all":
		ref.Whole = All
		return true
	case arg.form != formBad:
		c.fault(arg.begin(c.source), "formula.scope", "function", n.name, "found", arg.text(c.source), "allowed", []string{"group", "all"})
	}
	return false
}

// band checks that the limits run one way and each is passed by the next.
func (c *checker) band(n *node) {
	for _, arg := range n.args {
		c.want(arg, TypeNumber, n.name)
	}
	for i := 1; i < len(n.bands); i++ {
		last, now := n.bands[i-1], n.bands[i]
		if last.rising() != now.rising() {
			allowed := []string{">=", ">"}
			if last.rising() {
				allowed = []string{"<=", "<"}
			}
			c.fault(now.at, "formula.band_direction", "found", now.text, "allowed", allowed)
			return
		}
		step := now.bound.Cmp(last.bound)
		if !now.rising() {
			step = -step
		}
		widens := step == 0 && len(last.op) == 1 && len(now.op) == 2
		if step < 0 || (step == 0 && !widens) {
			c.fault(now.at, "formula.band_order", "found", now.text, "previous", last.text)
		}
	}
}
