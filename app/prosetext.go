package app

import (
	"strings"
	"unicode"
)

// piece is a part of a text between separators: as written, and with ASCII in place of full-width forms, sign
// for sign.
type piece struct {
	text    []rune
	narrow  []rune
	unclear rune // a sign inside a number that the text also uses as a separator, 0 for none
}

// pieces cuts a text at 、；; at line ends, and at commas and full stops. Between two digits a comma or 。 belongs
// to the number, as in 1,234; where the text also cuts with the same sign, it is unclear which it is.
func pieces(text string) []piece {
	runes := []rune(text)
	narrowed := make([]rune, len(runes))
	for i, r := range runes {
		narrowed[i] = narrowSign(r)
	}
	inside := func(i int) bool {
		return i > 0 && i+1 < len(runes) && isDigit(narrowed[i-1]) && isDigit(narrowed[i+1])
	}
	cuts := map[rune]bool{}
	for i, r := range runes {
		if strings.ContainsRune(",，。", r) && !inside(i) {
			cuts[r] = true
		}
	}
	var result []piece
	start, unclear := 0, rune(0)
	cut := func(end int) {
		if from, to := trimmedSpan(runes, start, end); from < to {
			result = append(result, piece{runes[from:to], narrowed[from:to], unclear})
		}
		start, unclear = end+1, 0
	}
	for i, r := range runes {
		switch {
		case strings.ContainsRune("、；;\n\r\v\f\u0085\u2028\u2029", r):
			cut(i)
		case strings.ContainsRune(",，。", r) && !inside(i):
			cut(i)
		case cuts[r]:
			unclear = r
		}
	}
	cut(len(runes))
	return result
}

func trimmedSpan(runes []rune, from, to int) (int, int) {
	for from < to && unicode.IsSpace(runes[from]) {
		from++
	}
	for from < to && unicode.IsSpace(runes[to-1]) {
		to--
	}
	return from, to
}

// narrowSign gives a full-width form's ASCII, and what is written in place of a point, a minus or a space.
func narrowSign(r rune) rune {
	switch {
	case r == '。':
		return '.'
	case r == '−':
		return '-'
	case r >= '！' && r <= '～':
		return r - '！' + '!'
	case unicode.IsSpace(r):
		return ' '
	}
	return r
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// run is where a number stands in a piece, its sign included.
type run struct{ from, to int }

// runs finds the numbers of a piece: digits with points and commas between and behind them.
func (p piece) runs() []run {
	var result []run
	for i := 0; i < len(p.narrow); i++ {
		point := p.narrow[i] == '.' && i+1 < len(p.narrow) && isDigit(p.narrow[i+1])
		if !isDigit(p.narrow[i]) && !point {
			continue
		}
		r := run{i, i}
		if i > 0 && strings.ContainsRune("+-", p.narrow[i-1]) {
			r.from--
		}
		for r.to < len(p.narrow) && (isDigit(p.narrow[r.to]) || strings.ContainsRune(".,", p.narrow[r.to])) {
			r.to++
		}
		result = append(result, r)
		i = r.to
	}
	return result
}

// before and after are what stands around a number, without the signs that only join it to its name.
func (p piece) around(r run) (before, after string) {
	before = strings.TrimRightFunc(string(p.narrow[:r.from]), joins)
	after = strings.TrimFunc(string(p.narrow[r.to:]), unicode.IsSpace)
	if name, open := strings.CutSuffix(before, "("); open && strings.HasSuffix(after, ")") {
		return strings.TrimRightFunc(name, joins), strings.TrimSpace(strings.TrimSuffix(after, ")"))
	}
	return before, after
}

func joins(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(":=—–―", r) }
