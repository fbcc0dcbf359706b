// Package entry is 录入: the values of all units in one grid, of the month or of its days.
package entry

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"yueping/app/text"
	"yueping/views/controls"
	"yueping/views/grid"
	"yueping/views/kit"
)

// cityGroup filters for the city's own values; no group of a program has a blank in its key.
const cityGroup = "the city"

// countyFilter stands before the key of a county in a filter.
const countyFilter = "county "

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
	totals  *totals

	columns  kept                // how the program's columns were left
	arranged string              // the sheet whose columns the grid has
	left     map[string]spotLeft // where programs were left

	verbatim bool // a text is pasted as it stands
	prosing  bool // a pasted text is being looked at

	setting bool  // the filter is being set, not used
	asked   int   // counts the loads: an older one that comes late is dropped
	goal    *goal // to be shown once the month is there
}

var (
	_ kit.Screen    = (*Screen)(nil)
	_ kit.Inspected = (*Screen)(nil)
	_ kit.Revealer  = (*Screen)(nil)
	_ kit.Walker    = (*Screen)(nil)
	_ kit.Exporter  = (*Screen)(nil)
	_ kit.Daily     = (*Screen)(nil)
	_ kit.Keeper    = (*Screen)(nil)
	_ kit.Annotator = (*Screen)(nil)
)

// New makes the screen.
func New(k *kit.Kit) *Screen {
	s := &Screen{kit: k, side: newInspector(k), columns: kept{}, left: map[string]spotLeft{}}
	s.centre = container.New(&room{changed: s.roomChanged})
	s.totals = newTotals(s)
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

// Leave commits what is being typed, and remembers the place.
func (s *Screen) Leave() bool {
	if s.grid != nil && !s.grid.FinishEdit() {
		return false
	}
	s.keepSpot()
	return true
}

// refill gives the grid the rows of the chosen group; top begins at the first cell.
func (s *Screen) refill(top bool) {
	first := s.grid == nil
	if first {
		s.makeGrid(newSource(s.kit, s.loaded, s.filter, s.view))
	}
	next := s.fitting()
	next.prose = s.tellProse
	if s.source.alike(next) || (s.grid.Editing() && s.source.same(next)) {
		// An editor that is open while its month is read again stays, and its text belongs to the new
		// month. So does a run of Tabs, which another source would end.
		s.source.replace(next)
		s.grid.Refresh()
	} else {
		s.swap(next)
	}
	s.arrange()
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
	s.grid.WhyFailed = s.whyFailed
	s.grid.OnColumnWidth = s.widened
	s.grid.OnView = s.viewed
	s.grid.Words = s.sifting()
	s.grid.Collate = text.ByPinyin()
}
