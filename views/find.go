package views

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"yueping/views/find"
	"yueping/views/kit"
)

// find asks for a unit of the month and leads to its line in 录入.
func (s *shell) find() {
	place := s.place
	if place.Program == nil || !s.current.Leave() {
		return
	}
	kit.Background(s.kit, func(ctx context.Context) (*find.Index, error) {
		roster, err := s.kit.Workspace.Roster(ctx, place.Program.Key, place.Month)
		if err != nil {
			return nil, err
		}
		return find.NewIndex(roster), nil
	}, s.askUnit)
}

// askUnit lets a unit be picked by name or initials, without leaving the keyboard.
func (s *shell) askUnit(index *find.Index) {
	entry := s.kit.Entry(s.kit.T("find.hint"))
	found := index.Find("")
	at := 0
	list := s.kit.List(
		func() int { return len(found) },
		func() fyne.CanvasObject { return widget.NewLabel("") },
		func(i widget.ListItemID, o fyne.CanvasObject) { o.(*widget.Label).SetText(s.findWords(found[i])) })
	none := kit.Wrapped(s.kit.T("find.none"))
	none.Hide()
	box := container.NewBorder(container.NewVBox(entry, none), nil, nil, nil, list)
	d := dialog.NewCustom(s.kit.T("find.title"), s.kit.T("dialog.close"), box, s.window)
	move := func(to int) {
		if at = max(0, min(to, len(found)-1)); len(found) > 0 {
			list.OnSelected = nil
			list.Select(at)
			list.OnSelected = func(i widget.ListItemID) { s.foundUnit(d, found[i]) }
		}
	}
	entry.OnChanged = func(text string) {
		found = index.Find(text)
		none.Hidden = len(found) > 0
		box.Refresh()
		list.UnselectAll()
		list.Refresh()
		move(0)
	}
	entry.OnKey = func(ev *fyne.KeyEvent) bool {
		switch ev.Name {
		case fyne.KeyDown:
			move(at + 1)
		case fyne.KeyUp:
			move(at - 1)
		case fyne.KeyEscape:
			d.Hide()
		case fyne.KeyReturn, fyne.KeyEnter:
			if len(found) > 0 {
				s.foundUnit(d, found[at])
			}
		default:
			return false
		}
		return true
	}
	d.Resize(fyne.NewSize(420, 460))
	d.Show()
	move(0)
	s.window.Canvas().Focus(entry)
}

func (s *shell) findWords(u find.Unit) string {
	if u.County == "" {
		return u.Name
	}
	return s.kit.T("find.unit", "name", u.Name, "county", u.County)
}

func (s *shell) foundUnit(d dialog.Dialog, u find.Unit) {
	d.Hide()
	s.lead("entry", u.Key, "")
}
