package kit

import (
	"errors"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"fyne.io/fyne/v2"

	"yueping/models/fault"
)

// Fail logs an error and shows its sentence: the thing, the reason and the next step.
func (k *Kit) Fail(err error) {
	k.Log.Error("failed", "error", err)
	k.Tell(k.T("dialog.failed"), k.Sentence(err))
}

// Sentence is an error's sentence. Where the next step is another one in the window than on the
// command line, the message "window." and the fault's code has it.
func (k *Kit) Sentence(err error) string {
	var f *fault.Fault
	if errors.As(err, &f) && k.Text.Has("window."+f.Code) {
		pairs := make([]any, 0, 2*len(f.Args))
		for name, value := range f.Args {
			pairs = append(pairs, name, value)
		}
		return k.T("window."+f.Code, pairs...)
	}
	return k.Text.Error(err)
}

// Tell shows a text in a dialog with one button.
func (k *Kit) Tell(title, sentence string) {
	label := widget.NewLabel(sentence)
	label.Wrapping = fyne.TextWrapWord
	box := container.NewVScroll(label)
	box.SetMinSize(fyne.NewSize(440, 110))
	d := dialog.NewCustomWithoutButtons(title, box, k.Window)
	closing := k.Button(k.T("dialog.close"), nil, d.Hide)
	d.SetButtons([]fyne.CanvasObject{closing})
	d.Show()
	k.Window.Canvas().Focus(closing) // Enter closes it
}
