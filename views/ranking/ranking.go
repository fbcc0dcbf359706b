// Package ranking is the screen of a month's rankings.
package ranking

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"yueping/app"
	"yueping/models/fault"
	"yueping/views/chart"
	"yueping/views/controls"
	"yueping/views/kit"
	"yueping/views/parts"
	"yueping/views/table"
)

// Screen shows the rankings of a program's month, a scheme at a time.
type Screen struct {
	kit     *kit.Kit
	place   kit.Place
	data    data
	loading int // counts the loads, so that one that was overtaken is not shown

	schemes, groups *controls.Choice
	table           *table.Table
	columns         []table.Column
	empty           *parts.Empty
	notes           *widget.Label
	buttons         []*controls.Button
	foot            *container.Scroll
	explanation     *explanation
	calculation     *calculation
	panel           *panel
	split           *container.Split
	closed          bool // the user wants no details
	placed          bool // the panel has its place beside the table or under it
	detailing       int  // counts the units looked at, as loading does the loads
	content         *fyne.Container
}

// New makes the screen.
func New(k *kit.Kit) kit.Screen {
	s := &Screen{kit: k, empty: parts.NewEmpty(k), notes: kit.Wrapped("")}
	s.table = parts.NewTable(k, s.key)
	s.table.Fill, s.table.OnSelected, s.table.OnActivated = chart.Fill, s.detail, s.explain
	s.explanation, s.calculation = newExplanation(k), newCalculation(k, s)
	s.panel = newPanel(k, s.shut)
	s.split = container.NewHSplit(s.table, s.panel.object)
	s.panel.object.Hide()
	s.schemes = controls.NewChoice(k.Keys(), func(string) { s.load() })
	s.groups = controls.NewChoice(k.Keys(), func(string) { s.show() })
	s.buttons = []*controls.Button{
		k.Button(k.T("handout.excel"), theme.DocumentSaveIcon(), s.Export),
		k.Button(k.T("handout.pdf"), theme.DocumentSaveIcon(), s.savePDF),
		k.Button(k.T("handout.print"), theme.DocumentPrintIcon(), s.Print),
		k.Button(k.T("explain.open"), theme.InfoIcon(), s.explainChosen),
	}
	actions := container.NewHBox()
	for _, b := range s.buttons[:3] {
		actions.Add(b)
	}
	head := container.New(head{}, container.NewVBox(s.schemes.Row(), s.groups.Row()), actions, s.buttons[3])
	s.foot = container.NewVScroll(s.notes)
	body := container.NewBorder(s.explanation.object, s.foot, nil, nil, s.split)
	s.content = container.New(layout.NewCustomPaddedLayout(6, 4, 8, 8),
		s.calculation.over(container.NewBorder(head, nil, nil, nil, container.NewStack(body, s.empty.Object()))))
	s.none("")
	return s
}

// Key is the screen's key.
func (s *Screen) Key() string { return "ranking" }

// Content is the widget tree.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Focus puts the keyboard into the table, or into 计算过程.
func (s *Screen) Focus() fyne.Focusable {
	if s.calculation.pane.Shown() {
		return s.calculation.pane.Focus()
	}
	return s.table.Focusable()
}

// Leave lets the user go: nothing is typed here.
func (s *Screen) Leave() bool { return true }

// Reveal chooses a unit's row; who reads 计算过程 goes on to that unit's.
func (s *Screen) Reveal(unit, _ string) {
	s.table.Select(unit)
	if s.calculation.pane.Shown() && s.table.Selected() == unit {
		s.explain(unit)
	}
}

// Load shows a program's month.
func (s *Screen) Load(p kit.Place) {
	s.place = p
	s.loading++
	var schemes []controls.Option
	for i := range p.Program.Schemes {
		v := &p.Program.Schemes[i]
		if _, holds := v.At(p.Month); holds {
			schemes = append(schemes, controls.Option{Key: v.Key, Label: v.Name})
		}
	}
	chosen := s.schemes.Chosen()
	if s.data.place.Program == nil || s.data.place.Program.Key != p.Program.Key {
		chosen = p.Program.DefaultScheme
	}
	s.schemes.Set(schemes, chosen)
	switch {
	case len(p.Program.Schemes) == 0:
		s.none(s.kit.Text.Error(fault.New("scheme.none", "program", p.Program.Name)))
	case len(schemes) == 0:
		s.none(s.kit.Text.Error(fault.New("scheme.not_yet", "scheme", p.Program.Schemes[0].Name, "month", app.MonthWords(s.kit.Text, p.Month))))
	default:
		s.load()
	}
}

// load calculates the chosen scheme in the background.
func (s *Screen) load() {
	s.loading++
	at, place, scheme := s.loading, s.place, s.schemes.Chosen()
	kit.Background(s.kit, func(ctx context.Context) (data, error) { return load(ctx, s.kit.Workspace, place, scheme) },
		func(d data) {
			if at != s.loading {
				return
			}
			s.data = d
			s.show()
		})
}

// show puts the loaded ranking into the table.
func (s *Screen) show() {
	options := []controls.Option{{Key: "", Label: s.kit.T("ranking.all")}}
	for _, g := range s.data.Ranking.Groups {
		if g.Group.Key != "" { // those under no county stand under all alone
			options = append(options, controls.Option{Key: g.Group.Key, Label: g.Group.Name})
		}
	}
	if len(options) == 2 {
		options = nil
	}
	s.groups.Set(options, s.groups.Chosen())
	if !s.data.Ranking.Ranked() {
		s.none(s.kit.T("ranking.nothing", "month", app.MonthWords(s.kit.Text, s.data.place.Month), "program", s.data.place.Program.Name))
		s.empty.Show(s.empty.Text(), "entry")
		return
	}
	sheet := newSheet(s.kit.Text, s.data, s.groups.Chosen())
	s.empty.Hide()
	s.enable(true)
	chosen := s.table.Selected()
	if !same(s.columns, sheet.columns) {
		s.columns = sheet.columns
		s.table.SetColumns(sheet.columns...)
	}
	s.table.SetRows(sheet.rows)
	s.note(s.data.Ranking.Terms.Notes)
	s.explanation.show(s.data, s.content.Size().Width)
	s.table.Select(chosen) // other columns take the rows away, and the choice with them
	s.detail(s.table.Selected())
	s.recalculated()
	s.content.Refresh() // the groups and the notes come and go
}
