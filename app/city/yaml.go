package city

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"yueping/models/fault"
	"yueping/models/month"
	"yueping/models/number"
)

// Limits of a city's file: what no honest file reaches, and what keeps a hostile one from costing time.
const (
	maxFileBytes = 4 << 20
	maxNesting   = 32
	maxHung      = 1000
)

// file is one YAML document being read. Everything found wrong is collected with its place, so that
// the author of the file sees all of it at once.
type file struct {
	name     string
	problems *fault.List
}

// value is a node of the document, or nothing where a key is absent (node nil).
type value struct {
	file *file
	node ast.Node
	path string
}

func parse(name string, data []byte, problems *fault.List) (value, bool) {
	f := &file{name: name, problems: problems}
	data = bytes.TrimPrefix(data, byteOrderMark)
	if line, column, bad := garbled(data); bad {
		f.report(line, column, "city.not_text")
		return value{}, false
	}
	if line, deep := tooDeep(string(data)); deep {
		f.report(line, 1, "city.nested_too_deep", "max", maxNesting)
		return value{}, false
	}
	doc, err := parser.ParseBytes(data, 0)
	if err != nil {
		line, column := 1, 1
		var syntax *yaml.SyntaxError
		message := err.Error()
		if errors.As(err, &syntax) {
			message = syntax.Message
			if syntax.Token != nil {
				line, column = syntax.Token.Position.Line, syntax.Token.Position.Column
			}
		}
		f.report(line, column, "city.syntax", "detail", message)
		return value{}, false
	}
	if len(doc.Docs) != 1 || doc.Docs[0].Body == nil {
		f.report(1, 1, "city.one_document")
		return value{}, false
	}
	return value{file: f, node: doc.Docs[0].Body}, true
}

var byteOrderMark = []byte("\xef\xbb\xbf")

// garbled finds the first character that is no UTF-8, or a control character that no text has.
func garbled(data []byte) (line, column int, bad bool) {
	line, column = 1, 1
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		switch {
		case r == utf8.RuneError && size == 1, r < ' ' && r != '\n' && r != '\r' && r != '\t', r == 0x7f:
			return line, column, true
		case r == '\n':
			line, column = line+1, 0
		}
		column++
		data = data[size:]
	}
	return 0, 0, false
}

// tooDeep counts open brackets and indentation before the parser does: its cost grows with the
// square of the nesting. Brackets in texts count as well: where a text ends, only the parser knows.
func tooDeep(text string) (int, bool) {
	depth, line := 0, 1
	for _, r := range text {
		switch {
		case r == '\n':
			line++
		case r == '[' || r == '{':
			if depth++; depth > maxNesting {
				return line, true
			}
		case (r == ']' || r == '}') && depth > 0:
			depth--
		}
	}
	var open []int // the indentations that are open
	hung := 0      // & and ! hang one node on another, and have no use here
	for i, l := range strings.Split(text, "\n") {
		rest := strings.TrimLeft(l, " ")
		if rest == "" {
			continue
		}
		indent := len(l) - len(rest)
		for len(open) > 0 && open[len(open)-1] >= indent {
			open = open[:len(open)-1]
		}
		open = append(open, indent)
		// - and ? open a level each, several on one line.
		marks, leading := 0, true
		for _, word := range strings.Fields(rest) {
			if leading = leading && strings.Trim(word, "-?") == ""; leading {
				marks++
			}
			if len(word) > 1 && (word[0] == '&' || word[0] == '!') {
				hung++
			}
		}
		if len(open)+marks > maxNesting || hung > maxHung {
			return i + 1, true
		}
	}
	return 0, false
}

func (f *file) report(line, column int, code string, pairs ...any) {
	f.add(fault.New(code, append(pairs, "file", f.name, "line", line, "column", column)...))
}

func (f *file) add(problem *fault.Fault) { *f.problems = append(*f.problems, problem) }

func (v value) wrong(code string, pairs ...any) {
	line, column := v.position()
	v.file.report(line, column, code, append([]any{"path", v.path, "found", v.found()}, pairs...)...)
}

// found is the start of what stands in the file, for the error.
func (v value) found() string {
	if v.node == nil {
		return ""
	}
	s := strings.TrimSpace(v.node.String())
	if first, _, more := strings.Cut(s, "\n"); more {
		s = first + " …"
	}
	if r := []rune(s); len(r) > 60 {
		s = string(r[:60]) + "…"
	}
	return s
}

func (v value) present() bool { return v.node != nil }

// fields reads a mapping and refuses keys that are not allowed in it.
func (v value) fields(allowed ...string) fields {
	result := fields{value: v, byKey: map[string]value{}}
	if v.node == nil {
		return result
	}
	var entries []*ast.MappingValueNode
	switch n := v.node.(type) {
	case *ast.MappingNode:
		entries = n.Values
	case *ast.MappingValueNode:
		entries = []*ast.MappingValueNode{n}
	default:
		v.wrong("city.mapping_expected", "allowed", strings.Join(allowed, ", "))
		result.node = nil // nothing is missing in what is no mapping
		return result
	}
	for _, e := range entries {
		key := e.Key.GetToken().Value
		child := value{file: v.file, node: e.Value, path: strings.TrimPrefix(v.path+"."+key, ".")}
		if !slices.Contains(allowed, key) {
			at := value{file: v.file, node: e.Key, path: v.path}
			at.wrong("city.unknown_key", "key", key, "allowed", strings.Join(allowed, ", "))
			continue
		}
		if _, null := e.Value.(*ast.NullNode); null {
			continue
		}
		result.byKey[key] = child
	}
	return result
}

type fields struct {
	value
	byKey map[string]value
}

func (f fields) get(key string) value {
	if v, ok := f.byKey[key]; ok {
		return v
	}
	return value{file: f.file, path: strings.TrimPrefix(f.path+"."+key, ".")}
}

// need is get for a key that must be there.
func (f fields) need(key string) value {
	v := f.get(key)
	if !v.present() && f.node != nil {
		f.wrong("city.missing_key", "key", key)
	}
	return v
}

// items reads a list.
func (v value) items() []value {
	if v.node == nil {
		return nil
	}
	list, ok := v.node.(*ast.SequenceNode)
	if !ok {
		v.wrong("city.list_expected")
		return nil
	}
	result := make([]value, len(list.Values))
	for i, n := range list.Values {
		result[i] = value{file: v.file, node: n, path: fmt.Sprintf("%s[%d]", v.path, i+1)}
	}
	return result
}

func (v value) isList() bool {
	_, ok := v.node.(*ast.SequenceNode)
	return ok
}

func (v value) isMapping() bool {
	switch v.node.(type) {
	case *ast.MappingNode, *ast.MappingValueNode:
		return true
	}
	return false
}

func (v value) isNumber() bool {
	switch v.node.(type) {
	case *ast.IntegerNode, *ast.FloatNode:
		return true
	}
	return false
}

// scalar gives a scalar's text as it is written, never by way of a float: 61.50 stays 61.50.
func (v value) scalar() (string, bool) {
	switch n := v.node.(type) {
	case *ast.StringNode:
		return n.Value, true
	case *ast.LiteralNode:
		return n.Value.Value, true
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode:
		return n.GetToken().Value, true
	}
	return "", false
}

// text reads a text; an unquoted number is refused where a text such as a code is meant, because
// YAML would drop its leading zeros.
func (v value) text() string {
	if v.node == nil {
		return ""
	}
	if v.isNumber() {
		v.wrong("city.quote_expected")
		return ""
	}
	s, ok := v.scalar()
	if !ok {
		v.wrong("city.text_expected")
	}
	return s
}

// filled reads a text that says something.
func (v value) filled() string {
	s := v.text()
	if _, isText := v.scalar(); isText && strings.TrimSpace(s) == "" && !v.isNumber() {
		v.wrong("city.text_empty")
	}
	return s
}

func (v value) texts() []string {
	var result []string
	for _, item := range v.items() {
		result = append(result, item.text())
	}
	return result
}

func (v value) whole(least, most, fallback int) int {
	if v.node == nil {
		return fallback
	}
	s, _ := v.scalar()
	i, err := strconv.Atoi(s)
	if _, isInt := v.node.(*ast.IntegerNode); !isInt || err != nil || i < least || i > most || (len(s) > 1 && s[0] == '0') {
		v.wrong("city.whole_number_expected", "least", least, "most", most)
		return fallback
	}
	return i
}

func (v value) flag() bool {
	if v.node == nil {
		return false
	}
	b, ok := v.node.(*ast.BoolNode)
	if !ok {
		v.wrong("city.flag_expected")
		return false
	}
	return b.Value
}

func (v value) decimal() *number.Number {
	if v.node == nil {
		return nil
	}
	s, _ := v.scalar()
	body, percent := strings.CutSuffix(s, "%")
	n, err := number.Parse(body)
	if err == nil && percent {
		n, err = n.Shift(-2)
	}
	if err != nil {
		v.wrong("city.number_expected")
		return nil
	}
	return &n
}

func (v value) month() month.Month {
	if v.node == nil {
		return 0
	}
	s, _ := v.scalar()
	m, err := month.Parse(s)
	if err != nil || s != m.String() {
		v.wrong("city.month_expected")
		return 0
	}
	return m
}

func (v value) choice(fallback string, allowed ...string) string {
	if v.node == nil {
		return fallback
	}
	s, _ := v.scalar()
	if !slices.Contains(allowed, s) {
		v.wrong("city.choice_expected", "allowed", strings.Join(allowed, ", "))
		return fallback
	}
	return s
}

// dated reads a value that holds always, or a list of {from, value} in the order of time.
func dated[T any](v value, read func(value) T) month.Dated[T] {
	if v.node == nil {
		return nil
	}
	if !v.isList() {
		return month.Always(read(v))
	}
	var result month.Dated[T]
	for _, item := range v.items() {
		f := item.fields("from", "value")
		result = append(result, month.Since[T]{From: f.get("from").month(), Value: read(f.need("value"))})
	}
	inOrder(v, result)
	return result
}

// inOrder refuses versions that do not follow each other in time, and a list without any.
func inOrder[T any](v value, versions month.Dated[T]) {
	if v.isList() && len(versions) == 0 {
		v.wrong("city.empty_list")
	}
	for i := 1; i < len(versions); i++ {
		if versions[i].From <= versions[i-1].From {
			v.wrong("city.dates_overlap", "from", versions[i].From.String(), "before", versions[i-1].From.String())
		}
	}
}
