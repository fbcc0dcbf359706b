package grid

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Fyne paints a frame for every change of an object, so none is made that is none.

// show shows or hides an object, if that is a change.
func show(o fyne.CanvasObject, visible bool) {
	switch {
	case o.Visible() == visible:
	case visible:
		o.Show()
		o.Refresh()
	default:
		o.Hide()
	}
}

// lay moves and resizes; both do nothing where nothing changes.
func lay(o fyne.CanvasObject, pos fyne.Position, size fyne.Size) {
	o.Move(pos)
	o.Resize(size)
}

// paintFill sets a fill colour, if that is a change.
func paintFill(r *canvas.Rectangle, fill color.NRGBA) {
	if r.FillColor != fill {
		r.FillColor = fill
		r.Refresh()
	}
}
