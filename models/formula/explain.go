package formula

import "yueping/models/number"

// Mode is how a step rounds.
type Mode string

// The modes of round, ceil and floor.
const (
	HalfEven Mode = "half_even" // GB/T 8170
	Up       Mode = "up"
	Down     Mode = "down"
)

// Rounding is the rounding that a step applies.
type Rounding struct {
	Mode   Mode
	Places int
}

// Input is one operand that a step has used. Source is its text; Ref is set where it is a reference
// and nothing else.
type Input struct {
	Source string
	Value  Value
	Ref    *Ref
}

// Limit is the condition of one band: its operator and its bound.
type Limit struct {
	Op    string
	Bound number.Ratio
}

// Step is one operation of an evaluation.
type Step struct {
	Source       string // the text of the expression, without parentheses around it
	Line, Column int    // of the operator or the function
	// Op is the operator in its ASCII form, the name of the function, or "" for a reference that is
	// more than a name, such as sum(x), which Ref then holds.
	Op       string
	Ref      *Ref
	Inputs   []Input // what was evaluated for it, in this order; a branch not taken is not among them
	Result   Value   // Exact and Shown write it
	Rounding *Rounding
	Limits   []Limit // of a band, in the order in which they are tried
	// ZeroDenominator marks a division by zero, whose result is what is configured for it.
	ZeroDenominator bool
}

// Explain evaluates the formula and gives every step in the order of evaluation, so the last step
// is the formula itself. A bare name or literal has no steps. After an error the steps lead up to it.
func (f *Formula) Explain(lookup Lookup) ([]Step, Value, error) {
	values, err := f.values(lookup)
	if err != nil {
		return nil, Value{}, err
	}
	index := make(map[Ref]int, len(f.refs))
	for i, ref := range f.refs {
		index[ref] = i
	}
	traced := Formula{source: f.source, root: f.root, refs: f.refs, env: f.env}
	compiler{f: &traced, index: index, traced: true}.root(&traced)
	x := run{source: f.source, values: values, trace: &trace{source: f.source}}
	value, err := x.finish(traced.number, traced.truth)
	return x.trace.steps, value, err
}

// trace records an evaluation.
type trace struct {
	source string
	steps  []Step
	frames [][]Input // the inputs of the expressions that are being evaluated, the innermost last
	zero   *node     // the division by zero of this moment
}

func traceNumber(n *node, f numFunc) numFunc {
	return func(x *run) num {
		x.trace.frames = append(x.trace.frames, nil)
		mark := len(x.missing)
		v := f(x)
		x.trace.note(n, x.fromNum(v, mark), v.state)
		return v
	}
}

func traceTruth(n *node, f boolFunc) boolFunc {
	return func(x *run) truth {
		x.trace.frames = append(x.trace.frames, nil)
		mark := len(x.missing)
		v := f(x)
		x.trace.note(n, x.fromTruth(v, mark), v.state)
		return v
	}
}

// note closes the innermost expression: it becomes a step, and an input of the one around it.
func (t *trace) note(n *node, result Value, state State) {
	top := len(t.frames) - 1
	inputs := t.frames[top]
	t.frames = t.frames[:top]
	if state == failed {
		return
	}
	text := n.text(t.source)
	var reference *Ref
	if n.form == formRef {
		ref := n.ref
		reference = &ref
	}
	if top > 0 {
		t.frames[top-1] = append(t.frames[top-1], Input{text, result, reference})
	}
	if n.form == formLiteral || (n.form == formRef && n.ref.plain()) {
		return
	}
	step := Step{Source: text, Line: n.at.line, Column: n.at.column, Op: n.name, Inputs: inputs, Result: result}
	if n.form == formRef {
		step.Op, step.Ref = "", reference
	}
	for _, l := range n.bands {
		step.Limits = append(step.Limits, Limit{string(l.op), l.bound})
	}
	if t.zero == n {
		step.ZeroDenominator, t.zero = true, nil
	}
	if modes := map[string]Mode{"round": HalfEven, "ceil": Up, "floor": Down}; n.form == formCall && modes[n.name] != "" {
		step.Rounding = &Rounding{modes[n.name], n.places()}
	}
	t.steps = append(t.steps, step)
}
