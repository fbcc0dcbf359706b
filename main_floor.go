package main

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"yueping/app/cli"
	"yueping/app/text"
	"yueping/views/kit"
)

// floor is the hidden command that the window is measured against: our theme, our faces, one label.
func floor(t *text.Book) int {
	if !displayed(t) {
		return cli.Could
	}
	explainGraphics(t)
	a := newApp()
	a.Settings().SetTheme(kit.Theme{})
	w := a.NewWindow(t.T("window.title"))
	w.SetContent(container.NewStack(widget.NewLabel(t.T("floor.label")), kit.Painted(func() { traceFirstPaint(a) })))
	w.Resize(fyne.NewSize(1280, 720))
	w.ShowAndRun()
	return cli.Done
}
