package grid

import (
	"strings"

	"fyne.io/fyne/v2"
)

const (
	padX float32 = 6
	padY float32 = 3
	// minColumn keeps a column wide enough to be hit.
	minColumn float32 = 24
)

// borders adds up the column widths: left borders and, last, the total.
func (g *Grid) borders(columns []Column) []float32 {
	x := make([]float32, len(columns)+1)
	for i, c := range columns {
		x[i+1] = x[i] + g.columnWidth(c)
	}
	return x
}

// columnWidth fits the sample and a title broken over two lines, unless a
// width is given.
func (g *Grid) columnWidth(c Column) float32 {
	if c.Width > 0 {
		return max(minColumn, c.Width)
	}
	half := g.typist.width(c.Title)
	if head, tail, broken := strings.Cut(c.Title, "\n"); broken {
		half = max(g.typist.width(head), g.typist.width(tail))
	} else if len([]rune(c.Title)) > 4 {
		half = half/2 + g.typist.size
	}
	// The mark stands beside the text, not upon it.
	text := g.typist.width(c.Sample) + markSize
	if c.Swatches {
		text += swatchRoom
	}
	return max(minColumn, float32(int(max(half, text)+2*padX+1)))
}

// headerHeights finds room for captions, if any, and for the longest title.
func (g *Grid) headerHeights(line float32) (caption, title float32) {
	lines := 1
	for _, set := range [][]Column{g.columns, g.frozen} {
		for _, c := range set {
			if c.Caption != "" {
				caption = g.geo.rowH
			}
			lines = max(lines, len(g.typist.lines(c.Title, g.columnWidth(c)-2*padX)))
		}
	}
	return caption, float32(int(float32(lines)*line + 2*padY + 0.5))
}

// readOnly reports whether a cell cannot be typed into.
func (g *Grid) readOnly(row, col int, cell Cell) bool {
	return cell.ReadOnly || g.columns[col].ReadOnly
}

// value is a cell's text for copy and fill.
func (g *Grid) value(row, col int) string {
	cell := g.source.Cell(row, col)
	return cell.value(g.readOnly(row, col, cell))
}

// group is a run of neighbouring columns under one caption.
type group struct {
	from, to int
	caption  string
}

func groups(columns []Column) []group {
	var out []group
	for i, c := range columns {
		if n := len(out); n > 0 && out[n-1].caption == c.Caption && c.Caption != "" {
			out[n-1].to = i
			continue
		}
		out = append(out, group{i, i, c.Caption})
	}
	return out
}

// columnGroup is the run of columns that shares col's caption.
func (g *Grid) columnGroup(col int) group {
	for _, gr := range groups(g.columns) {
		if col >= gr.from && col <= gr.to {
			return gr
		}
	}
	return group{from: col, to: col}
}

// markLeft puts a cell's mark on the side where its text ends last.
func markLeft(align fyne.TextAlign) bool { return align == fyne.TextAlignTrailing }
