package entry

import "fyne.io/fyne/v2"

// room is a layout that fills its one object, and tells of another width.
type room struct {
	width   float32
	changed func()
}

// Layout gives the objects all the room.
func (r *room) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.NewPos(0, 0))
		o.Resize(size)
	}
	if r.width != size.Width {
		r.width = size.Width
		r.changed()
	}
}

// MinSize is that of the largest object.
func (r *room) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var least fyne.Size
	for _, o := range objects {
		least = least.Max(o.MinSize())
	}
	return least
}

// roomChanged shows or hides the IAQI, where that depends on the room.
func (s *Screen) roomChanged() {
	if s.grid == nil || !s.byDay() || s.view.across || s.view.asked || s.grid.Editing() {
		return
	}
	fyne.Do(func() { s.refill(false) }) // not while the window is being laid out
}

// fitting prepares the view. Where a day is a row, the IAQI are left out if there is no room for them
// and nobody asked for them.
func (s *Screen) fitting() *source {
	next := newSource(s.kit, s.loaded, s.filter, s.view)
	down, isDown := next.sheet.(*daysDown)
	if !isDown || s.view.asked || !down.hasParts() || s.grid.WidthFor(next) <= s.centre.Size().Width {
		return next
	}
	narrow := s.view
	narrow.parts = false
	return newSource(s.kit, s.loaded, s.filter, narrow)
}

// switchParts shows or hides the IAQI, whatever the room.
func (s *Screen) switchParts() {
	down, isDown := s.source.sheet.(*daysDown)
	if !isDown || !s.Leave() {
		return
	}
	v := s.view
	v.asked, v.parts = true, !down.hasParts()
	s.look(v)
	s.toGrid()
}
