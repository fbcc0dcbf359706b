package views

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"yueping/models"
	"yueping/views/controls"
	"yueping/views/kit"
)

// topBar is the line of pickers: program, month, status, what the data are, and the search.
type topBar struct {
	shell   *shell
	object  fyne.CanvasObject
	program *controls.Select
	month   *monthPicker
	chip    *kit.StatusChip
	mark    *kit.Tag
	find    *controls.Button
	setting bool // the pickers are being set, not used
}

func newTopBar(s *shell) *topBar {
	b := &topBar{shell: s, chip: kit.NewStatusChip(s.kit.Text), mark: kit.NewTag("", theme.ColorNameWarning)}
	b.program = s.kit.Select(nil, b.chosen)
	b.month = newMonthPicker(s)
	b.find = s.kit.Button(s.kit.T("find.button"), theme.SearchIcon(), s.find)
	b.mark.Hide()
	pickers := container.NewHBox(kit.Narrow(220, kit.Framed(b.program)), space(6), b.month.object, space(6), container.NewCenter(b.chip),
		space(2), container.NewCenter(b.mark))
	// What a correction changes stands in the room between: below, it would move the grid under somebody's hands.
	// The pickers scroll where the window is too narrow for them: at 200 % it would else be wider than its screen.
	line := container.NewBorder(nil, nil, nil, b.find, container.NewHScroll(container.NewBorder(nil, nil, pickers, nil, s.strip.object)))
	b.object = container.New(layout.NewCustomPaddedVBoxLayout(0), container.NewStack(kit.NewGround(theme.ColorNameHeaderBackground),
		container.New(layout.NewCustomPaddedLayout(5, 5, 8, 8), line)), widget.NewSeparator())
	return b
}

// chosen is called when a program is picked.
func (b *topBar) chosen(string) {
	if i := b.program.SelectedIndex(); !b.setting && i >= 0 {
		b.shell.choose(b.shell.programs[i])
	}
}

// show sets the pickers to a place.
func (b *topBar) show(p kit.Place, programs []*models.Program) {
	b.setting = true
	defer func() { b.setting = false }()
	names, at := make([]string, len(programs)), -1
	for i, one := range programs {
		names[i] = one.Name
		if p.Program != nil && one.Key == p.Program.Key {
			at = i
		}
	}
	b.program.SetOptions(names)
	if at >= 0 {
		b.program.SetSelectedIndex(at)
	}
	b.month.show(p)
	if p.Program == nil {
		b.chip.Hide()
		b.mark.SetText("")
	}
}

// state shows the month's status and what its data are.
func (b *topBar) state(h head) {
	b.chip.Show()
	b.chip.SetLocked(h.month.Locked())
	b.mark.SetText(h.month.Mark(b.shell.kit.Text))
	b.month.months = h.months
	b.object.Refresh() // the line is laid out anew
}

// space is an empty place of a width.
func space(width float32) fyne.CanvasObject {
	r := canvas.NewRectangle(color.Transparent)
	r.SetMinSize(fyne.NewSize(width, 1))
	return r
}
