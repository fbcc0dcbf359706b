package ranking

import "fyne.io/fyne/v2"

// head puts the choices left and the buttons right. The last button, for what Enter and a double click do as well,
// makes way in a window too narrow for all.
type head struct{}

// choicesLeast is how wide the choices are at least beside all buttons.
const choicesLeast = 330

// Layout places choices, buttons and the last button.
func (head) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	choices, buttons, last := objects[0], objects[1], objects[2]
	right, least := size.Width, buttons.MinSize()
	if w := last.MinSize(); size.Width-least.Width-w.Width >= choicesLeast {
		last.Show()
		last.Resize(fyne.NewSize(w.Width, least.Height))
		last.Move(fyne.NewPos(right-w.Width, 0))
		right -= w.Width + gap
	} else {
		last.Hide()
	}
	buttons.Resize(fyne.NewSize(least.Width, least.Height))
	buttons.Move(fyne.NewPos(right-least.Width, 0))
	choices.Resize(fyne.NewSize(right-least.Width-gap, size.Height))
	choices.Move(fyne.NewPos(0, 0))
}

// gap is the white between them.
const gap = 4

// MinSize is that without the last button.
func (head) MinSize(objects []fyne.CanvasObject) fyne.Size {
	choices, buttons := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(choices.Width+gap+buttons.Width, max(choices.Height, buttons.Height))
}
