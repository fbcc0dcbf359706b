package settings

import (
	"fyne.io/fyne/v2"

	"yueping/views/schemes"
)

// schemeSection is 排名口径 of the shown program.
func (s *Screen) schemeSection() fyne.CanvasObject {
	s.schemes = schemes.NewSection(s.kit)
	return s.schemes.Object()
}
