package workbook

import (
	"bytes"
	"io"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
)

// newTokens reads a part as UTF-8, or as what its byte order mark or its first line says.
func newTokens(source io.Reader) (*tokens, error) {
	x := &tokens{source: source, window: make([]byte, windowSize)}
	for x.end < 256 && x.fill() {
	}
	if x.err != nil {
		return nil, x.err
	}
	head := x.window[:x.end]
	if bytes.HasPrefix(head, []byte("\uFEFF")) {
		x.at = len("\uFEFF")
		return x, nil
	}
	coding, err := declared(head)
	if coding != nil {
		decoded := coding.NewDecoder().Reader(io.MultiReader(bytes.NewReader(bytes.Clone(head)), source))
		x.source, x.at, x.end = decoded, 0, 0
	}
	return x, err
}

// declared is the encoding that a part says it is in, nil for UTF-8.
func declared(head []byte) (encoding.Encoding, error) {
	if bytes.HasPrefix(head, []byte{0xFE, 0xFF}) || bytes.HasPrefix(head, []byte{0xFF, 0xFE}) {
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM), nil
	}
	line, _, found := bytes.Cut(head, []byte("?>"))
	if _, after, ok := bytes.Cut(line, []byte("encoding=")); found && ok && len(after) > 0 && bytes.HasPrefix(head, []byte("<?xml")) {
		label, _, _ := strings.Cut(string(after[1:]), string(after[:1]))
		if label = strings.ToLower(label); label != "utf-8" && label != "utf8" && label != "us-ascii" {
			return htmlindex.Get(label)
		}
	}
	return nil, nil
}

// content appends the text of the element that started, up to its end.
func (x *tokens) content(to []byte) []byte {
	depth := x.depth()
	for {
		switch x.next() {
		case textToken:
			if x.depth() == depth {
				to = x.decoded(to, x.text, x.cdata)
			}
		case endTag:
			if x.depth() < depth {
				return to
			}
		case nothing:
			return to
		}
	}
}

// rich appends the text of all runs of the element that started, without what is only a reading aid. apart is
// set where runs are struck out, or raised or lowered beside others.
func (x *tokens) rich(to []byte) []byte {
	depth, apart := x.depth(), false
	x.apart = false
	for aid := 0; ; {
		switch x.next() {
		case startTag:
			switch {
			case aid == 0 && string(x.name) == "rPh":
				aid = x.depth()
			case aid == 0 && string(x.name) == "r":
				apart = false
			case aid == 0 && (string(x.name) == "vertAlign" || string(x.name) == "strike"):
				apart = apart || x.setsApart()
			case aid == 0 && string(x.name) == "t":
				from := len(to)
				to = x.run(to)
				x.apart = x.apart || apart && len(to) > from
			}
		case endTag:
			if x.depth() < depth {
				return to
			}
			if x.depth() < aid {
				aid = 0
			}
		case nothing:
			return to
		}
	}
}

// setsApart reports whether the property of a run that started is switched on.
func (x *tokens) setsApart() bool {
	for x.attribute() {
		if string(x.key) == "val" {
			value := string(x.value)
			return value != "0" && value != "false" && value != "baseline"
		}
	}
	return true
}

// run appends one run's text: spaces at its ends count only where it says so.
func (x *tokens) run(to []byte) []byte {
	preserved := false
	for x.attribute() {
		preserved = preserved || string(x.key) == "xml:space" && string(x.value) == "preserve"
	}
	from := len(to)
	to = x.content(to)
	if !preserved {
		to = append(to[:from], bytes.Trim(to[from:], " \t\r\n")...)
	}
	return to
}

// decoded appends raw text with its entities resolved and its line ends as one sign.
func (x *tokens) decoded(to, raw []byte, verbatim bool) []byte {
	if len(to)+len(raw) > maxXMLToken {
		x.fail(errXML)
		return to
	}
	simple, ascii := true, true
	for _, c := range raw {
		switch {
		case c >= 0x80:
			ascii = false
		case c == '&' || c == '\r':
			simple = false
		case c < ' ' && c != '\t' && c != '\n':
			x.fail(errXML)
		}
	}
	if !ascii && !utf8.Valid(raw) {
		x.fail(errXML)
	}
	if simple {
		return append(to, raw...)
	}
	for len(raw) > 0 {
		switch {
		case raw[0] == '\r':
			if len(raw) == 1 || raw[1] != '\n' {
				to = append(to, '\n')
			}
			raw = raw[1:]
		case raw[0] == '&' && !verbatim:
			r, length := entity(raw)
			if length == 0 {
				x.fail(errXML)
				return to
			}
			to, raw = utf8.AppendRune(to, r), raw[length:]
		default:
			to, raw = append(to, raw[0]), raw[1:]
		}
	}
	return to
}

// entity reads &amp; and its like; length 0 where it is none that XML itself knows.
func entity(raw []byte) (r rune, length int) {
	end := bytes.IndexByte(raw[:min(len(raw), 16)], ';')
	if end < 2 {
		return 0, 0
	}
	switch name := string(raw[1:end]); {
	case name == "lt":
		r = '<'
	case name == "gt":
		r = '>'
	case name == "amp":
		r = '&'
	case name == "apos":
		r = '\''
	case name == "quot":
		r = '"'
	case name[0] == '#':
		base, digits := 10, name[1:]
		if strings.HasPrefix(digits, "x") {
			base, digits = 16, digits[1:]
		}
		code, err := strconv.ParseUint(digits, base, 21)
		if err != nil || !utf8.ValidRune(rune(code)) || code < ' ' && code != '\t' && code != '\n' && code != '\r' {
			return 0, 0
		}
		r = rune(code)
	default:
		return 0, 0
	}
	return r, end + 1
}

// attributeText is the value of the attribute that was read.
func (x *tokens) attributeText() string { return string(x.decoded(nil, x.value, false)) }

// unescaped resolves _x000D_ and its like (ST_Xstring, ECMA-376 part 1, 22.9.2.19).
func unescaped(text []byte) string {
	if !bytes.Contains(text, []byte("_x")) {
		return string(text)
	}
	var result []byte
	for len(text) > 0 {
		code, ok := escapeCode(text)
		if !ok {
			result, text = append(result, text[0]), text[1:]
			continue
		}
		text = text[escapeLength:]
		r := rune(code)
		if low, ok := escapeCode(text); ok && utf16.IsSurrogate(r) && utf16.DecodeRune(r, rune(low)) != utf8.RuneError {
			r, text = utf16.DecodeRune(r, rune(low)), text[escapeLength:]
		}
		result = utf8.AppendRune(result, r)
	}
	return string(result)
}

const escapeLength = len("_x000D_")

func escapeCode(text []byte) (uint64, bool) {
	if len(text) < escapeLength || text[0] != '_' || text[1] != 'x' || text[escapeLength-1] != '_' {
		return 0, false
	}
	code, err := strconv.ParseUint(string(text[2:escapeLength-1]), 16, 16)
	return code, err == nil
}
