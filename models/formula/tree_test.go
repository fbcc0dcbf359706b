package formula

import (
	"fmt"
	"math/big"
	"strings"

	"pgregory.net/rapid"
)

// tree is an expression as the property tests know it, apart from the package's own nodes.
type tree struct {
	op    string // "" for a literal or a name
	text  string
	logic bool
	args  []*tree
	// limits are those of a band, places those of a rounding.
	limits []string
	places int
}

// grow makes a random expression of a type.
func grow(t *rapid.T, depth int, logic bool) *tree {
	number := func() *tree { return grow(t, depth-1, false) }
	truth := func() *tree { return grow(t, depth-1, true) }
	if logic {
		op := rapid.SampledFrom([]string{"<", "<=", ">", ">=", "==", "!=", "and", "or", "not", "if"}).Draw(t, "logic")
		switch {
		case op == "not" && depth > 0:
			return &tree{op: op, logic: true, args: []*tree{truth()}}
		case op == "if" && depth > 0:
			return &tree{op: op, logic: true, args: []*tree{truth(), truth(), truth()}}
		case (op == "and" || op == "or") && depth > 0:
			return &tree{op: op, logic: true, args: []*tree{truth(), truth()}}
		case depth <= 0 || power[kind(op)] != powerCompare:
			op = "<="
		}
		return &tree{op: op, logic: true, args: []*tree{number(), number()}}
	}
	if depth <= 0 {
		return leaf(t)
	}
	op := rapid.SampledFrom([]string{"", "+", "-", "*", "/", "+", "-", "*", "/", "neg", "min", "max", "clamp", "abs",
		"round", "ceil", "floor", "if", "default", "deduct", "band"}).Draw(t, "op")
	n := &tree{op: op}
	count := map[string]int{"neg": 1, "abs": 1, "round": 1, "ceil": 1, "floor": 1, "clamp": 3, "if": 2, "deduct": 4}[op]
	switch op {
	case "":
		return leaf(t)
	case "min", "max":
		count = rapid.IntRange(1, 4).Draw(t, "count")
	case "if":
		n.args = append(n.args, truth())
	case "round", "ceil", "floor":
		n.places = rapid.IntRange(0, 3).Draw(t, "places")
	case "deduct":
		count += rapid.IntRange(0, 1).Draw(t, "floor")
	case "band":
		n.limits = rapid.SampledFrom([][]string{{"<=1", "<=2.5"}, {"<0", "<=0", "<=10%"}, {">=3", ">1", ">=-1"}}).Draw(t, "limits")
		count = len(n.limits) + 2
	default:
		if count == 0 {
			count = 2
		}
	}
	for range count {
		n.args = append(n.args, number())
	}
	if op == "clamp" {
		low, ok1 := n.args[1].constant()
		high, ok2 := n.args[2].constant()
		if ok1 && ok2 && low.Cmp(high) > 0 {
			n.args[1], n.args[2] = n.args[2], n.args[1]
		}
	}
	return n
}

// constant gives the value of a literal, with or without one sign.
func (n *tree) constant() (*big.Rat, bool) {
	if n.op == "neg" && n.args[0].op == "" {
		r, ok := n.args[0].constant()
		return new(big.Rat).Neg(r), ok
	}
	if n.op != "" || !isDigit(rune(n.text[0])) {
		return new(big.Rat), false
	}
	return literal(n.text), true
}

func leaf(t *rapid.T) *tree {
	if rapid.Bool().Draw(t, "name") {
		return &tree{text: rapid.SampledFrom([]string{"x", "y", "z", "结案率"}).Draw(t, "which")}
	}
	text := fmt.Sprint(rapid.IntRange(0, 12).Draw(t, "whole"))
	if rapid.Bool().Draw(t, "decimals") {
		text += "." + rapid.StringMatching(`[0-9]{1,3}`).Draw(t, "fraction")
	}
	if rapid.IntRange(0, 5).Draw(t, "percent") == 0 {
		text += "%"
	}
	return &tree{text: text}
}

// binds is how tightly the tree's own operator binds.
func (n *tree) binds() int {
	switch {
	case n.op == "neg":
		return powerMinus
	case n.op == "not":
		return powerNot
	case n.infix():
		return power[kind(n.op)]
	}
	return powerMinus + 1
}

func (n *tree) infix() bool { return power[kind(n.op)] > 0 }

// print writes the tree with the parentheses it needs, and some it does not; spell chooses among
// the ways to write a mark.
func (n *tree) print(spell func(ways ...string) string) string {
	below := func(arg *tree, least int) string {
		s := arg.print(spell)
		if arg.binds() < least || spell("", "", "", "(") != "" {
			return spell("(", "（") + s + spell(")", "） ")
		}
		return s
	}
	switch {
	case n.op == "":
		return n.text
	case n.op == "neg":
		return spell("-", "−", "－") + below(n.args[0], powerMinus)
	case n.op == "not":
		return spell("not ", "非 ") + below(n.args[0], powerNot)
	case n.infix():
		right := n.binds() + 1
		left := n.binds()
		if left == powerCompare {
			left++
		}
		op := map[string]string{"*": spell("*", "×", "＊"), "/": spell("/", "÷"), "-": spell("-", "−"), "and": spell(" and ", " 且 "),
			"or": spell(" or ", " 或 "), "==": spell("==", "=", "＝"), "!=": spell("!=", "≠"), "<=": spell("<=", "≤"), ">=": spell(">=", "≥")}[n.op]
		if op == "" {
			op = spell("", " ", "\n") + n.op
		}
		return below(n.args[0], left) + spell("", " ") + op + spell("", " ") + below(n.args[1], right)
	}
	return n.printCall(spell)
}

func (n *tree) printCall(spell func(ways ...string) string) string {
	var b strings.Builder
	b.WriteString(n.op + "(" + n.args[0].print(spell))
	for i, arg := range n.args[1:] {
		switch {
		case n.op != "band":
			b.WriteString(spell(",", ", ", "，"))
		case i < len(n.limits):
			b.WriteString(spell("; ", "；") + n.limits[i] + spell(":", "："))
		default:
			b.WriteString("; else: ")
		}
		b.WriteString(arg.print(spell))
	}
	switch n.op {
	case "round", "ceil", "floor":
		fmt.Fprintf(&b, ", %d", n.places)
	}
	return b.String() + ")"
}

// dump writes the tree without ambiguity.
func (n *tree) dump() string {
	if n.op == "" {
		return n.text
	}
	parts := []string{map[string]string{"neg": "-"}[n.op]}
	if parts[0] == "" {
		parts[0] = n.op
	}
	for _, arg := range n.args {
		parts = append(parts, arg.dump())
	}
	switch n.op {
	case "round", "ceil", "floor":
		parts = append(parts, fmt.Sprint(n.places))
	}
	return "(" + strings.Join(append(parts, n.limits...), " ") + ")"
}

// dumpNode writes what the parser has read in the form of dump.
func dumpNode(n *node) string {
	if n.form == formLiteral || n.form == formRef {
		return n.name
	}
	parts := []string{n.name}
	for _, arg := range n.args {
		parts = append(parts, dumpNode(arg))
	}
	for _, l := range n.bands {
		parts = append(parts, l.text)
	}
	return "(" + strings.Join(parts, " ") + ")"
}
