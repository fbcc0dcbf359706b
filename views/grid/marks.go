package grid

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// markSize is the side of a mark; markGap its distance from the cell's border.
const (
	markSize float32 = 9
	markGap  float32 = 3
)

// markShapes are the marks' outlines in a unit square, clockwise. No two are
// alike, so that colour is never the only sign.
var markShapes = [MarkNote + 1][]fyne.Position{
	MarkError: unit(
		.2, 0, .5, .3, .8, 0, 1, .2, .7, .5, 1, .8,
		.8, 1, .5, .7, .2, 1, 0, .8, .3, .5, 0, .2),
	MarkWarning:  unit(.5, 0, 1, 1, 0, 1),
	MarkDraft:    unit(.5, 0, 1, .5, .5, 1, 0, .5),
	MarkChanged:  unit(.35, .15, .65, .15, .85, .35, .85, .65, .65, .85, .35, .85, .15, .65, .15, .35),
	MarkVerified: unit(.85, .05, 1, .2, .4, .95, 0, .6, .15, .42, .38, .62),
	MarkNote:     unit(0, 0, 1, 0, 1, 1),
}

func unit(xy ...float32) []fyne.Position {
	points := make([]fyne.Position, 0, len(xy)/2)
	for i := 0; i < len(xy); i += 2 {
		points = append(points, fyne.NewPos(xy[i], xy[i+1]))
	}
	return points
}

// drawMark gives a polygon the shape, colour and place of a mark in a cell.
// A note folds the outermost corner; the others keep off the rules.
func drawMark(poly *canvas.ArbitraryPolygon, m Mark, look *palette, pos fyne.Position, size fyne.Size, left bool) {
	gap := markGap
	if m == MarkNote {
		gap, left = 1, false
	}
	x := pos.X + size.Width - markSize - gap
	if left {
		x = pos.X + gap
	}
	poly.NormalizedPoints = true
	poly.Points = markShapes[m]
	poly.FillColor = look.mark[m]
	poly.Resize(fyne.NewSquareSize(markSize))
	poly.Move(fyne.NewPos(x, pos.Y+gap))
	poly.Refresh()
}
