package kit

import (
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"fyne.io/fyne/v2"
)

// Fail logs an error and shows its sentence: the thing, the reason and the next step.
func (k *Kit) Fail(err error) {
	k.Log.Error("failed", "error", err)
	k.Tell(k.T("dialog.failed"), k.Text.Error(err))
}

// Tell shows a text in a dialog with one button.
func (k *Kit) Tell(title, sentence string) {
	label := widget.NewLabel(sentence)
	label.Wrapping = fyne.TextWrapWord
	box := container.NewVScroll(label)
	box.SetMinSize(fyne.NewSize(440, 110))
	dialog.NewCustom(title, k.T("dialog.close"), box, k.Window).Show()
}
