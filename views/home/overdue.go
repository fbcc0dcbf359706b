package home

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"yueping/app"
	"yueping/models/month"
	"yueping/views/kit"
)

// overdueShown is how many overdue notices are spelt out.
const overdueShown = 8

// overdue is a notice whose deadline of rectification has passed, ready made.
type overdue struct {
	place              kit.Place
	unit               string
	name, action, days string
	deadline           string
}

func readOverdue(ctx context.Context, k *kit.Kit) ([]overdue, error) {
	found, err := k.Workspace.Overdue(ctx, k.Workspace.Today())
	if err != nil {
		return nil, err
	}
	var list []overdue
	for _, o := range found {
		list = append(list, overdue{place: kit.Place{Program: o.Program, Month: o.Month}, unit: o.Unit, name: app.FullName(o.Name, o.County),
			action:   k.T("home.overdue_action", "month", app.MonthWords(k.Text, o.Month), "action", o.Notice.Action+o.Notice.Addressee),
			deadline: k.T("home.overdue_deadline", "date", day(k, o.Deadline)), days: k.T("board.overdue_days", "count", o.Days)})
	}
	return list, nil
}

func day(k *kit.Kit, p month.Period) string {
	return k.T("board.day_of_year", "year", p.Month.Year(), "month", p.Month.Number(), "day", p.Day)
}

// alarm is the tile of the overdue notices; nil where there is none.
func (s *Screen) alarm(list []overdue) fyne.CanvasObject {
	if len(list) == 0 {
		return nil
	}
	icon := container.NewCenter(widget.NewIcon(theme.NewErrorThemedResource(theme.WarningIcon())))
	lines := container.NewVBox(container.NewHBox(icon, kit.Heading(s.kit.T("home.overdue", "count", len(list)))))
	for _, o := range list[:min(len(list), overdueShown)] {
		lines.Add(s.overdue(o))
	}
	if more := len(list) - overdueShown; more > 0 {
		lines.Add(widget.NewLabel(s.kit.T("home.overdue_more", "count", more)))
	}
	return container.New(layout.NewCustomPaddedLayout(0, gap, 0, 0),
		container.NewStack(kit.NewFrame(false), container.New(layout.NewCustomPaddedLayout(6, 8, 8, 8), lines)))
}

// overdue is a line: who, what, until when, how late; its button leads to the row of the board.
func (s *Screen) overdue(o overdue) fyne.CanvasObject {
	words := kit.Wrapped(s.kit.T("home.overdue_line", "unit", o.name, "action", o.action, "deadline", o.deadline))
	days := widget.NewLabelWithStyle(o.days, fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	days.Importance = widget.DangerImportance
	button := s.kit.Button(s.kit.T("home.to_board"), nil, func() { s.take(o.place, next{screen: "notices", unit: o.unit}) })
	return container.NewBorder(nil, nil, kit.Narrow(88, days), container.NewVBox(button), words)
}
