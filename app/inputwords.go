package app

import (
	"regexp"
	"strings"

	"yueping/app/text"
)

// call is a function of a formula around one input, and the number of months of ago.
var call = regexp.MustCompile(`^(rounded|last_month|last_year|ago|city)\((.*?)(?:, *(\d+))?\)$`)

// inputWords says what a formula looks for as a printed sheet says it: 上年同月综合指数, not
// rounded(last_year(综合指数)). What is no such call stays as it stands.
func inputWords(t *text.Book, input string) string {
	parts := call.FindStringSubmatch(input)
	if parts == nil || !balanced(parts[2]) || (parts[1] == "ago") != (parts[3] != "") {
		return input
	}
	inner := inputWords(t, parts[2])
	if parts[1] == "rounded" {
		return inner
	}
	return t.T("input."+parts[1], "input", inner, "months", parts[3])
}

// balanced reports whether every bracket that a text opens is closed in it, and no other.
func balanced(s string) bool {
	depth := 0
	for _, c := range s {
		switch c {
		case '(':
			depth++
		case ')':
			depth--
		}
		if depth < 0 {
			return false
		}
	}
	return depth == 0 && strings.TrimSpace(s) != ""
}
