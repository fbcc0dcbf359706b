package entry

import (
	"context"

	"yueping/views/kit"
)

// Load reads a place.
func (s *Screen) Load(place kit.Place) {
	if s.place.Program != nil && place.Program.Key != s.place.Program.Key {
		s.filter, s.view = "", view{}
	}
	var left *view
	if s.loaded.month != nil && place.Program.Key == s.loaded.month.Program.Key {
		left = &s.view
	}
	s.place = place
	s.asked++
	asked := s.asked
	kit.Background(s.kit, s.reading(place, left), func(d data) {
		if asked == s.asked {
			s.show(d)
		}
	})
}

// reading reads a month in a view, or as its program was left.
func (s *Screen) reading(place kit.Place, v *view) func(context.Context) (data, error) {
	if v != nil {
		now := *v
		return func(ctx context.Context) (data, error) { return read(ctx, s.kit, place, now) }
	}
	return func(ctx context.Context) (data, error) {
		left, err := leftView(ctx, s.kit, place.Program.Key)
		if err != nil {
			return data{}, err
		}
		d, err := read(ctx, s.kit, place, left)
		if err == nil {
			d.columns, err = keptOf(ctx, s.kit, place.Program.Key)
		}
		if err == nil {
			d.left, err = s.kit.Workspace.Setting(ctx, rememberSpot(place.Program.Key))
		}
		return d, err
	}
}

// show takes in a month that was read.
func (s *Screen) show(d data) {
	another := s.loaded.month == nil || s.loaded.month.Program.Key != d.month.Program.Key
	s.loaded = d
	back := parseSpot(d.left)
	if another {
		s.view, s.columns, s.filter = d.view, d.columns, back.filter
		s.left[d.month.Program.Key] = back
	}
	s.showGroups()
	reveals := s.goal != nil
	s.refill(another)
	if another && !reveals {
		s.goBack(back)
	}
	if d.month.Locked() {
		s.kit.Say(s.kit.T("entry.locked"))
	}
}
