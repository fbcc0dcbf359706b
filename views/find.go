package views

import (
	"context"

	"yueping/views/find"
	"yueping/views/kit"
	"yueping/views/parts"
)

// find asks for a unit of the month and leads to its line: on a screen that finds for itself there, else in 录入.
func (s *shell) find() {
	if f, ok := s.current.(kit.Finder); ok {
		f.Find()
		return
	}
	place := s.place
	if place.Program == nil || !s.current.Leave() {
		return
	}
	kit.Background(s.kit, func(ctx context.Context) (*find.Index, error) {
		roster, err := s.kit.Workspace.Roster(ctx, place.Program.Key, place.Month)
		if err != nil {
			return nil, err
		}
		return find.NewIndex(roster), nil
	}, func(index *find.Index) {
		parts.AskUnit(s.kit, index, nil, func(unit string) { s.lead("entry", unit, "") })
	})
}
