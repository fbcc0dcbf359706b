package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"yueping/views/controls"
)

// The widgets of a screen are those of package controls, which hand the keys they do not use to the
// window. These makers save a screen from naming the window's keys each time.

// Keys are what the widgets of package controls hand their unused keys to.
func (k *Kit) Keys() controls.Keys { return controls.Keys{Key: k.Key, Shortcut: k.Shortcut} }

// Button makes a button; icon may be nil.
func (k *Kit) Button(label string, icon fyne.Resource, tapped func()) *controls.Button {
	return controls.NewButton(k.Keys(), label, icon, tapped)
}

// Entry makes a line of text with a hint for its empty state.
func (k *Kit) Entry(hint string) *controls.Entry { return controls.NewEntry(k.Keys(), hint) }

// Select makes a drop-down list.
func (k *Kit) Select(options []string, changed func(string)) *controls.Select {
	s := controls.NewSelect(k.Keys(), options, changed)
	s.PlaceHolder = k.T("choice.none")
	return s
}

// List makes a list of items.
func (k *Kit) List(length func() int, create func() fyne.CanvasObject, update func(widget.ListItemID, fyne.CanvasObject)) *controls.List {
	return controls.NewList(k.Keys(), length, create, update)
}
