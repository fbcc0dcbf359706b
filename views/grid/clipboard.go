package grid

import (
	"fyne.io/fyne/v2"
)

// blockAction is what works on the whole selection.
func (g *Grid) blockAction(a Action, s fyne.Shortcut) {
	area := g.area()
	switch a {
	case SelectAll:
		g.widen(true, true)
	case SelectColumns:
		g.widen(true, g.sel.wide)
	case SelectRows:
		g.widen(g.sel.tall, true)
	case Copy:
		g.copyTo(clipboardOf(s), area)
	case Cut:
		g.copyTo(clipboardOf(s), area)
		g.clear(area)
	case Clear:
		g.clear(area)
	case Paste:
		g.pasteFrom(clipboardOf(s), area)
	case FillDown:
		g.fillDown(area)
	case FillRight:
		g.fillRight(area)
	case FillSelection:
		g.fillSelection(area)
	}
}

// clipboardOf is the clipboard a shortcut came with, else the program's.
func clipboardOf(s fyne.Shortcut) fyne.Clipboard {
	var board fyne.Clipboard
	switch s := s.(type) {
	case *fyne.ShortcutCopy:
		board = s.Clipboard
	case *fyne.ShortcutCut:
		board = s.Clipboard
	case *fyne.ShortcutPaste:
		board = s.Clipboard
	}
	if board == nil {
		board = fyne.CurrentApp().Clipboard()
	}
	return board
}

func (g *Grid) copyTo(board fyne.Clipboard, area Range) {
	block := make([][]string, 0, area.Rows())
	for row := area.Top; row <= area.Bottom; row++ {
		line := make([]string, 0, area.Cols())
		for col := area.Left; col <= area.Right; col++ {
			line = append(line, g.value(row, col))
		}
		block = append(block, line)
	}
	board.SetContent(FormatTSV(block))
}

// pasteFrom applies the part that fits as one step and names the rest.
func (g *Grid) pasteFrom(board fyne.Clipboard, area Range) {
	block := ParseTSV(board.Content())
	if len(block) == 0 {
		return
	}
	plan := planPaste(block, area, g.geo.rows, g.geo.cols())
	if !g.apply(Pasted, g.toSource(plan.edits)) {
		return
	}
	g.choose(span(place{plan.target.Top, plan.target.Left}, place{plan.target.Bottom, plan.target.Right}))
	if len(plan.left) > 0 && g.OnPasteOverflow != nil {
		g.OnPasteOverflow(plan.leftRows, plan.leftCols, plan.left)
	}
}

func (g *Grid) clear(area Range) {
	g.apply(Cleared, g.toSource(fillEdits(area, func(int, int) string { return "" })))
}

// fillDown copies the selection's first row downwards; a single row takes over
// the row above, as in Excel.
func (g *Grid) fillDown(area Range) {
	from := area.Top
	if area.Rows() == 1 {
		from--
	} else {
		area.Top++
	}
	if from >= 0 {
		g.fill(area, func(_, col int) string { return g.value(from, col) })
	}
}

// fillRight copies the selection's first column to the right; a single column
// takes over the column before.
func (g *Grid) fillRight(area Range) {
	from := area.Left
	if area.Cols() == 1 {
		from--
	} else {
		area.Left++
	}
	if from >= 0 {
		g.fill(area, func(row, _ int) string { return g.value(row, from) })
	}
}

// fillSelection writes the editor's text, or else the active cell's value, into
// the whole selection.
func (g *Grid) fillSelection(area Range) {
	if g.edit != nil {
		g.takeChosen()
		text := g.editor.Text
		g.commit(Filled, g.toSource(fillEdits(area, func(int, int) string { return text })))
		return
	}
	if area.Cells() > 1 {
		text := g.value(g.sel.anchor.row, g.sel.anchor.col)
		g.fill(area, func(int, int) string { return text })
	}
}

// fill writes text(row, col), places on the screen, into an area as one step.
func (g *Grid) fill(area Range, text func(row, col int) string) bool {
	return g.apply(Filled, g.toSource(fillEdits(area, text)))
}

// widen makes whole columns (tall) or whole rows (wide) of the selection; the
// active cell stays.
func (g *Grid) widen(tall, wide bool) {
	sel := g.sel
	sel.tall, sel.wide = tall, wide
	g.choose(sel)
}
