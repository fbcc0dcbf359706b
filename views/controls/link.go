package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Link is words that can be pressed, where a button has no room.
type Link struct {
	widget.Hyperlink
	keys Keys
}

// NewLink makes a link.
func NewLink(keys Keys, words string, size fyne.ThemeSizeName, tapped func()) *Link {
	l := &Link{keys: keys}
	l.Text, l.SizeName, l.OnTapped = words, size, tapped
	l.ExtendBaseWidget(l)
	return l
}

// TypedKey follows the link with Enter as well as the space bar and gives function keys to the window.
func (l *Link) TypedKey(e *fyne.KeyEvent) {
	switch {
	case l.keys.function(e):
	case e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter:
		l.Hyperlink.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	default:
		l.Hyperlink.TypedKey(e)
	}
}
