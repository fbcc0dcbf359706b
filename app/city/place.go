package city

import (
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"

	"yueping/models/fault"
)

// position is where a node begins in its file.
func (v value) position() (line, column int) {
	if v.node == nil {
		return 1, 1
	}
	t := v.node.GetToken()
	switch n := v.node.(type) {
	case *ast.MappingNode:
		if len(n.Values) > 0 {
			t = n.Values[0].Key.GetToken()
		}
	case *ast.MappingValueNode:
		t = n.Key.GetToken()
	}
	if t == nil || t.Position == nil {
		return 1, 1
	}
	return t.Position.Line, t.Position.Column
}

// inside gives the place in the file of a place inside a text: args has line and column of the text's
// value; without them, or where escapes hide the place, it is the text's beginning.
func (v value) inside(args fault.Args) (line, column int) {
	line, column = v.position()
	l, hasLine := args["line"].(int)
	c, hasColumn := args["column"].(int)
	if !hasLine || !hasColumn || v.node == nil {
		return line, column
	}
	if block, ok := v.node.(*ast.LiteralNode); ok {
		t := block.Value.GetToken()
		if strings.HasPrefix(block.GetToken().Value, "|") {
			return line + l, c + indented(t, l)
		}
		return folded(strings.Split(t.Origin, "\n"), line+1, 0, c)
	}
	if l > 1 {
		return line, column
	}
	t := v.node.GetToken()
	rows := strings.Split(strings.TrimSpace(t.Origin), "\n")
	lead := column - 1
	if t.Type == token.SingleQuoteType || t.Type == token.DoubleQuoteType {
		rows[0], lead = rows[0][1:], lead+1
	}
	return folded(rows, line, lead, c)
}

// indented is how far a line of a block stands to the right of its value.
func indented(t *token.Token, line int) int {
	written, value := strings.Split(t.Origin, "\n"), strings.Split(t.Value, "\n")
	if line > len(written) || line > len(value) {
		return 0
	}
	return max(0, utf8.RuneCountInString(written[line-1])-utf8.RuneCountInString(value[line-1]))
}

// folded finds a column of a text whose rows YAML joined by single spaces; lead stands before the first.
func folded(rows []string, line, lead, column int) (int, int) {
	for i, row := range rows {
		text := strings.TrimSpace(row)
		length := utf8.RuneCountInString(text)
		if column <= length+1 || i == len(rows)-1 {
			return line + i, lead + utf8.RuneCountInString(row[:strings.Index(row, text)]) + column
		}
		column -= length + 1
		lead = 0
	}
	return line, lead + column
}
