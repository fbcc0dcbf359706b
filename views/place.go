package views

import (
	"context"

	"yueping/models"
	"yueping/models/month"
	"yueping/views/kit"
)

// look goes to another place.
func (s *shell) look(p kit.Place) {
	if p == s.place || p.Program == nil || !s.current.Leave() {
		s.header()
		return
	}
	s.status.rest()
	other := p.Program != s.place.Program
	s.place = p
	s.kit.Selection("")
	s.kit.Remember(kit.RememberMonth(p.Program.Key), p.Month.String())
	if other {
		s.kit.Remember(kit.RememberProgram, p.Program.Key)
	}
	s.load()
	s.header()
}

// open goes to a place and a screen at once.
func (s *shell) open(p kit.Place, screen string) {
	s.look(p)
	if s.place == p {
		s.show(screen)
	}
}

// lead goes to a screen, and to a unit and a cell of it.
func (s *shell) lead(screen, unit, indicator string) {
	if !s.show(screen) || unit == "" {
		return
	}
	if r, ok := s.current.(kit.Revealer); ok {
		r.Reveal(unit, indicator)
	}
}

// choose goes to a program, where it was left: its month and its screen.
func (s *shell) choose(p *models.Program) {
	if p == s.place.Program {
		return
	}
	kit.Background(s.kit, func(ctx context.Context) (left, error) {
		at, err := s.kit.MonthOf(ctx, p.Key)
		if err != nil {
			return left{}, err
		}
		screen, err := s.kit.Workspace.Setting(ctx, kit.RememberScreen(p.Key))
		return left{at, screen}, err
	}, func(l left) {
		target, first := kit.Place{Program: p, Month: l.month}, s.place.Program == nil
		s.look(target)
		switch {
		case s.place == target && screenOf(l.screen) != nil:
			s.show(l.screen)
		case first:
			s.show(s.current.Key())
		}
		s.focusWork()
	})
}

// left is where a program was left.
type left struct {
	month  month.Month
	screen string
}

// step goes to a neighbouring month.
func (s *shell) step(months int) {
	s.look(kit.Place{Program: s.place.Program, Month: s.place.Month + month.Month(months)})
	s.focusWork()
}
