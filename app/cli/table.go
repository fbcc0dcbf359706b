package cli

import (
	"io"
	"strings"

	"golang.org/x/text/width"

	"yueping/app"
)

// cellWidth is how many columns of a terminal a text takes: two for a Chinese character.
func cellWidth(s string) int {
	total := 0
	for _, r := range s {
		switch width.LookupRune(r).Kind() {
		case width.EastAsianWide, width.EastAsianFullwidth:
			total += 2
		default:
			total++
		}
	}
	return total
}

func pad(s string, to int) string { return s + strings.Repeat(" ", max(0, to-cellWidth(s))) }

func padLeft(s string, to int) string { return strings.Repeat(" ", max(0, to-cellWidth(s))) + s }

// printTable writes columns side by side; right tells which are right aligned.
func printTable(out io.Writer, header []string, rows [][]string, right func(column int) bool) error {
	widths := make([]int, len(header))
	for _, row := range append([][]string{header}, rows...) {
		for i, cell := range row {
			widths[i] = max(widths[i], cellWidth(cell))
		}
	}
	var b strings.Builder
	for _, row := range append([][]string{header}, rows...) {
		for i, cell := range row {
			if i > 0 {
				b.WriteString("  ")
			}
			switch {
			case right(i):
				b.WriteString(padLeft(cell, widths[i]))
			case i < len(row)-1:
				b.WriteString(pad(cell, widths[i]))
			default:
				b.WriteString(cell)
			}
		}
		b.WriteString("\n")
	}
	_, err := io.WriteString(out, b.String())
	return err
}

// printLineup writes a ranked group.
func printLineup(out io.Writer, l app.Lineup) error {
	header := make([]string, len(l.Columns))
	for i, c := range l.Columns {
		header[i] = c.Title
	}
	rows := make([][]string, len(l.Rows))
	for i, r := range l.Rows {
		for _, c := range r.Cells {
			rows[i] = append(rows[i], c.Text)
		}
	}
	if _, err := io.WriteString(out, "\n"+l.Heading+"\n"); err != nil {
		return err
	}
	return printTable(out, header, rows, func(i int) bool { return !l.Columns[i].Words })
}
