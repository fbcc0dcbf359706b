package views

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"yueping/app/text"
	"yueping/views/dialogs"
	"yueping/views/kit"
)

// faultPage is shown where the database cannot be opened: the sentence, and what to do.
func (w *Window) faultPage(t *text.Book, err error) fyne.CanvasObject {
	k := &kit.Kit{Text: t, Window: w.Window, Log: w.start.Log}
	title := widget.NewLabelWithStyle(t.T("fault.title"), fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	title.SizeName = theme.SizeNameHeadingText
	again := k.Button(t.T("fault.again"), theme.ViewRefreshIcon(), w.retry)
	again.Importance = widget.HighImportance
	folder := k.Button(t.T("fault.folder"), theme.FolderOpenIcon(), func() {
		if err := dialogs.OpenWithSystem(w.start.Folder); err != nil {
			k.Fail(err)
		}
	})
	return centred(
		container.NewHBox(widget.NewIcon(theme.NewErrorThemedResource(theme.ErrorIcon())), title),
		kit.Wrapped(t.Error(err)),
		kit.Wrapped(t.T("first.folder", "folder", w.start.Folder)),
		container.NewHBox(again, folder, k.Button(t.T("menu.quit"), nil, w.Close), layout.NewSpacer()),
	)
}
