package views

import (
	"fyne.io/fyne/v2"

	"yueping/app"
	"yueping/views/imports"
	"yueping/views/kit"
)

// newImporter makes what takes files in, and shows what they brought.
func (s *shell) newImporter() *imports.Importer {
	i := imports.New(s.kit)
	i.Stored, i.Closed = s.imported, func() { s.focusWork() }
	return i
}

// imports asks for files, from whatever screen.
func (s *shell) imports() { s.taking(s.importer.Choose) }

// importFolder asks for a folder of files, importPasted takes what is on the clipboard.
func (s *shell) importFolder() { s.taking(s.importer.ChooseFolder) }
func (s *shell) importPasted() { s.taking(s.importer.Paste) }

// undoImport offers to take an import back, templates to write workbooks to fill in.
func (s *shell) undoImport() { s.taking(func(p kit.Place) { imports.AskUndo(s.kit, p) }) }
func (s *shell) templates()  { s.taking(func(p kit.Place) { imports.AskTemplates(s.kit, p) }) }

// dropped takes in files and folders that were let go over the window; behind a dialog it holds still.
func (s *shell) dropped(items []fyne.URI) {
	var paths []string
	for _, u := range items {
		if u.Scheme() == "file" {
			paths = append(paths, u.Path())
		}
	}
	if len(paths) > 0 && s.window.Canvas().Overlays().Top() == nil {
		s.taking(func(p kit.Place) { s.importer.Files(p, paths) })
	}
}

// taking does what concerns files coming in, with what is typed stored before.
func (s *shell) taking(do func(kit.Place)) {
	if s.place.Program != nil && s.current.Leave() {
		do(s.place)
	}
}

// imported shows the month that a file went to, by day where it brought values of days.
func (s *shell) imported(i *app.Import) {
	for _, p := range s.programs {
		if p.Key == i.Program.Key {
			s.open(kit.Place{Program: p, Month: i.Month}, "entry")
		}
	}
	if d, ok := s.current.(kit.Daily); ok && i.Days() > 0 {
		d.ShowDays()
	}
}
