package views

import (
	"slices"
	"testing"

	"yueping/views/grid"
)

// F1 shows a line for every action of the grid's key table, and no action twice.
func TestHelpShowsEveryKeyOfTheGrid(t *testing.T) {
	for _, b := range grid.Keys() {
		lines := 0
		for _, l := range gridLines {
			if slices.Contains(l.actions, b.Action) {
				lines++
			}
		}
		if lines != 1 {
			t.Errorf("%s stands in %d lines", b.Action, lines)
		}
	}
	for name, want := range map[string]string{"enter": "Enter / Shift+Enter", "clipboard": "Ctrl+C / X / V", "fill": "Ctrl+D / R / Enter",
		"edge": "Ctrl+↑ / ↓ / ← / →", "list": "Alt+↓", "whole": "Ctrl+A / Space / Shift+Space", "states": "w / b", "select": "Shift+…"} {
		i := slices.IndexFunc(gridLines, func(l gridLine) bool { return l.name == name })
		if got := gridLines[i].label(); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}
