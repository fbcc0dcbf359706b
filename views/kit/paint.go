package kit

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Painted gives an invisible point that reports the first frame in which it was painted. The painter
// asks for its picture while it draws; what is queued then runs after the frame is on the screen.
func Painted(report func()) fyne.CanvasObject {
	told := false
	point := canvas.NewRaster(func(w, h int) image.Image {
		if !told {
			told = true
			go fyne.Do(report)
		}
		return image.NewNRGBA(image.Rect(0, 0, w, h))
	})
	point.SetMinSize(fyne.NewSize(1, 1))
	return point
}
