// Package notices is 预警约谈: how the units stood in the lists of the last months, what that has earned them, and
// what becomes of it.
package notices

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"yueping/app"
	"yueping/views/kit"
	"yueping/views/parts"
	"yueping/views/table"
)

// Screen is the board of a month, and in its place the details of one unit.
type Screen struct {
	kit     *kit.Kit
	place   kit.Place
	data    data
	loading int    // counts the loads, so that one that was overtaken is not shown
	wanted  string // a unit to be chosen when the month is there

	papersWanted bool // the papers are to be written then

	filter filter
	order  order
	sheet  *sheet
	keys   []columnKey

	bar     *bar
	table   *table.Table
	none    *widget.Label // stands where the filters leave nobody
	empty   *parts.Empty
	legend  *fyne.Container
	body    *fyne.Container // the board
	details *details
	content *fyne.Container

	calculation *calculation
}

var (
	_ kit.Revealer = (*Screen)(nil)
	_ kit.Printer  = (*Screen)(nil)
	_ kit.Exporter = (*Screen)(nil)
	_ kit.Finder   = (*Screen)(nil)
	_ kit.Paperer  = (*Screen)(nil)
)

// New makes the screen.
func New(k *kit.Kit) kit.Screen {
	s := &Screen{kit: k, filter: filter{show: showEarned}, none: kit.Wrapped(""), legend: legend(k), empty: parts.NewEmpty(k)}
	s.table = parts.NewTable(k, nil)
	s.table.OnActivated, s.table.OnHeader = s.open, s.sortBy
	s.bar = newBar(s)
	s.details, s.calculation = newDetails(s), newCalculation(k, s)
	s.none.Alignment = fyne.TextAlignCenter
	s.none.Hide()
	middle := container.NewStack(s.table, container.New(layout.NewCustomPaddedLayout(72, 0, 20, 20), s.none))
	s.body = container.NewBorder(s.bar.object, s.legend, nil, nil, middle)
	s.content = container.New(layout.NewCustomPaddedLayout(6, 4, 8, 8), s.calculation.over(container.NewStack(s.body, s.details.object, s.empty.Object())))
	s.nothing("", "")
	return s
}

// legend says what the tiles of the ribbons mean.
func legend(k *kit.Kit) *fyne.Container {
	return container.New(layout.NewCustomPaddedLayout(4, 2, 0, 0), container.NewHScroll(container.NewHBox(
		table.Legend(table.Tile{Mark: table.In, Text: "9", Tone: table.Bad}, k.T("board.legend.in")),
		table.Legend(table.Tile{Mark: table.Out, Text: "9"}, k.T("board.legend.out")),
		table.Legend(table.Tile{}, k.T("board.legend.none")))))
}

// Key is the screen's key.
func (s *Screen) Key() string { return "notices" }

// Content is the widget tree.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Focus puts the keyboard into the table, or into the form of the details.
func (s *Screen) Focus() fyne.Focusable {
	if s.calculation.pane.Shown() {
		return s.calculation.pane.Focus()
	}
	if s.details.shown() {
		return s.details.focus()
	}
	return s.table.Focusable()
}

// Leave stores what is being typed into the form.
func (s *Screen) Leave() bool { return !s.details.shown() || s.details.commit() }

// Reveal chooses a unit's row, for which the filters make way.
func (s *Screen) Reveal(unit, _ string) {
	s.uncover()
	if s.details.shown() && !s.details.leave() {
		return
	}
	s.wanted = unit
	s.reach()
}

// Load shows a program's month.
func (s *Screen) Load(p kit.Place) {
	if p.Program != s.place.Program || p.Month != s.place.Month {
		s.details.hide()
		s.uncover()
		if s.place.Program == nil || p.Program.Key != s.place.Program.Key {
			s.filter, s.order = filter{show: showEarned}, order{}
		}
	}
	s.place, s.papersWanted = p, false
	s.loading++
	if len(p.Program.Rules) == 0 {
		s.data = data{place: p}
		s.nothing(s.kit.T("notices.no_rules", "program", p.Program.Name), "")
		return
	}
	at := s.loading
	kit.Background(s.kit, func(ctx context.Context) (data, error) { return load(ctx, s.kit.Workspace, p) }, func(d data) {
		if at == s.loading {
			s.data = d
			s.show()
			s.reach()
			s.details.reload()
			s.recalculated()
			if s.papersWanted {
				s.papersWanted = false
				s.Papers()
			}
		}
	})
}

// show puts the loaded board into the table.
func (s *Screen) show() {
	if !s.data.board.Month.Table.Has() {
		at := app.MonthWords(s.kit.Text, s.data.place.Month)
		s.nothing(s.kit.T("notices.no_data", "month", at, "program", s.data.place.Program.Name), "entry")
		return
	}
	s.empty.Hide()
	s.body.Hidden = s.details.shown()
	s.bar.show()
	s.sheet = newSheet(s.kit.Text, &s.data, s.filter, s.order, s.table.Size().Width)
	columns, keys := s.sheet.columns()
	if len(keys) != len(s.keys) || len(s.table.Rows()) == 0 {
		s.table.SetColumns(columns...)
	} else {
		s.table.Retitle(columns...)
	}
	s.keys = keys
	rows := s.sheet.rows()
	s.table.SetRows(rows)
	s.none.SetText(s.nobody())
	s.none.Hidden = len(rows) > 0
	s.content.Refresh() // the words at the top may be longer
}
