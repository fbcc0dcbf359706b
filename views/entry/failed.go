package entry

import (
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"yueping/views/grid"
)

// editFailed says why nothing was stored. What was typed stays in its cell, so that a sentence is
// enough; of a block nothing is left to be seen, so that it takes a dialog.
func (s *Screen) editFailed(e grid.Edit, err error) {
	if errors.Is(err, grid.ErrReadOnly) {
		s.readOnly(e)
		return
	}
	again := s.failedAt(e.Row, e.Col) != nil
	if !s.grid.Editing() && !again {
		s.kit.Fail(err)
		return
	}
	key := "entry.failed"
	if again && !s.grid.Editing() {
		key = "entry.failed_again"
	}
	s.kit.Log.Error("an edit was refused", "error", err)
	s.kit.Say(s.kit.T(key, "where", s.where(e.Row, e.Col), "text", e.Text, "reason", s.kit.Sentence(err)))
}

// readOnly says why a cell takes nothing.
func (s *Screen) readOnly(e grid.Edit) {
	p, isSpot := s.source.spot(e.Row, e.Col)
	switch {
	case !isSpot:
		s.kit.Say(s.kit.T("days.is_figure", "figure", s.source.figure(e.Row, e.Col).title))
	case s.source.month.Locked():
		s.kit.Tell(s.kit.T("dialog.failed"), s.kit.T("entry.locked"))
	case p.indicator.Derived():
		s.kit.Say(s.kit.T("entry.is_derived", "indicator", p.indicator.Name))
	default:
		s.kit.Say(s.kit.T("entry.not_kept", "indicator", p.indicator.Name, "unit", s.source.month.Table.Roster.Name(p.unit.Key)))
	}
}

// whyFailed is the note of a cell that shows a text which could not be stored.
func (s *Screen) whyFailed(_ grid.Edit, err error) string {
	return s.kit.T("entry.failed_note", "reason", s.kit.Sentence(err))
}

// failedAt gives the text that could not be stored in a cell, nil for none.
func (s *Screen) failedAt(row, col int) *grid.Failed {
	failed := s.grid.FailedEdits()
	i := slices.IndexFunc(failed, func(f grid.Failed) bool { return f.Row == row && f.Col == col })
	if i < 0 {
		return nil
	}
	return &failed[i]
}

// where names a cell: its unit and what stands there.
func (s *Screen) where(row, col int) string {
	if row >= s.source.Rows() || col >= len(s.source.Columns()) {
		return ""
	}
	u := s.source.unit(row)
	return s.source.month.Table.Roster.Name(u.Key) + " " + s.source.figureTitle(row, col)
}

// Unsaved names the texts that could not be stored with their places; where typing, the one of an open
// editor, too.
func (s *Screen) Unsaved(typing bool) []string {
	if s.grid == nil {
		return nil
	}
	name := func(row, col int, text string) string {
		return s.kit.T("entry.unsaved", "where", s.where(row, col), "text", text)
	}
	var texts []string
	for _, f := range s.grid.FailedEdits() {
		texts = append(texts, name(f.Row, f.Col, f.Text))
	}
	if typing && s.grid.Editing() {
		row, col := s.grid.Cursor()
		texts = append(texts, name(row, col, s.grid.EditorText()))
	}
	return texts
}

// swap gives the grid another source. What could not be stored in the one before it has no cell any
// more: it is named, so that nothing typed is lost without a word.
func (s *Screen) swap(next *source) {
	if !s.grid.SetSource(next) {
		texts := s.Unsaved(true)
		s.grid.DropFailed()
		s.grid.TypedKey(escape)
		s.kit.Tell(s.kit.T("entry.lost_title"), s.kit.T("entry.lost", "texts", strings.Join(texts, "、")))
		s.grid.SetSource(next)
	}
	s.source = next
}

var escape = &fyne.KeyEvent{Name: fyne.KeyEscape}
