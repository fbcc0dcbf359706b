package workbook

import (
	"bytes"
	"io"
)

// tagEnd gives how far behind at the tag's > stands: one in quotes is an attribute's.
func (x *tokens) tagEnd() (int, bool) {
	quote := byte(0)
	for i := 1; ; i++ {
		if x.at+i == x.end && !x.fill() {
			x.fail(io.ErrUnexpectedEOF)
			return 0, false
		}
		switch c := x.window[x.at+i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '>':
			return i, true
		case c == '"' || c == '\'':
			quote = c
		case c == '<':
			x.fail(errXML)
			return 0, false
		}
	}
}

func (x *tokens) startTag() token {
	length, ok := x.tagEnd()
	if !ok {
		return nothing
	}
	tag := x.window[x.at+1 : x.at+length]
	x.at += length + 1
	if n := len(tag); n > 0 && tag[n-1] == '/' {
		tag, x.closes = tag[:n-1], true
	}
	name := tag
	for i, c := range tag {
		if xmlSpace(c) {
			name = tag[:i]
			break
		}
	}
	if len(name) == 0 || !xmlLetter(name[0]) || x.depth() >= maxXMLDepth {
		x.closes = false
		x.fail(errXML)
		return nothing
	}
	x.rest = tag[len(name):]
	x.marks = append(x.marks, len(x.open))
	x.open = append(x.open, name...)
	x.name = local(name)
	return startTag
}

func (x *tokens) endTag() token {
	length, ok := x.tagEnd()
	if !ok {
		return nothing
	}
	name := bytes.TrimRight(x.window[x.at+2:x.at+length], " \t\r\n")
	x.at += length + 1
	if x.depth() == 0 || !bytes.Equal(name, x.open[x.marks[x.depth()-1]:]) {
		x.fail(errXML)
		return nothing
	}
	return x.pop()
}

func (x *tokens) pop() token {
	last := len(x.marks) - 1
	x.open, x.marks = x.open[:x.marks[last]], x.marks[:last]
	if last == 0 {
		x.err = io.EOF
	}
	return endTag
}

// attribute goes on to the next attribute of the element that started.
func (x *tokens) attribute() bool {
	rest := x.rest
	for len(rest) > 0 && xmlSpace(rest[0]) {
		rest = rest[1:]
	}
	if len(rest) == 0 {
		return false
	}
	equals := bytes.IndexByte(rest, '=')
	if equals <= 0 {
		x.fail(errXML)
		return false
	}
	key := rest[:equals]
	rest = rest[equals+1:]
	for len(key) > 0 && xmlSpace(key[len(key)-1]) {
		key = key[:len(key)-1]
	}
	for len(rest) > 0 && xmlSpace(rest[0]) {
		rest = rest[1:]
	}
	if len(key) == 0 || len(rest) == 0 || (rest[0] != '"' && rest[0] != '\'') {
		x.fail(errXML)
		return false
	}
	closing := bytes.IndexByte(rest[1:], rest[0])
	if closing < 0 {
		x.fail(errXML)
		return false
	}
	x.key, x.value, x.rest = key, rest[1:closing+1], rest[closing+2:]
	return true
}

// local is a name without its prefix.
func local(name []byte) []byte {
	return name[bytes.IndexByte(name, ':')+1:]
}

func xmlSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

func xmlLetter(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= 0x80
}
