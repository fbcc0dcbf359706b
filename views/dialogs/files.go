// Package dialogs asks for files, folders and reasons: with the system's own dialogs where there are
// any, else with Fyne's. It knows no screen and no words of its own.
package dialogs

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"github.com/ncruces/zenity"
)

// Files asks for a file or a folder in front of a window.
type Files struct {
	Window fyne.Window
	Title  string
	Name   string // proposed for a file to be written
	// Kind describes the Extensions (".xlsx"), which are all that is offered where there are some; All
	// is the name of a second choice, which offers every file.
	Kind       string
	Extensions []string
	All        string
	// Naming asks for the name of a file to be written; Replacing asks before the file of a path is
	// replaced. Their windows are this one.
	Naming    Question
	Replacing func(path string) Question
	// Chosen gets the path, on the goroutine of the widgets; it is not called when the user gives up.
	Chosen func(path string)
	// Several gets the paths in place of Chosen where more than one may be chosen.
	Several func(paths []string)
	// Failed gets what the dialog could not do.
	Failed func(error)
}

// Open asks for a file that exists; for several where Several takes them and the system has a dialog.
func (f Files) Open() {
	if zenity.IsAvailable() && f.Several != nil {
		f.nativeSeveral(f.Several, zenity.SelectFileMultiple)
		return
	}
	if f.Several != nil {
		f.Chosen = func(path string) { f.Several([]string{path}) }
	}
	if zenity.IsAvailable() {
		f.native(f.Chosen, zenity.SelectFile)
		return
	}
	d := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		if err != nil || file == nil {
			f.failed(err)
			return
		}
		path := file.URI().Path()
		file.Close()
		f.Chosen(path)
	}, f.Window)
	if len(f.Extensions) > 0 && f.All == "" { // of this dialog a filter is for good
		d.SetFilter(storage.NewExtensionFileFilter(f.Extensions))
	}
	f.show(d)
}

// Save asks for a file to be written, and once more before a file there is replaced. Nothing is made
// or emptied here: whoever writes the file writes it whole. Fyne's own dialog empties a file as soon as
// it is chosen, so without the system's dialog a folder is asked for, then a name.
func (f Files) Save() {
	if zenity.IsAvailable() {
		f.native(f.settle, func(options ...zenity.Option) (string, error) {
			return zenity.SelectFileSave(append(options, zenity.Filename(f.Name))...)
		})
		return
	}
	folder := f
	folder.Chosen = func(path string) {
		f.Naming.Window, f.Naming.Value = f.Window, f.Name
		f.Naming.Line(func(name string) { f.settle(filepath.Join(path, name)) })
	}
	folder.Folder()
}

// settle puts the extension behind a path and asks before a file of that name is replaced.
func (f Files) settle(path string) {
	full := f.named(path)
	if _, err := os.Lstat(full); errors.Is(err, fs.ErrNotExist) {
		f.Chosen(full)
		return
	}
	question := f.Replacing(full)
	question.Window = f.Window
	question.Confirm(func() { f.Chosen(full) })
}

// Folder asks for a folder.
func (f Files) Folder() {
	if zenity.IsAvailable() {
		f.native(f.Chosen, func(options ...zenity.Option) (string, error) {
			return zenity.SelectFile(append(options, zenity.Directory())...)
		})
		return
	}
	d := dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
		if err != nil || folder == nil {
			f.failed(err)
			return
		}
		f.Chosen(folder.Path())
	}, f.Window)
	f.show(d)
}

// native asks for one path with the system's dialog.
func (f Files) native(chosen func(path string), ask func(...zenity.Option) (string, error)) {
	f.nativeSeveral(func(paths []string) { chosen(paths[0]) }, func(options ...zenity.Option) ([]string, error) {
		path, err := ask(options...)
		return []string{path}, err
	})
}

// nativeSeveral asks with the system's dialog, which holds up its caller until it is answered.
func (f Files) nativeSeveral(chosen func(paths []string), ask func(...zenity.Option) ([]string, error)) {
	options := []zenity.Option{zenity.Title(f.Title)}
	if len(f.Extensions) > 0 {
		filter := zenity.FileFilter{Name: f.Kind, CaseFold: true}
		for _, e := range f.Extensions {
			filter.Patterns = append(filter.Patterns, "*"+e)
		}
		options = append(options, filter)
		if f.All != "" {
			options = append(options, zenity.FileFilter{Name: f.All, Patterns: []string{"*"}})
		}
	}
	go func() {
		paths, err := ask(options...)
		fyne.Do(func() {
			switch {
			case errors.Is(err, zenity.ErrCanceled):
			case err != nil:
				f.failed(err)
			case len(paths) > 0:
				chosen(paths)
			}
		})
	}()
}

// named puts the one extension behind a name that was typed without it.
func (f Files) named(path string) string {
	if f.Name == "" || len(f.Extensions) != 1 || strings.EqualFold(filepath.Ext(path), f.Extensions[0]) {
		return path
	}
	return path + f.Extensions[0]
}

func (f Files) failed(err error) {
	if err != nil && f.Failed != nil {
		f.Failed(err)
	}
}

// show gives Fyne's file dialog most of the window.
func (f Files) show(d *dialog.FileDialog) {
	size := f.Window.Canvas().Size()
	if f.Title != "" {
		d.SetTitleText(f.Title)
	}
	d.SetView(dialog.ListView) // icons cut long names short; whoever prefers them has them kept
	d.Show()                   // before it is shown it has no size to change
	d.Resize(fyne.NewSize(size.Width*0.8, size.Height*0.85))
}
