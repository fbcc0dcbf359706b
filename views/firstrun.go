package views

import (
	"context"
	"io/fs"
	"os"
	"path"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"yueping/app"
	"yueping/app/text"
	"yueping/views/dialogs"
	"yueping/views/kit"
)

// firstRun is the page of a data folder that has no database yet.
func (w *Window) firstRun(t *text.Book) fyne.CanvasObject {
	k := &kit.Kit{Text: t, Window: w.Window, Log: w.start.Log, Synchronous: w.start.synchronous}
	sample := k.Button(t.T("first.sample"), theme.DocumentIcon(), func() { w.createSample(k) })
	sample.Importance = widget.HighImportance
	own := k.Button(t.T("first.own"), theme.FolderOpenIcon(), func() {
		dialogs.Files{Window: w.Window, Title: t.T("first.own_title"), Failed: k.Fail, Chosen: func(path string) {
			w.create(k, os.DirFS(path))
		}}.Folder()
	})
	empty := k.Button(t.T("first.empty"), theme.ContentAddIcon(), func() { w.create(k, nil) })
	card := func(b fyne.CanvasObject, key string) fyne.CanvasObject {
		return container.NewVBox(b, kit.Wrapped(t.T(key)))
	}
	choices := container.NewGridWithColumns(3, card(sample, "first.sample_text"), card(own, "first.own_text"), card(empty, "first.empty_text"))
	title := widget.NewLabelWithStyle(t.T("first.title"), fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	title.SizeName = theme.SizeNameHeadingText
	return centred(title, kit.Wrapped(t.T("first.text")), kit.Wrapped(t.T("first.folder", "folder", w.start.Folder)),
		widget.NewSeparator(), choices)
}

// centred sets a page's parts under each other, at a width that reads well.
func centred(parts ...fyne.CanvasObject) fyne.CanvasObject {
	return container.NewVScroll(container.New(layout.NewCustomPaddedLayout(60, 40, 0, 0),
		container.NewHBox(layout.NewSpacer(), kit.Narrow(900, container.NewVBox(parts...)), layout.NewSpacer())))
}

// createSample makes the database with the sample city that is built in.
func (w *Window) createSample(k *kit.Kit) {
	cities, err := fs.Glob(w.start.Files, "cities/*/units.yaml")
	if err == nil && len(cities) == 0 {
		err = fs.ErrNotExist
	}
	if err != nil {
		k.Fail(err)
		return
	}
	folder, err := fs.Sub(w.start.Files, path.Dir(cities[0]))
	if err != nil {
		k.Fail(err)
		return
	}
	w.create(k, folder)
}

// create makes the database and shows it.
func (w *Window) create(k *kit.Kit, folder fs.FS) {
	kit.Background(k, func(ctx context.Context) (struct{}, error) {
		made, err := app.Create(ctx, w.start.params(), folder)
		if err != nil {
			return struct{}{}, err
		}
		return struct{}{}, made.Close()
	}, func(struct{}) { w.retry() })
}
