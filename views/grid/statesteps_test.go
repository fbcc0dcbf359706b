package grid

import (
	"fyne.io/fyne/v2"
	"pgregory.net/rapid"
)

// The steps of the state machine that are more than a move.

func (s *machine) enter(t *rapid.T) {
	mod, dir := fyne.KeyModifier(0), 1
	if rapid.Bool().Draw(t, "shift") {
		mod, dir = shift, -1
	}
	s.b.press(fyne.KeyReturn, mod)
	if s.m.empty() || !s.m.leave() {
		return
	}
	p := place{s.m.sel.anchor.row + dir, s.m.sel.anchor.col}
	if s.m.runCol >= 0 {
		p.col = s.m.runCol
	}
	s.m.runCol = -1
	s.m.goTo(p)
}

func (s *machine) tab(t *rapid.T) {
	mod, dir := fyne.KeyModifier(0), 1
	if rapid.Bool().Draw(t, "shift") {
		mod, dir = shift, -1
	}
	s.b.press(fyne.KeyTab, mod)
	if s.m.empty() || !s.m.leave() {
		return
	}
	if s.m.runCol < 0 {
		s.m.runCol = s.m.sel.anchor.col
	}
	s.m.goTo(s.m.tab(dir))
}

func (s *machine) typed(t *rapid.T) {
	text := rapid.SampledFrom([]string{"1", "7", "甲", "!"}).Draw(t, "rune")
	s.b.typing(text)
	if s.m.mode != Browsing {
		s.m.text += text
		return
	}
	s.m.open(Typing, text)
}

func (s *machine) f2(*rapid.T) {
	s.b.press(fyne.KeyF2)
	switch {
	case s.m.empty():
	case s.m.mode == Browsing:
		s.m.open(Editing, "")
	default:
		s.m.mode = (Typing | Editing) &^ s.m.mode
	}
}

func (s *machine) rub(*rapid.T) {
	s.b.press(fyne.KeyBackspace)
	if s.m.mode == Browsing {
		s.m.open(Typing, "")
		return
	}
	if r := []rune(s.m.text); len(r) > 0 {
		s.m.text = string(r[:len(r)-1])
	}
}

func (s *machine) escape(*rapid.T) {
	s.b.press(fyne.KeyEscape)
	if s.m.mode == Browsing && !s.m.empty() {
		delete(s.m.refused, s.m.src(s.m.sel.anchor))
	}
	s.m.close()
}

func (s *machine) delete(t *rapid.T) {
	s.browsing(t)
	s.b.press(fyne.KeyDelete)
	s.m.writeArea(s.m.area(), func(place) string { return "" })
}

func (s *machine) click(t *rapid.T) {
	p := s.anyCell(t)
	mod := rapid.SampledFrom([]fyne.KeyModifier{0, shift}).Draw(t, "shift")
	if pos := s.b.pos(p.row, p.col); s.b.edit != nil && s.b.edit.at == p || s.b.hitAt(pos).zone != zoneCells {
		t.Skip()
	}
	s.b.clickAt(s.b.pos(p.row, p.col), mod)
	if !s.m.leave() {
		return
	}
	s.m.runCol = -1
	if mod == shift {
		s.m.sel = span(s.m.sel.anchor, p)
	} else {
		s.m.goTo(p)
	}
}

func (s *machine) drag(t *rapid.T) {
	s.browsing(t)
	p, q := s.anyCell(t), s.anyCell(t)
	s.b.down(s.b.pos(p.row, p.col), 0)
	s.b.dragTo(s.b.pos(q.row, q.col))
	s.b.MouseUp(nil)
	s.m.runCol, s.m.sel = -1, span(p, q)
}

func (s *machine) columns(t *rapid.T) {
	p, q := s.anyCell(t), s.anyCell(t)
	s.b.down(fyne.NewPos(s.b.pos(0, p.col).X, s.b.geo.headerH()-8), 0)
	s.b.dragTo(fyne.NewPos(s.b.pos(0, q.col).X, 5))
	s.b.MouseUp(nil)
	if s.m.leave() {
		first := place{s.b.firstRow(), p.col}
		s.m.runCol, s.m.sel = -1, selection{anchor: first, extent: place{first.row, q.col}, tall: true}
	}
}

func (s *machine) rows(t *rapid.T) {
	p, q := s.anyCell(t), s.anyCell(t)
	s.b.down(fyne.NewPos(5, s.b.pos(p.row, 0).Y), 0)
	s.b.dragTo(s.b.pos(q.row, q.col))
	s.b.MouseUp(nil)
	if s.m.leave() {
		first := place{p.row, s.b.firstCol()}
		s.m.runCol, s.m.sel = -1, selection{anchor: first, extent: place{q.row, first.col}, wide: true}
	}
}

func (s *machine) whole(t *rapid.T) {
	s.browsing(t)
	switch rapid.IntRange(0, 2).Draw(t, "what") {
	case 0:
		s.b.press(fyne.KeySpace, ctrl)
		s.m.sel.tall = true
	case 1:
		s.b.press(fyne.KeySpace, shift)
		s.m.sel.wide = true
	default:
		s.b.press(fyne.KeyA, ctrl)
		s.m.sel.tall, s.m.sel.wide = true, true
	}
}
