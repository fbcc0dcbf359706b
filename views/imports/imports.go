// Package imports takes files into the window: it shows what stands where in a sheet, asks what is
// doubtful, shows what would change, and stores it on a yes.
package imports

import (
	"os"

	"fyne.io/fyne/v2"

	"yueping/app"
	"yueping/views/dialogs"
	"yueping/views/kit"
)

// Importer takes files in, one after another.
type Importer struct {
	kit   *kit.Kit
	place kit.Place
	queue []source
	total int // of the files of now, those that are through included
	page  *page

	// Stored is told what was stored; Closed is called when the last file is through.
	Stored func(*app.Import)
	Closed func()
}

// source is where values come from: a file, a folder of files, or what was pasted.
type source struct {
	path   string
	folder bool
	pasted string
}

// New makes an importer.
func New(k *kit.Kit) *Importer { return &Importer{kit: k} }

// Choose asks for files and takes them into a place.
func (i *Importer) Choose(p kit.Place) {
	dialogs.Files{Window: i.kit.Window, Title: i.kit.T("importing.choose"), Kind: i.kit.T("importing.kind"),
		Extensions: app.ImportExtensions, All: i.kit.T("importing.all_files"), Failed: i.kit.Fail,
		Several: func(paths []string) { i.Files(p, paths) }}.Open()
}

// ChooseFolder asks for a folder and takes all its files together into a place.
func (i *Importer) ChooseFolder(p kit.Place) {
	dialogs.Files{Window: i.kit.Window, Title: i.kit.T("importing.choose_folder"), Failed: i.kit.Fail,
		Chosen: func(path string) { i.Files(p, []string{path}) }}.Folder()
}

// Files takes files and folders into a place, one after another.
func (i *Importer) Files(p kit.Place, paths []string) {
	var sources []source
	for _, path := range paths {
		info, err := os.Stat(path)
		sources = append(sources, source{path: path, folder: err == nil && info.IsDir()})
	}
	i.start(p, sources)
}

// Paste takes what is on the clipboard into a place.
func (i *Importer) Paste(p kit.Place) {
	content := fyne.CurrentApp().Clipboard().Content()
	if blank(content) {
		i.kit.Tell(i.kit.T("importing.paste_title"), i.kit.T("importing.paste_empty"))
		return
	}
	i.start(p, []source{{pasted: content}})
}

// Busy reports whether a file is being looked at.
func (i *Importer) Busy() bool { return i.page != nil }

// start begins with the first of some sources; while others are being looked at it does nothing.
func (i *Importer) start(p kit.Place, sources []source) {
	if i.page != nil || p.Program == nil {
		return
	}
	i.place, i.queue, i.total = p, sources, len(sources)
	i.next()
}

// next shows the next source.
func (i *Importer) next() {
	i.page = nil
	if len(i.queue) == 0 {
		if i.Closed != nil {
			i.Closed()
		}
		return
	}
	from := i.queue[0]
	i.queue = i.queue[1:]
	i.page = newPage(i, from)
	i.page.open()
}
