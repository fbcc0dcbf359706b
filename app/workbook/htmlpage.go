package workbook

import (
	"bytes"
	"errors"
	"io"
	"regexp"
	"strings"

	"golang.org/x/net/html"

	"yueping/models/fault"
)

// Bounds of a page: how long a tag, a comment or a text may be, and how many of them there may be.
const (
	maxToken  = 8 << 20
	maxTokens = 12 << 20
)

// page reads a web page as a stream of tags: a tree of it would take twenty times its size.
type page struct {
	styles   pageStyles
	island   island
	left     int  // cells that the file may still hold
	flow     flow // outside of all tables
	table    *htmlTable
	depth    int // of tables
	skipping skip
	covered  skip // an element outside of all tables that one does not see
	naming   bool // LibreOffice's heading of a sheet is open
	name     string

	attributes map[string]string // of the tag that was read last
}

func newPage() *page {
	return &page{styles: newPageStyles(), left: maxCells, attributes: map[string]string{}}
}

// read takes a page in: workbook.cut_off, workbook.too_large, workbook.too_many_cells,
// workbook.undecodable.
func (p *page) read(r io.Reader) error {
	z := html.NewTokenizer(r)
	z.SetMaxBuf(maxToken)
	for tokens := 0; ; tokens++ {
		kind := z.Next()
		if tokens > maxTokens {
			return tooLarge()
		}
		if kind == html.ErrorToken {
			return p.end(z.Err())
		}
		if err := p.token(z, kind); err != nil {
			return err
		}
	}
}

func (p *page) end(err error) error {
	switch {
	case errors.Is(err, html.ErrBufferExceeded):
		return tooLarge()
	case err != io.EOF:
		return err
	case p.table != nil || p.skipping.depth > 0:
		return fault.New("workbook.cut_off")
	}
	p.flow.close()
	return nil
}

func (p *page) token(z *html.Tokenizer, kind html.TokenType) error {
	switch kind {
	case html.StartTagToken, html.SelfClosingTagToken:
		return p.start(readTag(z, kind == html.SelfClosingTagToken, p.attributes))
	case html.EndTagToken:
		name, _ := z.TagName()
		return p.close(string(name))
	case html.TextToken:
		return p.text(z.Text())
	case html.CommentToken:
		// Excel hides what it notes of the workbook from browsers.
		if text := z.Text(); bytes.Contains(text, []byte("<x:")) {
			p.island.readComment(text)
		}
	}
	return nil
}

// current is where text goes: the open cell or caption, else what the table stands in.
func (p *page) current() *flow {
	for t := p.table; t != nil; t = t.outer {
		if t.open != nil || t.titling {
			return &t.content
		}
	}
	return &p.flow
}

func (p *page) text(text []byte) error {
	switch s := p.skipping; {
	case s.depth == 0 && (p.covered.depth == 0 || p.table != nil):
		return p.current().write(text)
	case s.name == "style":
		p.styles.read(string(text))
	case s.name == "xml":
		p.island.text(text)
	case s.inCell && s.name != "script":
		p.current().addAside(text)
	}
	return nil
}

func (p *page) start(t tag) error {
	if s := &p.skipping; s.depth > 0 {
		if s.name == "xml" {
			p.island.start(t)
		}
		if !s.opens(t) {
			return nil
		}
		*s = skip{}
	}
	if p.skips(t) {
		return nil
	}
	if t.name == p.covered.name && p.table == nil && !t.selfClosed {
		p.covered.depth++
	}
	if done, err := p.startPart(t); done || err != nil {
		return err
	}
	return p.startInline(t)
}

func (p *page) close(name string) error {
	if s := &p.skipping; s.depth > 0 {
		if s.name == "xml" {
			p.island.close(name)
		}
		if !s.closes(name) {
			return nil
		}
		*s = skip{}
	}
	if p.covered.depth > 0 && p.table == nil && name == p.covered.name {
		if p.covered.depth--; p.covered.depth == 0 {
			p.covered = skip{}
		}
	}
	if name == "em" && p.naming && p.table == nil {
		p.naming, p.name = false, p.flow.text()
		p.flow.drop()
	}
	if isBlock[name] {
		p.current().block()
	}
	return p.closePart(name)
}

var sheetAnchor = regexp.MustCompile(`^table\d+$`)

// isBlock are elements that stand on lines of their own.
var isBlock = map[string]bool{"p": true, "div": true, "h1": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true, "li": true, "ul": true, "ol": true,
	"hr": true, "center": true, "form": true, "fieldset": true, "legend": true, "section": true, "article": true, "header": true, "footer": true, "pre": true, "blockquote": true, "dl": true, "dt": true, "dd": true, "option": true}

// startInline lays text out.
func (p *page) startInline(t tag) error {
	f := p.current()
	switch t.name {
	case "br":
		f.turn()
	case "a":
		// LibreOffice puts an overview before several sheets, and a heading with its name over each.
		if p.table == nil && sheetAnchor.MatchString(t.attributes["name"]) {
			f.drop()
			p.naming = true
		}
	case "em":
		if p.table == nil && p.naming {
			f.drop()
		}
	case "input":
		switch strings.ToLower(t.attributes["type"]) {
		case "", "text", "number", "tel", "search", "date", "month":
			return f.write([]byte(t.attributes["value"]))
		}
	case "sup":
		// A small figure behind a number is a note or a power, and no digit of it.
		f.raised = f.raised || f.endsInDigit()
	default:
		if isBlock[t.name] {
			f.block()
		}
	}
	return nil
}
