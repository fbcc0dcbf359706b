package views

import "fyne.io/fyne/v2"

// tight is a border layout without the gaps of Fyne's: the frame's grounds meet. Its objects are
// top, bottom, left, right and the middle; an empty container takes no room.
type tight struct{}

// Layout places the five objects.
func (tight) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	top, bottom, left, right, middle := objects[0], objects[1], objects[2], objects[3], objects[4]
	put := func(o fyne.CanvasObject, x, y, width, height float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(width, height))
	}
	above, below := top.MinSize().Height, bottom.MinSize().Height
	put(top, 0, 0, size.Width, above)
	put(bottom, 0, size.Height-below, size.Width, below)
	before, behind, height := left.MinSize().Width, right.MinSize().Width, size.Height-above-below
	put(left, 0, above, before, height)
	put(right, size.Width-behind, above, behind, height)
	put(middle, before, above, size.Width-before-behind, height)
}

// MinSize is what the five need together.
func (tight) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var m [5]fyne.Size
	for i, o := range objects {
		m[i] = o.MinSize()
	}
	width := max(m[0].Width, m[1].Width, m[2].Width+m[3].Width+m[4].Width)
	return fyne.NewSize(width, m[0].Height+m[1].Height+max(m[2].Height, m[3].Height, m[4].Height))
}
