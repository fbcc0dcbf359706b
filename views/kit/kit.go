// Package kit is what every screen of the window is given: the workspace, the words, and the few
// ways in which a screen speaks to the window around it.
package kit

import (
	"context"
	"log/slog"
	"time"

	"fyne.io/fyne/v2"

	"yueping/app"
	"yueping/app/text"
)

// Kit is handed to every screen by the shell.
type Kit struct {
	Workspace *app.Workspace
	Text      *text.Book
	Window    fyne.Window
	Log       *slog.Logger
	Clock     func() time.Time
	// Status shows a short sentence in the status bar.
	Status func(string)
	// Written is Status for a file that was written: what can be done with the file stands beside the sentence.
	Written func(sentence, path string)
	// Selection shows what is selected beside it, "" for nothing.
	Selection func(string)
	// Go leads to another screen by its key, and to a cell of it where unit is not "".
	Go func(screen, unit, indicator string)
	// Open leads to another place, on the screen of this key.
	Open func(p Place, screen string)
	// Import asks for files and takes them in.
	Import func()
	// Key is offered every function key that a focused widget does not use itself.
	Key func(*fyne.KeyEvent) bool
	// Shortcut is the same for shortcuts.
	Shortcut func(fyne.Shortcut) bool
	// Look, Language and Version are what the settings show; Restyle takes in a new look.
	Look     Look
	Language string
	Version  string
	Restyle  func(Look)
	// Synchronous makes Background do its work at once, on the caller's goroutine: for tests in
	// memory, which have no goroutine of widgets.
	Synchronous bool
	// Idle is called, on the goroutine of the widgets, when the last background work has been shown.
	Idle func()

	pending int // background work under way; counted on the goroutine of the widgets
}

// T gives a message of the window's language.
func (k *Kit) T(key string, pairs ...any) string { return k.Text.T(key, pairs...) }

// Background does work off the window's goroutine and shows its result on it. An error goes to Fail.
// Only one goroutine owns widgets: this is the one way back to it.
func Background[T any](k *Kit, work func(context.Context) (T, error), show func(T)) {
	k.pending++
	finish := func(result T, err error) {
		if err != nil {
			k.Fail(err)
		} else {
			show(result)
		}
		k.pending--
		if k.pending == 0 && k.Idle != nil {
			k.Idle()
		}
	}
	if k.Synchronous {
		finish(work(context.Background()))
		return
	}
	go func() {
		result, err := work(context.Background())
		fyne.Do(func() { finish(result, err) })
	}()
}

// Say shows a sentence in the status bar, where there is one.
func (k *Kit) Say(sentence string) {
	if k.Status != nil {
		k.Status(sentence)
	}
}

// SayWritten says that a file was written.
func (k *Kit) SayWritten(sentence, path string) {
	if k.Written == nil {
		k.Say(sentence)
		return
	}
	k.Written(sentence, path)
}

// Selected shows what is selected in the status bar, where there is one.
func (k *Kit) Selected(words string) {
	if k.Selection != nil {
		k.Selection(words)
	}
}

// Lead goes to another screen, where there is a window around this one.
func (k *Kit) Lead(screen, unit, indicator string) {
	if k.Go != nil {
		k.Go(screen, unit, indicator)
	}
}
