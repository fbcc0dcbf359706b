package grid

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// AcceptsTab keeps Tab for moving between cells, unless TabLeaves.
func (g *Grid) AcceptsTab() bool { return !g.TabLeaves }

// FocusGained brings the keys to the grid, or to the editor still open in it.
func (g *Grid) FocusGained() {
	g.focused = true
	if g.edit != nil {
		g.editor.Entry.FocusGained()
	}
	g.repaintSelection()
}

// FocusLost commits an open editor. A text the source has already refused stays
// in the editor and is not reported again.
func (g *Grid) FocusLost() {
	if g.inward {
		return
	}
	g.focused, g.mods = false, 0
	if g.edit != nil && !(g.edit.isRefused && g.edit.refused == g.editor.Text) {
		g.commitEdit()
	}
	if g.edit != nil {
		g.editor.Entry.FocusLost()
	}
	g.repaintSelection()
}

func (g *Grid) repaintSelection() {
	if g.paint != nil {
		g.paint.selection()
	}
}

func (g *Grid) requestFocus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(g); c != nil {
		c.Focus(g)
	}
}

// Modifiers are the modifier keys held down now.
func (g *Grid) Modifiers() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return g.mods
}

func modifierOf(key fyne.KeyName) fyne.KeyModifier {
	switch key {
	case desktop.KeyShiftLeft, desktop.KeyShiftRight:
		return fyne.KeyModifierShift
	case desktop.KeyControlLeft, desktop.KeyControlRight:
		return fyne.KeyModifierControl
	case desktop.KeyAltLeft, desktop.KeyAltRight:
		return fyne.KeyModifierAlt
	case desktop.KeySuperLeft, desktop.KeySuperRight:
		return fyne.KeyModifierSuper
	}
	return 0
}

// KeyDown follows the modifier keys, where the driver does not tell them.
func (g *Grid) KeyDown(ev *fyne.KeyEvent) {
	g.mods |= modifierOf(ev.Name)
	if g.edit != nil {
		g.editor.Entry.KeyDown(ev)
	}
}

// KeyUp follows the modifier keys.
func (g *Grid) KeyUp(ev *fyne.KeyEvent) {
	g.mods &^= modifierOf(ev.Name)
	if g.edit != nil {
		g.editor.Entry.KeyUp(ev)
	}
}

// TypedRune types into the editor, opening one where there is none.
func (g *Grid) TypedRune(r rune) {
	if r == g.eaten {
		g.eaten = 0
		return
	}
	g.hideNote()
	if g.edit == nil {
		g.openEditor(Typing, string(r))
		return
	}
	g.reveal(g.edit.at)
	g.editor.Entry.TypedRune(r)
}

// entryKeys are the keys an entry makes use of.
var entryKeys = map[fyne.KeyName]bool{
	fyne.KeyLeft: true, fyne.KeyRight: true, fyne.KeyUp: true, fyne.KeyDown: true,
	fyne.KeyHome: true, fyne.KeyEnd: true, fyne.KeyPageUp: true, fyne.KeyPageDown: true,
	fyne.KeyBackspace: true, fyne.KeyDelete: true,
}

// TypedKey looks a key up in the key table; what is not there goes to the
// editor or to the host.
func (g *Grid) TypedKey(ev *fyne.KeyEvent) {
	g.eaten = 0
	g.hideNote()
	if g.Before != nil && g.Before(ev) {
		if ev.Name == fyne.KeySpace {
			g.eaten = ' '
		}
		return
	}
	if g.choiceKey(ev.Name, g.Modifiers()) {
		return
	}
	b, ok := lookup(ev.Name, g.Modifiers(), g.mode())
	if ok && b.Action == EditCancel && g.edit == nil && !g.cancelHere() {
		ok = false // nothing to take back: the host may have a use for Esc
	}
	if ok {
		if ev.Name == fyne.KeySpace {
			g.eaten = ' ' // the driver sends the rune after its key
		}
		g.perform(b.Action, nil)
		return
	}
	if g.edit != nil && entryKeys[ev.Name] {
		g.reveal(g.edit.at)
		g.editor.Entry.TypedKey(ev)
		return
	}
	if g.OnKey != nil {
		g.OnKey(ev)
	}
}

// TypedShortcut looks a shortcut up in the key table; what is not there goes
// to the editor or to the host.
func (g *Grid) TypedShortcut(s fyne.Shortcut) {
	ks, ok := s.(fyne.KeyboardShortcut)
	if ok {
		if b, found := lookup(ks.Key(), ks.Mod(), g.mode()); found {
			g.perform(b.Action, s)
			return
		}
	}
	if g.edit != nil && ok && entryShortcut(ks) {
		g.reveal(g.edit.at)
		g.editor.Entry.TypedShortcut(forEntry(s))
		return
	}
	if g.OnShortcut != nil {
		g.OnShortcut(s)
	}
}

// entryShortcut reports whether an entry makes use of a shortcut.
func entryShortcut(s fyne.KeyboardShortcut) bool {
	switch s.(type) {
	case *fyne.ShortcutCopy, *fyne.ShortcutCut, *fyne.ShortcutPaste,
		*fyne.ShortcutSelectAll, *fyne.ShortcutUndo, *fyne.ShortcutRedo:
		return true
	}
	switch s.Key() {
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyBackspace, fyne.KeyDelete:
		return true
	}
	return false
}

// forEntry gives every shortcut a clipboard, and turns a block on it into one
// line: an entry would keep its tabs and carriage returns.
func forEntry(s fyne.Shortcut) fyne.Shortcut {
	board := clipboardOf(s)
	switch s.(type) {
	case *fyne.ShortcutCopy:
		return &fyne.ShortcutCopy{Clipboard: board}
	case *fyne.ShortcutCut:
		return &fyne.ShortcutCut{Clipboard: board}
	case *fyne.ShortcutPaste:
		var words []string
		for _, row := range ParseTSV(board.Content()) {
			words = append(words, strings.Join(row, " "))
		}
		return &fyne.ShortcutPaste{Clipboard: fixedClipboard(strings.Join(words, " "))}
	}
	return s
}

// fixedClipboard hands an entry one text to paste.
type fixedClipboard string

// Content is the text.
func (c fixedClipboard) Content() string { return string(c) }

// SetContent does nothing: it is only ever pasted from.
func (c fixedClipboard) SetContent(string) {}
