package entry

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"yueping/app"
	"yueping/views/controls"
	"yueping/views/grid"
	"yueping/views/kit"
	"yueping/views/parts"
	"yueping/views/table"
)

// proseDialog shows what a pasted text would put where, with a switch for each piece.
type proseDialog struct {
	screen *Screen
	prose  *prose
	table  *table.Table
	words  *widget.Label
	reason *widget.Label // why the chosen piece was refused, whole
	store  *controls.Button
	dialog *dialog.CustomDialog
}

func newProseDialog(s *Screen, p *prose, edits []grid.Edit) *proseDialog {
	d := &proseDialog{screen: s, prose: p, words: kit.Wrapped(""), reason: kit.Wrapped("")}
	t := s.kit.T
	left, right := fyne.TextAlignLeading, fyne.TextAlignTrailing
	d.table = parts.NewTable(s.kit, d.key,
		table.Column{Label: t("fill.take"), Width: 62, Align: left}, table.Column{Label: t("column.unit"), Width: 130, Grow: 1, Align: left},
		table.Column{Label: t("column.county"), Width: 84, Align: left}, table.Column{Label: t("fill.old"), Width: 80, Align: right},
		table.Column{Label: t("fill.new"), Width: 80, Align: right}, table.Column{Label: t("fill.note"), Width: 240, Grow: 2, Align: left})
	d.table.OnActivated, d.table.OnSelected = d.turn, d.explain
	d.reason.Importance = widget.DangerImportance
	d.store = s.kit.Button("", nil, func() {
		d.hide()
		s.storeProse(p)
	})
	d.store.Importance = widget.HighImportance
	one := s.kit.Button(t("fill.turn"), nil, func() { d.turn(d.table.Selected()) })
	all := s.kit.Button(t("fill.all"), nil, d.takeAll)
	as := s.kit.Button(t("prose.as_text"), nil, func() {
		d.hide()
		s.pasteVerbatim(edits)
	})
	d.dialog = dialog.NewCustomWithoutButtons(t("prose.title", "indicator", app.Heading(p.indicator)),
		container.NewBorder(d.words, container.NewVBox(d.reason, container.NewHScroll(container.NewHBox(one, all, as))), nil, nil, d.table), s.kit.Window)
	d.dialog.SetButtons([]fyne.CanvasObject{s.kit.Button(t("dialog.cancel"), nil, d.hide), d.store})
	return d
}

// show opens the dialog, with the keyboard in its table.
func (d *proseDialog) show() {
	d.fill()
	room := d.screen.kit.Window.Canvas().Size()
	d.dialog.Resize(fyne.NewSize(min(room.Width-40, 960), min(room.Height-40, 520)))
	d.dialog.Show()
	d.table.SelectFirst()
	d.screen.kit.Window.Canvas().Focus(d.table.Focusable())
}

func (d *proseDialog) hide() {
	d.screen.prosing = false
	d.dialog.Hide()
	d.screen.toGrid()
}

// key turns the chosen line with the space bar, and leaves with Escape.
func (d *proseDialog) key(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeySpace:
		d.turn(d.table.Selected())
	case fyne.KeyEscape:
		d.hide()
	default:
		return false
	}
	return true
}

// turn takes a piece that was not to be stored, and leaves one that was.
func (d *proseDialog) turn(key string) {
	if i, err := strconv.Atoi(key); err == nil && d.prose.lines[i].Fault == nil && !d.prose.lines[i].same() {
		d.prose.lines[i].take = !d.prose.lines[i].take
	}
	d.fill()
}

// explain says why a piece was refused; in its line there is no room for a long sentence.
func (d *proseDialog) explain(key string) {
	words := ""
	if i, err := strconv.Atoi(key); err == nil && d.prose.lines[i].Fault != nil {
		words = d.screen.kit.Sentence(d.prose.lines[i].Fault)
	}
	d.reason.SetText(words)
}

func (d *proseDialog) takeAll() {
	for i := range d.prose.lines {
		d.prose.lines[i].take = true
	}
	d.fill()
}

func (d *proseDialog) fill() {
	t := d.screen.kit.T
	rows := make([]table.Row, len(d.prose.lines))
	for i := range d.prose.lines {
		rows[i] = table.Row{Key: strconv.Itoa(i), Cells: d.cells(&d.prose.lines[i])}
	}
	d.table.SetRows(rows)
	read, take, changed, refused := d.prose.counts()
	left := ""
	if refused > 0 {
		left = strconv.Itoa(refused)
	}
	d.words.SetText(t("prose.counts", "indicator", d.prose.indicator.Name, "read", read, "take", take, "changed", changed, "refused", left))
	d.store.SetText(t("prose.store", "count", take))
	if take == 0 {
		d.store.Disable()
	} else {
		d.store.Enable()
	}
}

func (d *proseDialog) cells(l *proseLine) []table.Cell {
	k, roster := d.screen.kit, d.screen.loaded.month.Table.Roster
	take, unit, county := table.Cell{Text: k.T("fill.yes"), Bold: true}, table.Cell{Text: inOneLine(l.Text)}, table.Cell{}
	if l.Unit != nil {
		unit.Text, county.Text = roster.Name(l.Unit.Key), roster.County(l.Unit.Key)
	}
	if l.Fault != nil {
		note := table.Cell{Text: k.T("prose.refused", "reason", k.Sentence(l.Fault)), Tone: table.Bad}
		return []table.Cell{{}, unit, county, {}, {}, note}
	}
	old := table.Cell{Text: shown(k, d.prose.indicator, l.old)}
	if l.draft != "" {
		old.Text = k.T("change.draft", "text", l.draft)
	}
	note := table.Cell{Text: inOneLine(l.Text), Tone: table.Dim}
	switch {
	case l.same():
		take, note.Text = table.Cell{}, k.T("prose.same")
	case !l.take:
		take = table.Cell{Text: k.T("fill.no"), Tone: table.Dim}
	}
	return []table.Cell{take, unit, county, old, {Text: shown(k, d.prose.indicator, l.Cell), Bold: l.taken()}, note}
}
