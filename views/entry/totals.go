package entry

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"yueping/app"
	"yueping/models"
	"yueping/models/number"
	"yueping/views/kit"
)

// totals shows how far the values of the cursor's indicator are from the total that was typed first.
type totals struct {
	screen *Screen
	object *fyne.Container
	less   *kit.Tag // what is still missing, or too much
	even   *kit.Tag
}

func newTotals(s *Screen) *totals {
	t := &totals{screen: s, less: kit.NewTag("", theme.ColorNameWarning), even: kit.NewTag("", theme.ColorNameSuccess)}
	t.less.SetText("")
	t.even.SetText("")
	t.object = container.NewHBox(s.kit.Button(s.kit.T("entry.total"), nil, s.AskTotal), t.less, t.even)
	return t
}

// show says it of the indicator under the cursor.
func (t *totals) show() {
	less, even := t.words()
	if less == t.less.Text() && even == t.even.Text() {
		return
	}
	t.less.SetText(less)
	t.even.SetText(even)
	t.object.Refresh()
	t.screen.bar.first.Refresh()
}

// elsewhere is what a window so narrow that the tags are out of sight has to say in its status bar.
func (t *totals) elsewhere() string {
	if s := t.screen; s.byDay() || t.object.Position().X+t.object.MinSize().Width <= s.centre.Size().Width {
		return ""
	}
	return t.less.Text() + t.even.Text()
}

// words are those of the tags, "" for a tag that is not to be seen.
func (t *totals) words() (less, even string) {
	s := t.screen
	i := s.totalled()
	if i == nil {
		return "", ""
	}
	group, _ := s.scope()
	d, err := s.loaded.month.Difference(i.Key, group)
	if err != nil {
		return s.kit.Sentence(err), ""
	}
	if d == nil {
		return "", ""
	}
	key, missing := "entry.total_differs", d.Missing
	switch {
	case missing.Sign() == 0:
		return "", s.kit.T("entry.total_agrees", "indicator", i.Name, "total", i.Shown(d.Total))
	case missing.Sign() < 0:
		key = "entry.total_over"
		if positive, err := number.FromInt(0).Sub(missing); err == nil {
			missing = positive
		}
	}
	return s.kit.T(key, "indicator", i.Name, "total", i.Shown(d.Total), "missing", i.Shown(missing), "filled", d.Filled, "cells", d.Cells), ""
}

// totalled is the entered indicator of the month under the cursor, nil where there is none.
func (s *Screen) totalled() *models.Indicator {
	if s.loaded.month == nil || s.byDay() || s.filter == cityGroup {
		return nil
	}
	p, ok := s.cursor()
	if !ok || p.indicator.Derived() {
		return nil
	}
	return p.indicator
}

// scope is the group whose total is checked, "" for all units, and its name. A county has none of its
// own: the papers that carry totals are of a group or of the whole.
func (s *Screen) scope() (key, name string) {
	if g := s.loaded.month.Program.Group(s.filter); g != nil {
		return g.Key, g.Name
	}
	return "", s.kit.T("entry.total_all")
}

// AskTotal asks for the sum that the values of the cursor's indicator must come to.
func (s *Screen) AskTotal() {
	if s.loaded.month == nil || !s.Leave() {
		return
	}
	i, m := s.totalled(), s.loaded.month
	switch {
	case i == nil:
		s.kit.Say(s.kit.T("entry.total_none"))
		return
	case m.Locked():
		s.kit.Tell(s.kit.T("entry.total"), s.kit.T("entry.locked"))
		return
	}
	group, name := s.scope()
	value := ""
	if d, err := m.Difference(i.Key, group); err == nil && d != nil {
		value = typed(s.kit, i, models.Of(d.Total))
	}
	s.question(question{title: s.kit.T("entry.total"), text: s.kit.T("entry.total_ask", "indicator", app.Heading(i), "scope", name), value: value,
		take: func(text string) string {
			n, bad := app.ReadTotal(i, text)
			if bad != nil {
				return s.kit.Sentence(bad)
			}
			total := models.ControlTotal{Program: m.Program.Key, Month: m.At, Indicator: i.Key, Group: group, Value: n}
			// A row in milliseconds; the answer decides whether the question stays.
			if err := s.kit.Workspace.SetControlTotal(context.Background(), total, ""); err != nil {
				return s.kit.Sentence(err)
			}
			return ""
		}})
}
