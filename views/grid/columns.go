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
	return max(minColumn, float32(int(max(half+g.signRoom(c), text)+2*padX+1)))
}

// headerHeights counts the rows of captions and finds room for the longest title.
func (g *Grid) headerHeights(line float32) (captions int, title float32) {
	lines := 1
	for _, set := range [][]Column{g.columns, g.frozen} {
		captions = max(captions, captionLevels(set))
		for _, c := range set {
			lines = max(lines, len(g.typist.lines(c.Title, g.columnWidth(c)-2*padX-g.signRoom(c))))
		}
	}
	return captions, float32(int(float32(lines)*line + 2*padY + 0.5))
}

// readOnly reports whether a cell cannot be typed into.
func (g *Grid) readOnly(row, col int, cell Cell) bool {
	return cell.ReadOnly || g.columns[col].ReadOnly
}

// value is a cell's text for copy and fill.
func (g *Grid) value(row, col int) string {
	cell := g.cell(row, col)
	return cell.value(g.readOnly(row, col, cell))
}

// markLeft puts a cell's mark on the side where its text ends last.
func markLeft(align fyne.TextAlign) bool { return align == fyne.TextAlignTrailing }
