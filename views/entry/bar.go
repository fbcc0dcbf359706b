package entry

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"yueping/models"
	"yueping/models/air"
	"yueping/views/controls"
	"yueping/views/kit"
)

// bar is what stands above the grid: the filter and the files, and for the values of days a second line.
type bar struct {
	screen *Screen
	object *fyne.Container
	first  *fyne.Container
	second *fyne.Container
	sifted *sifted
	line   fyne.CanvasObject // the second with its scroller

	what      *controls.Choice // 月值 or 日值
	how       *controls.Choice // a day a row or a day a column
	fill      *controls.Button
	unit      *controls.Button
	units     *fyne.Container
	indicator *controls.Choice
	parts     *controls.Button
}

func newBar(s *Screen) *bar {
	b, t := &bar{screen: s}, s.kit.T
	s.group = s.kit.Select(nil, func(string) { s.chooseGroup() })
	s.missing = s.kit.Button("", theme.NavigateNextIcon(), s.nextMissing)
	b.what = controls.NewChoice(s.kit.Keys(), func(string) { b.settled(s.SwitchDays) })
	b.how = controls.NewChoice(s.kit.Keys(), func(string) { b.settled(s.SwitchLayout) })
	b.fill = s.kit.Button(t("fill.button"), nil, s.FillFromDays)
	b.unit = s.kit.Button("", theme.SearchIcon(), s.askUnit)
	b.units = container.NewHBox(s.kit.Button("", theme.NavigateBackIcon(), func() { s.StepUnit(false) }), b.unit,
		s.kit.Button("", theme.NavigateNextIcon(), func() { s.StepUnit(true) }))
	b.indicator = controls.NewChoice(s.kit.Keys(), func(key string) { b.settled(func() { s.chooseIndicator(key) }) })
	b.parts = s.kit.Button(t("days.parts"), nil, s.switchParts)
	b.sifted = newSifted(s)
	b.first = container.NewHBox(b.what.Object(), kit.Narrow(190, kit.Framed(s.group)), s.missing, s.totals.object, b.sifted.object,
		s.kit.Button(t("entry.import"), theme.DownloadIcon(), s.askImport),
		s.kit.Button(t("entry.export"), theme.UploadIcon(), s.Export), b.fill)
	b.second = container.NewHBox(b.how.Object(), b.units, b.indicator.Object(), b.parts)
	b.line = sideways(b.second)
	b.object = container.NewVBox(sideways(b.first), b.line)
	return b
}

// sideways lets a narrow window scroll a line.
func sideways(o fyne.CanvasObject) fyne.CanvasObject {
	return container.NewStack(container.NewHScroll(o))
}

// settled does what a choice asks for, and shows what it led to: a text that could not be stored holds
// the screen where it was.
func (b *bar) settled(do func()) {
	do()
	b.show()
}

// show says what is shown, and offers what can be.
func (b *bar) show() {
	s, t := b.screen, b.screen.kit.T
	daily := s.daily()
	var what []controls.Option
	if daily {
		what = []controls.Option{{Key: wordNone, Label: t("days.months")}, {Key: wordDays, Label: t("days.days")}}
	}
	b.what.Set(what, word(s.byDay(), wordDays))
	b.how.Set([]controls.Option{{Key: wordNone, Label: t("days.down")}, {Key: wordAcross, Label: t("days.across")}}, word(s.view.across, wordAcross))
	visible(b.fill, daily)
	if b.line.Visible() != s.byDay() {
		visible(b.line, s.byDay())
		s.body.Refresh() // the grid gets its room, or gives it
	}
	visible(s.totals.object, !s.byDay())
	if s.byDay() {
		b.showDays()
	}
	b.sifted.show()
	words := "entry.missing"
	if s.byDay() {
		words = "days.short"
	}
	s.missing.SetText(t(words, "count", len(s.loaded.due)))
	if len(s.loaded.due) == 0 {
		s.missing.Disable()
	} else {
		s.missing.Enable()
	}
	b.object.Refresh() // the lines are laid out anew
	b.first.Refresh()
	b.second.Refresh()
}

func word(is bool, w string) string {
	if is {
		return w
	}
	return wordNone
}

// showDays fills the second line.
func (b *bar) showDays() {
	s := b.screen
	down, isDown := s.source.sheet.(*daysDown)
	visible(b.units, isDown)
	visible(b.parts, isDown)
	if !isDown {
		var options []controls.Option
		for _, i := range s.loaded.days.Indicators {
			options = append(options, controls.Option{Key: i.Key, Label: i.Name})
		}
		b.indicator.Set(options, s.source.sheet.(*daysAcross).of.Key)
		visible(b.indicator.Object(), len(options) > 1)
		return
	}
	visible(b.indicator.Object(), false)
	if down.of != nil {
		b.unit.SetText(s.unitWords(down.of))
	}
	visible(b.parts, len(pollutants(down.indicators)) > 0)
	b.parts.Importance = widget.LowImportance
	if down.hasParts() {
		b.parts.Importance = widget.HighImportance
	}
	b.parts.Refresh()
}

func visible(o fyne.CanvasObject, is bool) {
	if is {
		o.Show()
	} else {
		o.Hide()
	}
}

// unitWords names a unit with its place among those that are shown.
func (s *Screen) unitWords(u *models.Unit) string {
	roster := s.loaded.month.Table.Roster
	words := s.kit.T("days.unit", "name", roster.Name(u.Key), "county", roster.County(u.Key))
	if !air.Enough(s.loaded.month.At, s.loaded.days.ValidDays(u.Key)) {
		words += s.kit.T("days.unit_short", "days", s.loaded.days.ValidDays(u.Key))
	}
	return words
}

// byDay reports whether the values of days are shown.
func (s *Screen) byDay() bool { return s.loaded.days != nil }
