package imports

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// cover is a page over the whole window, which grows with it.
type cover struct {
	widget.BaseWidget
	content fyne.CanvasObject
	dismiss func()
}

func newCover(content fyne.CanvasObject, dismiss func()) *cover {
	c := &cover{content: content, dismiss: dismiss}
	c.ExtendBaseWidget(c)
	return c
}

// CreateRenderer shows the content.
func (c *cover) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(c.content) }

// Dismiss gives up what the page is for; the window calls it for Escape when nothing has the keyboard.
func (c *cover) Dismiss() { c.dismiss() }
