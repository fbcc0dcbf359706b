package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Button is a button that Enter presses as well as the space bar.
type Button struct {
	widget.Button
	keys Keys
}

// NewButton makes a button; icon may be nil.
func NewButton(keys Keys, label string, icon fyne.Resource, tapped func()) *Button {
	b := &Button{keys: keys}
	b.Text, b.Icon, b.OnTapped = label, icon, tapped
	b.ExtendBaseWidget(b)
	return b
}

// TypedKey presses the button with Enter and gives function keys to the window.
func (b *Button) TypedKey(e *fyne.KeyEvent) {
	switch {
	case b.keys.function(e):
	case e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter:
		b.Button.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	default:
		b.Button.TypedKey(e)
	}
}
