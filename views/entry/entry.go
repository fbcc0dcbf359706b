// Package entry is 录入: the month's values of all units in one grid.
package entry

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"yueping/app"
	"yueping/models/appraise"
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
	source  *source
	grid    *grid.Grid
	body    fyne.CanvasObject
	bar     *fyne.Container
	centre  *fyne.Container // the grid, or why there is none
	group   *controls.Select
	missing *controls.Button
	keys    []string // of the groups in the filter
	filter  string   // the key of the group that is shown, "" for all
	side    *inspector

	setting bool   // the filter is being set, not used
	asked   int    // counts the loads: an older one that comes late is dropped
	unit    string // to be revealed once the month is there
	figure  string
}

var (
	_ kit.Screen    = (*Screen)(nil)
	_ kit.Inspected = (*Screen)(nil)
	_ kit.Revealer  = (*Screen)(nil)
	_ kit.Walker    = (*Screen)(nil)
	_ kit.Importer  = (*Screen)(nil)
	_ kit.Exporter  = (*Screen)(nil)
)

// data is a loaded month.
type data struct {
	month    *app.Month
	findings []appraise.Finding
	due      []string // the keys of the units that miss something, in the order of the rows
}

// New makes the screen.
func New(k *kit.Kit) *Screen {
	s := &Screen{kit: k, side: newInspector(k), centre: container.NewStack()}
	s.group = k.Select(nil, func(string) { s.chooseGroup() })
	s.missing = k.Button("", theme.NavigateNextIcon(), s.nextMissing)
	s.bar = container.NewHBox(kit.Narrow(190, kit.Framed(s.group)), s.missing,
		k.Button(k.T("entry.import"), theme.DownloadIcon(), s.Import),
		k.Button(k.T("entry.export"), theme.UploadIcon(), s.Export))
	s.body = container.NewBorder(container.NewPadded(s.bar), nil, nil, nil, s.centre)
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
		s.filter = ""
	}
	s.place = place
	s.asked++
	asked := s.asked
	kit.Background(s.kit, func(ctx context.Context) (data, error) { return read(ctx, s.kit, place) }, func(d data) {
		if asked == s.asked {
			s.show(d)
		}
	})
}

func read(ctx context.Context, k *kit.Kit, place kit.Place) (data, error) {
	m, err := k.Workspace.Month(ctx, place.Program.Key, place.Month)
	if err != nil {
		return data{}, err
	}
	d := data{month: m}
	if d.findings, err = m.Table.Findings(); err != nil {
		return data{}, err
	}
	for _, c := range m.Completeness() {
		for _, u := range c.Missing {
			d.due = append(d.due, u.Key)
		}
	}
	return d, nil
}

// show takes in a month that was read.
func (s *Screen) show(d data) {
	another := s.loaded.month == nil || s.loaded.month.Program.Key != d.month.Program.Key
	s.loaded = d
	s.showGroups()
	s.missing.SetText(s.kit.T("entry.missing", "count", len(d.due)))
	if len(d.due) == 0 {
		s.missing.Disable()
	} else {
		s.missing.Enable()
	}
	s.bar.Refresh() // the line is laid out anew
	s.refill(another)
	if d.month.Locked() {
		s.kit.Say(s.kit.T("entry.locked"))
	}
	if s.unit != "" {
		unit, figure := s.unit, s.figure
		s.unit, s.figure = "", ""
		s.Reveal(unit, figure)
	}
}

// refill gives the grid the rows of the chosen group; top begins at the first cell.
func (s *Screen) refill(top bool) {
	next := newSource(s.kit, s.loaded.month, s.filter, s.loaded.findings)
	first := s.grid == nil
	switch {
	case first:
		s.makeGrid(next)
	case s.grid.Editing() || s.source.alike(next):
		// An editor that is open while its month is read again stays, and its text belongs to the new
		// month. So does a run of Tabs, which another source would end.
		s.source.replace(next)
		s.grid.Refresh()
	default:
		s.source = next
		s.grid.SetSource(next)
	}
	if top {
		s.grid.Select(0, 0)
	}
	s.centre.Objects = []fyne.CanvasObject{s.grid}
	if len(s.source.units) == 0 {
		s.centre.Objects = []fyne.CanvasObject{container.NewCenter(widget.NewLabel(s.kit.T("entry.nobody")))}
	}
	s.centre.Refresh()
	s.selected(s.grid.Selection())
	if first && s.kit.Window != nil && s.kit.Window.Canvas().Focused() == nil {
		s.toGrid()
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
