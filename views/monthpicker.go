package views

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"yueping/app"
	"yueping/models/month"
	"yueping/views/controls"
	"yueping/views/kit"
)

// monthPicker is ◀ 2019年10月 ▶, the middle of which opens a year of months.
type monthPicker struct {
	shell  *shell
	object fyne.CanvasObject
	back   *controls.Button
	label  *controls.Button
	next   *controls.Button
	months []month.Month // with data
	popup  *widget.PopUp
}

func newMonthPicker(s *shell) *monthPicker {
	p := &monthPicker{shell: s}
	p.back = s.kit.Button("", theme.NavigateBackIcon(), func() { s.step(-1) })
	p.next = s.kit.Button("", theme.NavigateNextIcon(), func() { s.step(1) })
	p.label = s.kit.Button("", nil, func() { p.open(s.place.Month.Year()) })
	p.object = container.NewHBox(p.back, kit.Narrow(104, p.label), p.next)
	return p
}

func (p *monthPicker) show(place kit.Place) {
	p.close()
	if place.Program == nil {
		p.object.Hide()
		return
	}
	p.object.Show()
	p.label.SetText(app.MonthWords(p.shell.kit.Text, place.Month))
}

// open shows the months of a year; those with data are marked.
func (p *monthPicker) open(year int) {
	p.close()
	k := p.shell.kit
	grid := container.NewGridWithColumns(4)
	var chosen fyne.Focusable
	for i := 1; i <= 12; i++ {
		at := month.Of(year, i)
		words := k.T("month.number", "month", i)
		if slices.Contains(p.months, at) {
			words = k.T("month.with_data", "month", words)
		}
		b := newMonthButton(p, words, at)
		if at == p.shell.place.Month {
			b.Importance = widget.HighImportance
		}
		if at == p.shell.place.Month || chosen == nil {
			chosen = b
		}
		grid.Add(b)
	}
	title := widget.NewLabelWithStyle(k.T("month.year", "year", year), fyne.TextAlignCenter, fyne.TextStyle{Bold: true})
	head := container.NewBorder(nil, nil,
		k.Button("", theme.NavigateBackIcon(), func() { p.open(year - 1) }),
		k.Button("", theme.NavigateNextIcon(), func() { p.open(year + 1) }), title)
	legend := widget.NewLabel(k.T("month.legend"))
	legend.SizeName = theme.SizeNameCaptionText
	p.popup = widget.NewPopUp(container.NewVBox(head, grid, legend), p.shell.window.Canvas())
	pos := fyne.CurrentApp().Driver().AbsolutePositionForObject(p.back)
	p.popup.ShowAtPosition(pos.AddXY(0, p.back.Size().Height+2))
	p.shell.window.Canvas().Focus(chosen)
}

func (p *monthPicker) close() {
	if p.popup != nil {
		p.popup.Hide()
		p.popup = nil
	}
}

// pick goes to a month.
func (p *monthPicker) pick(at month.Month) {
	p.close()
	p.shell.look(kit.Place{Program: p.shell.place.Program, Month: at})
	p.shell.focusWork()
}

// monthButton is a month to pick; Escape closes the months.
type monthButton struct {
	widget.Button
	picker *monthPicker
}

func newMonthButton(p *monthPicker, words string, at month.Month) *monthButton {
	b := &monthButton{picker: p}
	b.Text, b.OnTapped = words, func() { p.pick(at) }
	b.ExtendBaseWidget(b)
	return b
}

// TypedKey picks with Enter and gives up with Escape.
func (b *monthButton) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyEscape:
		b.picker.close()
	case fyne.KeyReturn, fyne.KeyEnter:
		b.OnTapped()
	case fyne.KeyRight, fyne.KeyDown:
		b.picker.shell.window.Canvas().FocusNext()
	case fyne.KeyLeft, fyne.KeyUp:
		b.picker.shell.window.Canvas().FocusPrevious()
	default:
		b.Button.TypedKey(ev)
	}
}
