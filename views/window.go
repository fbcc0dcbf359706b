// Package views is the window: its frame, its pickers, its keys, and the screens inside it.
package views

import (
	"fyne.io/fyne/v2"

	"yueping/views/kit"
)

// Window is the program's one window: the shell around the screens, or a page that says why there is none yet.
type Window struct {
	fyne.Window
	fyneApp fyne.App
	start   *Start
	shell   *shell
	// painted is told once, after the first frame that shows data was painted.
	painted func()
}

// NewWindow makes the window on a start that is under way, and fills it as soon as that is done.
// painted may be nil.
func NewWindow(a fyne.App, start *Start, painted func()) *Window {
	a.Settings().SetTheme(kit.Theme{})
	w := &Window{Window: a.NewWindow(""), fyneApp: a, start: start, painted: painted}
	w.Resize(fyne.NewSize(1280, 720))
	w.SetPadded(false)
	w.SetMaster()
	w.fill(start.wait())
	return w
}

// fill shows what the start led to.
func (w *Window) fill(o opened) {
	w.SetTitle(o.text.T("window.title"))
	if err := speak(o.text); err != nil {
		// A blemish, and no reason to show no window: Fyne's own words stay English.
		w.start.Log.Warn("Fyne's words are not translated", "error", err)
	}
	w.fyneApp.Settings().SetTheme(kit.Theme{Look: o.look})
	switch {
	case o.missing:
		w.page(w.firstRun(o.text))
	case o.err != nil:
		w.start.Log.Error("the database cannot be opened", "error", o.err)
		w.page(w.faultPage(o.text, o.err))
	default:
		w.shell = newShell(w, o)
	}
}

// page shows something that is not the shell.
func (w *Window) page(content fyne.CanvasObject) {
	w.SetMainMenu(nil)
	w.SetContent(content)
	w.SetCloseIntercept(w.Close)
	if w.painted != nil {
		w.painted()
	}
}

// retry opens the database again, after the user has done something about it.
func (w *Window) retry() {
	w.start.Begin()
	w.fill(w.start.wait())
}

// CloseData closes the database after the window is gone.
func (w *Window) CloseData() error {
	if w.shell == nil {
		return nil
	}
	return w.shell.kit.Workspace.Close()
}
