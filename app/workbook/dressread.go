package workbook

import (
	"slices"
	"strings"

	"yueping/models/number"
)

// sectionReader reads one section of a number format.
type sectionReader struct {
	code      []rune // what is left of the format
	condition string
	bound     number.Number

	digits  bool   // placeholders of digits were seen
	before  string // text before them
	between string // text since the last of them
	commas  int    // right behind the last one: each divides by 1000
	drawn   bool   // a decimal point stands there as text: 0!.0
	tenths  int    // placeholders behind that
}

// general are the names of the format that shows a number as it is.
var general = [][]rune{[]rune("General"), []rune("G/通用格式")}

// read takes a section off the code; more is false behind the last one.
func (r *sectionReader) read() (more bool) {
	for len(r.code) > 0 {
		c := r.code[0]
		if name := r.general(); name > 0 {
			r.code, r.digits = r.code[name:], true
			continue
		}
		r.code = r.code[1:]
		switch {
		case c == ';':
			return true
		case c == '\\' || c == '!':
			r.literal(string(r.skip(1)))
		case c == '_' || c == '*':
			r.skip(1)
		case c == '"':
			r.literal(r.until('"'))
		case c == '[':
			r.bracket(r.until(']'))
		case c == '0' || c == '#' || c == '?':
			r.digit()
		case c == ',' && r.digits && r.between == "":
			r.commas++
		case (c == 'E' || c == 'e') && len(r.code) > 0 && strings.ContainsRune("+-", r.code[0]):
			r.skip(1)
		case !strings.ContainsRune(".,%@", c):
			r.literal(string(c))
		}
	}
	return false
}

func (r *sectionReader) general() int {
	for _, name := range general {
		if len(r.code) >= len(name) && strings.EqualFold(string(r.code[:len(name)]), string(name)) {
			return len(name)
		}
	}
	return 0
}

// skip takes off so many characters at most.
func (r *sectionReader) skip(n int) []rune {
	n = min(n, len(r.code))
	taken := r.code[:n]
	r.code = r.code[n:]
	return taken
}

// until takes off what stands before a sign, and the sign.
func (r *sectionReader) until(sign rune) string {
	at := slices.Index(r.code, sign)
	if at < 0 {
		return string(r.skip(len(r.code)))
	}
	text := string(r.skip(at))
	r.skip(1)
	return text
}

func (r *sectionReader) literal(text string) {
	if r.digits {
		r.between += text
	} else {
		r.before += text
	}
}

func (r *sectionReader) digit() {
	r.drawn = r.drawn || r.digits && r.between == "."
	if r.drawn {
		r.tenths++
	}
	r.digits, r.commas, r.between = true, 0, ""
}

// bracket reads a condition, or a currency's sign: [>=10000], [$元-804].
func (r *sectionReader) bracket(text string) {
	if sign, found := strings.CutPrefix(text, "$"); found {
		sign, _, _ = strings.Cut(sign, "-")
		r.literal(sign)
		return
	}
	bound := strings.TrimLeft(text, "<>=")
	if bound == text {
		return
	}
	if n, err := number.Read(strings.TrimSpace(bound), number.Format{Decimals: number.MaxDigits}); err == nil {
		r.condition, r.bound = strings.TrimSuffix(text, bound), n
	}
}

func (r *sectionReader) dress() Dress {
	return Dress{Before: undressed(r.before), After: undressed(r.between), Tens: 3*r.commas + r.tenths}
}

// undressed is text of a format without what tells nothing of the number's meaning.
func undressed(text string) string {
	return strings.Map(func(c rune) rune {
		if strings.ContainsRune(" \u00A0\u3000()（）+-¥￥$,", c) {
			return -1
		}
		return c
	}, text)
}
