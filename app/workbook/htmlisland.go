package workbook

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"
)

// island is what Excel notes of the workbook in a page's head: its sheets, and where they are.
type island struct {
	names, files []string // files of a workbook whose sheets are pages of their own
	from1904     bool
	inSheet      bool
	naming       bool
	comments     int
}

// maxIslands is how many comments may hold one.
const maxIslands = 64

// readComment reads an island that browsers take for a comment.
func (i *island) readComment(text []byte) {
	if i.comments++; i.comments > maxIslands {
		return
	}
	attributes := map[string]string{}
	z := html.NewTokenizer(bytes.NewReader(text))
	for {
		switch kind := z.Next(); kind {
		case html.ErrorToken:
			return
		case html.StartTagToken, html.SelfClosingTagToken:
			i.start(readTag(z, kind == html.SelfClosingTagToken, attributes))
		case html.EndTagToken:
			name, _ := z.TagName()
			i.close(string(name))
		case html.TextToken:
			i.text(z.Text())
		}
	}
}

func (i *island) start(t tag) {
	switch t.name {
	case "x:excelworksheet":
		i.inSheet = true
	case "x:name":
		// Areas have names, too.
		i.naming = i.inSheet && !t.selfClosed
	case "x:worksheetsource":
		i.files = append(i.files, t.attributes["href"])
	case "x:date1904":
		i.from1904 = true
	}
}

func (i *island) close(name string) {
	switch name {
	case "x:excelworksheet":
		i.inSheet = false
	case "x:name":
		i.naming = false
	}
}

func (i *island) text(text []byte) {
	if name := strings.TrimSpace(string(text)); i.naming && name != "" && len(i.names) < maxSheets {
		i.names = append(i.names, name)
		i.naming = false
	}
}
