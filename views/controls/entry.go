package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Entry is one line of text whose arrow keys may lead elsewhere.
type Entry struct {
	widget.Entry
	// OnKey is offered every key before the entry uses it; true where it was used.
	OnKey func(*fyne.KeyEvent) bool
	// OnRune and OnShortcut are the same for what is typed and for shortcuts.
	OnRune     func(rune) bool
	OnShortcut func(fyne.Shortcut) bool
	// OnLeft is called when the keyboard leaves.
	OnLeft func()
	keys   Keys
}

// NewEntry makes an entry with a hint for its empty state.
func NewEntry(keys Keys, hint string) *Entry {
	e := &Entry{keys: keys}
	e.PlaceHolder = hint
	e.ExtendBaseWidget(e)
	return e
}

// TypedKey gives function keys to the window, and others to OnKey before the entry.
func (e *Entry) TypedKey(key *fyne.KeyEvent) {
	if e.keys.function(key) || (e.OnKey != nil && e.OnKey(key)) {
		return
	}
	e.Entry.TypedKey(key)
}

// TypedRune writes what OnRune does not use.
func (e *Entry) TypedRune(r rune) {
	if e.OnRune == nil || !e.OnRune(r) {
		e.Entry.TypedRune(r)
	}
}

// FocusLost tells of it.
func (e *Entry) FocusLost() {
	e.Entry.FocusLost()
	if e.OnLeft != nil {
		e.OnLeft()
	}
}

// TypedShortcut keeps what an entry does with the clipboard and by the word, and gives the rest to the window.
func (e *Entry) TypedShortcut(s fyne.Shortcut) {
	if e.OnShortcut != nil && e.OnShortcut(s) {
		return
	}
	if custom, ok := s.(*desktop.CustomShortcut); ok && !editsText(custom) && e.keys.Shortcut != nil && e.keys.Shortcut(s) {
		return
	}
	e.Entry.TypedShortcut(s)
}

// editsText reports whether an entry makes use of a shortcut: words are skipped and deleted with Ctrl.
func editsText(s *desktop.CustomShortcut) bool {
	switch s.KeyName {
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyBackspace, fyne.KeyDelete, fyne.KeyHome, fyne.KeyEnd:
		return true
	}
	return false
}

// Select is a drop-down list.
type Select struct {
	widget.Select
	keys Keys
}

// NewSelect makes a drop-down list.
func NewSelect(keys Keys, options []string, changed func(string)) *Select {
	s := &Select{keys: keys}
	s.Options, s.OnChanged = options, changed
	s.ExtendBaseWidget(s)
	return s
}

// TypedKey opens the list on Enter, too, and gives function keys to the window.
func (s *Select) TypedKey(key *fyne.KeyEvent) {
	if s.keys.function(key) {
		return
	}
	if key.Name == fyne.KeyReturn || key.Name == fyne.KeyEnter {
		key = &fyne.KeyEvent{Name: fyne.KeySpace}
	}
	s.Select.TypedKey(key)
}
