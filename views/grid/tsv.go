package grid

import "strings"

// FormatTSV writes a block as Excel and WPS put it on the clipboard: tabs
// between cells, CRLF after every row, quotes only where a cell needs them.
func FormatTSV(block [][]string) string {
	var b strings.Builder
	for _, row := range block {
		for i, text := range row {
			if i > 0 {
				b.WriteByte('\t')
			}
			if strings.ContainsAny(text, "\t\r\n") || strings.HasPrefix(text, `"`) {
				text = `"` + strings.ReplaceAll(text, `"`, `""`) + `"`
			}
			b.WriteString(text)
		}
		b.WriteString("\r\n")
	}
	return b.String()
}

// ParseTSV reads what Excel, WPS or a text editor put on the clipboard. A line
// end at the very end makes no extra row; an opening quote that is never
// properly closed is taken as a plain character.
func ParseTSV(text string) [][]string {
	var block [][]string
	var row []string
	text = strings.TrimRight(text, "\x00") // some Windows programs hand over C's end of a string
	for text != "" {
		var cell string
		cell, text = cutCell(text)
		row = append(row, cell)
		end := lineEnd(text)
		switch {
		case end > 0:
			block, row = append(block, row), nil
			text = text[end:]
		case text != "": // a tab: at least one more cell in this row
			text = text[1:]
			if text == "" {
				row = append(row, "")
			}
		}
	}
	if row != nil {
		block = append(block, row)
	}
	return block
}

// cutCell takes one cell off the front; the rest starts with its separator.
func cutCell(text string) (cell, rest string) {
	if strings.HasPrefix(text, `"`) {
		if cell, rest, ok := cutQuoted(text[1:]); ok {
			return cell, rest
		}
	}
	if i := strings.IndexAny(text, "\t\r\n"); i >= 0 {
		return text[:i], text[i:]
	}
	return text, ""
}

// cutQuoted reads up to the closing quote, which a separator or the end follows.
func cutQuoted(text string) (cell, rest string, ok bool) {
	for i := 0; i < len(text); i++ {
		if text[i] != '"' {
			continue
		}
		if i+1 < len(text) && text[i+1] == '"' {
			i++
			continue
		}
		rest = text[i+1:]
		if rest != "" && rest[0] != '\t' && lineEnd(rest) == 0 {
			return "", "", false
		}
		return strings.ReplaceAll(text[:i], `""`, `"`), rest, true
	}
	return "", "", false
}

// lineEnd is the length of the line end at the front of text, 0 without one.
func lineEnd(text string) int {
	switch {
	case strings.HasPrefix(text, "\r\n"):
		return 2
	case text != "" && (text[0] == '\n' || text[0] == '\r'):
		return 1
	}
	return 0
}
