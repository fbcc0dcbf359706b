package schemes

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"yueping/models"
	"yueping/views/controls"
	"yueping/views/kit"
)

// check is a box to tick that Enter ticks too, and that gives function keys to the window.
type check struct {
	widget.Check
	form *frame
}

func (f *frame) check(label string, on bool, changed func(bool)) *check {
	c := &check{form: f}
	c.Text, c.Checked = label, on
	c.OnChanged = func(on bool) {
		changed(on)
		f.changed()
	}
	c.ExtendBaseWidget(c)
	return c
}

// TypedKey ticks with Enter, leaves with Escape, and gives function keys to the window.
func (c *check) TypedKey(e *fyne.KeyEvent) {
	switch {
	case c.form.kit.Keys().Function(e):
	case e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter:
		c.SetChecked(!c.Checked)
	case e.Name == fyne.KeyEscape:
		c.form.cancel()
	}
}

// FocusGained brings the box into sight.
func (c *check) FocusGained() {
	c.Check.FocusGained()
	c.form.reveal(c)
}

// text makes a line of text that writes into a variable as it is typed.
func (f *frame) text(value *string, hint string) *controls.Entry {
	e := f.kit.Entry(hint)
	e.Text = *value
	e.OnChanged = func(text string) {
		if text != *value {
			*value = text
			f.reveal(e)
			f.changed()
		}
	}
	e.OnKey = func(key *fyne.KeyEvent) bool { return f.entryKey(e, key) }
	f.latest = e
	return e
}

// entryKey leads from entry to entry, in sight, and away with Escape.
func (f *frame) entryKey(e *controls.Entry, key *fyne.KeyEvent) bool {
	c := f.kit.Window.Canvas()
	switch key.Name {
	case fyne.KeyEscape:
		f.cancel()
	case fyne.KeyReturn, fyne.KeyEnter:
		if e.MultiLine {
			return false
		}
		c.FocusNext()
	case fyne.KeyTab: // only an entry of many lines is given it
		if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok && d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0 {
			c.FocusPrevious()
		} else {
			c.FocusNext()
		}
	default:
		return false
	}
	if o, ok := c.Focused().(fyne.CanvasObject); ok && f.sheet != nil {
		f.reveal(o)
	}
	return true
}

// pick makes a drop-down list; taken is called with the key of what is chosen.
func (f *frame) pick(width float32, options []controls.Option, chosen string, taken func(string)) fyne.CanvasObject {
	labels := make([]string, len(options))
	for i, o := range options {
		labels[i] = o.Label
	}
	s := f.kit.Select(labels, nil)
	if i := slices.IndexFunc(options, func(o controls.Option) bool { return o.Key == chosen }); i >= 0 {
		s.SetSelectedIndex(i)
	}
	s.OnChanged = func(string) {
		if i := s.SelectedIndex(); i >= 0 {
			taken(options[i].Key)
			f.changed()
		}
	}
	return kit.Narrow(width, kit.Framed(s))
}

// options are keys with the messages of a prefix.
func (f *frame) options(prefix string, keys ...string) []controls.Option {
	result := make([]controls.Option, len(keys))
	for i, key := range keys {
		result[i] = controls.Option{Key: key, Label: f.kit.T(prefix + key)}
	}
	return result
}

// groups are the program's groups to tick, those among them that are ranked; one has nothing to choose.
func (f *form) groups(c, among choice, ticked func()) fyne.CanvasObject {
	box := container.NewGridWithColumns(2)
	for _, g := range f.program.Groups {
		if among != nil && !among[g.Key] {
			continue
		}
		box.Add(f.check(g.Name, c[g.Key], func(on bool) {
			c[g.Key] = on
			if ticked != nil {
				ticked()
			}
		}))
	}
	box.Hidden = len(box.Objects) < 2
	return box
}

// row puts a name before a field.
func row(name string, o fyne.CanvasObject) fyne.CanvasObject {
	label := widget.NewLabel(name)
	return container.NewBorder(nil, nil, container.NewVBox(kit.Narrow(84, label)), nil, o)
}

// icon makes a small button without words.
func (f *frame) icon(i fyne.Resource, tapped func()) *controls.Button {
	b := f.kit.Button("", i, tapped)
	b.Importance = widget.LowImportance
	return b
}

// add makes a button that adds a line.
func (f *frame) add(label string, tapped func()) fyne.CanvasObject {
	return container.NewHBox(f.kit.Button(f.kit.T(label), theme.ContentAddIcon(), tapped))
}

// block is a part of the form whose lines come and go.
type block struct {
	form  *frame
	box   *fyne.Container
	build func(*block) []fyne.CanvasObject
}

func (f *frame) block(build func(*block) []fyne.CanvasObject) *block {
	b := &block{form: f, box: container.NewVBox(), build: build}
	b.rebuild()
	return b
}

// rebuild makes the lines anew and leaves the keyboard where it is.
func (b *block) rebuild() {
	b.box.Objects = b.build(b)
	if b.form.scroll == nil {
		return // the form is being put together
	}
	b.form.scroll.Content.Refresh() // what stands below moves
	b.form.scroll.Refresh()
}

// again shows the lines there are now; focus puts the keyboard into the newest entry.
func (b *block) again(focus bool) {
	b.rebuild()
	if focus {
		b.form.kit.Window.Canvas().Focus(b.form.latest)
		b.form.reveal(b.form.latest)
	} else {
		b.form.kit.Window.Canvas().Unfocus()
	}
	b.form.changed()
}

// indicators are what units can be ranked by.
func (f *form) indicators(now string) []controls.Option {
	var result []controls.Option
	for i := range f.program.Indicators {
		ind := &f.program.Indicators[i]
		covers := slices.ContainsFunc(f.program.Groups, func(g models.Group) bool { return ind.Covers(g.Key, false) })
		if ind.Key == now || (covers && ind.Holds(f.place.Month)) {
			result = append(result, controls.Option{Key: ind.Key, Label: ind.Name})
		}
	}
	return result
}
