package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"yueping/views/find"
	"yueping/views/kit"
)

// AskUnit lets a unit be picked by name or initials, without leaving the keyboard. Chosen gets its
// key; left, which may be nil, is called when the dialog closes without one.
func AskUnit(k *kit.Kit, index *find.Index, left func(), chosen func(unit string)) {
	entry := k.Entry(k.T("find.hint"))
	found := index.Find("")
	at := 0
	list := k.List(
		func() int { return len(found) },
		func() fyne.CanvasObject { return widget.NewLabel("") },
		func(i widget.ListItemID, o fyne.CanvasObject) { o.(*widget.Label).SetText(unitWords(k, found[i])) })
	none := kit.Wrapped(k.T("find.none"))
	none.Hide()
	box := container.NewBorder(container.NewVBox(entry, none), nil, nil, nil, list)
	d := dialog.NewCustom(k.T("find.title"), k.T("dialog.close"), box, k.Window)
	picked := false
	d.SetOnClosed(func() {
		if !picked && left != nil {
			left()
		}
	})
	pick := func(u find.Unit) {
		picked = true
		d.Hide()
		chosen(u.Key)
	}
	move := func(to int) {
		if at = max(0, min(to, len(found)-1)); len(found) > 0 {
			list.OnSelected = nil
			list.Select(at)
			list.OnSelected = func(i widget.ListItemID) { pick(found[i]) }
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
				pick(found[at])
			}
		default:
			return false
		}
		return true
	}
	d.Resize(fyne.NewSize(420, 460))
	d.Show()
	move(0)
	k.Window.Canvas().Focus(entry)
}

func unitWords(k *kit.Kit, u find.Unit) string {
	if u.County == "" {
		return u.Name
	}
	return k.T("find.unit", "name", u.Name, "county", u.County)
}
