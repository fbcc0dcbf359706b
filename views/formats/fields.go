package formats

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"yueping/views/controls"
	"yueping/views/kit"
)

// fields make what a draft is changed by.
type fields struct {
	page *page
	off  bool // a shipped format is only looked at
}

// labelWidth is the room before a field.
const labelWidth = 92

// row puts a name before a field; "" leaves its room empty.
func (f fields) row(key string, o fyne.CanvasObject) fyne.CanvasObject {
	label := widget.NewLabel("")
	if key != "" {
		label.SetText(f.page.kit.T(key))
	}
	return container.NewBorder(nil, nil, container.NewVBox(kit.Narrow(labelWidth, label)), nil, o)
}

// entry is a line of text whose every change goes to written.
func (f fields) entry(text, hint string, written func(string)) *controls.Entry {
	e := controls.NewEntry(f.page.keys(), hint)
	e.Text = text
	e.OnChanged = func(text string) {
		written(text)
		f.page.changed()
	}
	if f.off {
		e.Disable()
	}
	return e
}

func (f fields) text(value *string, hint string) *controls.Entry {
	return f.entry(*value, hint, func(text string) { *value = text })
}

// amount is a number, 0 where nothing is written; what is none is stored as -1, which every format refuses.
func (f fields) amount(value *int, hint string) fyne.CanvasObject {
	return kit.Narrow(64, f.entry(shown(*value), hint, func(text string) { *value = int(read(text)) }))
}

// letters is the same for a size that may have a fraction.
func (f fields) letters(value *float64, hint string) fyne.CanvasObject {
	text := ""
	if *value != 0 {
		text = strconv.FormatFloat(*value, 'f', -1, 64)
	}
	return kit.Narrow(64, f.entry(text, hint, func(text string) { *value = read(text) }))
}

func shown(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// read gives a number as it is typed: 0 for nothing, -1 for what is none.
func read(text string) float64 {
	text = strings.TrimSpace(text)
	if text == "" {
		return 0
	}
	n, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return -1
	}
	return n
}

func (f fields) tick(key string, value *bool) fyne.CanvasObject {
	return f.ticking(f.page.kit.T(key), *value, func(on bool) { *value = on })
}

func (f fields) ticking(label string, on bool, taken func(bool)) fyne.CanvasObject {
	c := controls.NewCheck(f.page.keys(), label, on, func(on bool) {
		taken(on)
		f.page.changed()
	})
	if f.off {
		c.Disable()
	}
	return c
}

// choice is a list of which one is chosen.
func (f fields) choice(options []controls.Option, chosen string, taken func(string)) fyne.CanvasObject {
	labels := make([]string, len(options))
	for i, o := range options {
		labels[i] = o.Label
	}
	s := controls.NewSelect(f.page.keys(), labels, nil)
	s.PlaceHolder = f.page.kit.T("choice.none")
	s.SetSelectedIndex(slices.IndexFunc(options, func(o controls.Option) bool { return o.Key == chosen }))
	s.OnChanged = func(string) {
		taken(options[s.SelectedIndex()].Key)
		f.page.changed()
	}
	if f.off {
		s.Disable()
	}
	return kit.Framed(s)
}

// words are keys with the messages of a prefix; "" has that of "none".
func (f fields) words(prefix string, keys ...string) []controls.Option {
	result := make([]controls.Option, len(keys))
	for i, key := range keys {
		message := key
		if key == "" {
			message = "none"
		}
		result[i] = controls.Option{Key: key, Label: f.page.kit.T(prefix + message)}
	}
	return result
}
