package grid

import (
	"sort"

	"fyne.io/fyne/v2"
)

// barBand is the breadth kept for a scroll bar.
const barBand float32 = 12

// geometry holds all lengths of the grid. Content coordinates start at the
// first cell and do not depend on scrolling.
type geometry struct {
	rows               int
	colX, frozenX      []float32 // left borders and, last, the total
	rowH               float32
	captionH, titleH   float32
	captionRows        int
	size               fyne.Size
	showBarV, showBarH bool
}

func (g *geometry) cols() int        { return max(0, len(g.colX)-1) }
func (g *geometry) headerH() float32 { return g.captionH + g.titleH }

// frozenW leaves cells a share of a narrow window.
func (g *geometry) frozenW() float32 {
	return min(last(g.frozenX), g.size.Width*0.7)
}

func (g *geometry) content() fyne.Size {
	return fyne.NewSize(last(g.colX), float32(g.rows)*g.rowH)
}

// resize decides which scroll bars are needed; one bar can call for the other.
func (g *geometry) resize(size fyne.Size) {
	g.size, g.showBarV, g.showBarH = size, false, false
	for range 2 {
		body, content := g.body(), g.content()
		g.showBarV = content.Height > body.Height
		g.showBarH = content.Width > body.Width
	}
}

// body is the size of the part that shows cells.
func (g *geometry) body() fyne.Size {
	w, h := g.size.Width-g.frozenW(), g.size.Height-g.headerH()
	if g.showBarV {
		w -= barBand
	}
	if g.showBarH {
		h -= barBand
	}
	return fyne.NewSize(max(0, w), max(0, h))
}

// maxScroll is the largest scroll offset.
func (g *geometry) maxScroll() fyne.Position {
	body, content := g.body(), g.content()
	return fyne.NewPos(max(0, content.Width-body.Width), max(0, content.Height-body.Height))
}

// cell is one cell's box in content coordinates.
func (g *geometry) cell(p place) (fyne.Position, fyne.Size) {
	return g.box(Range{p.row, p.col, p.row, p.col})
}

// box is a range's box in content coordinates.
func (g *geometry) box(r Range) (fyne.Position, fyne.Size) {
	x, y := g.colX[r.Left], float32(r.Top)*g.rowH
	return fyne.NewPos(x, y), fyne.NewSize(g.colX[r.Right+1]-x, float32(r.Rows())*g.rowH)
}

// cellAt is the cell at a content position, the nearest one outside.
func (g *geometry) cellAt(pos fyne.Position) place {
	return place{int(pos.Y / g.rowH), columnAt(g.colX, pos.X)}.clamp(g.rows, g.cols())
}

// visible is the range of cells that show at a scroll offset, and whether any do.
func (g *geometry) visible(scroll fyne.Position) (Range, bool) {
	body := g.body()
	if g.rows == 0 || g.cols() == 0 || body.Width <= 0 || body.Height <= 0 {
		return Range{Bottom: -1, Right: -1}, false
	}
	first := g.cellAt(scroll)
	end := g.cellAt(scroll.Add(fyne.NewPos(body.Width-0.5, body.Height-0.5)))
	return Range{first.row, first.col, end.row, end.col}, true
}

// pageRows is how many whole rows fit.
func (g *geometry) pageRows() int {
	return max(1, int(g.body().Height/g.rowH))
}

// columnAt finds the column at x among borders.
func columnAt(borders []float32, x float32) int {
	return bound(sort.Search(len(borders), func(i int) bool { return borders[i] > x })-1, len(borders)-1)
}

// widest is the largest number of columns that any stretch of width w touches.
func widest(borders []float32, w float32) int {
	most, end := 0, 0
	for start := range borders {
		for end < len(borders)-1 && borders[end] < borders[start]+w {
			end++
		}
		most = max(most, end-start+1)
	}
	return min(most, max(0, len(borders)-1))
}

func last(borders []float32) float32 {
	if len(borders) == 0 {
		return 0
	}
	return borders[len(borders)-1]
}
