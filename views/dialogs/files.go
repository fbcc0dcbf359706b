// Package dialogs asks for files, folders and reasons: with the system's own dialogs where there are
// any, else with Fyne's. It knows no screen and no words of its own.
package dialogs

import (
	"errors"
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
	// Chosen gets the path, on the goroutine of the widgets; it is not called when the user gives up.
	Chosen func(path string)
	// Failed gets what the dialog could not do.
	Failed func(error)
}

// Open asks for a file that exists.
func (f Files) Open() {
	if zenity.IsAvailable() {
		f.native(func(options ...zenity.Option) (string, error) { return zenity.SelectFile(options...) })
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

// Save asks for a file to be written; the dialog asks back before a file there is replaced.
func (f Files) Save() {
	if zenity.IsAvailable() {
		f.native(func(options ...zenity.Option) (string, error) {
			return zenity.SelectFileSave(append(options, zenity.ConfirmOverwrite(), zenity.Filename(f.Name))...)
		})
		return
	}
	d := dialog.NewFileSave(func(file fyne.URIWriteCloser, err error) {
		if err != nil || file == nil {
			f.failed(err)
			return
		}
		path := file.URI().Path()
		// Fyne has made the file already, empty; whoever writes it writes it whole, under its full name.
		file.Close()
		full := f.named(path)
		if full != path {
			os.Remove(path)
		}
		f.Chosen(full)
	}, f.Window)
	d.SetFileName(f.Name)
	f.show(d)
}

// Folder asks for a folder.
func (f Files) Folder() {
	if zenity.IsAvailable() {
		f.native(func(options ...zenity.Option) (string, error) {
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
func (f Files) native(ask func(...zenity.Option) (string, error)) {
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
				f.Chosen(f.named(path))
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
