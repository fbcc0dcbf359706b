package handout

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"yueping/views/dialogs"
	"yueping/views/kit"
)

// Action is something to do with a file that was written; the message of Key names it.
type Action struct {
	Key string
	Do  func()
}

// Actions open a file or its folder with the system's program, or copy its path.
func Actions(k *kit.Kit, path string) []Action {
	open := func(path string) func() {
		return func() {
			if err := dialogs.OpenWithSystem(path); err != nil {
				k.Fail(err)
			}
		}
	}
	return []Action{{"handout.open", open(path)}, {"handout.open_folder", open(filepath.Dir(path))}, {"handout.copy_path", func() {
		fyne.CurrentApp().Clipboard().SetContent(path)
		k.Say(k.T("handout.path_copied"))
	}}}
}

// saved says where a file is: in the status bar, or in front of what covers it.
func saved(k *kit.Kit, path string) {
	sentence := k.T("handout.saved", "path", path)
	if _, covered := k.Window.Canvas().Overlays().Top().(*kit.Cover); !covered {
		k.SayWritten(sentence, path)
		return
	}
	back := k.Window.Canvas().Focused()
	d := dialog.NewCustomWithoutButtons(k.T("handout.saved_title"), parted(sentence), k.Window)
	var buttons []fyne.CanvasObject
	hide := func() {
		d.Hide()
		if back != nil {
			k.Window.Canvas().Focus(back)
		}
	}
	for _, a := range Actions(k, path) {
		buttons = append(buttons, k.Button(k.T(a.Key), nil, func() { hide(); a.Do() }))
	}
	closing := k.Button(k.T("dialog.close"), nil, hide)
	d.SetButtons(append(buttons, closing))
	d.Show()
	k.Window.Canvas().Focus(closing) // Enter closes it
}

// parted is a sentence with a path, which is broken anywhere.
func parted(sentence string) fyne.CanvasObject {
	l := kit.Wrapped(sentence)
	l.Wrapping = fyne.TextWrapBreak
	return kit.Narrow(420, l)
}
