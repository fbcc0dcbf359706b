package home

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"yueping/views/kit"
)

// card draws a tile.
func (s *Screen) card(t tile) fyne.CanvasObject {
	chip := kit.NewStatusChip(s.kit.Text)
	chip.SetLocked(t.locked)
	title := kit.Heading(t.place.Program.Name)
	title.Truncation = fyne.TextTruncateEllipsis
	parts := container.NewVBox(
		title,
		container.NewHBox(widget.NewLabel(t.month), container.NewCenter(chip), layout.NewSpacer()),
	)
	if t.mark != "" {
		parts.Add(container.New(layout.NewCustomPaddedLayout(0, 4, 6, 6),
			container.NewHBox(kit.NewTag(t.mark, theme.ColorNameWarning))))
	}
	for _, b := range t.bars {
		parts.Add(s.bar(b))
	}
	if t.missing != "" {
		parts.Add(kit.Wrapped(t.missing))
	}
	for _, f := range t.findings {
		parts.Add(s.finding(t, f))
	}
	if t.more > 0 {
		parts.Add(widget.NewLabel(s.kit.T("home.more_findings", "count", t.more)))
	}
	if t.risks != nil {
		parts.Add(widget.NewSeparator())
		parts.Add(s.risks(t))
	}
	parts.Add(widget.NewSeparator())
	parts.Add(kit.Wrapped(t.next.words))
	parts.Add(s.buttons(t))
	return container.NewStack(kit.NewFrame(t.current), container.New(layout.NewCustomPaddedLayout(6, 8, 6, 6), parts))
}

// finding is a line with the sign of its weight.
func (s *Screen) finding(_ tile, f finding) fyne.CanvasObject {
	icon := widget.NewIcon(theme.NewErrorThemedResource(theme.ErrorIcon()))
	if f.warning {
		icon = widget.NewIcon(theme.NewWarningThemedResource(theme.WarningIcon()))
	}
	sign := container.NewVBox(container.New(layout.NewCustomPaddedLayout(6, 0, 6, 0), icon))
	return container.NewBorder(nil, nil, sign, nil, kit.Wrapped(f.words))
}

// buttons are the next step, and the way back from a verified month.
func (s *Screen) buttons(t tile) fyne.CanvasObject {
	n := t.next
	button := s.kit.Button(n.label, nil, func() { s.take(t.place, n) })
	button.Importance = widget.HighImportance
	line := container.NewHBox(button)
	if !n.verify && n.screen != "entry" {
		line.Add(s.kit.Button(s.kit.T("home.look"), nil, func() { s.take(t.place, next{screen: "entry"}) }))
	}
	if t.locked {
		line.Add(s.kit.Button(s.kit.T("action.reopen"), nil, func() { s.kit.Reopen(t.place) }))
	} else if !n.verify && n.screen == "entry" {
		line.Add(s.kit.Button(s.kit.T("action.verify"), nil, func() { s.kit.Verify(t.place) }))
	}
	return container.New(layout.NewCustomPaddedLayout(0, 0, 6, 6), line)
}

// take goes where a step is done.
func (s *Screen) take(p kit.Place, n next) {
	if n.verify {
		s.kit.Verify(p)
		return
	}
	if s.kit.Open != nil {
		s.kit.Open(p, n.screen)
	}
	if n.unit != "" {
		s.kit.Lead(n.screen, n.unit, n.indicator)
	}
}

// bar shows how many units of a group have reported: a name, a bar, and the numbers.
func (s *Screen) bar(b bar) fyne.CanvasObject {
	name := widget.NewLabel(b.name)
	name.Truncation = fyne.TextTruncateEllipsis
	numbers := widget.NewLabelWithStyle(s.kit.T("home.reported", "there", b.there, "due", b.due), fyne.TextAlignTrailing, fyne.TextStyle{})
	share := float32(1)
	if b.due > 0 {
		share = float32(b.there) / float32(b.due)
	}
	line := container.New(layout.NewCustomPaddedLayout(11, 11, 0, 0), kit.NewBar(share))
	return container.NewBorder(nil, nil, kit.Narrow(184, name), kit.Narrow(76, numbers), line)
}
