package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"yueping/app/text"
)

// StatusChip shows a month's status: a dot while it is being entered, a tick in a box once it is
// verified. The shape says it as the colour and the words do.
type StatusChip struct {
	widget.BaseWidget
	book   *text.Book
	locked bool

	label *canvas.Text
	dot   *canvas.Circle
	box   *canvas.Rectangle
	tick  [2]*canvas.Line
}

const chipSign float32 = 12

// NewStatusChip makes a chip for a month that is being entered.
func NewStatusChip(t *text.Book) *StatusChip {
	c := &StatusChip{book: t}
	c.ExtendBaseWidget(c)
	return c
}

// SetLocked says whether the month is verified.
func (c *StatusChip) SetLocked(locked bool) {
	c.locked = locked
	c.Refresh()
}

// Locked reports what SetLocked said.
func (c *StatusChip) Locked() bool { return c.locked }

// Words are what the chip says.
func (c *StatusChip) Words() string {
	if c.locked {
		return c.book.T("status.verified")
	}
	return c.book.T("status.entering")
}

// CreateRenderer draws the sign and the words.
func (c *StatusChip) CreateRenderer() fyne.WidgetRenderer {
	c.label = canvas.NewText("", color.Transparent)
	c.label.TextStyle.Bold = true
	c.dot, c.box = canvas.NewCircle(color.Transparent), canvas.NewRectangle(nil)
	c.box.CornerRadius = 2
	c.tick[0], c.tick[1] = canvas.NewLine(color.Transparent), canvas.NewLine(nil)
	sign := container.NewWithoutLayout(c.box, c.dot, c.tick[0], c.tick[1])
	for _, o := range []fyne.CanvasObject{c.dot, c.box} {
		o.Resize(fyne.NewSquareSize(chipSign))
	}
	at := func(x, y float32) fyne.Position { return fyne.NewPos(x*chipSign, y*chipSign) }
	c.tick[0].Position1, c.tick[0].Position2 = at(.2, .52), at(.42, .75)
	c.tick[1].Position1, c.tick[1].Position2 = at(.42, .75), at(.82, .27)
	strut := canvas.NewRectangle(color.Transparent)
	strut.SetMinSize(fyne.NewSquareSize(chipSign))
	c.paint()
	return widget.NewSimpleRenderer(container.NewHBox(container.NewCenter(container.NewStack(strut, sign)), c.label))
}

// Refresh takes in the status and the theme.
func (c *StatusChip) Refresh() {
	if c.label != nil {
		c.paint()
	}
	c.BaseWidget.Refresh()
}

func (c *StatusChip) paint() {
	colour := theme.Color(theme.ColorNameWarning)
	if c.locked {
		colour = theme.Color(theme.ColorNameSuccess)
	}
	c.label.Text, c.label.Color, c.label.TextSize = c.Words(), colour, theme.TextSize()
	c.dot.FillColor, c.box.FillColor = colour, colour
	c.dot.Hidden, c.box.Hidden = c.locked, !c.locked
	for _, l := range c.tick {
		l.StrokeColor, l.StrokeWidth, l.Hidden = theme.Color(theme.ColorNameForegroundOnSuccess), 2, !c.locked
	}
}

// Ground is a surface in a colour of the theme.
type Ground struct {
	widget.BaseWidget
	name fyne.ThemeColorName
	rect *canvas.Rectangle
}

// NewGround makes a surface that follows the theme.
func NewGround(name fyne.ThemeColorName) *Ground {
	g := &Ground{name: name, rect: canvas.NewRectangle(color.Transparent)}
	g.ExtendBaseWidget(g)
	return g
}

// CreateRenderer draws the surface.
func (g *Ground) CreateRenderer() fyne.WidgetRenderer {
	g.rect.FillColor = theme.Color(g.name)
	return widget.NewSimpleRenderer(g.rect)
}

// Refresh takes in the theme.
func (g *Ground) Refresh() {
	g.rect.FillColor = theme.Color(g.name)
	g.BaseWidget.Refresh()
}
