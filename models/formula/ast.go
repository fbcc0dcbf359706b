package formula

import (
	"strings"

	"yueping/models/number"
)

// form is which kind of expression a node is.
type form int

const (
	formBad     form = iota // what could not be read; the parts that could are its arguments
	formLiteral             // 12, 0.5, 90%
	formRef                 // an input: a name, or what a reference function makes of one
	formUnary               // -x, not x
	formBinary              // x + y
	formCall                // f(x, y)
	formBand                // band(x; <=50: 100; else: 0)
)

// node is one expression of a formula.
type node struct {
	form  form
	name  string // the operator in its ASCII form, the function, or the name as written
	args  []*node
	ratio number.Ratio // of a literal
	bands []limit      // of a band; the value of band i is args[i+1], that of else the last one
	ref   Ref
	typ   Type

	at         place // of its first character, or of its operator where it has two operands
	start, end int   // bytes of the source
	// outerStart and outerEnd take in the parentheses around it.
	outerStart, outerEnd int
}

// limit is the condition of one band.
type limit struct {
	op    kind // < <= > >=
	bound number.Ratio
	text  string
	at    place
}

// rising reports whether the limit bounds from above, so that the next one must be greater.
func (l limit) rising() bool { return l.op == "<" || l.op == "<=" }

// text gives the source of the expression on one line, as valid text whatever the source holds.
func (n *node) text(source string) string {
	return strings.ToValidUTF8(strings.Join(strings.Fields(source[n.start:n.end]), " "), "\uFFFD")
}

// begin is where the expression starts, parentheses included, as a place for people.
func (n *node) begin(source string) place {
	at := place{1, 1}
	for _, r := range source[:n.start] {
		at.column++
		if r == '\n' {
			at = place{at.line + 1, 1}
		}
	}
	return at
}

func (n *node) span(start, end int) *node {
	n.start, n.end, n.outerStart, n.outerEnd = start, end, start, end
	return n
}

// compares reports whether the expression is a comparison without parentheses around it.
func (n *node) compares() bool {
	return len(n.args) == 2 && power[kind(n.name)] == powerCompare && n.outerStart == n.start
}

// ownIndicator reports whether the node is an indicator of the unit itself, of this month or another.
func (n *node) ownIndicator() bool {
	return n.form == formRef && n.ref.Whole == Unit && n.ref.Aggregate == Single
}
