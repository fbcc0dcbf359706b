// Package parts is what several screens are put together from.
package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"yueping/views/controls"
	"yueping/views/kit"
)

const emptyWidth = 460

// Empty stands where a screen has nothing to show: why, and a button that leads to what helps.
type Empty struct {
	kit    *kit.Kit
	label  *widget.Label
	button *controls.Button
	box    *fyne.Container
}

// NewEmpty makes an empty state, hidden.
func NewEmpty(k *kit.Kit) *Empty {
	e := &Empty{kit: k, label: kit.Wrapped("")}
	e.label.Alignment = fyne.TextAlignCenter
	e.button = k.Button("", theme.NavigateNextIcon(), nil)
	e.box = container.NewCenter(container.NewVBox(Wide(emptyWidth, e.label), container.NewCenter(e.button)))
	e.box.Hide()
	return e
}

// Object is what stands in the window.
func (e *Empty) Object() fyne.CanvasObject { return e.box }

// Text is the sentence shown, "" where the screen has something to show.
func (e *Empty) Text() string {
	if e.box.Hidden {
		return ""
	}
	return e.label.Text
}

// Show says why; screen "" gives no way on.
func (e *Empty) Show(sentence, screen string) {
	e.label.SetText(sentence)
	e.button.Hidden = screen == ""
	e.button.SetText(e.kit.T("empty.go", "screen", e.kit.T("screen."+screen)))
	e.button.OnTapped = func() { e.kit.Lead(screen, "", "") }
	// A wrapped label knows its height only for the width it has.
	e.label.Resize(fyne.NewSize(emptyWidth, e.label.Size().Height))
	e.box.Show()
	e.box.Refresh()
}

// Press does what the button does, where there is one.
func (e *Empty) Press() {
	if !e.box.Hidden && !e.button.Hidden {
		e.button.OnTapped()
	}
}

// Hide takes the sentence away.
func (e *Empty) Hide() { e.box.Hide() }
