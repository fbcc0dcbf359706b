package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Heading is the title of a part of a screen.
func Heading(text string) *widget.Label {
	l := widget.NewLabelWithStyle(text, fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	l.SizeName = theme.SizeNameSubHeadingText
	return l
}

// Wrapped is a text that is broken into lines.
func Wrapped(text string) *widget.Label {
	l := widget.NewLabel(text)
	l.Wrapping = fyne.TextWrapWord
	return l
}

// Tag is a word in a frame, such as 示例数据: seen by its frame and its words, not by colour alone.
type Tag struct {
	widget.BaseWidget
	text  string
	name  fyne.ThemeColorName
	label *canvas.Text
	frame *canvas.Rectangle
}

// NewTag makes a tag in a colour of the theme.
func NewTag(text string, colour fyne.ThemeColorName) *Tag {
	t := &Tag{text: text, name: colour}
	t.ExtendBaseWidget(t)
	return t
}

// SetText changes the words; without any the tag is gone.
func (t *Tag) SetText(text string) {
	t.text = text
	if text == "" {
		t.Hide()
		return
	}
	t.Show()
	t.Refresh()
}

// Text is the words.
func (t *Tag) Text() string { return t.text }

// CreateRenderer draws the frame and the words.
func (t *Tag) CreateRenderer() fyne.WidgetRenderer {
	t.frame = canvas.NewRectangle(theme.Color(theme.ColorNameBackground))
	t.frame.StrokeWidth, t.frame.CornerRadius = 1.2, 3
	t.label = canvas.NewText(t.text, theme.Color(t.name))
	t.label.TextStyle.Bold = true
	t.paint()
	return widget.NewSimpleRenderer(container.NewStack(t.frame,
		container.New(layout.NewCustomPaddedLayout(2, 2, 8, 8), container.NewCenter(t.label))))
}

// Refresh takes in the words and the theme.
func (t *Tag) Refresh() {
	if t.label != nil {
		t.paint()
	}
	t.BaseWidget.Refresh()
}

func (t *Tag) paint() {
	t.label.Text, t.label.Color, t.label.TextSize = t.text, theme.Color(t.name), theme.TextSize()
	t.frame.StrokeColor, t.frame.FillColor = theme.Color(t.name), theme.Color(theme.ColorNameBackground)
}

// Narrow gives an object a width of at least so much.
func Narrow(width float32, o fyne.CanvasObject) fyne.CanvasObject {
	strut := canvas.NewRectangle(color.Transparent)
	strut.SetMinSize(fyne.NewSize(width, 0))
	return container.NewStack(strut, o)
}

// Framed draws a border around an object that has none of its own, such as Fyne's choices.
func Framed(o fyne.CanvasObject) fyne.CanvasObject {
	return container.NewStack(o, newOutline())
}

// outline is a border in the colour of the inputs'.
type outline struct {
	widget.BaseWidget
	rect *canvas.Rectangle
}

func newOutline() *outline {
	o := &outline{rect: canvas.NewRectangle(color.Transparent)}
	o.rect.StrokeWidth, o.rect.CornerRadius = 1, 3
	o.ExtendBaseWidget(o)
	return o
}

// CreateRenderer draws the border.
func (o *outline) CreateRenderer() fyne.WidgetRenderer {
	o.rect.StrokeColor = theme.Color(theme.ColorNameInputBorder)
	return widget.NewSimpleRenderer(o.rect)
}

// Refresh takes in the theme.
func (o *outline) Refresh() {
	o.rect.StrokeColor = theme.Color(theme.ColorNameInputBorder)
	o.BaseWidget.Refresh()
}
