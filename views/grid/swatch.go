package grid

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// swatchSize is the side of a swatch; swatchRoom is what the text makes way by.
const (
	swatchSize float32 = 11
	swatchRoom         = swatchSize + 6
)

// paintSwatch puts a cell's square of colour before its text.
func (l *layer) paintSwatch(g *Grid, s *slot, cell Cell, style cellStyle) {
	if cell.Swatch.A == 0 {
		if s.swatch != nil {
			show(s.swatch, false)
		}
		return
	}
	if s.swatch == nil {
		s.swatch = &canvas.Rectangle{StrokeWidth: 1}
		l.texts.Objects = append(l.texts.Objects, s.swatch)
	}
	lay(s.swatch, style.pos.AddXY(padX, (style.size.Height-swatchSize)/2), fyne.NewSquareSize(swatchSize))
	paintStroke(s.swatch, g.look.idle)
	paintFill(s.swatch, cell.Swatch)
	show(s.swatch, true)
}
