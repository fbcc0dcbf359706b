package workbook

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// tag is a start tag: the attributes that matter, by name.
type tag struct {
	name       string
	attributes map[string]string
	selfClosed bool
}

func (t tag) has(name string) bool { _, ok := t.attributes[name]; return ok }

// span is how many rows or columns a cell takes, 1 at least.
func (t tag) span(name string, most int) int {
	text := strings.TrimSpace(t.attributes[name])
	n, err := strconv.Atoi(text)
	switch {
	case err != nil && len(text) > 9 && strings.Trim(text, "0123456789") == "":
		return most
	case err != nil || n < 0:
		return 1
	case n == 0 && name == "rowspan": // to the table's end
		return most
	}
	return max(1, min(n, most))
}

func (t tag) hidden(s pageStyles) bool {
	return t.has("hidden") || s.of(t.name, t.attributes["class"], t.attributes["style"]).hides()
}

// wanted are the attributes that matter.
var wanted = map[string]bool{"class": true, "style": true, "hidden": true, "rowspan": true, "colspan": true, "span": true, "title": true, "id": true,
	"name": true, "type": true, "value": true, "href": true, "x:num": true, "x:str": true, "x:fmla": true, "x:bool": true, "x:err": true, "sdval": true, "sdnum": true}

// readTag reads a start tag; its attributes hold until the next is read into the same map.
func readTag(z *html.Tokenizer, selfClosed bool, attributes map[string]string) tag {
	name, more := z.TagName()
	t := tag{name: string(name), selfClosed: selfClosed, attributes: attributes}
	clear(attributes)
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		if !wanted[string(key)] {
			continue
		}
		// Of an attribute that is written twice the first counts.
		if !t.has(string(key)) {
			t.attributes[string(key)] = string(value)
		}
	}
	return t
}
