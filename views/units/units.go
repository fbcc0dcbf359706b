// Package units is the screen of the register of units (考评单位).
package units

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"yueping/models"
	"yueping/views/controls"
	"yueping/views/kit"
	"yueping/views/parts"
	"yueping/views/table"
)

// Screen lists the units and changes them.
type Screen struct {
	kit     *kit.Kit
	data    data
	loading int // counts the loads, so that one that was overtaken is not shown

	search  *controls.Entry
	count   *widget.Label
	table   *table.Table
	empty   *parts.Empty
	actions actions
	form    *form         // the one opened last
	wanted  string        // the key of a unit to be chosen when the next data are there
	detail  *widget.Label // all of what the chosen row may have to shorten
	content *fyne.Container
}

// New makes the screen.
func New(k *kit.Kit) kit.Screen {
	s := &Screen{kit: k, search: k.Entry(k.T("units.search")), count: widget.NewLabel(""), detail: kit.Wrapped(""), empty: parts.NewEmpty(k)}
	s.table = parts.NewTable(k, s.key, columns(k)...)
	s.table.OnSelected = func(string) { s.choose() }
	s.table.OnActivated = func(string) { s.rename() }
	s.search.OnChanged = func(string) { s.show() }
	s.search.OnKey = s.fromSearch
	s.actions = newActions(s)
	head := container.NewVBox(
		container.NewBorder(nil, nil, nil, s.count, s.search),
		container.NewHScroll(s.actions.bar))
	foot := container.NewVScroll(s.detail)
	foot.SetMinSize(fyne.NewSize(0, 52))
	s.content = container.New(layout.NewCustomPaddedLayout(6, 4, 8, 8),
		container.NewBorder(head, foot, nil, nil, container.NewStack(s.table, s.empty.Object())))
	return s
}

// columns declares the table's columns.
func columns(k *kit.Kit) []table.Column {
	left := fyne.TextAlignLeading
	return []table.Column{
		{Label: k.T("units.number"), Width: 36, Align: fyne.TextAlignTrailing},
		{Label: k.T("column.unit_name"), Width: 200, Grow: 1, Align: left},
		{Label: k.T("column.kind"), Width: kindWidth(k), Align: left},
		{Label: k.T("units.above"), Width: 112, Grow: 0.4, Align: left},
		{Label: k.T("units.care"), Width: 112, Grow: 0.4, Align: left},
		{Label: k.T("column.group"), Width: 150, Grow: 0.4, Align: left},
		{Label: k.T("column.aliases"), Width: 110, Grow: 1, Align: left},
		{Label: k.T("column.code"), Width: 76, Align: left},
		{Label: k.T("units.span"), Width: 128, Grow: 0.6, Align: left},
	}
}

// kindWidth has room for the longest kind, in the window's language.
func kindWidth(k *kit.Kit) float32 {
	width := float32(56)
	for _, kind := range models.Kinds {
		words := fyne.MeasureText(k.T("kind."+string(kind)), theme.TextSize(), fyne.TextStyle{})
		width = max(width, words.Width+16)
	}
	return width
}

// Key is the screen's key.
func (s *Screen) Key() string { return "units" }

// Content is the widget tree.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Focus puts the keyboard into the table.
func (s *Screen) Focus() fyne.Focusable { return s.table.Focusable() }

// Leave lets the user go: a form is in front of the window until it is done with.
func (s *Screen) Leave() bool { return true }

// Reveal chooses a unit's row.
func (s *Screen) Reveal(unit, _ string) {
	s.search.SetText("")
	s.table.Select(unit)
}

// Load shows the register as it stands in a program's month.
func (s *Screen) Load(p kit.Place) { s.load(p, "") }

// load shows the register, with a unit chosen where a key is given.
func (s *Screen) load(p kit.Place, choose string) {
	s.loading++
	// The window loads the screen, too, when it hears of the change: whichever comes last chooses.
	if choose != "" {
		s.wanted = choose
	}
	at := s.loading
	kit.Background(s.kit, func(ctx context.Context) (data, error) { return load(ctx, s.kit.Workspace, s.kit.Text, p) }, func(d data) {
		if at != s.loading {
			return
		}
		s.data = d
		s.show()
		s.table.Select(s.wanted)
		s.wanted = ""
	})
}

// show lists the units that the search finds.
func (s *Screen) show() {
	found := s.data.find(s.search.Text)
	rows := make([]table.Row, len(found))
	for i, p := range found {
		rows[i] = p.row
	}
	s.table.SetRows(rows)
	s.empty.Hide()
	switch all := len(s.data.units); {
	case all == 0:
		s.count.SetText("")
		s.empty.Show(s.kit.T("units.nobody"), "")
	case len(found) == 0:
		s.count.SetText(s.kit.T("units.found", "found", 0, "count", all))
		s.empty.Show(s.kit.T("units.not_found", "text", s.search.Text), "")
	case len(found) < all:
		s.count.SetText(s.kit.T("units.found", "found", len(found), "count", all))
	default:
		s.count.SetText(s.kit.T("units.count", "count", all))
	}
	s.content.Refresh() // the count may be longer
	s.choose()
}

// choose says all of the chosen unit, and what can be done with it.
func (s *Screen) choose() {
	sentence := ""
	if p := s.data.unit(s.table.Selected()); p != nil {
		sentence = s.data.detail(s.kit.Text, p)
	}
	s.detail.SetText(sentence)
	s.enable()
}

// fromSearch lets the keyboard move in the table while it stays in the search; Enter edits what was
// found first, and Escape clears the search.
func (s *Screen) fromSearch(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown:
		s.table.TypedKey(e)
	case fyne.KeyReturn, fyne.KeyEnter:
		if s.table.Selected() == "" {
			s.table.SelectFirst()
		}
		s.table.TypedKey(e)
	case fyne.KeyEscape:
		s.search.SetText("")
	case fyne.KeyInsert:
		s.add()
	default:
		return false
	}
	return true
}

// key is the keys of the table that are this screen's own.
func (s *Screen) key(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyInsert:
		s.add()
	case fyne.KeyF2:
		s.rename()
	default:
		return false
	}
	return true
}
