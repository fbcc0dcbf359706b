package entry

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"yueping/views/controls"
	"yueping/views/kit"
	"yueping/views/parts"
	"yueping/views/table"
)

// fillDialog shows what taking the month's values from its days would do, with a switch for each.
type fillDialog struct {
	screen  *Screen
	filling *filling
	table   *table.Table
	words   *widget.Label
	store   *controls.Button
	dialog  *dialog.CustomDialog
}

func newFillDialog(s *Screen, f *filling) *fillDialog {
	d := &fillDialog{screen: s, filling: f, words: kit.Wrapped("")}
	t := s.kit.T
	left, right := fyne.TextAlignLeading, fyne.TextAlignTrailing
	d.table = parts.NewTable(s.kit, d.key,
		table.Column{Label: t("fill.take"), Width: 62, Align: left}, table.Column{Label: t("column.unit"), Width: 110, Grow: 1, Align: left},
		table.Column{Label: t("column.county"), Width: 84, Align: left}, table.Column{Label: t("fill.indicator"), Width: 100, Align: left},
		table.Column{Label: t("fill.old"), Width: 66, Align: right}, table.Column{Label: t("fill.new"), Width: 66, Align: right},
		table.Column{Label: t("fill.days"), Width: 82, Align: right}, table.Column{Label: t("fill.note"), Width: 190, Grow: 1, Align: left})
	d.table.OnActivated = func(key string) { d.turn(key) }
	d.store = s.kit.Button("", nil, func() {
		d.dialog.Hide()
		s.storeFilling(f)
	})
	d.store.Importance = widget.HighImportance
	keep := s.kit.Button(t("dialog.cancel"), nil, func() {
		d.dialog.Hide()
		s.toGrid()
	})
	one := s.kit.Button(t("fill.turn"), nil, func() { d.turn(d.table.Selected()) })
	unit := s.kit.Button(t("fill.turn_unit"), nil, d.turnUnit)
	all := s.kit.Button(t("fill.all"), nil, func() { d.set(func(p *proposal) bool { return true }) })
	kept := s.kit.Button(t("fill.only_new"), nil, func() { d.set(func(p *proposal) bool { return p.effect == effectNew }) })
	d.dialog = dialog.NewCustomWithoutButtons(t("fill.title"),
		container.NewBorder(d.words, container.NewHScroll(container.NewHBox(one, unit, all, kept)), nil, nil, d.table), s.kit.Window)
	d.dialog.SetButtons([]fyne.CanvasObject{keep, d.store})
	return d
}

// show opens the dialog, with the keyboard in its table.
func (d *fillDialog) show() {
	d.fill()
	room := d.screen.kit.Window.Canvas().Size()
	d.dialog.Resize(fyne.NewSize(min(room.Width-40, 920), min(room.Height-40, 600)))
	d.dialog.Show()
	d.table.SelectFirst()
	d.screen.kit.Window.Canvas().Focus(d.table.Focusable())
}

// key turns the chosen line with the space bar, stores with nothing but the button, and leaves with Escape.
func (d *fillDialog) key(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeySpace:
		d.turn(d.table.Selected())
	case fyne.KeyEscape:
		d.dialog.Hide()
		d.screen.toGrid()
	default:
		return false
	}
	return true
}

// turn takes a value that was not to be stored, and leaves one that was.
func (d *fillDialog) turn(key string) {
	for i := range d.filling.proposals {
		if p := &d.filling.proposals[i]; p.key() == key && p.effect != effectSame {
			p.take = !p.take
		}
	}
	d.fill()
}

// turnUnit is turn for all values of the chosen line's unit, which then are all alike.
func (d *fillDialog) turnUnit() {
	var of *proposal
	for i := range d.filling.proposals {
		if p := &d.filling.proposals[i]; p.key() == d.table.Selected() {
			of = p
		}
	}
	if of == nil {
		return
	}
	take := !of.take
	for i := range d.filling.proposals {
		if p := &d.filling.proposals[i]; p.Unit.Key == of.Unit.Key {
			p.take = take
		}
	}
	d.fill()
}

func (d *fillDialog) set(take func(*proposal) bool) {
	for i := range d.filling.proposals {
		p := &d.filling.proposals[i]
		p.take = take(p)
	}
	d.fill()
}

// fill writes the lines and the counts.
func (d *fillDialog) fill() {
	t := d.screen.kit.T
	d.table.SetRows(d.filling.rows(d.screen.kit))
	fresh, changed, left := d.filling.counts()
	d.words.SetText(t("fill.counts", "new", fresh, "changed", changed, "left", left, "same", d.filling.Unchanged))
	d.store.SetText(t("fill.store", "count", fresh+changed, "changed", changed))
	if fresh+changed == 0 {
		d.store.Disable()
	} else {
		d.store.Enable()
	}
}
