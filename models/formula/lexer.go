package formula

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"yueping/models/fault"
	"yueping/models/number"
)

// kind is what a token is. Operators and marks are their own kind, in their ASCII form.
type kind string

const (
	kindEnd    kind = "end"
	kindNumber kind = "number"
	kindName   kind = "name"
)

// token is one word of the source.
type token struct {
	kind       kind
	text       string // with full-width forms made narrow
	ratio      number.Ratio
	start, end int // bytes of the source
	at         place
}

// words are the operators that are written as words.
var words = map[string]kind{"and": "and", "or": "or", "not": "not", "且": "and", "或": "or", "非": "not"}

// marks are the characters that stand alone, after narrow.
var marks = map[rune]kind{
	'+': "+", '-': "-", '*': "*", '/': "/", '(': "(", ')': ")", ',': ",", ';': ";", ':': ":",
	'<': "<", '>': ">", '=': "==", '≤': "<=", '≥': ">=", '≠': "!=",
}

// pairs are the operators whose second character is =.
var pairs = map[rune]kind{'<': "<=", '>': ">=", '=': "==", '!': "!="}

// narrow turns full-width forms and typographic operators, as Chinese input methods give them, into
// the plain ones.
func narrow(r rune) rune {
	switch {
	case r >= '！' && r <= '～':
		return r - '！' + '!'
	case r == '×':
		return '*'
	case r == '÷':
		return '/'
	case r == '−':
		return '-'
	}
	return r
}

type lexer struct {
	source string
	pos    int
	at     place
	faults *collector
	tokens []token
}

// lex splits a source into tokens; the last one is of kindEnd and stands behind the last word.
func lex(source string, faults *collector) []token {
	l := lexer{source: source, at: place{1, 1}, faults: faults}
	behind := l.at
	for l.space(); l.pos < len(source) && !faults.full(); l.space() {
		l.token()
		behind = l.at
	}
	return append(l.tokens, token{kind: kindEnd, start: len(source), end: len(source), at: behind})
}

// peek gives the next character, made narrow; 0 at the end.
func (l *lexer) peek() rune {
	if l.pos >= len(l.source) {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(l.source[l.pos:])
	return narrow(r)
}

func (l *lexer) advance() {
	r, size := utf8.DecodeRuneInString(l.source[l.pos:])
	l.pos += size
	l.at.column++
	if r == '\n' {
		l.at = place{l.at.line + 1, 1}
	}
}

func (l *lexer) space() {
	for l.pos < len(l.source) && unicode.IsSpace(l.peek()) {
		l.advance()
	}
}

func (l *lexer) token() {
	r, t := l.peek(), token{start: l.pos, at: l.at}
	switch {
	case isDigit(r) || r == '.':
		l.number(t)
		return
	case isLetter(r):
		t.kind, t.text = kindName, l.take(func(r rune) bool { return isLetter(r) || isDigit(r) })
		if word, ok := words[t.text]; ok {
			t.kind = word
		}
	default:
		l.advance()
		t.kind = marks[r]
		if pair, ok := pairs[r]; ok && l.peek() == '=' {
			l.advance()
			t.kind = pair
		}
		if t.kind == "" {
			l.faults.add(t.at.fault("formula.character", "found", visible(l.source[t.start:l.pos])))
			return
		}
		t.text = string(t.kind)
	}
	t.end = l.pos
	l.tokens = append(l.tokens, t)
}

// number reads a decimal and the per cent sign that may stand behind it. Letters that touch it
// belong to it, so that 12abc is one wrong number and not two words.
func (l *lexer) number(t token) {
	t.kind = kindNumber
	t.text = l.take(func(r rune) bool { return isDigit(r) || isLetter(r) || r == '.' })
	t.end = l.pos
	n, err := number.Parse(t.text)
	switch {
	case fault.CodeOf(err) == "number.too_many_digits":
		l.faults.add(t.at.fault("formula.literal_digits", "found", t.text, "max", number.MaxDigits))
	case err != nil && glued(t.text) != "":
		l.faults.add(t.at.fault("formula.spacing", "found", t.text, "word", glued(t.text)))
	case err != nil:
		l.faults.add(t.at.fault("formula.literal", "found", t.text))
	}
	t.ratio = number.Of(n)
	ahead := *l
	if ahead.space(); ahead.peek() == '%' {
		ahead.advance()
		l.pos, l.at = ahead.pos, ahead.at
		t.text, t.end, t.ratio = t.text+"%", l.pos, t.ratio.Quo(number.Int(100))
	}
	l.tokens = append(l.tokens, t)
}

func (l *lexer) take(part func(rune) bool) string {
	start := l.pos
	for l.pos < len(l.source) && part(l.peek()) {
		l.advance()
	}
	return strings.Map(narrow, l.source[start:l.pos])
}

// glued finds the Chinese operator inside a word that nobody knows: x且y lacks spaces around it.
func glued(word string) string {
	for _, r := range word {
		if _, ok := words[string(r)]; ok {
			return string(r)
		}
	}
	return ""
}

// visible writes a character that cannot be seen, such as a zero-width space, by its number.
func visible(s string) string {
	r, _ := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError || !unicode.IsPrint(r) {
		return fmt.Sprintf("U+%04X", r)
	}
	return s
}

func isDigit(r rune) bool  { return r >= '0' && r <= '9' }
func isLetter(r rune) bool { return r == '_' || unicode.IsLetter(r) }
