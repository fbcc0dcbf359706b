// Package notices is the screen of a month's warnings and summons.
package notices

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"yueping/app"
	"yueping/views/controls"
	"yueping/views/kit"
	"yueping/views/parts"
	"yueping/views/table"
)

// Screen shows what the escalation rules bring in a month.
type Screen struct {
	kit     *kit.Kit
	place   kit.Place
	data    data
	loading int // counts the loads, so that one that was overtaken is not shown

	summary *widget.Label
	filter  *controls.Choice
	table   *table.Table
	empty   *parts.Empty
	legend  *fyne.Container
	content *fyne.Container
}

// New makes the screen.
func New(k *kit.Kit) kit.Screen {
	s := &Screen{kit: k, summary: widget.NewLabel(""), table: parts.NewTable(k, nil), legend: legend(k), empty: parts.NewEmpty(k)}
	s.summary.TextStyle.Bold = true
	s.filter = controls.NewChoice(k.Keys(), func(string) { s.show() })
	head := container.NewHBox(s.summary, s.filter.Object())
	body := container.NewBorder(nil, s.legend, nil, nil, s.table)
	s.content = container.New(layout.NewCustomPaddedLayout(6, 4, 8, 8),
		container.NewBorder(container.NewHScroll(head), nil, nil, nil, container.NewStack(body, s.empty.Object())))
	s.none("", "")
	return s
}

// legend says what the marks of the ribbons mean.
func legend(k *kit.Kit) *fyne.Container {
	return container.New(layout.NewCustomPaddedLayout(6, 4, 10, 0), container.New(layout.NewCustomPaddedHBoxLayout(24),
		table.Legend(table.In, k.T("notices.in")), table.Legend(table.Out, k.T("notices.out")), table.Legend(table.Unknown, k.T("notices.unknown"))))
}

// Key is the screen's key.
func (s *Screen) Key() string { return "notices" }

// Content is the widget tree.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Focus puts the keyboard into the table.
func (s *Screen) Focus() fyne.Focusable { return s.table.Focusable() }

// Leave lets the user go: nothing is typed here.
func (s *Screen) Leave() bool { return true }

// Reveal chooses a unit's first notice.
func (s *Screen) Reveal(unit, _ string) {
	for _, n := range s.data.notices {
		if n.Unit.Key == unit {
			s.table.Select(n.Unit.Key + "/" + n.Rule)
			return
		}
	}
}

// Load shows a program's month.
func (s *Screen) Load(p kit.Place) {
	s.place = p
	s.loading++
	if len(p.Program.Rules) == 0 {
		s.data = data{place: p}
		s.none(s.kit.T("notices.no_rules", "program", p.Program.Name), "")
		return
	}
	at := s.loading
	kit.Background(s.kit, func(ctx context.Context) (data, error) { return load(ctx, s.kit.Workspace, p) }, func(d data) {
		if at == s.loading {
			s.data = d
			s.show()
		}
	})
}

func (s *Screen) show() {
	at := app.MonthWords(s.kit.Text, s.data.place.Month)
	switch {
	case !s.data.month.Table.Has():
		s.none(s.kit.T("notices.no_data", "month", at, "program", s.data.place.Program.Name), "entry")
		return
	case len(s.data.notices) == 0:
		s.none(s.kit.T("notices.nobody", "month", at), "")
		return
	}
	summary, options := count(s.kit.Text, s.data)
	s.summary.SetText(summary)
	s.filter.Set(options, s.filter.Chosen())
	s.empty.Hide()
	s.legend.Show()
	if len(s.table.Rows()) == 0 {
		s.table.SetColumns(columns(s.kit.Text)...)
	}
	s.table.SetRows(rows(s.kit.Text, s.data, s.filter.Chosen()))
	s.content.Refresh() // the words at the top may be longer, the legend back
}

// none shows a sentence instead of notices.
func (s *Screen) none(sentence, screen string) {
	s.summary.SetText("")
	s.filter.Set(nil, "")
	// The table stays, without columns: it has the keyboard while a month is calculated.
	s.table.SetColumns()
	s.legend.Hide()
	s.empty.Show(sentence, screen)
	s.content.Refresh()
}
