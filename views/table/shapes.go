package table

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

func (r *rowRenderer) rect(c color.Color, x, y, w, h float32) {
	o := canvas.NewRectangle(c)
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
	r.objects = append(r.objects, o)
}

// stack draws the parts of a bar, a hairline apart; the smallest part still has a pixel.
func (r *rowRenderer) stack(parts []Part, at span) {
	fill := r.view.table.Fill
	if fill == nil {
		return
	}
	x, end := at.left, at.left+at.width
	for _, p := range parts {
		w := min(max(1, at.width*p.Share), end-x)
		if w <= 0 || p.Share <= 0 {
			continue
		}
		r.rect(fill(p.Key), x, (r.size.Height-barHigh)/2, max(1, w-1), barHigh)
		x += w
	}
}

// sign draws a triangle: the faces have no glyph for one.
func (r *rowRenderer) sign(s Sign, c color.Color, x float32) {
	o := triangle(s, c)
	o.Move(fyne.NewPos(x, (r.size.Height-signSide)/2))
	o.Resize(fyne.NewSquareSize(signSide))
	r.objects = append(r.objects, o)
}

func triangle(s Sign, c color.Color) *canvas.ArbitraryPolygon {
	points := []fyne.Position{{X: 0, Y: 0.1}, {X: 1, Y: 0.1}, {X: 0.5, Y: 0.95}}
	if s == Up {
		points = []fyne.Position{{X: 0.5, Y: 0.05}, {X: 1, Y: 0.9}, {X: 0, Y: 0.9}}
	}
	return &canvas.ArbitraryPolygon{Points: points, NormalizedPoints: true, FillColor: c}
}

func (r *rowRenderer) mark(m Mark, x float32, p palette) {
	o := shape(m, p)
	size := o.MinSize()
	o.Move(fyne.NewPos(x+(markSide-size.Width)/2, (r.size.Height-size.Height)/2))
	o.Resize(size)
	r.objects = append(r.objects, o)
}

// sized is a shape that says how large it wants to be.
type sized interface {
	fyne.CanvasObject
	SetMinSize(fyne.Size)
}

func shape(m Mark, p palette) fyne.CanvasObject {
	var o sized
	size := fyne.NewSquareSize(markSide)
	switch m {
	case Out:
		ring := canvas.NewRectangle(color.Transparent)
		ring.StrokeColor, ring.StrokeWidth, ring.CornerRadius = p.text(Dim), 1.5, markSide/2
		o = ring
	default:
		o, size = canvas.NewRectangle(p.text(Dim)), fyne.NewSize(markSide*0.6, 1.5)
	}
	o.SetMinSize(size)
	return o
}
