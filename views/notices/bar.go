package notices

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"yueping/views/controls"
)

// bar stands above the board: what it shows, and what goes out of it.
type bar struct {
	screen              *Screen
	choice              *controls.Choice
	list, county, stage *picker
	object              fyne.CanvasObject
}

func newBar(s *Screen) *bar {
	k := s.kit
	b := &bar{screen: s}
	b.choice = controls.NewChoice(k.Keys(), func(show string) { s.filter.show = show; s.show() })
	b.list = newPicker(k, k.T("board.all_lists"), 190, func(key string) { s.filter.list = key; s.show() })
	b.county = newPicker(k, k.T("board.all_counties"), 130, func(key string) { s.filter.county = key; s.show() })
	b.stage = newPicker(k, k.T("board.all_stages"), 130, func(key string) { s.filter.stage = key; s.show() })
	actions := container.NewHBox(
		k.Button(k.T("board.papers"), theme.DocumentSaveIcon(), s.Papers),
		k.Button(k.T("board.papers_of_unit"), theme.DocumentSaveIcon(), s.papersOfChosen),
		k.Button(k.T("board.print"), theme.DocumentPrintIcon(), s.Print),
		k.Button(k.T("board.pdf"), theme.DocumentSaveIcon(), s.Export))
	pickers := container.New(layout.NewCustomPaddedHBoxLayout(8), b.list.object, b.county.object, b.stage.object)
	line := container.New(layout.NewCustomPaddedLayout(1, 3, 1, 1), container.NewBorder(nil, nil, pickers, actions))
	b.object = container.NewVBox(
		container.NewHScroll(b.choice.Object()),
		container.NewHScroll(line))
	return b
}

// show offers what the board has.
func (b *bar) show() {
	f := &b.screen.filter
	f.list = b.list.set(b.screen.lists(), f.list)
	f.county = b.county.set(b.screen.counties(), f.county)
	f.stage = b.stage.set(b.screen.stages(), f.stage)
	b.choice.Set(b.screen.options(), f.show)
}
