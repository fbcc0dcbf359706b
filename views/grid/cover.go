package grid

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// cover lies over the editor and takes its pointer events: the wheel goes to
// the grid, which an entry would swallow, and clicks go to the entry without
// the grid losing focus.
type cover struct {
	widget.BaseWidget
	editor *editor
}

var (
	_ fyne.Scrollable     = (*cover)(nil)
	_ fyne.Draggable      = (*cover)(nil)
	_ fyne.DoubleTappable = (*cover)(nil)
	_ desktop.Mouseable   = (*cover)(nil)
	_ desktop.Cursorable  = (*cover)(nil)
)

func newCover(e *editor) *cover {
	c := &cover{editor: e}
	c.ExtendBaseWidget(c)
	return c
}

// CreateRenderer draws nothing.
func (c *cover) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.Transparent))
}

// Cursor is the text cursor of the entry below.
func (c *cover) Cursor() desktop.Cursor { return desktop.TextCursor }

// Scrolled hands the wheel to the grid.
func (c *cover) Scrolled(ev *fyne.ScrollEvent) { c.editor.grid.Scrolled(ev) }

// MouseDown places the caret; a click into the text ends the typing mode, as in Excel.
func (c *cover) MouseDown(ev *desktop.MouseEvent) {
	if ev.Button != desktop.MouseButtonPrimary {
		return
	}
	if g := c.editor.grid; g.edit != nil {
		g.edit.mode = Editing
	}
	c.inward(func() { c.editor.Entry.MouseDown(ev) })
}

// MouseUp ends a selection in the entry.
func (c *cover) MouseUp(ev *desktop.MouseEvent) {
	c.inward(func() { c.editor.Entry.MouseUp(ev) })
}

// Dragged selects text in the entry.
func (c *cover) Dragged(ev *fyne.DragEvent) {
	c.inward(func() { c.editor.Entry.Dragged(ev) })
}

// DragEnd ends a selection in the entry.
func (c *cover) DragEnd() { c.inward(c.editor.Entry.DragEnd) }

// DoubleTapped selects a word in the entry.
func (c *cover) DoubleTapped(ev *fyne.PointEvent) {
	c.inward(func() { c.editor.Entry.DoubleTapped(ev) })
}

func (c *cover) inward(do func()) {
	g := c.editor.grid
	if g.edit == nil {
		return
	}
	was := g.inward
	g.inward = true
	do()
	g.inward = was
}
