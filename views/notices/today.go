package notices

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// todayButton puts today into a line by the mouse alone. Tab passes it over: a day that is typed after
// Tab belongs to the next line, and Enter there must not store today. Keys have the space bar and Ctrl+;.
type todayButton struct {
	widget.BaseWidget
	label  *widget.Label
	ground *canvas.Rectangle
	tapped func()
	off    bool
}

func newTodayButton(words string, tapped func()) *todayButton {
	b := &todayButton{label: widget.NewLabel(words), ground: canvas.NewRectangle(theme.Color(theme.ColorNameButton)), tapped: tapped}
	b.label.TextStyle.Bold = true
	b.ExtendBaseWidget(b)
	return b
}

// Tapped puts today in.
func (b *todayButton) Tapped(*fyne.PointEvent) {
	if !b.off {
		b.tapped()
	}
}

func (b *todayButton) enable(on bool) {
	b.off, b.label.Importance = !on, widget.MediumImportance
	if b.off {
		b.label.Importance = widget.LowImportance
	}
	b.Refresh()
}

// Refresh follows the theme.
func (b *todayButton) Refresh() {
	b.ground.FillColor, b.ground.CornerRadius = theme.Color(theme.ColorNameButton), theme.Size(theme.SizeNameInputRadius)
	b.ground.Refresh()
	b.label.Refresh()
	b.BaseWidget.Refresh()
}

// CreateRenderer lays the words on their ground.
func (b *todayButton) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(b.ground, b.label))
}
