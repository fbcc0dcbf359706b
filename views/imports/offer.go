package imports

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"yueping/views/controls"
)

// option is one thing to choose from a short list.
type option struct {
	label string
	now   bool // it is what holds now
	do    func()
}

// offer shows a list to choose from, which scrolls where the window is small.
func (p *page) offer(options []option, at fyne.Position) {
	if len(options) == 0 {
		return
	}
	c := p.kit.Window.Canvas()
	var pop *widget.PopUp
	choose := func(i int) {
		pop.Hide()
		options[i].do()
	}
	keys := controls.Keys{Key: func(*fyne.KeyEvent) bool { return true }, Escape: func() { pop.Hide() }}
	list := controls.NewList(keys, func() int { return len(options) }, func() fyne.CanvasObject { return widget.NewLabel("") },
		func(i widget.ListItemID, o fyne.CanvasObject) {
			label := o.(*widget.Label)
			label.TextStyle.Bold = options[i].now
			label.SetText(options[i].label)
		})
	list.HideSeparators = true
	list.OnSelected = choose
	list.OnEnter = choose
	size := listSize(options, c.Size(), at)
	pop = widget.NewPopUp(container.NewGridWrap(size, list), c)
	show := func() {
		room := c.Size()
		need := pop.MinSize()
		pop.ShowAtPosition(fyne.NewPos(max(0, min(at.X, room.Width-need.Width)), max(0, min(at.Y, room.Height-need.Height))))
		c.Focus(list)
		for i, o := range options {
			if o.now {
				list.Highlight(i)
				list.ScrollTo(i)
			}
		}
	}
	// After the event: the driver takes the keyboard away at the end of each press.
	if p.kit.Synchronous {
		show()
		return
	}
	fyne.Do(show)
}

// listSize is the room for a list: as wide as its words, as high as the window has room, above or below.
func listSize(options []option, room fyne.Size, at fyne.Position) fyne.Size {
	const margin = 24
	words := fyne.TextStyle{Bold: true}
	var width float32
	for _, o := range options {
		width = max(width, fyne.MeasureText(o.label, theme.TextSize(), words).Width)
	}
	line := widget.NewLabel("国").MinSize().Height + theme.Padding()
	height := min(float32(len(options))*line, max(room.Height-at.Y, room.Height*0.7)-margin)
	return fyne.NewSize(min(width+4*theme.InnerPadding()+margin, room.Width-margin), height)
}
