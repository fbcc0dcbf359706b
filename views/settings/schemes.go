package settings

import (
	"fyne.io/fyne/v2"

	"yueping/views/schemes"
)

// programSections are 排名口径 and 预警约谈规则 of the shown program.
func (s *Screen) programSections() []fyne.CanvasObject {
	s.schemes, s.rules = schemes.NewSection(s.kit), schemes.NewRules(s.kit)
	s.schemes.Changed = s.rules.Load
	return []fyne.CanvasObject{s.schemes.Object(), s.rules.Object()}
}
