package grid

import (
	"strings"

	"fyne.io/fyne/v2"
)

// perform carries out one action of the key table. An action that leaves the
// editor does nothing more when the commit fails.
func (g *Grid) perform(a Action, s fyne.Shortcut) {
	if !g.hasCells() {
		if a == OpenList && len(g.columns) > 0 { // a filter that keeps no row must be reached to be lifted
			g.openMenu(hit{zone: zoneSign, col: bound(g.sel.anchor.col, len(g.columns))})
		}
		return
	}
	name := string(a)
	switch {
	case strings.HasPrefix(name, movePrefix):
		g.move(a, false)
	case strings.HasPrefix(name, selectPrefix):
		g.move(movePrefix+a[len(selectPrefix):], true)
	case strings.HasPrefix(name, "commit."):
		g.commitAndGo(a)
	case strings.HasPrefix(name, "edit."):
		g.editAction(a)
	default:
		g.blockAction(a, s)
	}
}

// move goes to another cell, or extends the selection towards it.
func (g *Grid) move(a Action, extend bool) {
	if !g.leaveEdit() {
		return
	}
	g.run = tabRun{}
	if extend {
		sel := g.sel
		sel.extent = g.target(a, sel.extent)
		g.choose(sel)
		g.revealExtent()
		return
	}
	g.goTo(g.target(a, g.sel.anchor))
}

// goTo makes one cell the selection without ending a run of Tabs.
func (g *Grid) goTo(p place) {
	g.choose(at(p))
	g.reveal(g.sel.extent)
}

// target is where a move from p ends.
func (g *Grid) target(a Action, p place) place {
	rows, cols := g.geo.rows, g.geo.cols()
	switch a {
	case MoveUp:
		p.row--
	case MoveDown:
		p.row++
	case MoveLeft:
		p.col--
	case MoveRight:
		p.col++
	case MoveRowStart:
		p.col = 0
	case MoveRowEnd:
		p.col = cols - 1
	case MoveGridStart:
		p = place{}
	case MoveGridEnd:
		p = place{rows - 1, cols - 1}
	case MovePageUp:
		p.row -= g.geo.pageRows()
	case MovePageDown:
		p.row += g.geo.pageRows()
	default:
		p = g.jump(a, p)
	}
	return p.clamp(rows, cols)
}

// jump is where Ctrl+arrow ends.
func (g *Grid) jump(a Action, p place) place {
	filled := func(row, col int) bool {
		c := g.cell(row, col)
		return c.Text != "" || c.EditText != ""
	}
	inColumn := func(i int) bool { return filled(i, p.col) }
	inRow := func(i int) bool { return filled(p.row, i) }
	switch a {
	case MoveEdgeUp:
		p.row = edge(g.geo.rows, p.row, -1, inColumn)
	case MoveEdgeDown:
		p.row = edge(g.geo.rows, p.row, +1, inColumn)
	case MoveEdgeLeft:
		p.col = edge(g.geo.cols(), p.col, -1, inRow)
	case MoveEdgeRight:
		p.col = edge(g.geo.cols(), p.col, +1, inRow)
	}
	return p
}

// commitAndGo is Enter and Tab. A run of Tabs remembers its first column, and
// Enter goes back under it.
func (g *Grid) commitAndGo(a Action) {
	if !g.leaveEdit() {
		return
	}
	p, run := g.sel.anchor, g.run
	switch a {
	case CommitNext, CommitPrevious:
		if !run.on {
			run = tabRun{on: true, col: p.col}
		}
		p = g.tabStep(p, a == CommitNext)
	case CommitForward, CommitBack:
		p = g.enterStep(p, run, a == CommitForward)
		run = tabRun{}
	}
	g.run = run
	g.goTo(p)
}

func (g *Grid) tabStep(p place, forward bool) place {
	dir := -1
	if forward {
		dir = 1
	}
	return step(p, dir, g.geo.rows, g.geo.cols(), func(col int) bool {
		return g.TabSkipsReadOnly && g.columns[col].ReadOnly
	})
}

func (g *Grid) enterStep(p place, run tabRun, forward bool) place {
	if g.EnterMovesRight && !run.on {
		return g.tabStep(p, forward)
	}
	if run.on {
		p.col = run.col
	}
	if forward {
		p.row++
	} else {
		p.row--
	}
	return p.clamp(g.geo.rows, g.geo.cols())
}

func (g *Grid) editAction(a Action) {
	switch {
	case a == EditCancel && g.edit == nil: // done before the key table was asked
	case a == EditCancel:
		g.closeEditor()
	case a == ShowNote:
		g.reveal(g.sel.anchor)
		g.showNote(g.sel.anchor)
	case a == OpenList:
		g.openList()
	case a == EditEmpty:
		g.openEditor(Typing, "")
	case g.edit == nil:
		g.openEditor(Editing, "")
	default: // F2 changes what the arrow keys do
		g.edit.mode = (Typing | Editing) &^ g.edit.mode
	}
}

// openList is Alt+Down: the options of a choice, else the menu of the column.
func (g *Grid) openList() {
	p := g.sel.anchor
	if _, ok := g.columns[p.col].Kind.(*Choice); ok {
		g.openEditor(Editing, "")
		return
	}
	g.openMenu(hit{zone: zoneSign, col: p.col})
}

// cancelHere is Esc without an editor: it lets go of the handle, else drops a
// refused text. It reports whether there was anything to take back.
func (g *Grid) cancelHere() bool {
	if g.drag.zone == zoneHandle {
		g.drag = dragState{}
		g.repaintSelection()
		return true
	}
	return g.hasCells() && g.dropFailedHere()
}
