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
	s.undoItem, s.redoItem = item("undo", s.undo), item("redo", s.redo)
	return fyne.NewMainMenu(
		fyne.NewMenu(t("menu.file"), item("import", s.imports), item("import_folder", s.importFolder), item("templates", s.templates),
			fyne.NewMenuItemSeparator(), item("export", s.export), item("print", s.print), item("papers", s.papers), item("formats", s.formats),
			fyne.NewMenuItemSeparator(), item("open_folder", s.openFolder), fyne.NewMenuItemSeparator(), quit),
		fyne.NewMenu(t("menu.edit"), s.undoItem, s.redoItem, fyne.NewMenuItemSeparator(), item("find", s.find)),
		view,
		fyne.NewMenu(t("menu.data"), item("days", func() { s.daily(kit.Daily.SwitchDays) }), item("day_layout", func() { s.daily(kit.Daily.SwitchLayout) }),
			item("fill_days", func() { s.daily(kit.Daily.FillFromDays) }), fyne.NewMenuItemSeparator(),
			item("total", func() { s.entering(kit.Annotator.AskTotal) }), s.sources(), item("note", func() { s.entering(kit.Annotator.AskNote) }),
			item("filter", func() { s.entering(kit.Annotator.AskFilter) }), item("columns", func() { s.entering(kit.Annotator.AskColumns) }),
			fyne.NewMenuItemSeparator(),
			item("import_pasted", s.importPasted), item("undo_import", s.undoImport),
			fyne.NewMenuItemSeparator(),
			item("verify", s.verify), item("reopen", s.reopen), fyne.NewMenuItemSeparator(),
			item("next_finding", func() { s.nextFinding(true) })),
		fyne.NewMenu(t("menu.help"), item("keys", s.help), item("about", func() { s.show("settings") })),
	)
}

// sources gives the selected values a source.
func (s *shell) sources() *fyne.MenuItem {
	of := fyne.NewMenuItem(s.kit.T("menu.source"), nil)
	var items []*fyne.MenuItem
	for _, key := range kit.ValueSources {
		words := s.kit.T("value_source." + key)
		items = append(items, fyne.NewMenuItem(words, func() {
			if s.window.Canvas().Overlays().Top() == nil {
				s.entering(func(a kit.Annotator) { a.GiveSource(words) })
			}
		}))
	}
	items = append(items, fyne.NewMenuItem(s.labelled(s.kit.T("menu.source_other"), "source"), func() {
		if s.window.Canvas().Overlays().Top() == nil {
			s.entering(kit.Annotator.AskSource)
		}
	}))
	of.ChildMenu = fyne.NewMenu("", items...)
	return of
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
