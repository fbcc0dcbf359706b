package grid

import (
	"fyne.io/fyne/v2"
)

// editorRoom is the space an editor keeps free after its text.
const editorRoom float32 = 24

// Editing reports whether an editor is open.
func (g *Grid) Editing() bool { return g.edit != nil }

// EditorText is the text of the open editor, empty without one.
func (g *Grid) EditorText() string {
	if g.edit == nil {
		return ""
	}
	return g.editor.Text
}

// mode tells which meaning of a key counts.
func (g *Grid) mode() Mode {
	if g.edit == nil {
		return Browsing
	}
	return g.edit.mode
}

// openEditor opens the editor on the active cell; by typing it starts with
// text instead of the cell's value.
func (g *Grid) openEditor(mode Mode, text string) {
	if !g.hasCells() || g.edit != nil {
		return
	}
	p := g.sel.anchor
	cell := g.source.Cell(p.row, p.col)
	if g.readOnly(p.row, p.col, cell) {
		g.editFailed(Edit{p.row, p.col, text}, ErrReadOnly)
		return
	}
	start := cell.EditText
	if mode == Editing {
		text = start
	}
	g.edit = &editState{at: p, mode: mode, start: start}
	g.editor.SetText(text)
	g.editor.CursorRow, g.editor.CursorColumn = 0, len([]rune(text))
	g.reveal(p)
	g.placeEditor()
	if g.focused {
		g.editor.Entry.FocusGained()
	} else {
		g.editor.Refresh()
	}
}

// FinishEdit commits an open editor. It returns false when the source refused
// the text, which then stays in the editor.
func (g *Grid) FinishEdit() bool {
	if g.edit == nil {
		return true
	}
	text := g.editor.Text
	if g.edit.mode == Editing && text == g.edit.start {
		g.closeEditor()
		return true
	}
	return g.commit(Typed, []Edit{{g.edit.at.row, g.edit.at.col, text}})
}

// commit hands the editor's step to the source and closes the editor if it is taken.
func (g *Grid) commit(kind EditKind, edits []Edit) bool {
	state := g.edit
	// Set before the callbacks: a dialog they open takes the focus, and losing
	// focus must not commit the same text a second time.
	state.refused, state.isRefused = g.editor.Text, true
	if !g.apply(kind, edits) {
		return false
	}
	if g.edit == state {
		g.closeEditor()
	}
	return true
}

// apply hands one step to the source and reports a refusal.
func (g *Grid) apply(kind EditKind, edits []Edit) bool {
	if len(edits) == 0 {
		return true
	}
	if err := g.source.Edit(kind, edits); err != nil {
		g.editFailed(edits[0], err)
		return false
	}
	g.RefreshCells()
	return true
}

func (g *Grid) editFailed(e Edit, err error) {
	if g.OnEditFailed != nil {
		g.OnEditFailed(e, err)
	}
}

// closeEditor drops the editor and its text.
func (g *Grid) closeEditor() {
	g.edit = nil
	g.editor.Entry.FocusLost()
	g.editor.frame.Hide()
	g.editor.cover.Hide()
	g.dirty()
}

// placeEditor puts the editor over its cell: as wide as its text asks for, as
// far as the view goes, and out of sight when its cell is.
func (g *Grid) placeEditor() {
	if g.edit == nil {
		return
	}
	visible, ok := g.geo.visible(g.scroll)
	p := g.edit.at
	if !ok || !visible.Contains(p.row, p.col) {
		g.editor.frame.Hide()
		g.editor.cover.Hide()
		return
	}
	pos, size := g.geo.cell(p)
	wanted := g.typist.width(g.editor.Text) + editorRoom
	room := g.scroll.X + g.geo.body().Width - pos.X
	size.Width = max(size.Width, min(wanted, room))
	for _, o := range []fyne.CanvasObject{g.editor.frame, g.editor.cover} {
		o.Move(pos)
		o.Resize(size)
		o.Show()
	}
	g.dirty()
}

// dirty asks for a new frame on behalf of the editor, which was hidden until now and cannot.
func (g *Grid) dirty() {
	if g.paint != nil {
		g.paint.dirty()
	}
}
