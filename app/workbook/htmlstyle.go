package workbook

import (
	"strings"
)

// look is what a style says of a cell, a row or a block that matters here.
type look struct {
	format  string // the number format, "" where none is said
	display string // "none" hides
}

// over gives the look with what a stronger one says in its place.
func (l look) over(weaker look) look {
	if l.format == "" {
		l.format = weaker.format
	}
	if l.display == "" {
		l.display = weaker.display
	}
	return l
}

func (l look) hides() bool { return l.display == "none" }

// pageStyles are the looks of a page's style sheets by selector: td, .xl65 and td.xl65. Other selectors say
// nothing of a number format in what programs write.
type pageStyles struct {
	rules  map[string]look
	inline map[string]look // style attributes that were read before
}

// Bounds of what is kept of styles; Excel has at most 65,490.
const (
	maxRules  = 1 << 16
	maxInline = 1 << 12
)

func newPageStyles() pageStyles { return pageStyles{map[string]look{}, map[string]look{}} }

// of gives an element's look.
func (s pageStyles) of(element, classes, style string) look {
	result := s.declared(style)
	for class := range strings.FieldsSeq(classes) {
		result = result.over(s.rules[element+"."+class]).over(s.rules["."+class])
	}
	return result.over(s.rules[element])
}

func (s pageStyles) declared(style string) look {
	if style == "" {
		return look{}
	}
	known, ok := s.inline[style]
	if !ok {
		known = declarations(style)
		if len(s.inline) < maxInline {
			s.inline[style] = known
		}
	}
	return known
}

// read adds the rules of a style sheet. Rules under @media and the like hold elsewhere.
func (s pageStyles) read(sheet string) {
	sheet = strings.ReplaceAll(strings.ReplaceAll(uncommented(sheet), "<!--", ""), "-->", "")
	for len(sheet) > 0 && len(s.rules) < maxRules {
		open := strings.IndexByte(sheet, '{')
		if open < 0 {
			return
		}
		selectors, body := sheet[:open], sheet[open+1:]
		end := blockEnd(body)
		sheet = body[min(end+1, len(body)):]
		if strings.Contains(selectors, "@") {
			continue
		}
		l := declarations(body[:end])
		if l == (look{}) {
			continue
		}
		for selector := range strings.SplitSeq(selectors, ",") {
			selector = strings.ToLower(strings.TrimSpace(selector))
			if selector != "" && !strings.ContainsAny(selector, " \t\r\n>+~:[#*") {
				s.rules[selector] = l.over(s.rules[selector])
			}
		}
	}
}

// blockEnd finds the brace that ends a block.
func blockEnd(body string) int {
	depth, quote := 0, byte(0)
	for i := 0; i < len(body); i++ {
		switch c := body[i]; {
		case c == '\\':
			i++
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '{':
			depth++
		case c == '}' && depth == 0:
			return i
		case c == '}':
			depth--
		}
	}
	return len(body)
}

func uncommented(sheet string) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(sheet, "/*")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		_, sheet, _ = strings.Cut(rest, "*/")
	}
}

// declarations reads the look out of name: value; name: value.
func declarations(text string) look {
	var result look
	for len(text) > 0 {
		var one string
		one, text = declaration(text)
		name, value, _ := strings.Cut(one, ":")
		value = strings.TrimSpace(value)
		switch strings.ToLower(strings.TrimSpace(name)) {
		case "mso-number-format":
			result.format = unescapedFormat(strings.Trim(value, `"'`))
		case "display":
			value, _, _ = strings.Cut(strings.ToLower(value), "!")
			result.display = strings.TrimSpace(value)
		}
	}
	return result
}

// declaration cuts the first declaration off, at a semicolon outside of quotes.
func declaration(text string) (one, rest string) {
	quote := byte(0)
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\\':
			i++
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == ';':
			return text[:i], text[i+1:]
		}
	}
	return text, ""
}

// unescaped gives the number format that Excel has put into a style: 0\.00% and yyyy\0022年\0022.
func unescapedFormat(value string) string {
	var b strings.Builder
	for i := 0; i < len(value); i++ {
		if value[i] != '\\' || i+1 == len(value) {
			b.WriteByte(value[i])
			continue
		}
		i++
		if hex := value[i:min(i+4, len(value))]; len(hex) == 4 && strings.HasPrefix(hex, "00") {
			if c, ok := hexByte(hex[2:]); ok {
				b.WriteByte(c)
				i += 3
				continue
			}
		}
		b.WriteByte(value[i])
	}
	return b.String()
}

func hexByte(s string) (byte, bool) {
	n := 0
	for _, c := range []byte(strings.ToLower(s)) {
		at := strings.IndexByte("0123456789abcdef", c)
		if at < 0 {
			return 0, false
		}
		n = n*16 + at
	}
	return byte(n), n < 0x80
}

// named knows the formats that Excel's HTML and XML name in place of writing them out.
func named(code string) format {
	switch strings.ToLower(code) {
	case "percent":
		return format{kind: percent}
	case "general date", "short date", "medium date", "long date", "short time", "medium time", "long time":
		return format{kind: date}
	case "general", "general number", "fixed", "standard", "currency", "euro currency", "scientific", "yes/no", "true/false", "on/off":
		return format{}
	}
	return formatOf(code)
}
