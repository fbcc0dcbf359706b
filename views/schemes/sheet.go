package schemes

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"yueping/views/kit"
)

// sheet is a surface over the whole window. Unlike a dialog it follows the window's size, so that a
// long form keeps its buttons in sight at every size.
type sheet struct {
	window fyne.Window
	object fyne.CanvasObject
}

// lay puts content over the window.
func lay(w fyne.Window, content fyne.CanvasObject) *sheet {
	panel := container.NewStack(kit.NewGround(theme.ColorNameOverlayBackground),
		container.New(layout.NewCustomPaddedLayout(8, 8, 12, 12), content))
	s := &sheet{window: w}
	s.object = container.NewStack(kit.NewGround(theme.ColorNameShadow), container.New(margins{}, panel))
	s.object.Resize(w.Canvas().Size())
	w.Canvas().Overlays().Add(s.object)
	return s
}

// remove takes the sheet away.
func (s *sheet) remove() { s.window.Canvas().Overlays().Remove(s.object) }

// margins leaves a rim around the panel, hardly any where the window is small.
type margins struct{}

// Layout places the panel.
func (margins) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	rim := min(24, size.Width/100)
	for _, o := range objects {
		o.Move(fyne.NewPos(rim, rim))
		o.Resize(fyne.NewSize(size.Width-2*rim, size.Height-2*rim))
	}
}

// MinSize asks for nothing: the sheet takes what the window has.
func (margins) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// sideBySide is the width from which the form and its preview stand beside each other.
const sideBySide = 1000

// split lays the form and its preview out beside each other, or shows the one that is looked at where
// the window is too narrow for both.
type split struct {
	tabs    fyne.CanvasObject // choose between the two
	fields  fyne.CanvasObject
	preview fyne.CanvasObject
	second  bool // the preview is looked at
}

// Layout places the two.
func (s *split) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	put := func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
	}
	wide := size.Width >= sideBySide
	show(s.tabs, !wide)
	show(s.fields, wide || !s.second)
	show(s.preview, wide || s.second)
	if wide {
		half := size.Width * 0.48
		put(s.fields, 0, 0, half, size.Height)
		put(s.preview, half+12, 0, size.Width-half-12, size.Height)
		return
	}
	head := s.tabs.MinSize().Height
	put(s.tabs, 0, 0, size.Width, head)
	put(s.fields, 0, head+4, size.Width, size.Height-head-4)
	put(s.preview, 0, head+4, size.Width, size.Height-head-4)
}

// MinSize asks for little: both sides scroll.
func (s *split) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(300, 120) }

// show hides and shows without repainting what is as it should be.
func show(o fyne.CanvasObject, visible bool) {
	switch {
	case visible && !o.Visible():
		o.Show()
	case !visible && o.Visible():
		o.Hide()
	}
}
