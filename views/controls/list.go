package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// List is a column of items.
type List struct {
	widget.List
	// OnEnter is called for the item on which Enter is pressed; without it Enter selects.
	OnEnter func(widget.ListItemID)
	keys    Keys
	at      widget.ListItemID
}

// NewList makes a list.
func NewList(keys Keys, length func() int, create func() fyne.CanvasObject, update func(widget.ListItemID, fyne.CanvasObject)) *List {
	l := &List{keys: keys}
	l.Length, l.CreateItem, l.UpdateItem = length, create, update
	l.OnHighlighted = func(id widget.ListItemID) { l.at = id }
	l.ExtendBaseWidget(l)
	return l
}

// TypedKey takes the item under the keyboard with Enter, and gives function keys to the window.
func (l *List) TypedKey(ev *fyne.KeyEvent) {
	enter := ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter
	switch {
	case l.keys.function(ev):
	case enter && l.OnEnter != nil:
		l.OnEnter(l.at)
	case enter:
		l.List.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	default:
		l.List.TypedKey(ev)
	}
}
