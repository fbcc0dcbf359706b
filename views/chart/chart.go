// Package chart draws small pictures of prepared numbers: stacked bars, a month as a calendar, a line
// over months, a ribbon of months. It knows no units, no standards and no language: texts come in as
// strings and, where a scale is fixed by a standard, colours do, too. Lengths are in Fyne's pixels.
package chart

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// picture is a widget that paints itself.
type picture interface {
	fyne.Widget
	// paint draws for a size.
	paint(p *pen, size fyne.Size)
	// least is the smallest size, given the one of now, which is zero at first.
	least(now fyne.Size) fyne.Size
}

// renderer paints a picture whenever its size, its data or the theme change.
type renderer struct {
	picture   picture
	pen       pen
	size, min fyne.Size
}

func newRenderer(of picture) *renderer {
	return &renderer{picture: of, min: of.least(fyne.Size{})}
}

// Destroy has nothing to free.
func (r *renderer) Destroy() {}

// Objects are painted in their order.
func (r *renderer) Objects() []fyne.CanvasObject { return r.pen.objects }

// MinSize is measured once a change: windows ask for it with every frame.
func (r *renderer) MinSize() fyne.Size { return r.min }

// Layout paints for a size.
func (r *renderer) Layout(size fyne.Size) {
	if size != r.size {
		r.size = size
		r.build()
	}
}

// Refresh paints other data, or in other colours.
func (r *renderer) Refresh() { r.build() }

func (r *renderer) build() {
	r.min = r.picture.least(r.size)
	r.pen.start()
	r.picture.paint(&r.pen, r.size)
	canvas.Refresh(r.picture)
}

// snap is the nearest whole pixel: edges on fractions would blur.
func snap(v float32) float32 { return float32(math.Round(float64(v))) }
