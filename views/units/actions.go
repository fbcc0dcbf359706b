package units

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"yueping/app"
	"yueping/views/controls"
	"yueping/views/kit"
)

// actions are the buttons over the list.
type actions struct {
	bar      *fyne.Container
	add      *controls.Button
	one      []*controls.Button // those that need a chosen unit
	join     *controls.Button
	leave    *controls.Button
	up, down *controls.Button
}

func newActions(s *Screen) actions {
	button := func(key string, icon fyne.Resource, tapped func()) *controls.Button {
		return s.kit.Button(s.kit.T(key), icon, tapped)
	}
	a := actions{
		add:   button("units.add", theme.ContentAddIcon(), s.add),
		join:  button("units.join", nil, s.join),
		leave: button("units.leave", nil, s.leaveProgram),
		up:    button("units.up", theme.MoveUpIcon(), func() { s.order(-1) }),
		down:  button("units.down", theme.MoveDownIcon(), func() { s.order(1) }),
		one: []*controls.Button{button("units.rename", nil, s.rename), button("units.alias", nil, s.alias),
			button("units.move", nil, s.move), button("units.retire", nil, s.retire)},
	}
	a.add.Importance = widget.HighImportance
	a.bar = container.New(layout.NewCustomPaddedHBoxLayout(6), a.add)
	for _, b := range a.one {
		a.bar.Add(b)
	}
	for _, o := range []fyne.CanvasObject{a.join, a.leave, widget.NewSeparator(), a.up, a.down} {
		a.bar.Add(o)
	}
	return a
}

// enable lets the buttons be pressed that mean something now.
func (s *Screen) enable() {
	chosen := s.data.unit(s.table.Selected())
	for _, b := range s.actions.one {
		turn(chosen != nil, b)
	}
	groups := s.data.place.Program != nil && len(s.data.place.Program.Groups) > 0
	turn(chosen != nil && groups, s.actions.join)
	turn(chosen != nil && s.member(), s.actions.leave)
	i := s.index()
	// Up and down mean the neighbours in the whole order, so not while a search hides some of them.
	whole := strings.TrimSpace(s.search.Text) == ""
	turn(whole && i > 0, s.actions.up)
	turn(whole && i >= 0 && i+1 < len(s.data.units), s.actions.down)
}

func turn(on bool, b *controls.Button) {
	if on {
		b.Enable()
	} else {
		b.Disable()
	}
}

// member reports whether the chosen unit takes part in the program by a membership of its own.
func (s *Screen) member() bool {
	key := s.table.Selected()
	city := s.data.register.City()
	return s.data.roster.Has(key) && (city == nil || city.Key != key)
}

// index is the chosen unit's place in the order of precedence, -1 for none.
func (s *Screen) index() int {
	key := s.table.Selected()
	return slices.IndexFunc(s.data.units, func(p prepared) bool { return p.unit.Key == key })
}

// order moves the chosen unit up or down by one.
func (s *Screen) order(by int) {
	i := s.index()
	if i < 0 || i+by < 0 || i+by >= len(s.data.units) {
		return
	}
	moved, other := s.data.units[i], s.data.units[i+by]
	// A unit is put before another one; to go down is to let the next one go before.
	key, before := moved.unit.Key, other.unit.Key
	if by > 0 {
		key, before = before, key
	}
	place := s.data.place
	kit.Background(s.kit, func(ctx context.Context) (int, error) {
		return i + by + 1, s.kit.Workspace.OrderUnit(ctx, key, before, app.UnitChange{Reason: s.kit.T("units.order.reason")})
	}, func(number int) {
		s.kit.Say(s.kit.T("units.order.done", "name", moved.name, "number", number))
		s.load(place, moved.unit.Key)
	})
}
