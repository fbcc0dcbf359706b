package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Reader is a text to read, select and copy, and not to change: an entry that takes no edits, so that
// its text keeps the full contrast that a disabled one lacks.
type Reader struct {
	widget.Entry
	keys Keys
}

// NewReader makes a reader of many lines.
func NewReader(keys Keys) *Reader {
	r := &Reader{keys: keys}
	r.MultiLine = true
	r.Wrapping = fyne.TextWrapWord
	r.ExtendBaseWidget(r)
	return r
}

// AcceptsTab lets Tab lead on to the next widget.
func (r *Reader) AcceptsTab() bool { return false }

// TypedRune takes no text.
func (r *Reader) TypedRune(rune) {}

// TypedKey moves the cursor and no more.
func (r *Reader) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft, fyne.KeyRight, fyne.KeyHome, fyne.KeyEnd, fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyEscape:
		r.Entry.TypedKey(key)
	default:
		r.keys.function(key)
	}
}

// TypedShortcut copies and selects all; what is not its own goes to the window.
func (r *Reader) TypedShortcut(s fyne.Shortcut) {
	switch s.(type) {
	case *fyne.ShortcutCopy, *fyne.ShortcutSelectAll:
		r.Entry.TypedShortcut(s)
	default:
		if r.keys.Shortcut != nil {
			r.keys.Shortcut(s)
		}
	}
}

// TappedSecondary offers nothing: an entry's menu would hold cut and paste.
func (r *Reader) TappedSecondary(*fyne.PointEvent) {}
