package workbook

import (
	"bytes"
	"errors"
	"io"
)

// Bounds of an XML part: a token holds one cell's text at most, and elements are nested a few deep.
const (
	windowSize  = 64 << 10
	maxXMLToken = 4 << 20
	maxXMLDepth = 256
)

var errXML = errors.New("not well-formed XML")

type token int

const (
	nothing token = iota // at the end or after an error
	startTag
	endTag
	textToken
)

// tokens goes through the XML of one part. It knows what spreadsheets use of XML: entities, CDATA,
// comments, prefixes; it refuses document types, and what is not well-formed. What a token points to
// holds until the next.
type tokens struct {
	source  io.Reader
	window  []byte
	at, end int   // what is read and not yet used of the window
	err     error // io.EOF behind the end of the outermost element

	name   []byte // of the element that starts, without its prefix
	rest   []byte // its attributes that are not read yet
	key    []byte // the attribute that was read, with its prefix
	value  []byte // as it stands there
	text   []byte // as it stands there
	cdata  bool   // text stands there as it is
	closes bool   // the element ends where it starts
	apart  bool   // of the text that rich read last

	open  []byte // the names of the open elements, one behind the other
	marks []int  // where each begins
}

// depth is how many elements are open.
func (x *tokens) depth() int { return len(x.marks) }

// next goes on to the next token.
func (x *tokens) next() token {
	if x.closes {
		x.closes = false
		return x.pop()
	}
	for x.err == nil {
		if !x.holds(1) {
			x.fail(io.ErrUnexpectedEOF)
			break
		}
		if x.window[x.at] != '<' {
			if x.upToMarkup() {
				return textToken
			}
			continue
		}
		if !x.holds(2) {
			x.fail(io.ErrUnexpectedEOF)
			break
		}
		switch x.window[x.at+1] {
		case '/':
			return x.endTag()
		case '?':
			x.through("?>", 2)
		case '!':
			if x.declaration() {
				return textToken
			}
		default:
			return x.startTag()
		}
	}
	return nothing
}

// child goes on to the next element directly inside the one that was open at depth; false at its end.
// What is deeper is passed over.
func (x *tokens) child(depth int) bool {
	for {
		switch x.next() {
		case startTag:
			if x.depth() == depth+1 {
				return true
			}
		case endTag:
			if x.depth() < depth {
				return false
			}
		case nothing:
			return false
		}
	}
}

// root goes to the outermost element; false where it has another name.
func (x *tokens) root(name string) bool {
	return x.next() == startTag && string(x.name) == name
}

func (x *tokens) fail(err error) {
	if x.err == nil {
		x.err = err
	}
}

func (x *tokens) upToMarkup() bool {
	length := 0
	for {
		if i := bytes.IndexByte(x.window[x.at+length:x.end], '<'); i >= 0 {
			length += i
			break
		}
		length = x.end - x.at
		if !x.fill() {
			x.fail(io.ErrUnexpectedEOF)
			return false
		}
	}
	x.text, x.cdata = x.window[x.at:x.at+length], false
	x.at += length
	return x.depth() > 0
}

// declaration passes a comment and gives a CDATA section; a document type could define anything.
func (x *tokens) declaration() (isText bool) {
	switch {
	case x.begins("<!--"):
		x.through("-->", 4)
	case x.begins("<![CDATA["):
		from := len("<![CDATA[")
		if length, ok := x.find("]]>", from); ok && x.depth() > 0 {
			x.text, x.cdata = x.window[x.at+from:x.at+length], true
			x.at += length + len("]]>")
			return true
		}
		x.fail(errXML)
	default:
		x.fail(errXML)
	}
	return false
}

func (x *tokens) begins(with string) bool {
	return x.holds(len(with)) && string(x.window[x.at:x.at+len(with)]) == with
}

// find gives how far behind at a marker begins, at from or later.
func (x *tokens) find(marker string, from int) (int, bool) {
	for {
		if have := x.end - x.at; have > from {
			if i := bytes.Index(x.window[x.at+from:x.end], []byte(marker)); i >= 0 {
				return from + i, true
			}
			from = max(from, have-len(marker)+1)
		}
		if !x.fill() {
			return 0, false
		}
	}
}

func (x *tokens) through(marker string, from int) {
	length, ok := x.find(marker, from)
	if !ok {
		x.fail(io.ErrUnexpectedEOF)
		return
	}
	x.at += length + len(marker)
}

// holds makes the window hold the next n bytes.
func (x *tokens) holds(n int) bool {
	for x.end-x.at < n {
		if !x.fill() {
			return false
		}
	}
	return true
}

// fill reads on; false at the end of the part, or where one token is beyond all measure.
func (x *tokens) fill() bool {
	if x.at > 0 {
		x.end = copy(x.window, x.window[x.at:x.end])
		x.at = 0
	}
	if x.end == len(x.window) {
		if len(x.window) >= maxXMLToken {
			x.fail(errXML)
			return false
		}
		x.window = append(x.window, make([]byte, len(x.window))...)
	}
	for range 100 {
		n, err := x.source.Read(x.window[x.end:])
		x.end += n
		if n > 0 {
			return true
		}
		if err == io.EOF {
			return false
		}
		if err != nil {
			x.fail(err)
			return false
		}
	}
	x.fail(io.ErrNoProgress)
	return false
}
