package home

import "fyne.io/fyne/v2"

// columns lays objects out in as many columns as fit, each row as high as its highest object.
type columns struct{ least float32 }

const gap float32 = 10

func (c *columns) count(width float32, n int) int {
	return max(1, min(n, int((width+gap)/(c.least+gap))))
}

// Layout places the objects.
func (c *columns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	n := c.count(size.Width, len(objects))
	width := (size.Width - gap*float32(n-1)) / float32(n)
	y := float32(0)
	for from := 0; from < len(objects); from += n {
		row := objects[from:min(from+n, len(objects))]
		height := float32(0)
		for _, o := range row {
			// A wrapped text knows its height only once it has its width.
			o.Resize(fyne.NewSize(width, o.Size().Height))
			height = max(height, o.MinSize().Height)
		}
		for i, o := range row {
			o.Move(fyne.NewPos(float32(i)*(width+gap), y))
			o.Resize(fyne.NewSize(width, height))
		}
		y += height + gap
	}
}

// MinSize is one column's width and the height of the rows as they stand now.
func (c *columns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	if len(objects) == 0 {
		return fyne.Size{}
	}
	bottom, height := float32(0), float32(0)
	for _, o := range objects {
		bottom = max(bottom, o.Position().Y+o.MinSize().Height)
		height = max(height, o.MinSize().Height)
	}
	return fyne.NewSize(c.least, max(bottom, height))
}
