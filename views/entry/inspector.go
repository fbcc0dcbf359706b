package entry

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"yueping/app"
	"yueping/models"
	"yueping/views/chart"
	"yueping/views/kit"
)

// How much of a cell's past the inspector tells.
const (
	pastMonths   = 12
	historyLines = 8
)

// closer brings the lines of an account nearer to one another than labels stand by themselves.
const closer = -7

// inspector tells a cell's story: its value, what is wrong with it, the months before or what the
// unit's days come to, and who changed it.
type inspector struct {
	kit    *kit.Kit
	object fyne.CanvasObject
	unit   *widget.Label
	figure *widget.Label
	value  *widget.Label
	limits *widget.Label
	note   *widget.Label
	about  *widget.Label // where the value comes from, and what else is noted
	recent *recent
	box    *fyne.Container
	title  *widget.Label // of the past, or of the summary of the days
	past   *fyne.Container
	story  *fyne.Container
	asked  int // counts the cells asked about: an older answer that comes late is dropped
}

func newInspector(k *kit.Kit) *inspector {
	i := &inspector{kit: k, unit: kit.Heading(""), figure: kit.Wrapped(""), value: kit.Wrapped(""), note: kit.Wrapped(""),
		limits: small(""), about: kit.Wrapped(""), recent: newRecent(),
		title: bold(k.T("inspector.past")), past: container.New(layout.NewCustomPaddedVBoxLayout(closer)), story: container.NewVBox()}
	i.unit.Wrapping = fyne.TextWrapWord
	i.value.SizeName = theme.SizeNameSubHeadingText
	i.note.Importance = widget.WarningImportance
	tight := layout.NewCustomPaddedVBoxLayout(0)
	i.box = container.New(tight, i.unit, i.figure, i.value, i.note, i.limits, i.about,
		i.title, i.past, i.recent.object, bold(k.T("inspector.history")), i.story)
	i.object = container.NewBorder(nil, nil, widget.NewSeparator(), nil, kit.Narrow(250, container.NewVScroll(i.box)))
	return i
}

func bold(text string) *widget.Label {
	return widget.NewLabelWithStyle(text, fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
}

func small(text string) *widget.Label {
	l := kit.Wrapped(text)
	l.SizeName = theme.SizeNameCaptionText
	return l
}

func (i *inspector) clear() {
	i.asked++
	for _, l := range []*widget.Label{i.unit, i.figure, i.value, i.note} {
		l.SetText("")
	}
	i.tell(story{})
}

// story is what is known of a cell beside its value.
type story struct {
	title   string // of the past
	past    []line
	recent  []chart.Series // the line of the months, none where there is nothing to draw
	changes []string
}

func (i *inspector) show(s *source, row, col int) {
	u := s.unit(row)
	i.unit.SetText(app.FullName(s.month.Table.Roster.Name(u.Key), s.month.Table.Roster.County(u.Key)))
	cell := s.Cell(row, col)
	p, isSpot := s.spot(row, col)
	title, words := s.figureTitle(row, col), cell.Text
	if words == "" && isSpot {
		words = i.kit.T("state.not_reported")
		if !s.kept(p) {
			words = i.kit.T("inspector.not_kept")
		}
	}
	i.figure.SetText(title)
	i.value.SetText(words)
	i.remark(s.warning(row, col))
	i.limits.SetText("")
	i.about.SetText("")
	if isSpot {
		i.limits.SetText(limitWords(i.kit, p.indicator))
		i.about.SetText(s.aboutWords(p))
	}
	i.limits.Hidden, i.about.Hidden = i.limits.Text == "", i.about.Text == ""
	i.asked++
	asked := i.asked
	var t story
	if s.days != nil {
		t.title, t.past = i.kit.T("days.summary"), s.summary(u)
	}
	if !isSpot {
		i.tell(t)
		return
	}
	place, m := s.place(p), s.month
	kit.Background(i.kit, func(ctx context.Context) (story, error) { return i.read(ctx, t, m, place, p.indicator) }, func(t story) {
		if asked == i.asked {
			i.tell(t)
		}
	})
}

// figureTitle says what stands in a cell: the indicator, of a day with its date, or the figure.
func (s *source) figureTitle(row, col int) string {
	p, isSpot := s.spot(row, col)
	switch {
	case !isSpot:
		return s.figure(row, col).title
	case p.period.Day != 0:
		return s.kit.T("days.of_day", "day", p.period.Day, "month", p.period.Month.Number(),
			"weekday", s.kit.T("weekday."+p.period.Weekday().String()[:3]), "indicator", app.Heading(p.indicator))
	}
	return app.Heading(p.indicator)
}

func (i *inspector) read(ctx context.Context, t story, m *app.Month, place models.Place, ind *models.Indicator) (story, error) {
	if t.title == "" {
		past, err := i.kit.Workspace.PastValues(ctx, m, place.Indicator, place.Unit, pastMonths)
		if err != nil {
			return t, err
		}
		now := m.Table.Value(place.Indicator, place.Unit)
		t.past, t.recent = compared(i.kit, ind, m.At, now, past), series(i.kit, ind, m.At, now, past)
	}
	changes, err := i.kit.Workspace.CellStory(ctx, place, historyLines)
	if err != nil {
		return t, err
	}
	for _, c := range changes {
		t.changes = append(t.changes, changeWords(i.kit, ind, c))
	}
	return t, nil
}

func (i *inspector) tell(t story) {
	if t.title == "" {
		t.title = i.kit.T("inspector.chart")
	}
	i.title.SetText(t.title)
	i.past.Objects, i.story.Objects = nil, nil
	for _, l := range t.past {
		i.past.Add(l.object())
	}
	if len(t.past) == 0 {
		i.past.Add(small(i.kit.T("inspector.no_past")))
	}
	i.recent.show(t.recent)
	for _, words := range t.changes {
		i.story.Add(small(words))
	}
	if len(t.changes) == 0 {
		i.story.Add(small(i.kit.T("inspector.no_history")))
	}
	i.past.Refresh()
	i.story.Refresh()
	i.box.Refresh() // the lines may be more or fewer
}

// remark shows what is to be seen to, "" for nothing.
func (i *inspector) remark(words string) {
	i.note.SetText(words)
	i.note.Hidden = words == ""
	i.box.Refresh()
}
