package views

import (
	"context"
	"os"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"yueping/app"
	"yueping/models"
	"yueping/models/month"
	"yueping/views/dialogs"
	"yueping/views/imports"
	"yueping/views/kit"
)

// shell is the frame around the screens: it knows where the window looks, and nothing of what a screen does.
type shell struct {
	window   *Window
	kit      *kit.Kit
	language string
	programs []*models.Program
	place    kit.Place
	screens  map[string]kit.Screen
	current  kit.Screen

	bar      *topBar
	nav      *navigation
	status   *statusBar
	strip    *correction
	importer *imports.Importer
	middle   *fyne.Container // the screen
	right    *fyne.Container // its inspector

	undoItem, redoItem *fyne.MenuItem // of the menu
	reloading          bool           // a reload is queued
	touched            month.Month    // changed last
}

func newShell(w *Window, o opened) *shell {
	s := &shell{window: w, language: o.language, programs: o.programs, screens: map[string]kit.Screen{},
		middle: container.NewStack(), right: container.NewStack()}
	s.kit = &kit.Kit{Workspace: o.workspace, Text: o.text, Window: w.Window, Log: w.start.Log, Clock: w.start.Clock,
		Synchronous: w.start.synchronous, Look: o.look, Language: o.language, Version: w.start.Version}
	s.kit.Key, s.kit.Shortcut = s.functionKey, s.shortcut
	s.kit.Go, s.kit.Open = s.lead, s.open
	s.kit.Restyle = s.restyle
	s.status = newStatusBar(s.kit)
	s.kit.Status, s.kit.Written, s.kit.Selection = s.status.say, s.status.written, s.status.selected
	s.importer = s.newImporter()
	s.kit.Import = s.imports
	s.strip = newCorrection(s)
	s.bar = newTopBar(s)
	s.nav = newNavigation(s)
	s.kit.Workspace.Changed.Listen(func(c app.MonthChanged) {
		fyne.Do(func() {
			s.touched = c.Month
			s.changed()
			s.strip.changed(c)
		})
	})
	s.kit.Workspace.RulesChanged.Listen(func(struct{}) { fyne.Do(s.rulesChanged) })

	w.SetMainMenu(s.menu())
	s.listen()
	content := container.New(tight{}, s.bar.object, s.status.object, s.nav.object, s.right, s.middle)
	if painted := w.painted; painted != nil {
		s.kit.Idle = func() {
			s.kit.Idle = nil
			s.status.object.Add(kit.Painted(painted))
		}
	}
	w.SetContent(content)
	w.SetCloseIntercept(s.close)
	w.SetOnDropped(func(_ fyne.Position, items []fyne.URI) { s.dropped(items) })
	s.place = kit.Place{Program: o.program, Month: o.month}
	s.show(o.screen)
	s.header()
	if o.program == nil && s.kit.Idle != nil {
		s.kit.Idle() // nothing is read where there is nothing
	}
	return s
}

// show makes a screen the visible one; false where what is typed in the current one cannot be left.
func (s *shell) show(key string) bool {
	maker := screenOf(key)
	if s.current != nil && s.current.Key() != key {
		s.status.rest()
	}
	if maker == nil || (s.current != nil && s.current.Key() != key && !s.current.Leave()) {
		s.nav.mark(s.current)
		return false
	}
	screen := s.screens[key]
	if screen == nil {
		screen = maker.make(s.kit)
		s.screens[key] = screen
	}
	moved := s.current != nil && s.current != screen
	s.current = screen
	s.nav.mark(screen)
	s.kit.Selection("")
	s.middle.Objects = []fyne.CanvasObject{screen.Content()}
	if s.place.Program == nil && maker.ofProgram {
		s.middle.Objects = []fyne.CanvasObject{s.nothing()}
	}
	s.middle.Refresh()
	s.right.Objects = nil
	if inspected, ok := screen.(kit.Inspected); ok {
		s.right.Objects = []fyne.CanvasObject{inspected.Inspector()}
	}
	s.right.Refresh()
	s.load()
	s.focusScreen()
	if moved && s.place.Program != nil {
		s.kit.Remember(kit.RememberScreen(s.place.Program.Key), key)
	}
	return true
}

// nothing is shown on the screens of a program while the database has none.
func (s *shell) nothing() fyne.CanvasObject {
	own := s.kit.Button(s.kit.T("home.none_load"), theme.FolderOpenIcon(), s.loadCity)
	own.Importance = widget.HighImportance
	return centred(kit.Heading(s.kit.T("home.none_title")), kit.Wrapped(s.kit.T("home.none")), container.NewHBox(own))
}

// loadCity takes a city's folder into a database that has none.
func (s *shell) loadCity() {
	dialogs.Files{Window: s.window, Title: s.kit.T("first.own_title"), Failed: s.kit.Fail, Chosen: func(path string) {
		kit.Background(s.kit, func(ctx context.Context) (*app.CityLoad, error) {
			return s.kit.Workspace.LoadCity(ctx, os.DirFS(path), false, app.UnitChange{})
		}, func(*app.CityLoad) {}) // the signal of the workspace brings the programs
	}}.Folder()
}

// focusScreen puts the keyboard where the screen wants it.
func (s *shell) focusScreen() {
	if f := s.current.Focus(); f != nil {
		s.window.Canvas().Focus(f)
	} else {
		s.window.Canvas().Unfocus()
	}
}

// load shows the place on the current screen; a database without programs has none to show, but the
// screens that are of no program.
func (s *shell) load() {
	if s.place.Program != nil || !screenOf(s.current.Key()).ofProgram {
		s.current.Load(s.place)
	}
	s.strip.watch(s.place)
}

// close leaves the window, with what is being typed stored.
func (s *shell) close() {
	if s.current.Leave() {
		s.window.Close()
		return
	}
	s.askClose()
}
