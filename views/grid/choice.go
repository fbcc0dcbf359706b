package grid

import (
	"fyne.io/fyne/v2"
)

// choiceRows is how many options the list shows at once.
const choiceRows = 8

// choiceState is the list under an editor on a cell of choices.
type choiceState struct {
	kind  *Choice // nil: no list
	found []int   // of the options, those that fit what is typed
	at    int     // which of them is lit; -1 for none
	top   int     // the first one that shows
	moved bool    // the light was moved by hand
}

// startChoice opens the list where the editor has one.
func (g *Grid) startChoice() {
	g.choice = choiceState{at: -1}
	kind, ok := g.columns[g.edit.at.col].Kind.(*Choice)
	if !ok {
		return
	}
	g.choice.kind = kind
	if g.edit.mode == Typing && g.editor.Text != "" {
		g.narrow()
		return
	}
	// A cell that is taken up offers everything, with its own value lit.
	for i, o := range kind.Options {
		g.choice.found = append(g.choice.found, i)
		if o.Text == g.editor.Text {
			g.choice.at = i
		}
	}
	g.light(g.choice.at)
}

// narrow keeps the options that fit what is typed, and lights the best.
func (g *Grid) narrow() {
	c := &g.choice
	if c.kind == nil {
		return
	}
	c.found, c.moved, c.top, c.at = c.kind.find(g.editor.Text), false, 0, -1
	if g.editor.Text != "" && len(c.found) > 0 {
		c.at = 0
	}
}

func (g *Grid) endChoice() {
	g.choice = choiceState{at: -1}
	g.placeChoice()
}

// light moves the light and keeps it in sight.
func (g *Grid) light(at int) {
	c := &g.choice
	c.at = max(-1, min(at, len(c.found)-1))
	if c.at >= 0 {
		c.top = max(min(c.top, c.at), c.at-choiceRows+1)
	}
}

// choiceKey is what the keys mean that move in the list.
func (g *Grid) choiceKey(key fyne.KeyName, mod fyne.KeyModifier) bool {
	c := &g.choice
	if c.kind == nil || len(c.found) == 0 || mod != 0 {
		return false
	}
	to := c.at
	switch key {
	case fyne.KeyUp:
		to = max(0, to-1)
	case fyne.KeyDown:
		to++
	case fyne.KeyPageUp:
		to = max(0, to-choiceRows)
	case fyne.KeyPageDown:
		to += choiceRows
	default:
		return false
	}
	c.moved = true
	g.light(to)
	g.reveal(g.edit.at)
	g.placeChoice()
	return true
}

// chosen is the text to commit: the lit option's, if one was looked for.
func (g *Grid) chosen() string {
	c := g.choice
	if c.kind == nil || c.at < 0 || (g.editor.Text == "" && !c.moved) {
		return g.editor.Text
	}
	return c.kind.Options[c.found[c.at]].Text
}

// takeChosen puts the lit option's text into the editor.
func (g *Grid) takeChosen() {
	if text := g.chosen(); text != g.editor.Text {
		g.editor.SetText(text)
	}
}

// pick commits an option that was clicked.
func (g *Grid) pick(at int) {
	if at < 0 || at >= len(g.choice.found) {
		return
	}
	g.choice.moved = true
	g.light(at)
	g.leaveEdit()
}
