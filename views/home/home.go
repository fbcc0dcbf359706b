// Package home is 首页: what is overdue, and a tile a program, with what is missing and what to do next.
package home

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"yueping/views/kit"
)

// Screen is 首页.
type Screen struct {
	kit   *kit.Kit
	top   *fyne.Container // what is overdue, above the tiles
	tiles *fyne.Container
	body  fyne.CanvasObject
	asked int // counts the loads: an older one that comes late is dropped
}

var _ kit.Screen = (*Screen)(nil)

// New makes the screen.
func New(k *kit.Kit) *Screen {
	s := &Screen{kit: k, tiles: container.New(&columns{least: 340})}
	s.top = container.NewVBox()
	s.body = container.NewVScroll(container.New(layout.NewCustomPaddedLayout(10, 10, 10, 10), container.NewBorder(s.top, nil, nil, nil, s.tiles)))
	return s
}

// Key is the screen's name.
func (s *Screen) Key() string { return "home" }

// Content is the widget tree.
func (s *Screen) Content() fyne.CanvasObject { return s.body }

// Focus leaves the keyboard with the navigation.
func (s *Screen) Focus() fyne.Focusable { return nil }

// Leave has nothing to commit.
func (s *Screen) Leave() bool { return true }

// Load shows all programs; the window's place is theirs to lead to.
func (s *Screen) Load(place kit.Place) {
	s.asked++
	asked := s.asked
	kit.Background(s.kit, func(ctx context.Context) (page, error) { return read(ctx, s.kit, place) }, func(p page) {
		if asked != s.asked {
			return
		}
		s.top.Objects, s.tiles.Objects = nil, nil
		if alarm := s.alarm(p.overdue); alarm != nil {
			s.top.Add(alarm)
		}
		for _, t := range p.tiles {
			s.tiles.Add(s.card(t))
		}
		s.top.Refresh()
		s.tiles.Refresh()
		s.body.Refresh()
	})
}

// page is all that 首页 shows.
type page struct {
	overdue []overdue
	tiles   []tile
}

func read(ctx context.Context, k *kit.Kit, now kit.Place) (page, error) {
	tiles, err := readTiles(ctx, k, now)
	if err != nil {
		return page{}, err
	}
	late, err := readOverdue(ctx, k)
	return page{late, tiles}, err
}
