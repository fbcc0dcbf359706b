package views

import (
	"slices"

	"fyne.io/fyne/v2"

	"yueping/models"
	"yueping/views/kit"
)

// changed says that a month's content is stored, and shows it.
func (s *shell) changed() {
	s.status.saved()
	if k, ok := s.current.(kit.Keeper); ok {
		if texts := k.Unsaved(false); len(texts) > 0 {
			s.kit.Say(s.kit.T("bar.unsaved", "count", len(texts)))
		}
	}
	s.reload()
}

// reload reads anew what is shown, once for many changes.
func (s *shell) reload() {
	if s.reloading {
		return
	}
	s.reloading = true
	fyne.Do(func() {
		s.reloading = false
		s.load()
		s.header()
	})
}

// rulesChanged takes in the programs as they are now.
func (s *shell) rulesChanged() {
	kit.Background(s.kit, s.kit.Workspace.Programs, func(programs []*models.Program) {
		s.programs = programs
		s.strip.begin("")
		if s.place.Program == nil && len(programs) > 0 {
			s.choose(programs[0])
			return
		}
		i := slices.IndexFunc(programs, func(p *models.Program) bool {
			return s.place.Program != nil && p.Key == s.place.Program.Key
		})
		if i >= 0 {
			s.place.Program = programs[i]
		}
		s.reload() // who changed the rules says so
	})
}
