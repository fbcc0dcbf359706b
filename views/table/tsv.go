package table

import "strings"

// TSV writes rows as Excel and WPS paste them: the chosen row, or all with their header.
func (t *Table) TSV() string {
	rows := t.rows
	var b strings.Builder
	if i := t.index(t.Selected()); i >= 0 {
		rows = rows[i : i+1]
	} else {
		for i, c := range t.columns {
			writeField(&b, i, c.Label)
		}
		b.WriteByte('\n')
	}
	for _, r := range rows {
		if r.Heading != "" {
			writeField(&b, 0, r.Heading)
		}
		for i, c := range r.Cells {
			writeField(&b, i, c.words())
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func writeField(b *strings.Builder, i int, s string) {
	if i > 0 {
		b.WriteByte('\t')
	}
	if s != "" && strings.ContainsRune("=+-@", rune(s[0])) {
		b.WriteByte('\'') // a formula in the eyes of the program that it is pasted into
	}
	b.WriteString(strings.NewReplacer("\t", " ", "\n", " ").Replace(s))
}

// words are a cell as a text; of a ribbon those of its tiles, with brackets round what is in the list.
func (c Cell) words() string {
	if len(c.Ribbon) == 0 {
		return c.Text
	}
	words := make([]string, len(c.Ribbon))
	for i, tile := range c.Ribbon {
		switch {
		case tile.Mark == In:
			words[i] = "[" + tile.Text + "]"
		case tile.Mark == Unknown:
			words[i] = "—"
		default:
			words[i] = tile.Text
		}
	}
	return strings.Join(words, " ")
}
