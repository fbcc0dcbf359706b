package formula

// power is how tightly an operator with two operands binds.
var power = map[kind]int{
	"or": 1, "and": 2,
	"<": powerCompare, "<=": powerCompare, ">": powerCompare, ">=": powerCompare, "==": powerCompare, "!=": powerCompare,
	"+": 5, "-": 5, "*": 6, "/": 6,
}

const (
	powerNot     = 3
	powerCompare = 4
	powerMinus   = 7
)

// parser is a Pratt parser. Its recursion is bounded: enter counts parentheses, prefixes and calls,
// and between two of these an expression recurses at most once for each power.
type parser struct {
	tokens []token
	pos    int
	depth  int
	nodes  int
	max    int // depth
	faults *collector
	// quiet keeps syntax faults back: what the lexer left out explains them already.
	quiet  bool
	failed int // the token of the last syntax fault, so that one place brings one fault
}

// parse reads the whole source; faults says whether the tree is sound.
func parse(tokens []token, maxDepth int, faults *collector) *node {
	p := parser{tokens: tokens, max: maxDepth, faults: faults, quiet: len(faults.list) > 0, failed: -1}
	if tokens[0].kind == kindEnd {
		if !p.quiet {
			faults.add(place{1, 1}.fault("formula.empty"))
		}
		return &node{}
	}
	root := p.expression(1)
	for p.peek().kind != kindEnd {
		p.unexpected("operator", "end")
		if !p.startsOperand() {
			p.next()
		}
		if p.peek().kind != kindEnd {
			root = p.bad(root, p.expression(1))
		}
	}
	return root
}

func (p *parser) peek() token { return p.tokens[p.pos] }

func (p *parser) next() token {
	t := p.tokens[p.pos]
	if t.kind != kindEnd {
		p.pos++
	}
	return t
}

// stop ends the reading where a limit is passed.
func (p *parser) stop() { p.pos, p.quiet = len(p.tokens)-1, true }

func (p *parser) enter() bool {
	p.depth++
	if p.depth > p.max {
		if !p.quiet {
			p.faults.add(p.peek().at.fault("formula.too_deep", "max", p.max))
		}
		p.stop()
		return false
	}
	return true
}

func (p *parser) leave() { p.depth-- }

func (p *parser) make(n *node) *node {
	p.nodes++
	if p.nodes == MaxNodes+1 {
		p.faults.add(n.at.fault("formula.too_many_parts", "max", MaxNodes))
		p.stop()
	}
	return n
}

// bad stands for what could not be read; the parts that could are checked all the same.
func (p *parser) bad(parts ...*node) *node {
	t := p.peek()
	return (&node{form: formBad, args: parts, at: t.at}).span(t.start, t.start)
}

// unexpected reports the next token, with what might stand in its place.
func (p *parser) unexpected(allowed ...string) {
	t := p.peek()
	if p.quiet || p.failed == p.pos {
		return
	}
	p.failed = p.pos
	if t.kind == kindEnd {
		p.faults.add(t.at.fault("formula.unexpected_end", "allowed", allowed))
		return
	}
	p.faults.add(t.at.fault("formula.syntax", "found", t.text, "allowed", allowed))
}

func (p *parser) startsOperand() bool {
	switch p.peek().kind {
	case kindNumber, kindName, "(", "not":
		return true
	}
	return false
}

// expression reads operators that bind at least as tightly as lowest.
func (p *parser) expression(lowest int) *node {
	left := p.operand()
	for {
		op := p.peek()
		binds := power[op.kind]
		if binds == 0 || binds < lowest {
			return left
		}
		p.next()
		right := p.expression(binds + 1)
		n := &node{form: formBinary, name: string(op.kind), args: []*node{left, right}, at: op.at}
		if binds == powerCompare && left.compares() {
			n.form = formBad
			if !p.quiet {
				p.faults.add(op.at.fault("formula.comparison_chain", "found", op.text))
			}
		}
		left = p.make(n.span(left.outerStart, right.outerEnd))
	}
}

// operand reads what an operator may stand between.
func (p *parser) operand() *node {
	for {
		t := p.peek()
		switch t.kind {
		case kindNumber:
			p.next()
			return p.make((&node{form: formLiteral, name: t.text, ratio: t.ratio, at: t.at}).span(t.start, t.end))
		case kindName:
			p.next()
			if p.peek().kind == "(" {
				return p.call(t)
			}
			return p.make((&node{form: formRef, name: t.text, at: t.at}).span(t.start, t.end))
		case "(":
			return p.group()
		case "-":
			return p.prefix(powerMinus)
		case "not":
			return p.prefix(powerNot)
		}
		p.unexpected("value")
		if power[t.kind] == 0 {
			return p.bad()
		}
		p.next()
	}
}

func (p *parser) prefix(binds int) *node {
	defer p.leave()
	if !p.enter() {
		return p.bad()
	}
	op := p.next()
	arg := p.expression(binds)
	n := &node{form: formUnary, name: string(op.kind), args: []*node{arg}, at: op.at}
	return p.make(n.span(op.start, arg.outerEnd))
}

func (p *parser) group() *node {
	defer p.leave()
	if !p.enter() {
		return p.bad()
	}
	open := p.next()
	n := p.expression(1)
	end := p.closing(open, "operator", ")")
	n.outerStart, n.outerEnd = open.start, end
	return n
}

// closing reads the ) that belongs to open and gives the byte behind it. Where something else
// stands there, it skips to the ).
func (p *parser) closing(open token, allowed ...string) int {
	if p.peek().kind != ")" && p.peek().kind != kindEnd {
		p.unexpected(allowed...)
		for p.skip(); p.peek().kind == "," || p.peek().kind == ";"; p.skip() {
			p.next()
		}
	}
	if p.peek().kind == kindEnd && !p.quiet && p.failed != p.pos {
		p.faults.add(open.at.fault("formula.unclosed", "found", "("))
		p.failed = p.pos
	}
	return p.next().end
}

// skip passes over tokens up to the next , ; or ) that belongs to the call being read.
func (p *parser) skip() {
	for depth := 0; ; p.next() {
		switch p.peek().kind {
		case kindEnd:
			return
		case "(":
			depth++
		case ")":
			if depth == 0 {
				return
			}
			depth--
		case ",", ";":
			if depth == 0 {
				return
			}
		}
	}
}
