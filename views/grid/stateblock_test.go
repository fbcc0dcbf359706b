package grid

import (
	"strings"

	"fyne.io/fyne/v2"
	"pgregory.net/rapid"
)

// The steps of the state machine that work on the whole selection.

func (s *machine) copy(t *rapid.T) {
	s.browsing(t)
	r := s.m.area()
	var want [][]string
	for row := r.Top; row <= r.Bottom; row++ {
		var line []string
		for col := r.Left; col <= r.Right; col++ {
			line = append(line, s.m.value(place{row, col}))
		}
		want = append(want, line)
	}
	if rapid.Bool().Draw(t, "cut") {
		s.b.press(fyne.KeyX, ctrl)
		s.m.writeArea(r, func(place) string { return "" })
	} else {
		s.b.press(fyne.KeyC, ctrl)
	}
	if got := fyne.CurrentApp().Clipboard().Content(); got != FormatTSV(want) {
		t.Fatalf("copied %q, want %q", got, want)
	}
}

func (s *machine) paste(t *rapid.T) {
	s.browsing(t)
	texts := rapid.SampledFrom([]string{"", "3", "乙", "a\tb", "\"c\r\nd\"", "!"})
	block := rapid.SliceOfN(rapid.SliceOfN(texts, 1, 3), 1, 3).Draw(t, "block")
	if rapid.Bool().Draw(t, "good") {
		for _, line := range block {
			for i := range line {
				line[i] = strings.ReplaceAll(line[i], "!", "5")
			}
		}
	}
	fyne.CurrentApp().Clipboard().SetContent(FormatTSV(block))
	s.b.press(fyne.KeyV, ctrl)
	s.m.paste(block)
}

func (s *machine) fill(t *rapid.T) {
	s.browsing(t)
	r := s.m.area()
	if rapid.Bool().Draw(t, "down") {
		s.b.press(fyne.KeyD, ctrl)
		top := r.Top
		if r.Rows() == 1 {
			top--
		} else {
			r.Top++
		}
		if top >= 0 {
			s.m.writeArea(r, func(p place) string { return s.m.value(place{top, p.col}) })
		}
		return
	}
	s.b.press(fyne.KeyR, ctrl)
	left := r.Left
	if r.Cols() == 1 {
		left--
	} else {
		r.Left++
	}
	if left >= 0 {
		s.m.writeArea(r, func(p place) string { return s.m.value(place{p.row, left}) })
	}
}

func (s *machine) fillAll(*rapid.T) {
	s.b.press(fyne.KeyReturn, ctrl)
	switch {
	case s.m.empty():
	case s.m.mode != Browsing:
		if s.m.writeArea(s.m.area(), func(place) string { return s.m.text }) {
			s.m.close()
		} else {
			s.m.held, s.m.isHeld = s.m.text, true
		}
	case s.m.area().Cells() > 1:
		text := s.m.value(s.m.sel.anchor)
		s.m.writeArea(s.m.area(), func(place) string { return text })
	}
}

func (s *machine) handle(t *rapid.T) {
	s.browsing(t)
	p, r := s.anyCell(t), s.m.area()
	if s.b.hitAt(s.b.handlePos()).zone != zoneHandle {
		t.Skip()
	}
	s.b.down(s.b.handlePos(), 0)
	s.b.dragTo(s.b.pos(p.row, p.col))
	s.b.MouseUp(nil)
	s.m.runCol = -1
	down, across := max(p.row-r.Bottom, r.Top-p.row, 0), max(p.col-r.Right, r.Left-p.col, 0)
	whole, target := r, r
	switch {
	case down == 0 && across == 0:
		return
	case float32(down)*s.b.geo.rowH >= float32(across)*80 && p.row > r.Bottom:
		whole.Bottom, target.Top, target.Bottom = p.row, r.Bottom+1, p.row
	case float32(down)*s.b.geo.rowH >= float32(across)*80:
		whole.Top, target.Top, target.Bottom = p.row, p.row, r.Top-1
	case p.col > r.Right:
		whole.Right, target.Left, target.Right = p.col, r.Right+1, p.col
	default:
		whole.Left, target.Left, target.Right = p.col, p.col, r.Left-1
	}
	if s.m.writeArea(target, func(p place) string {
		return s.m.value(place{r.Top + (p.row-r.Top+100*r.Rows())%r.Rows(), r.Left + (p.col-r.Left+100*r.Cols())%r.Cols()})
	}) {
		tall, wide := s.m.sel.tall, s.m.sel.wide
		s.m.sel = span(place{whole.Top, whole.Left}, place{whole.Bottom, whole.Right})
		s.m.sel.tall, s.m.sel.wide = tall, wide
	}
}
