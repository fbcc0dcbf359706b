package views

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"yueping/views/grid"
)

// gridLine is a line of the grid's keys as people know them, with a message "key.grid."+name: the
// keys of some actions, or, with keys, what stands for them.
type gridLine struct {
	name    string
	keys    string
	actions []grid.Action
}

// gridLines cover every action of the grid's key table.
var gridLines = []gridLine{
	{name: "edit", actions: []grid.Action{grid.EditCell, grid.EditEmpty}},
	{name: "enter", actions: []grid.Action{grid.CommitForward, grid.CommitBack}},
	{name: "tab", actions: []grid.Action{grid.CommitNext, grid.CommitPrevious}},
	{name: "escape", actions: []grid.Action{grid.EditCancel}},
	{name: "clear", actions: []grid.Action{grid.Clear}},
	{name: "states", keys: "w / b"}, // typed like any text; the workspace reads them
	{name: "list", actions: []grid.Action{grid.OpenList}},
	{name: "note", actions: []grid.Action{grid.ShowNote}},
	{name: "clipboard", actions: []grid.Action{grid.Copy, grid.Cut, grid.Paste}},
	{name: "fill", actions: []grid.Action{grid.FillDown, grid.FillRight, grid.FillSelection}},
	{name: "whole", actions: []grid.Action{grid.SelectAll, grid.SelectColumns, grid.SelectRows}},
	{name: "move", actions: []grid.Action{grid.MoveUp, grid.MoveDown, grid.MoveLeft, grid.MoveRight}},
	{name: "edge", actions: []grid.Action{grid.MoveEdgeUp, grid.MoveEdgeDown, grid.MoveEdgeLeft, grid.MoveEdgeRight}},
	{name: "line", actions: []grid.Action{grid.MoveRowStart, grid.MoveRowEnd}},
	{name: "corner", actions: []grid.Action{grid.MoveGridStart, grid.MoveGridEnd}},
	{name: "page", actions: []grid.Action{grid.MovePageUp, grid.MovePageDown}},
	{name: "select", keys: "Shift+…", actions: selecting()},
}

// selecting are the actions that extend the selection: those that move, with Shift.
func selecting() []grid.Action {
	var result []grid.Action
	for _, b := range grid.Keys() {
		if strings.HasPrefix(string(b.Action), "select.") {
			result = append(result, b.Action)
		}
	}
	return result
}

// label is the keys of a line, as the grid's table has them: Ctrl+C / X / V.
func (l gridLine) label() string {
	if l.keys != "" {
		return l.keys
	}
	var parts []string
	last := fyne.KeyModifier(0)
	for i, action := range l.actions {
		bindings := grid.Keys()
		at := slices.IndexFunc(bindings, func(b grid.Binding) bool { return b.Action == action })
		if at < 0 {
			continue
		}
		b := bindings[at]
		name := keyName(b.Key)
		if b.Modifier != last || i == 0 {
			name = modifierName(b.Modifier) + name
		}
		last = b.Modifier
		parts = append(parts, name)
	}
	return strings.Join(parts, " / ")
}

// modifierName is what stands before a key that is pressed with modifiers.
func modifierName(m fyne.KeyModifier) string {
	name := ""
	for _, one := range []struct {
		modifier fyne.KeyModifier
		name     string
	}{{fyne.KeyModifierControl, "Ctrl+"}, {fyne.KeyModifierSuper, "⌘"}, {fyne.KeyModifierAlt, "Alt+"}, {fyne.KeyModifierShift, "Shift+"}} {
		if m&one.modifier != 0 {
			name += one.name
		}
	}
	return name
}

// keyName is what stands on a key.
func keyName(key fyne.KeyName) string {
	names := map[fyne.KeyName]string{fyne.KeyReturn: "Enter", fyne.KeyEscape: "Esc", fyne.KeySpace: "Space", fyne.KeyUp: "↑", fyne.KeyDown: "↓",
		fyne.KeyLeft: "←", fyne.KeyRight: "→", fyne.KeyPageUp: "PageUp", fyne.KeyPageDown: "PageDown", fyne.KeyBackspace: "Backspace"}
	if name, ok := names[key]; ok {
		return name
	}
	return string(key)
}
