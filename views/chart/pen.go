package chart

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// pen paints from the back to the front, with the objects of the picture before.
type pen struct {
	palette
	objects []fyne.CanvasObject
	rects   pool[canvas.Rectangle]
	lines   pool[canvas.Line]
	dots    pool[canvas.Circle]
	texts   pool[canvas.Text]
}

// start begins a new picture in the colours of now.
func (p *pen) start() {
	p.palette, p.objects = newPalette(), p.objects[:0]
	p.rects.used, p.lines.used, p.dots.used, p.texts.used = 0, 0, 0, 0
}

// pool keeps the objects of one type.
type pool[T any] struct {
	all  []*T
	used int
}

func (p *pool[T]) next() *T {
	if p.used == len(p.all) {
		p.all = append(p.all, new(T))
	}
	p.used++
	return p.all[p.used-1]
}

// rect fills a rectangle.
func (p *pen) rect(fill color.Color, x, y, w, h float32) {
	p.box(fill, color.Transparent, 0, x, y, w, h)
}

// box is a rectangle with a border on its inside.
func (p *pen) box(fill, stroke color.Color, strokeWidth, x, y, w, h float32) {
	o := p.rects.next()
	o.FillColor, o.StrokeColor, o.StrokeWidth = fill, stroke, strokeWidth
	p.place(o, x, y, w, h)
}

func (p *pen) line(c color.Color, width float32, from, to fyne.Position) {
	o := p.lines.next()
	o.StrokeColor, o.StrokeWidth, o.Position1, o.Position2 = c, width, from, to
	p.objects = append(p.objects, o)
}

// dot is a circle round a point; the ring lies within its radius.
func (p *pen) dot(fill, ring color.Color, ringWidth, radius float32, at fyne.Position) {
	o := p.dots.next()
	o.FillColor, o.StrokeColor, o.StrokeWidth = fill, ring, ringWidth
	p.place(o, at.X-radius, at.Y-radius, 2*radius, 2*radius)
}

// write puts a line of text into a box, in the middle of its height, shortened to its width.
func (p *pen) write(text string, ink color.Color, f face, align fyne.TextAlign, x, y, w, h float32) {
	if text == "" || w <= 0 {
		return
	}
	o := p.texts.next()
	o.Text, o.Color, o.TextSize, o.TextStyle, o.Alignment = f.fit(text, w), ink, f.size, f.style, align
	p.place(o, x, y, w, h)
}

func (p *pen) place(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
	p.objects = append(p.objects, o)
}

// note writes a line in a box under a shape from top to bottom, or above it where there is no room.
func (p *pen) note(text string, middle, top, bottom float32, within fyne.Size) {
	f := small()
	w, h := min(f.width(text)+2*notePad, within.Width), f.height()+2
	x := max(0, min(middle-w/2, within.Width-w))
	y := bottom + noteGap
	if y+h > within.Height {
		y = max(0, top-noteGap-h)
	}
	p.box(p.back, p.edge, 1, snap(x), snap(y), w, h)
	p.write(text, p.text, f, fyne.TextAlignLeading, snap(x)+notePad, snap(y), w-2*notePad+1, h)
}

const (
	notePad = 6
	noteGap = 3
)

// face is a size and a weight of text.
type face struct {
	size  float32
	style fyne.TextStyle
}

func body() face  { return face{size: theme.TextSize()} }
func small() face { return face{size: theme.CaptionTextSize()} }

func (f face) bold() face {
	f.style.Bold = true
	return f
}

func (f face) width(text string) float32 {
	if text == "" {
		return 0
	}
	return fyne.MeasureText(text, f.size, f.style).Width
}

func (f face) height() float32 { return snap(fyne.MeasureText("国", f.size, f.style).Height + 0.5) }

// widest is the width of the widest of some texts.
func (f face) widest(texts ...string) float32 {
	var w float32
	for _, t := range texts {
		w = max(w, f.width(t))
	}
	return w
}

// fit shortens a text that is too long for a width.
func (f face) fit(text string, width float32) string {
	if f.width(text) <= width {
		return text
	}
	runes := []rune(text)
	low, high := 0, len(runes)-1
	for low < high {
		middle := (low + high + 1) / 2
		if f.width(string(runes[:middle])+"…") <= width {
			low = middle
		} else {
			high = middle - 1
		}
	}
	return string(runes[:low]) + "…"
}
