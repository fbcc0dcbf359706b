// Package controls is the buttons, choices and entries of a screen. They are Fyne's, and hand on the
// function keys and shortcuts that they do not use: Fyne gives a key to the focused widget alone.
package controls

import (
	"fyne.io/fyne/v2"
)

// Keys are the window's key table, as kit.Kit carries it. A nil function takes nothing.
type Keys struct {
	Key      func(*fyne.KeyEvent) bool
	Shortcut func(fyne.Shortcut) bool
	// Escape is called for Escape, by what has no use for it.
	Escape func()
}

// Function offers a function key to the window; true where it was one and was used.
func (k Keys) Function(e *fyne.KeyEvent) bool {
	return IsFunctionKey(e.Name) && k.Key != nil && k.Key(e)
}

// function is Function for the widgets of this package, and Escape.
func (k Keys) function(e *fyne.KeyEvent) bool {
	if e.Name == fyne.KeyEscape && k.Escape != nil {
		k.Escape()
		return true
	}
	return k.Function(e)
}

// IsFunctionKey reports whether a key is one of F1 to F12.
func IsFunctionKey(name fyne.KeyName) bool {
	return len(name) >= 2 && name[0] == 'F' && name[1] >= '1' && name[1] <= '9'
}
