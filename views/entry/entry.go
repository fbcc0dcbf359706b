// Package entry is 录入: the values of all units in one grid, of the month or of its days.
package entry

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"yueping/views/controls"
	"yueping/views/grid"
	"yueping/views/kit"
)

// cityGroup filters for the city's own values; no group of a program has a blank in its key.
const cityGroup = "the city"

// Screen is 录入.
type Screen struct {
	kit     *kit.Kit
	place   kit.Place
	loaded  data
	view    view
	source  *source
	grid    *grid.Grid
	body    *fyne.Container
	bar     *bar
	centre  *fyne.Container // the grid, or why there is none
	group   *controls.Select
	missing *controls.Button
	keys    []string // of the groups in the filter
	filter  string   // the key of the group that is shown, "" for all
	side    *inspector

	setting bool  // the filter is being set, not used
	asked   int   // counts the loads: an older one that comes late is dropped
	goal    *goal // to be shown once the month is there
}

var (
	_ kit.Screen    = (*Screen)(nil)
	_ kit.Inspected = (*Screen)(nil)
	_ kit.Revealer  = (*Screen)(nil)
	_ kit.Walker    = (*Screen)(nil)
	_ kit.Importer  = (*Screen)(nil)
	_ kit.Exporter  = (*Screen)(nil)
	_ kit.Daily     = (*Screen)(nil)
)

// New makes the screen.
func New(k *kit.Kit) *Screen {
	s := &Screen{kit: k, side: newInspector(k)}
	s.centre = container.New(&room{changed: s.roomChanged})
	s.bar = newBar(s)
	s.body = container.NewBorder(container.NewPadded(s.bar.object), nil, nil, nil, s.centre)
	return s
}

// Key is the screen's name.
func (s *Screen) Key() string { return "entry" }

// Content is the widget tree.
func (s *Screen) Content() fyne.CanvasObject { return s.body }

// Inspector is the cell's story beside the grid.
func (s *Screen) Inspector() fyne.CanvasObject { return s.side.object }

// Focus is the grid.
func (s *Screen) Focus() fyne.Focusable {
	if s.grid == nil {
		return nil
	}
	return s.grid
}

// Leave commits what is being typed.
func (s *Screen) Leave() bool { return s.grid == nil || s.grid.FinishEdit() }

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
		return read(ctx, s.kit, place, left)
	}
}

// show takes in a month that was read.
func (s *Screen) show(d data) {
	another := s.loaded.month == nil || s.loaded.month.Program.Key != d.month.Program.Key
	s.loaded = d
	if another {
		s.view = d.view
	}
	s.showGroups()
	s.refill(another)
	if d.month.Locked() {
		s.kit.Say(s.kit.T("entry.locked"))
	}
}

// refill gives the grid the rows of the chosen group; top begins at the first cell.
func (s *Screen) refill(top bool) {
	first := s.grid == nil
	if first {
		s.makeGrid(newSource(s.kit, s.loaded, s.filter, s.view))
	}
	next := s.fitting()
	if s.grid.Editing() || s.source.alike(next) {
		// An editor that is open while its month is read again stays, and its text belongs to the new
		// month. So does a run of Tabs, which another source would end.
		s.source.replace(next)
		s.grid.Refresh()
	} else {
		s.source = next
		s.grid.SetSource(next)
	}
	if top {
		s.grid.Select(0, 0)
	}
	s.centre.Objects = []fyne.CanvasObject{s.grid}
	if s.source.Rows() == 0 {
		s.centre.Objects = []fyne.CanvasObject{container.NewCenter(widget.NewLabel(s.kit.T("entry.nobody")))}
	}
	s.centre.Refresh()
	s.bar.show()
	s.selected(s.grid.Selection())
	if first && s.kit.Window != nil && s.kit.Window.Canvas().Focused() == nil {
		s.toGrid()
	}
	if s.goal != nil {
		s.reach(*s.goal)
	}
}

func (s *Screen) makeGrid(first *source) {
	s.source = first
	s.grid = grid.New(first)
	s.grid.TabSkipsReadOnly = true
	s.grid.OnSelected = s.selected
	s.grid.OnEditFailed = s.editFailed
	s.grid.OnPasteOverflow = s.overflowed
	s.grid.OnKey = s.kit.Key
	s.grid.OnShortcut = s.kit.Shortcut
}
