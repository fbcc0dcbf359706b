package grid

import (
	"cmp"
	"slices"
)

// Failed is a text that the source refused. The cell goes on showing it, with
// MarkError, until Esc drops it there or an edit of the cell is taken.
type Failed struct {
	Edit
	Err error
	// why is the host's sentence about Err.
	why string
}

// over lays the refused text upon what the source has.
func (f Failed) over(c Cell) Cell {
	c.Text, c.EditText, c.Mark, c.Note, c.Dim = f.Text, f.Text, MarkError, f.why, false
	return c
}

// FailedEdits are the texts that the source refused and the user went on from,
// by row and column of the source.
func (g *Grid) FailedEdits() []Failed {
	out := make([]Failed, 0, len(g.failed))
	for _, f := range g.failed {
		out = append(out, f)
	}
	slices.SortFunc(out, func(a, b Failed) int {
		return cmp.Or(cmp.Compare(a.Row, b.Row), cmp.Compare(a.Col, b.Col))
	})
	return out
}

// DropFailed forgets all refused texts; the cells show what the source has.
func (g *Grid) DropFailed() {
	if len(g.failed) > 0 {
		g.failed = nil
		g.RefreshCells()
	}
}

// leaveEdit makes way for another cell: it commits the editor, or, where the
// source has refused this very text before, leaves the text in its cell. So a
// refusal holds the user back once, and never loses what was typed.
func (g *Grid) leaveEdit() bool {
	if g.edit == nil {
		return true
	}
	if !g.edit.isRefused || g.edit.refused != g.editor.Text {
		return g.commitEdit()
	}
	state := g.edit
	if g.failed == nil {
		g.failed = map[place]Failed{}
	}
	f := Failed{Edit: Edit{state.src.row, state.src.col, g.editor.Text}, Err: state.err}
	if g.WhyFailed != nil {
		f.why = g.WhyFailed(f.Edit, f.Err)
	}
	g.failed[state.src] = f
	g.closeEditor()
	g.RefreshCells()
	return true
}

// retryFailed hands all refused texts to the source again. At the first that
// it still refuses it stops, and goes there.
func (g *Grid) retryFailed() bool {
	for _, f := range g.FailedEdits() {
		if g.apply(Typed, []Edit{f.Edit}) {
			continue
		}
		g.Select(f.Row, f.Col)
		return false
	}
	return true
}

// mended forgets the refused texts of cells that an edit was taken for.
func (g *Grid) mended(edits []Edit) {
	if len(g.failed) == 0 {
		return
	}
	for _, e := range edits {
		delete(g.failed, place{e.Row, e.Col})
	}
}

// dropFailedHere is Esc: the active cell shows the source's text again.
func (g *Grid) dropFailedHere() bool {
	p := g.view.place(g.sel.anchor)
	if _, ok := g.failed[p]; !ok {
		return false
	}
	delete(g.failed, p)
	g.RefreshCells()
	return true
}

// dropFailedOutside forgets texts of rows and columns that are no more.
func (g *Grid) dropFailedOutside(rows, cols int) {
	for p := range g.failed {
		if p.row >= rows || p.col >= cols {
			delete(g.failed, p)
		}
	}
}
