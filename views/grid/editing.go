package grid

import (
	"strings"

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
	src := g.view.place(p)
	cell := g.source.Cell(src.row, src.col)
	if g.readOnly(p.row, p.col, cell) {
		g.editFailed(Edit{src.row, src.col, text}, ErrReadOnly)
		return
	}
	start := entryText(cell.EditText)
	if mode == Editing {
		// A refused text is taken up again; what it is compared with is the source's.
		text = entryText(g.value(p.row, p.col))
	}
	g.edit = &editState{at: p, src: src, mode: mode, start: start}
	g.editor.SetText(text)
	g.editor.CursorRow = strings.Count(text, "\n")
	g.editor.CursorColumn = len([]rune(text[strings.LastIndex(text, "\n")+1:]))
	g.reveal(p)
	g.startChoice()
	g.placeEditor()
	g.repaintSelection()
	if g.focused {
		g.editor.Entry.FocusGained()
	} else {
		g.editor.Refresh()
	}
}

// entryText is a text as an entry keeps it: compared with anything else, a text
// that nobody touched would look changed.
func entryText(text string) string { return strings.ReplaceAll(text, "\r\n", "\n") }

// FinishEdit commits an open editor, and tries the texts once more that the
// source refused before. It returns false when one is refused again: it then
// stays in the editor, or in its cell, which is selected.
func (g *Grid) FinishEdit() bool {
	return g.commitEdit() && g.retryFailed()
}

// commitEdit commits an open editor.
func (g *Grid) commitEdit() bool {
	if g.edit == nil {
		return true
	}
	g.takeChosen()
	text := g.editor.Text
	_, failed := g.failed[g.edit.src]
	if g.edit.mode == Editing && text == g.edit.start {
		if failed {
			delete(g.failed, g.edit.src)
			g.RefreshCells()
		}
		g.closeEditor()
		return true
	}
	return g.commit(Typed, []Edit{{g.edit.src.row, g.edit.src.col, text}})
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

// apply hands one step, in the source's places, to the source and reports a refusal.
func (g *Grid) apply(kind EditKind, edits []Edit) bool {
	if len(edits) == 0 {
		return true
	}
	if err := g.source.Edit(kind, edits); err != nil {
		if g.edit != nil {
			g.edit.err = err
		}
		g.editFailed(edits[0], err)
		return false
	}
	g.mended(edits)
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
	g.endChoice()
	g.editor.Entry.FocusLost()
	g.editor.frame.Hide()
	g.editor.cover.Hide()
	g.editor.alarm.Hide()
	g.repaintSelection()
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
		g.editor.alarm.Hide()
		g.placeChoice()
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
	g.placeAlarm(pos, size)
	g.placeChoice()
	g.dirty()
}

// dirty asks for a new frame on behalf of the editor, which was hidden until now and cannot.
func (g *Grid) dirty() {
	if g.paint != nil {
		g.paint.dirty()
	}
}
