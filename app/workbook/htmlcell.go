package workbook

import (
	"strings"

	"yueping/models/fault"
)

// htmlCell is what the tag of a cell says: its size, and what Excel and LibreOffice put beside the text
// that one sees.
type htmlCell struct {
	rows, columns int
	hidden        bool
	number        *string // x:num or sdval; "" where the text is the number
	exact         *string // x:str
	formula       string
	isBool, isBad bool
	format        string
}

// cell reads the tag of a cell.
func (t tag) cell(s pageStyles) htmlCell {
	l := s.of(t.name, t.attributes["class"], t.attributes["style"])
	c := htmlCell{
		rows: t.span("rowspan", maxRows), columns: t.span("colspan", maxColumns),
		hidden:  t.has("hidden") || l.hides(),
		formula: t.attributes["x:fmla"], isBool: t.has("x:bool"), isBad: t.has("x:err"), format: l.format,
	}
	for _, name := range []string{"sdval", "x:num"} {
		if value, ok := t.attributes[name]; ok {
			c.number = &value
		}
	}
	if value, ok := t.attributes["x:str"]; ok {
		c.exact = &value
	}
	// LibreOffice's: the language, the format's language, the format.
	if parts := strings.SplitN(t.attributes["sdnum"], ";", 3); len(parts) == 3 {
		c.format = parts[2]
	}
	return c
}

// read gives the content of a cell whose text is text; unclear is text beside it that is not shown as
// the rest is.
func (c htmlCell) read(text, unclear string, from1904 bool) ReadCell {
	switch {
	case c.isBad:
		return ReadCell{Text: text, Fault: fault.New("workbook.error_value", "text", text)}
	case c.isBool:
		return ReadCell{Text: strings.ToUpper(text)}
	case c.number != nil:
		stored := *c.number
		if stored == "" {
			stored = text
		}
		if cell, ok := stores(stored, c.format, from1904); ok {
			return cell
		}
	case c.exact != nil && *c.exact != "":
		// The apostrophe only marks a text.
		return ReadCell{Text: strings.TrimPrefix(*c.exact, "'")}
	case c.formula != "" && text == "":
		return ReadCell{Fault: fault.New("workbook.formula_without_result", "formula", strings.TrimPrefix(c.formula, "="))}
	}
	cell := ReadCell{Text: text}
	if unclear != "" {
		cell.Fault = fault.New("workbook.unclear_text", "text", unclear)
	}
	return cell
}

// stores reads a number that a spreadsheet has stored beside the way it is shown; false where it is none.
func stores(stored, code string, from1904 bool) (ReadCell, bool) {
	shown := named(code)
	n, shortened, ok := decimal(stored)
	switch {
	case !ok:
		return ReadCell{}, false
	case shown.kind == date:
		return ReadCell{Text: dateText(stored, from1904), Date: true}, true
	case strings.EqualFold(code, "boolean"):
		return ReadCell{Text: map[bool]string{true: "FALSE", false: "TRUE"}[n.Sign() == 0]}, true
	}
	return ReadCell{Number: &n, Percent: shown.kind == percent, Shortened: shortened, Dress: shown.dressing.of(n)}, true
}
