package ranking

import (
	"context"

	"fyne.io/fyne/v2"

	"yueping/views/kit"
)

// How much of the room the table keeps: beside the panel of an index with its days, and above that of a
// lone line.
const (
	tableBeside = 0.58
	tableAbove  = 0.72
)

// detail tells of a unit in the panel; "" for none. It is called with every row that is chosen, so arrow
// keys move the panel along.
func (s *Screen) detail(unit string) {
	s.detailing++
	if unit == "" || s.closed {
		s.reveal(false)
		return
	}
	at, r := s.detailing, reader{data: s.data, workspace: s.kit.Workspace, text: s.kit.Text}
	kit.Background(s.kit, func(ctx context.Context) (*detail, error) { return r.read(ctx, unit) }, func(d *detail) {
		if at != s.detailing {
			return
		}
		if d.nothing() {
			s.reveal(false)
			return
		}
		s.panel.show(d)
		s.settle(!d.lone())
		s.reveal(true)
	})
}

// settle puts the panel beside the table, or under it where it holds nothing but a line.
func (s *Screen) settle(beside bool) {
	if s.split.Horizontal == beside && s.placed {
		return
	}
	s.placed = true // a border that the user has moved stays where it is
	s.split.Horizontal = beside
	if beside {
		s.split.Offset = tableBeside
	} else {
		s.split.Offset = tableAbove
	}
	s.split.Refresh()
}

func (s *Screen) reveal(on bool) {
	if s.panel.object.Visible() == on {
		return
	}
	see(s.panel.object, on)
	s.split.Refresh()
}

// open shows the details of the chosen unit after they were closed.
func (s *Screen) open() {
	s.closed = false
	s.detail(s.table.Selected())
}

// shut closes the details until they are asked for again, and gives the keyboard back to the table.
func (s *Screen) shut() {
	s.closed = true
	s.detail("")
	s.kit.Window.Canvas().Focus(s.table.Focusable())
}

// key closes the details with Esc, and opens or closes them with the space bar: Enter is 计算过程.
func (s *Screen) key(e *fyne.KeyEvent) bool {
	shown := s.panel.object.Visible()
	switch {
	case shown && (e.Name == fyne.KeyEscape || e.Name == fyne.KeySpace):
		s.shut()
	case !shown && e.Name == fyne.KeySpace:
		s.open()
	default:
		return false
	}
	return true
}
