package views

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"yueping/views/controls"
	"yueping/views/kit"
)

// binding is one line of the window's key table: what F1 shows, and what the keys do. The keys of
// the grid stand in its own table.
type binding struct {
	key  fyne.KeyName
	mod  fyne.KeyModifier
	name string // of the message "key."+name
	do   func(*shell)
}

const ctrl, alt, shift = fyne.KeyModifierShortcutDefault, fyne.KeyModifierAlt, fyne.KeyModifierShift

// bindings is the key table.
func bindings() []binding {
	table := []binding{
		{fyne.KeyF1, 0, "help", (*shell).help},
		{fyne.KeyF3, 0, "find", (*shell).find},
		{fyne.KeyF4, 0, "days", func(s *shell) { s.daily(kit.Daily.SwitchDays) }},
		{fyne.KeyF4, shift, "day_layout", func(s *shell) { s.daily(kit.Daily.SwitchLayout) }},
		{fyne.KeyF6, 0, "next_pane", (*shell).nextPane},
		{fyne.KeyF7, 0, "fill_days", func(s *shell) { s.daily(kit.Daily.FillFromDays) }},
		{fyne.KeyF8, 0, "next_finding", func(s *shell) { s.nextFinding(true) }},
		{fyne.KeyF8, shift, "previous_finding", func(s *shell) { s.nextFinding(false) }},
		{fyne.KeyF9, 0, "papers", (*shell).papers},
		{fyne.KeyPageUp, ctrl, "previous_month", func(s *shell) { s.step(-1) }},
		{fyne.KeyPageDown, ctrl, "next_month", func(s *shell) { s.step(1) }},
		{fyne.KeyPageUp, alt, "previous_unit", func(s *shell) { s.stepUnit(false) }},
		{fyne.KeyPageDown, alt, "next_unit", func(s *shell) { s.stepUnit(true) }},
		{fyne.KeyK, ctrl, "find", (*shell).find},
		{fyne.KeyF, ctrl, "find", (*shell).find},
		{fyne.KeyZ, ctrl, "undo", (*shell).undo},
		{fyne.KeyY, ctrl, "redo", (*shell).redo},
		{fyne.KeyS, ctrl, "save", (*shell).save},
		{fyne.KeyP, ctrl, "print", (*shell).print},
		{fyne.KeyE, ctrl, "export", (*shell).export},
		{fyne.KeyI, ctrl, "import", (*shell).imports},
		{fyne.KeyG, ctrl, "filter", func(s *shell) { s.entering(kit.Annotator.AskFilter) }},
		{fyne.KeyT, ctrl, "total", func(s *shell) { s.entering(kit.Annotator.AskTotal) }},
		{fyne.KeyL, ctrl, "source", func(s *shell) { s.entering(kit.Annotator.AskSource) }},
		{fyne.KeyM, ctrl, "note", func(s *shell) { s.entering(kit.Annotator.AskNote) }},
		{fyne.KeyH, ctrl, "columns", func(s *shell) { s.entering(kit.Annotator.AskColumns) }},
	}
	digits := []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5, fyne.Key6, fyne.Key7, fyne.Key8, fyne.Key9}
	for i, m := range screenMakers {
		table = append(table, binding{digits[i], alt, "screen." + m.key, func(s *shell) { s.show(m.key) }})
	}
	return table
}

// shortcut is the form in which Fyne reports the keys; it has own types for undo and redo.
func (b binding) shortcut() fyne.Shortcut {
	if b.mod == ctrl {
		switch b.key {
		case fyne.KeyZ:
			return &fyne.ShortcutUndo{}
		case fyne.KeyY:
			return &fyne.ShortcutRedo{}
		}
	}
	return &desktop.CustomShortcut{KeyName: b.key, Modifier: b.mod}
}

// keys is how the keys are written for people.
func (b binding) keys() string { return modifierName(b.mod) + keyName(b.key) }

// listen puts the key table in force where no widget has the keyboard.
func (s *shell) listen() {
	c := s.window.Canvas()
	for _, b := range bindings() {
		if b.mod != 0 && b.mod != shift {
			c.AddShortcut(b.shortcut(), func(fyne.Shortcut) { s.perform(b) })
		}
	}
	c.SetOnTypedKey(s.strayKey)
	c.SetOnTypedRune(s.strayRune)
	for _, sc := range []fyne.Shortcut{&fyne.ShortcutCopy{}, &fyne.ShortcutCut{}, &fyne.ShortcutPaste{}, &fyne.ShortcutSelectAll{}} {
		c.AddShortcut(sc, s.strayShortcut)
	}
}

// strayKey takes a key that no widget has the keyboard for: a button that was clicked drops it. In a
// dialog Escape dismisses; behind none the key goes to where work goes on, so that no typing is lost.
func (s *shell) strayKey(ev *fyne.KeyEvent) {
	if top := s.window.Canvas().Overlays().Top(); top != nil {
		if page, ok := top.(interface{ Dismiss() }); ok && ev.Name == fyne.KeyEscape {
			page.Dismiss()
		} else if ev.Name == fyne.KeyEscape {
			s.window.Canvas().Overlays().Remove(top)
		}
		return
	}
	if !s.functionKey(ev) {
		if f := s.focusWork(); f != nil {
			f.TypedKey(ev)
		}
	}
}

// strayRune is the same for what is typed.
func (s *shell) strayRune(r rune) {
	if s.window.Canvas().Overlays().Top() != nil {
		return
	}
	if f := s.focusWork(); f != nil {
		f.TypedRune(r)
	}
}

// strayShortcut is the same for the clipboard.
func (s *shell) strayShortcut(sc fyne.Shortcut) {
	c := s.window.Canvas()
	if c.Overlays().Top() != nil || c.Focused() != nil {
		return
	}
	if f, ok := s.focusWork().(fyne.Shortcutable); ok {
		f.TypedShortcut(sc)
	}
}

// focusWork puts the keyboard where the screen wants it, unless a text stands there: nobody has
// chosen to write on in it. It is nil where there is no such place.
func (s *shell) focusWork() fyne.Focusable {
	f := s.current.Focus()
	if _, writes := f.(*controls.Entry); f == nil || writes {
		return nil
	}
	s.window.Canvas().Focus(f)
	return f
}

// functionKey takes a key that the focused widget has no use for; true where the table knows it.
func (s *shell) functionKey(ev *fyne.KeyEvent) bool {
	mod := fyne.KeyModifier(0)
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		mod = d.CurrentKeyModifiers() & shift
	}
	for _, b := range bindings() {
		if b.key == ev.Name && b.mod == mod {
			s.perform(b)
			return true
		}
	}
	return false
}

// shortcut is the same for keys with Ctrl and Alt.
func (s *shell) shortcut(sc fyne.Shortcut) bool {
	for _, b := range bindings() {
		if b.mod != 0 && b.shortcut().ShortcutName() == sc.ShortcutName() {
			s.perform(b)
			return true
		}
	}
	return false
}

// perform does what a line of the table says; behind a dialog the window holds still.
func (s *shell) perform(b binding) {
	if s.window.Canvas().Overlays().Top() == nil {
		b.do(s)
	}
}
