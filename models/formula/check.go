package formula

import (
	"maps"
	"slices"
)

// checker finds what is wrong with a tree that could be read, gives every node its type, and
// collects the references.
type checker struct {
	env    Env
	source string
	known  map[string]bool
	faults *collector
	refs   []Ref
	index  map[Ref]int
}

func newChecker(source string, env Env, faults *collector) *checker {
	c := &checker{env: env, source: source, known: make(map[string]bool, len(env.Names)), faults: faults, index: map[Ref]int{}}
	for _, name := range env.Names {
		c.known[name] = true
	}
	return c
}

func (c *checker) fault(at place, code string, pairs ...any) {
	c.faults.add(at.fault(code, pairs...))
}

// check gives the type of a node; typeUnknown where a fault has been reported.
func (c *checker) check(n *node) Type {
	n.typ = c.typeOf(n)
	return n.typ
}

func (c *checker) typeOf(n *node) Type {
	switch n.form {
	case formLiteral:
		return TypeNumber
	case formRef:
		return c.refer(n, Ref{Name: n.name})
	case formUnary, formBinary:
		operands, result := operatorTypes(n.name)
		for _, arg := range n.args {
			c.want(arg, operands, n.name)
		}
		return result
	case formBand:
		c.band(n)
		return TypeNumber
	case formCall:
		return c.call(n)
	}
	for _, arg := range n.args {
		c.check(arg)
	}
	return typeUnknown
}

// want checks an operand and that it is of a type.
func (c *checker) want(n *node, wanted Type, of string) {
	if got := c.check(n); got != wanted && got != typeUnknown {
		c.mismatch(n, got, wanted, of)
	}
}

func (c *checker) mismatch(n *node, got, wanted Type, of string) {
	c.fault(n.begin(c.source), "formula.type",
		"found", got.String(), "allowed", wanted.String(), "text", n.text(c.source), "of", of)
}

// refer enters a reference, so that its value will be asked for.
func (c *checker) refer(n *node, ref Ref) Type {
	if !c.name(n.at, ref.Name) {
		return typeUnknown
	}
	n.form, n.ref = formRef, ref
	if _, ok := c.index[ref]; !ok {
		c.index[ref] = len(c.refs)
		c.refs = append(c.refs, ref)
	}
	return TypeNumber
}

func (c *checker) name(at place, name string) bool {
	if c.known[name] {
		return true
	}
	if c.faults.full() {
		return false
	}
	if word := glued(name); word != "" {
		c.fault(at, "formula.spacing", "found", name, "word", word)
	} else {
		c.fault(at, "formula.unknown_name", "found", name, "near", near(name, c.env.Names))
	}
	return false
}

func (c *checker) call(n *node) Type {
	if _, ok := referenceArity[n.name]; ok {
		ref, ok := c.reference(n)
		if !ok {
			return typeUnknown
		}
		return c.refer(n, ref)
	}
	if a, ok := builtins[n.name]; ok {
		if !c.arity(n, a) {
			return c.rest(n)
		}
		return c.builtin(n)
	}
	f, ok := c.env.Functions[n.name]
	if !ok {
		c.unknownFunction(n)
		return c.rest(n)
	}
	if !c.arity(n, arity{f.MinArgs, f.MaxArgs}) {
		return c.rest(n)
	}
	return c.host(n, f)
}

// rest checks the arguments of a call that is wrong itself.
func (c *checker) rest(n *node) Type {
	for _, arg := range n.args {
		c.check(arg)
	}
	return typeUnknown
}

func (c *checker) unknownFunction(n *node) {
	if c.faults.full() {
		return
	}
	known := slices.Concat(slices.Collect(maps.Keys(builtins)), slices.Collect(maps.Keys(referenceArity)),
		slices.Collect(maps.Keys(c.env.Functions)), []string{"band"})
	c.fault(n.at, "formula.unknown_function", "found", n.name, "near", near(n.name, known))
}

func (c *checker) arity(n *node, a arity) bool {
	got := len(n.args)
	if got >= a.min && (a.max < 0 || got <= a.max) {
		return true
	}
	c.fault(n.at, "formula.arity", "function", n.name, "found", got, "min", a.min, "max", max(a.max, -1))
	return false
}

// host checks a call of a function of the host.
func (c *checker) host(n *node, f Function) Type {
	names := make([]string, 0, len(n.args))
	sound := true
	for _, arg := range n.args {
		c.want(arg, TypeNumber, n.name)
		sound = sound && arg.typ == TypeNumber
		if f.NeedsNames && arg.typ != typeUnknown && !arg.ownIndicator() {
			c.fault(arg.begin(c.source), "formula.name_needed", "function", n.name, "found", arg.text(c.source))
			sound = false
			continue
		}
		names = append(names, arg.ref.Name)
	}
	result := TypeNumber
	if f.Truth {
		result = TypeBool
	}
	if !sound || !f.NeedsNames || f.Check == nil {
		return result
	}
	if err := f.Check(names); err != nil {
		refused := n.at.fault("formula.arguments", "function", n.name, "found", names)
		refused.Cause = err
		c.faults.add(refused)
	}
	return result
}
