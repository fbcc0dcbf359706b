package views

import (
	"strings"

	"fyne.io/fyne/v2"

	"yueping/views/dialogs"
	"yueping/views/kit"
)

// save says what is true anyway.
func (s *shell) save() {
	if s.current.Leave() {
		s.status.saved()
	}
}

// print and export are for the screens that can, and else for the one that does it best.
func (s *shell) print() {
	if p, ok := s.current.(kit.Printer); ok {
		p.Print()
	} else if p, ok := s.able("bulletin").(kit.Printer); ok {
		p.Print()
	}
}

func (s *shell) export() {
	if e, ok := s.current.(kit.Exporter); ok {
		e.Export()
	} else if e, ok := s.able("entry").(kit.Exporter); ok {
		e.Export()
	}
}

// papers writes those of the month's notices, from whatever screen.
func (s *shell) papers() {
	if p, ok := s.able("notices").(kit.Paperer); ok {
		p.Papers()
	}
}

// formats shows those of what goes out, from whatever screen.
func (s *shell) formats() {
	if f, ok := s.able("bulletin").(kit.Formatter); ok {
		f.EditFormats()
	}
}

// able goes to the screen that does a thing.
func (s *shell) able(key string) kit.Screen {
	if s.place.Program == nil || !s.show(key) {
		return nil
	}
	return s.current
}

func (s *shell) nextFinding(forward bool) {
	if w, ok := s.able("entry").(kit.Walker); ok {
		w.NextFinding(forward)
	}
}

// daily does on 录入 what concerns values by day.
func (s *shell) daily(do func(kit.Daily)) {
	if d, ok := s.able("entry").(kit.Daily); ok {
		do(d)
	}
}

// entering does on 录入 what concerns the values there.
func (s *shell) entering(do func(kit.Annotator)) {
	if a, ok := s.able("entry").(kit.Annotator); ok {
		do(a)
	}
}

func (s *shell) stepUnit(forward bool) {
	s.daily(func(d kit.Daily) { d.StepUnit(forward) })
}

// nextPane walks the keyboard from the navigation to the screen and on to the pickers.
func (s *shell) nextPane() {
	c := s.window.Canvas()
	switch focused := c.Focused(); {
	case focused == fyne.Focusable(s.nav.list):
		if f := s.current.Focus(); f != nil {
			c.Focus(f)
			return
		}
		c.Focus(s.bar.program)
	case focused == fyne.Focusable(s.bar.program):
		c.Focus(s.nav.list)
	case focused == nil:
		c.Focus(s.nav.list)
	default:
		c.Focus(s.bar.program)
	}
}

// restyle takes in a new look.
func (s *shell) restyle(look kit.Look) {
	s.kit.Look = look
	fyne.CurrentApp().Settings().SetTheme(kit.Theme{Look: look})
	s.kit.Remember(kit.RememberTheme, string(look))
}

// askClose is for a text that could not be stored: it names what would be lost.
func (s *shell) askClose() {
	text := s.kit.T("close.text")
	if k, ok := s.current.(kit.Keeper); ok {
		if texts := k.Unsaved(true); len(texts) > 0 {
			text = s.kit.T("close.unsaved", "texts", strings.Join(texts, "、"))
		}
	}
	dialogs.Question{Window: s.window, Title: s.kit.T("close.title"), Text: text,
		OK: s.kit.T("close.ok"), Dismiss: s.kit.T("close.stay")}.Confirm(s.window.Close)
}

// openFolder shows the data folder in the system's own program.
func (s *shell) openFolder() {
	if err := dialogs.OpenWithSystem(s.kit.Workspace.Folder()); err != nil {
		s.kit.Fail(err)
	}
}
