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
	// Kind describes the Extensions (".xlsx"), which are all that is offered where there are some.
	Kind       string
	Extensions []string
	// Naming asks for the name of a file to be written; Replacing asks before the file of a path is
	// replaced. Their windows are this one.
	Naming    Question
	Replacing func(path string) Question
	// Chosen gets the path, on the goroutine of the widgets; it is not called when the user gives up.
	Chosen func(path string)
	// Failed gets what the dialog could not do.
	Failed func(error)
}

// Open asks for a file that exists.
func (f Files) Open() {
	if zenity.IsAvailable() {
		f.native(f.Chosen, func(options ...zenity.Option) (string, error) { return zenity.SelectFile(options...) })
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
	if len(f.Extensions) > 0 {
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

// native asks with the system's dialog, which holds up its caller until it is answered.
func (f Files) native(chosen func(path string), ask func(...zenity.Option) (string, error)) {
	options := []zenity.Option{zenity.Title(f.Title)}
	if len(f.Extensions) > 0 {
		filter := zenity.FileFilter{Name: f.Kind, CaseFold: true}
		for _, e := range f.Extensions {
			filter.Patterns = append(filter.Patterns, "*"+e)
		}
		options = append(options, filter)
	}
	go func() {
		path, err := ask(options...)
		fyne.Do(func() {
			switch {
			case errors.Is(err, zenity.ErrCanceled):
			case err != nil:
				f.failed(err)
			default:
				chosen(path)
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
	d.Show() // before it is shown it has no size to change
	d.Resize(fyne.NewSize(size.Width*0.8, size.Height*0.85))
}
