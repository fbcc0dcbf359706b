package views

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"yueping/views/kit"
)

// gridKeys are the keys of the grid as people know them, each with a message "key.grid."+name.
var gridKeys = []struct{ keys, name string }{
	{"F2", "edit"}, {"Enter / Shift+Enter", "enter"}, {"Tab / Shift+Tab", "tab"}, {"Esc", "escape"}, {"Delete", "clear"},
	{"w / b", "states"}, {"Alt+↓", "list"}, {"Shift+F2", "note"}, {"Ctrl+C / X / V", "clipboard"}, {"Ctrl+D / R / Enter", "fill"}, {"Shift+…", "select"},
	{"Ctrl+…", "edge"}, {"Home / End", "line"}, {"Ctrl+Home / End", "corner"}, {"PageUp / PageDown", "page"},
}

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
	for _, g := range gridKeys {
		grid.Add(s.helpLine(g.keys, "key.grid."+g.name))
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
