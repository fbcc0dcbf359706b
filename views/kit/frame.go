package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Frame is the border of a tile; a strong one marks the tile that the window looks at.
type Frame struct {
	widget.BaseWidget
	strong bool
	rect   *canvas.Rectangle
}

// NewFrame makes a border.
func NewFrame(strong bool) *Frame {
	f := &Frame{strong: strong, rect: canvas.NewRectangle(color.Transparent)}
	f.ExtendBaseWidget(f)
	return f
}

// CreateRenderer draws the border.
func (f *Frame) CreateRenderer() fyne.WidgetRenderer {
	f.paint()
	return widget.NewSimpleRenderer(f.rect)
}

// Refresh takes in the theme.
func (f *Frame) Refresh() {
	f.paint()
	f.BaseWidget.Refresh()
}

func (f *Frame) paint() {
	f.rect.CornerRadius, f.rect.StrokeWidth, f.rect.StrokeColor = 4, 1, theme.Color(theme.ColorNameSeparator)
	if f.strong {
		f.rect.StrokeWidth, f.rect.StrokeColor = 2, theme.Color(theme.ColorNamePrimary)
	}
	f.rect.FillColor = theme.Color(theme.ColorNameInputBackground)
}

// Bar is a share of a whole, from 0 to 1; the numbers stand beside it.
type Bar struct {
	widget.BaseWidget
	share       float32
	whole, part *canvas.Rectangle
}

// NewBar makes a bar.
func NewBar(share float32) *Bar {
	b := &Bar{share: max(0, min(share, 1)), whole: canvas.NewRectangle(color.Transparent), part: canvas.NewRectangle(nil)}
	b.ExtendBaseWidget(b)
	return b
}

// CreateRenderer draws the whole and the part.
func (b *Bar) CreateRenderer() fyne.WidgetRenderer {
	b.paint()
	return &barRenderer{b}
}

// Refresh takes in the theme.
func (b *Bar) Refresh() {
	b.paint()
	b.BaseWidget.Refresh()
}

func (b *Bar) paint() {
	b.whole.FillColor, b.part.FillColor = theme.Color(theme.ColorNameSeparator), theme.Color(theme.ColorNamePrimary)
	b.whole.CornerRadius, b.part.CornerRadius = 2, 2
}

type barRenderer struct{ bar *Bar }

func (r *barRenderer) Layout(size fyne.Size) {
	r.bar.whole.Resize(size)
	r.bar.part.Resize(fyne.NewSize(size.Width*r.bar.share, size.Height))
}
func (r *barRenderer) MinSize() fyne.Size { return fyne.NewSize(24, 6) }
func (r *barRenderer) Refresh()           { r.Layout(r.bar.Size()); canvas.Refresh(r.bar) }
func (r *barRenderer) Destroy()           {}
func (r *barRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.bar.whole, r.bar.part}
}
