package grid

import (
	"strings"

	"fyne.io/fyne/v2"
)

// AccessibleText is what a screen reader says for a cell: the row's and the
// column's headers, the cell's text and its note, parted by commas.
func (g *Grid) AccessibleText(row, col int) string {
	if row < 0 || col < 0 || row >= g.source.Rows() || col >= len(g.all) {
		return ""
	}
	column, cell := g.all[col], g.source.Cell(row, col)
	if f, ok := g.failed[place{row, col}]; ok {
		cell = f.over(cell)
	}
	words := append([]string(nil), g.source.RowHeader(row)...)
	title := strings.ReplaceAll(column.Title, "\n", "")
	words = append(words, captionPath(column.Caption)...)
	words = append(words, title, cell.Text, cell.Note)
	kept := words[:0]
	for _, w := range words {
		if w != "" {
			kept = append(kept, w)
		}
	}
	return strings.Join(kept, ", ")
}

// AccessibilityLabel describes the active cell.
func (g *Grid) AccessibilityLabel() string {
	return g.AccessibleText(g.Cursor())
}

// AccessibilityRole is that of a text.
func (g *Grid) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
