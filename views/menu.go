package views

import (
	"fyne.io/fyne/v2"

	"yueping/views/kit"
)

// menu is the window's menu. Keys stand in the labels and not as Fyne's menu shortcuts: those would
// win over the text field that is being typed in.
func (s *shell) menu() *fyne.MainMenu {
	t := s.kit.T
	item := func(key string, do func()) *fyne.MenuItem {
		command := key
		if key == "keys" {
			command = "help"
		}
		return fyne.NewMenuItem(s.labelled(t("menu."+key), command), func() {
			if s.window.Canvas().Overlays().Top() == nil {
				do()
			}
		})
	}
	quit := item("quit", s.close)
	quit.IsQuit = true
	view := fyne.NewMenu(t("menu.view"))
	for i := range screenMakers {
		key := screenMakers[i].key
		view.Items = append(view.Items, fyne.NewMenuItem(s.labelled(t("screen."+key), "screen."+key), func() { s.show(key) }))
	}
	view.Items = append(view.Items, fyne.NewMenuItemSeparator(),
		item("previous_month", func() { s.step(-1) }), item("next_month", func() { s.step(1) }), fyne.NewMenuItemSeparator())
	for _, look := range []kit.Look{kit.LookLight, kit.LookDark, kit.LookSystem} {
		view.Items = append(view.Items, fyne.NewMenuItem(t("look."+string(look)), func() { s.restyle(look) }))
	}
	s.undoItem = item("undo", s.undo)
	return fyne.NewMainMenu(
		fyne.NewMenu(t("menu.file"), item("import", s.imports), item("export", s.export), item("print", s.print), item("papers", s.papers),
			fyne.NewMenuItemSeparator(), item("open_folder", s.openFolder), fyne.NewMenuItemSeparator(), quit),
		fyne.NewMenu(t("menu.edit"), s.undoItem, item("redo", s.redo), fyne.NewMenuItemSeparator(), item("find", s.find)),
		view,
		fyne.NewMenu(t("menu.data"), item("days", func() { s.daily(kit.Daily.SwitchDays) }), item("day_layout", func() { s.daily(kit.Daily.SwitchLayout) }),
			item("fill_days", func() { s.daily(kit.Daily.FillFromDays) }), fyne.NewMenuItemSeparator(),
			item("verify", s.verify), item("reopen", s.reopen), fyne.NewMenuItemSeparator(),
			item("next_finding", func() { s.nextFinding(true) })),
		fyne.NewMenu(t("menu.help"), item("keys", s.help), item("about", func() { s.show("settings") })),
	)
}

// stepped names the step that undo would take back now, "" where it is one of many small ones.
func (s *shell) stepped(step string) {
	label := s.kit.T("menu.undo")
	if step != "" {
		label = s.kit.T("menu.undo_step", "step", step)
	}
	if label = s.labelled(label, "undo"); label != s.undoItem.Label {
		s.undoItem.Label = label
		s.window.MainMenu().Refresh()
	}
}

// labelled puts the keys of a command behind its name.
func (s *shell) labelled(label, command string) string {
	for _, b := range bindings() {
		if b.name == command {
			return s.kit.T("menu.with_keys", "label", label, "keys", b.keys())
		}
	}
	return label
}

func (s *shell) verify() {
	if s.place.Program != nil && s.current.Leave() {
		s.kit.Verify(s.place)
	}
}

func (s *shell) reopen() {
	switch {
	case s.place.Program == nil:
	case s.bar.chip.Locked():
		s.kit.Reopen(s.place)
	default:
		s.kit.Say(s.kit.T("bar.open_already"))
	}
}
