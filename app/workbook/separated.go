package workbook

import (
	"bufio"
	"io"
	"strings"
)

// WriteSeparated writes a sheet's table, header and rows alone, as UTF-8 text with a separator between cells: a
// comma or a tab. Excel takes the byte order mark for the sign of UTF-8. Numbers are written digit by
// digit, rates per cent with their sign, and what a spreadsheet would calculate has an apostrophe before it, as
// reading takes it off again.
func WriteSeparated(out io.Writer, s Sheet, separator byte) error {
	w := bufio.NewWriter(out)
	w.WriteString("\uFEFF")
	titles := make([]string, len(s.Columns))
	for i, c := range s.Columns {
		titles[i] = guarded(c.Title)
	}
	writeFields(w, titles, separator)
	fields := make([]string, len(s.Columns))
	for _, row := range s.Rows {
		for i := range fields {
			fields[i] = separated(&row[i], &s.Columns[i])
		}
		writeFields(w, fields, separator)
	}
	return w.Flush() // keeps the first error
}

func separated(c *Cell, column *Column) string {
	if c.Number == nil {
		return guarded(c.Text)
	}
	return digitByDigit(c, column, c.Number.String())
}

// guarded keeps a text from being calculated.
func guarded(text string) string {
	if text != "" && strings.IndexByte(formulaSigns, text[0]) >= 0 {
		return "'" + text
	}
	return text
}

func writeFields(w *bufio.Writer, fields []string, separator byte) {
	for i, field := range fields {
		if i > 0 {
			w.WriteByte(separator)
		}
		if strings.ContainsAny(field, "\"\r\n,;\t") {
			field = `"` + strings.ReplaceAll(field, `"`, `""`) + `"`
		}
		w.WriteString(field)
	}
	w.WriteString("\r\n")
}
