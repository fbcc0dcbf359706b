package sheet

import (
	"image"
	"image/color"
	paint "image/draw"
	"math"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// Draw gives a page as a picture of dpi dots an inch, on white: the same marks in the same places as WritePDF
// prints. The fonts must be those of Layout.
func Draw(page Page, fonts *Fonts, dpi float64) *image.RGBA {
	return DrawPart(page, fonts, dpi, Dots(page, dpi))
}

// Dots is the size of the picture that Draw gives.
func Dots(page Page, dpi float64) image.Rectangle {
	scale := dpi / 25.4
	return image.Rect(0, 0, int(math.Ceil(page.Width*scale-slack)), int(math.Ceil(page.Height*scale-slack)))
}

// DrawPart gives a part of the picture that Draw gives; only what lies in it is drawn.
func DrawPart(page Page, fonts *Fonts, dpi float64, part image.Rectangle) *image.RGBA {
	scale := dpi / 25.4
	picture := image.NewRGBA(part)
	paint.Draw(picture, picture.Bounds(), image.White, image.Point{}, paint.Src)
	b := &brush{picture: picture, fonts: fonts, scale: scale, shapes: &vector.Rasterizer{}}
	for _, mark := range page.Marks {
		switch m := mark.(type) {
		case Rect:
			b.box(m.X, m.Y, m.X+m.W, m.Y+m.H, m.Gray)
		case Line:
			b.line(m)
		case Text:
			b.text(m)
		}
	}
	return picture
}

// brush draws marks in mm on a picture of scale dots a mm.
type brush struct {
	picture *image.RGBA
	fonts   *Fonts
	scale   float64
	shapes  *vector.Rasterizer
	buffer  sfnt.Buffer
}

// line draws a rule with square ends, as the PDF has them.
func (b *brush) line(l Line) {
	half := l.Thickness / 2
	b.box(min(l.X1, l.X2)-half, min(l.Y1, l.Y2)-half, max(l.X1, l.X2)+half, max(l.Y1, l.Y2)+half, 0)
}

// box fills a rectangle; one thinner than a dot is a dot wide, so that no rule vanishes.
func (b *brush) box(left, top, right, bottom, gray float64) {
	x0, x1 := dots(left*b.scale, right*b.scale)
	y0, y1 := dots(top*b.scale, bottom*b.scale)
	paint.Draw(b.picture, image.Rect(x0, y0, x1, y1), image.NewUniform(grayOf(gray)), image.Point{}, paint.Src)
}

func dots(from, to float64) (int, int) {
	first := int(math.Round(from))
	return first, max(int(math.Round(to)), first+1)
}

func grayOf(gray float64) color.Gray { return color.Gray{uint8(level(gray))} }

// text fills the outlines of a text's letters.
func (b *brush) text(t Text) {
	em := t.Size * millimetre * b.scale // dots
	sin, cos := math.Sincos(t.Angle * math.Pi / 180)
	hung := (t.Left() - t.X) * b.scale
	x, y := t.X*b.scale+hung*cos, t.Y*b.scale-hung*sin
	for _, r := range t.Text {
		l := b.fonts.drawn(r, t.Face, &b.buffer)
		units := l.font.UnitsPerEm()
		if segments, err := l.font.LoadGlyph(&b.buffer, l.glyph, fixed.Int26_6(units), nil); err == nil {
			b.glyph(segments, em/float64(units), x, y, sin, cos, t.Gray)
		}
		step := l.width*em + t.Spacing*b.scale
		x, y = x+step*cos, y-step*sin
	}
}

// glyph fills one outline, size dots a unit, turned, its origin at x, y.
func (b *brush) glyph(segments sfnt.Segments, size, x, y, sin, cos, gray float64) {
	if len(segments) == 0 {
		return
	}
	at := func(p fixed.Point26_6) (float64, float64) {
		px, py := float64(p.X)*size, float64(p.Y)*size
		return x + px*cos + py*sin, y - px*sin + py*cos
	}
	left, top, right, bottom := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, s := range segments {
		for _, p := range s.Args[:arguments(s.Op)] {
			px, py := at(p)
			left, top, right, bottom = min(left, px), min(top, py), max(right, px), max(bottom, py)
		}
	}
	area := image.Rect(int(math.Floor(left)), int(math.Floor(top)), int(math.Ceil(right))+1, int(math.Ceil(bottom))+1)
	if area.Intersect(b.picture.Bounds()).Empty() {
		return
	}
	place := func(p fixed.Point26_6) (float32, float32) {
		px, py := at(p)
		return float32(px - float64(area.Min.X)), float32(py - float64(area.Min.Y))
	}
	b.shapes.Reset(area.Dx(), area.Dy())
	for _, s := range segments {
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			b.shapes.ClosePath()
			px, py := place(s.Args[0])
			b.shapes.MoveTo(px, py)
		case sfnt.SegmentOpLineTo:
			px, py := place(s.Args[0])
			b.shapes.LineTo(px, py)
		case sfnt.SegmentOpQuadTo:
			cx, cy := place(s.Args[0])
			px, py := place(s.Args[1])
			b.shapes.QuadTo(cx, cy, px, py)
		case sfnt.SegmentOpCubeTo:
			cx, cy := place(s.Args[0])
			dx, dy := place(s.Args[1])
			px, py := place(s.Args[2])
			b.shapes.CubeTo(cx, cy, dx, dy, px, py)
		}
	}
	b.shapes.ClosePath()
	b.fill(area, image.NewUniform(grayOf(gray)))
}

// fill fills the outline in an area, which may reach over the edge: the rasterizer itself must not.
func (b *brush) fill(area image.Rectangle, ink *image.Uniform) {
	if area.In(b.picture.Rect) {
		b.shapes.Draw(b.picture, area, ink, image.Point{})
		return
	}
	inside, apart := area.Intersect(b.picture.Rect), image.NewRGBA(area)
	paint.Draw(apart, inside, b.picture, inside.Min, paint.Src)
	b.shapes.Draw(apart, area, ink, image.Point{})
	paint.Draw(b.picture, inside, apart, inside.Min, paint.Src)
}

// arguments is how many points a segment has.
func arguments(op sfnt.SegmentOp) int {
	switch op {
	case sfnt.SegmentOpQuadTo:
		return 2
	case sfnt.SegmentOpCubeTo:
		return 3
	}
	return 1
}
