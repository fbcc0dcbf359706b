package notices

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"yueping/views/controls"
	"yueping/views/kit"
)

// details stand in place of the board: how each rule stands for a unit, and what became of its notices.
type details struct {
	screen *Screen
	key    string // of the table's row
	asked  int    // counts the readings, as Screen.loading does the loads

	title  *widget.Label
	form   *form
	rules  *fyne.Container
	back   *controls.Button
	papers *controls.Button
	scroll *container.Scroll
	object *fyne.Container
}

func newDetails(s *Screen) *details {
	k := s.kit
	d := &details{screen: s, title: kit.Heading(""), rules: container.New(layout.NewCustomPaddedVBoxLayout(8))}
	d.title.Truncation = fyne.TextTruncateEllipsis
	d.form = newForm(d)
	d.back = k.Button(k.T("board.back"), theme.NavigateBackIcon(), func() { d.leave() })
	d.papers = k.Button(k.T("board.papers_of_unit"), theme.DocumentSaveIcon(), d.papersOfUnit)
	steps := container.NewHBox(k.Button(k.T("explain.open"), theme.InfoIcon(), d.calculate), d.papers,
		k.Button(k.T("board.previous"), theme.MoveUpIcon(), func() { d.step(-1) }), k.Button(k.T("board.next"), theme.MoveDownIcon(), func() { d.step(1) }))
	head := container.NewVBox(container.NewHScroll(container.NewBorder(nil, nil, d.back, steps)), d.title)
	d.scroll = container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 0, 0, 10), container.New(&beside{}, d.form.object, d.rules)))
	d.object = container.NewBorder(head, nil, nil, nil, d.scroll)
	d.object.Hide()
	return d
}

// papersOfUnit writes those of the unit, with what is typed in them.
func (d *details) papersOfUnit() {
	if l := d.screen.data.find(d.unit()); l != nil && d.commit() {
		d.screen.papersOf(l)
	}
}

func (d *details) shown() bool { return d.object.Visible() }

// unit is the key of the unit, also of a row of a record that data no longer bear out.
func (d *details) unit() string {
	unit, _, _ := strings.Cut(d.key, "/")
	return unit
}

func (d *details) focus() fyne.Focusable {
	if f := d.form.focus(); f != nil {
		return f
	}
	return d.back
}

// open shows the details of a row of the board.
func (s *Screen) open(key string) {
	s.details.key = key
	s.details.form.rule = ""
	s.details.read(func() {
		s.body.Hide()
		s.details.object.Show()
		s.details.scroll.ScrollToTop()
		s.content.Refresh()
		s.kit.Window.Canvas().Focus(s.details.focus())
	})
}

// reload takes in the board as it is now; what is being typed stays.
func (d *details) reload() {
	if !d.shown() {
		return
	}
	if d.screen.data.find(d.unit()) == nil && d.screen.data.orphan1(d.key) == nil {
		d.hide()
		return
	}
	d.read(func() {})
}

// commit stores what is typed; false where it cannot be.
func (d *details) commit() bool { return d.form.commit() }

// leave goes back to the board, with what is typed stored; false where it cannot be.
func (d *details) leave() bool {
	if !d.shown() {
		return true
	}
	if !d.commit() {
		return false
	}
	d.hide()
	d.screen.kit.Window.Canvas().Focus(d.screen.table.Focusable())
	return true
}

func (d *details) hide() {
	d.asked++
	if !d.shown() {
		return
	}
	d.form.clear()
	d.object.Hide()
	d.screen.body.Show()
	d.screen.content.Refresh()
}

// step goes to the details of the row above or below.
func (d *details) step(by int) {
	t := d.screen.table
	if !d.commit() {
		return
	}
	before := t.Selected()
	if by > 0 {
		t.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	} else {
		t.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	}
	if key := t.Selected(); key != "" && key != before {
		d.screen.open(key)
	}
}

// escape goes back to the board. Where the form cannot be stored its fault is shown first; a second Esc gives up what
// was typed.
func (d *details) escape() {
	warned := d.form.refused
	if d.leave() {
		return
	}
	if warned {
		d.form.reset()
		d.leave()
		return
	}
	d.screen.kit.Say(d.screen.kit.T("board.escape_again"))
}

// scrollTo brings the form into sight: a fault stands there.
func (d *details) scrollTo() {
	d.object.Refresh()
	if d.scroll.Offset.Y > d.form.object.Size().Height/2 {
		d.scroll.ScrollToTop()
	}
}
