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
	"yueping/views/kit"
)

// How much of a cell's past the inspector tells.
const (
	pastMonths   = 12
	historyLines = 8
)

// inspector tells a cell's story: its value, what is wrong with it, the months before, and who changed it.
type inspector struct {
	kit    *kit.Kit
	object fyne.CanvasObject
	unit   *widget.Label
	figure *widget.Label
	value  *widget.Label
	note   *widget.Label
	box    *fyne.Container
	past   *fyne.Container
	story  *fyne.Container
	asked  int // counts the cells asked about: an older answer that comes late is dropped
}

func newInspector(k *kit.Kit) *inspector {
	i := &inspector{kit: k, unit: kit.Heading(""), figure: kit.Wrapped(""), value: kit.Wrapped(""), note: kit.Wrapped(""),
		past: container.NewVBox(), story: container.NewVBox()}
	i.unit.Wrapping = fyne.TextWrapWord
	i.value.SizeName = theme.SizeNameSubHeadingText
	i.note.Importance = widget.WarningImportance
	tight := layout.NewCustomPaddedVBoxLayout(0)
	i.box = container.New(tight, i.unit, i.figure, i.value, i.note,
		bold(k.T("inspector.past")), i.past, bold(k.T("inspector.history")), i.story)
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
	i.tell(nil, nil)
}

// story is what the database tells of a cell.
type story struct {
	past    []string
	changes []string
}

func (i *inspector) show(s *source, row, col int) {
	u, ind := s.units[row], s.columns[col].indicator
	cell := s.Cell(row, col)
	i.unit.SetText(app.FullName(s.month.Table.Roster.Name(u.Key), s.month.Table.Roster.County(u.Key)))
	i.figure.SetText(app.Heading(ind))
	words := cell.Text
	if words == "" {
		words = i.kit.T("state.not_reported")
		if !s.month.Table.Roster.Covers(ind, u.Key) {
			words = i.kit.T("inspector.not_kept")
		}
	}
	i.value.SetText(words)
	i.note.SetText(cell.Note)
	i.note.Hidden = cell.Note == ""
	i.asked++
	asked := i.asked
	place, m := s.month.Place(ind.Key, u.Key), s.month
	kit.Background(i.kit, func(ctx context.Context) (story, error) { return i.read(ctx, m, place, ind) }, func(t story) {
		if asked == i.asked {
			i.tell(t.past, t.changes)
		}
	})
}

func (i *inspector) read(ctx context.Context, m *app.Month, place models.Place, ind *models.Indicator) (story, error) {
	var t story
	past, err := i.kit.Workspace.PastValues(ctx, m, place.Indicator, place.Unit, pastMonths)
	if err != nil {
		return t, err
	}
	for _, p := range past {
		words := app.StateWord(i.kit.Text, p.Value.State)
		if p.Value.State == models.IsNumber {
			words = app.Fixed(ind, p.Value.Number)
		}
		t.past = append(t.past, i.kit.T("inspector.month", "month", app.MonthWords(i.kit.Text, p.Month), "value", words))
	}
	changes, err := i.kit.Workspace.CellHistory(ctx, place, historyLines)
	if err != nil {
		return t, err
	}
	for _, c := range changes {
		t.changes = append(t.changes, changeWords(i.kit, ind, c))
	}
	return t, nil
}

func (i *inspector) tell(past, changes []string) {
	fill := func(box *fyne.Container, lines []string, none string) {
		box.Objects = nil
		for _, line := range lines {
			box.Add(small(line))
		}
		if len(lines) == 0 {
			box.Add(small(i.kit.T(none)))
		}
		box.Refresh()
	}
	fill(i.past, past, "inspector.no_past")
	fill(i.story, changes, "inspector.no_history")
	i.box.Refresh() // the lines may be more or fewer
}
