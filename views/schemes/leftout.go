package schemes

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"yueping/app"
	"yueping/views/controls"
	"yueping/views/kit"
)

// offered is how many found units a list offers at most: more are found by typing more.
const offered = 30

// excluded are the units left out with the reasons that are printed, and a search for another one.
func (f *form) excluded() *block {
	return f.block(func(b *block) []fyne.CanvasObject {
		lines := []fyne.CanvasObject{kit.Heading(f.kit.T("schemes.excluded"))}
		for i, e := range f.content.exclude {
			remove := f.icon(theme.DeleteIcon(), func() {
				f.content.exclude = append(f.content.exclude[:i:i], f.content.exclude[i+1:]...)
				b.again(false)
			})
			reason := f.text(&e.reason, f.kit.T("schemes.exclude_reason"))
			lines = append(lines, container.NewBorder(nil, nil, kit.Narrow(170, widget.NewLabel(e.name)), remove, reason))
		}
		latest := f.latest
		lines = append(lines, f.leaveOut(b))
		f.latest = latest // a new line begins with its reason, not with the next search
		return lines
	})
}

// leaveOut finds a unit by a part of its name or its initials.
func (f *form) leaveOut(b *block) fyne.CanvasObject {
	none := f.kit.T("schemes.exclude_choose")
	list := f.kit.Select(nil, nil)
	list.PlaceHolder = none
	var keys []controls.Option
	offer := func(text string) {
		keys = nil
		for _, u := range f.units.Find(text) {
			left := slices.ContainsFunc(f.content.exclude, func(e *exclusion) bool { return e.unit == u.Key })
			if !left && len(keys) < offered {
				keys = append(keys, controls.Option{Key: u.Key, Label: app.FullName(u.Name, u.County)})
			}
		}
		labels := make([]string, len(keys))
		for i, o := range keys {
			labels[i] = o.Label
		}
		list.SetOptions(labels)
	}
	take := func(i int) {
		if i >= 0 && i < len(keys) {
			f.content.exclude = append(f.content.exclude, &exclusion{unit: keys[i].Key, name: keys[i].Label})
			b.again(true)
		}
	}
	list.OnChanged = func(string) { take(list.SelectedIndex()) }
	searched := ""
	search := f.text(&searched, f.kit.T("schemes.exclude_search"))
	search.OnChanged = offer
	search.OnSubmitted = func(string) { take(0) }
	search.OnKey = func(key *fyne.KeyEvent) bool {
		if (key.Name == fyne.KeyReturn || key.Name == fyne.KeyEnter) && search.Text != "" {
			return false // takes the first unit found
		}
		return f.entryKey(search, key)
	}
	offer("")
	return container.NewGridWithColumns(2, search, kit.Framed(list))
}
