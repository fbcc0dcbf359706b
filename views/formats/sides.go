package formats

import "fyne.io/fyne/v2"

// The widths from which the form and the first page stand beside each other, and of the page then.
const (
	besideWidth = 760
	sheetWidth  = 400
)

// sides lays the form and the first page out beside each other, or shows the one that is looked at where there
// is no room for both.
type sides struct {
	form, sheet, turn fyne.CanvasObject // turn goes from one to the other
	foot              *fyne.Container   // where turn is
	looking           bool              // at the page
}

// Layout places the two.
func (s *sides) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	wide := size.Width >= besideWidth
	if s.turn.Visible() == wide {
		visible(s.turn, !wide)
		s.foot.Refresh()
	}
	visible(s.form, wide || !s.looking)
	visible(s.sheet, wide || s.looking)
	room, page := size.Width, size.Width
	if wide {
		room, page = size.Width-sheetWidth, sheetWidth
	}
	s.form.Move(fyne.NewPos(0, 0))
	s.form.Resize(fyne.NewSize(room, size.Height))
	s.sheet.Move(fyne.NewPos(size.Width-page, 0))
	s.sheet.Resize(fyne.NewSize(page, size.Height))
}

// MinSize asks for little: the form scrolls, and the page shrinks.
func (s *sides) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(300, 120) }

// visible shows and hides without repainting what is as it should be.
func visible(o fyne.CanvasObject, on bool) {
	switch {
	case on && !o.Visible():
		o.Show()
	case !on && o.Visible():
		o.Hide()
	}
}
