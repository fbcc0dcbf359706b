package views

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"yueping/views/kit"
)

// rankingKeys are the keys of 排名 and its 计算过程, each with a message "key.ranking."+name.
var rankingKeys = []struct{ keys, name string }{
	{"Enter", "explain"}, {"Space", "details"}, {"↑ / ↓", "unit"}, {"PageUp / PageDown", "page"}, {"Ctrl+C", "copy"}, {"Esc", "back"},
}

// help shows the key table.
func (s *shell) help() {
	window := container.NewVBox(kit.Heading(s.kit.T("keys.window")))
	for _, b := range bindings() {
		window.Add(s.helpLine(b.keys(), "key."+b.name))
	}
	grid := container.NewVBox(kit.Heading(s.kit.T("keys.grid")))
	for _, l := range gridLines {
		grid.Add(s.helpLine(l.label(), "key.grid."+l.name))
	}
	grid.Add(kit.Heading(s.kit.T("keys.ranking")))
	for _, r := range rankingKeys {
		grid.Add(s.helpLine(r.keys, "key.ranking."+r.name))
	}
	text := container.NewVScroll(container.NewGridWithColumns(2, window, grid))
	d := dialog.NewCustom(s.kit.T("keys.title"), s.kit.T("dialog.close"), text, s.window)
	d.Resize(fyne.NewSize(900, 600))
	d.Show()
}

func (s *shell) helpLine(keys, message string) fyne.CanvasObject {
	words := s.kit.T(message)
	if screen := message[len("key."):]; len(screen) > 7 && screen[:7] == "screen." {
		words = s.kit.T(screen)
	}
	return container.NewBorder(nil, nil, kit.Narrow(150, widget.NewLabel(keys)), nil, widget.NewLabel(words))
}
