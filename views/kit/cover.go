package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Cover is a page over the whole window, which grows with it.
type Cover struct {
	widget.BaseWidget
	content fyne.CanvasObject
	dismiss func()
}

// NewCover makes a cover, which dismiss takes away.
func NewCover(content fyne.CanvasObject, dismiss func()) *Cover {
	c := &Cover{content: content, dismiss: dismiss}
	c.ExtendBaseWidget(c)
	return c
}

// CreateRenderer shows the content.
func (c *Cover) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(c.content) }

// Dismiss gives up what the page is for; the window calls it for Escape when nothing has the keyboard.
func (c *Cover) Dismiss() { c.dismiss() }
