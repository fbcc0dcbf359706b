package controls

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// buttonsAtMost is how many options stand side by side; more go into a drop-down list.
const buttonsAtMost = 6

// listWidest is the widest text that a drop-down list is made for.
const listWidest = 420

// Option is one thing to choose.
type Option struct{ Key, Label string }

// Choice lets one of several options be chosen: a row of buttons, the chosen one filled.
type Choice struct {
	// Changed is called when the user chose another option.
	Changed func(key string)

	keys    Keys
	options []Option
	chosen  string
	buttons []*Button
	picker  *Select // in place of the buttons where there are many options
	box     *fyne.Container
	row     *fyne.Container // of Row, nil without it
}

// NewChoice makes a choice without options.
func NewChoice(keys Keys, changed func(string)) *Choice {
	c := &Choice{keys: keys, Changed: changed, box: container.NewHBox()}
	c.box.Hide()
	return c
}

// Object is what stands in the window; it is hidden while there is nothing to choose.
func (c *Choice) Object() fyne.CanvasObject { return c.box }

// Row is Object in a row of its own, which a narrow window scrolls sideways.
func (c *Choice) Row() fyne.CanvasObject {
	c.row = container.NewStack(container.NewHScroll(c.box))
	c.row.Hidden = c.box.Hidden
	return c.row
}

// Chosen is the key of the chosen option, "" where there is none.
func (c *Choice) Chosen() string { return c.chosen }

// Options are those that are offered.
func (c *Choice) Options() []Option { return c.options }

// Set offers options, of which chosen is the chosen one; the first where it is not among them.
func (c *Choice) Set(options []Option, chosen string) {
	if !slices.ContainsFunc(options, func(o Option) bool { return o.Key == chosen }) {
		chosen = ""
		if len(options) > 0 {
			chosen = options[0].Key
		}
	}
	c.chosen = chosen
	if slices.Equal(options, c.options) {
		c.paint()
		return
	}
	c.options = options
	c.build()
}

func (c *Choice) build() {
	c.buttons, c.picker, c.box.Objects = nil, nil, nil
	c.box.Hidden = len(c.options) < 2
	if c.row != nil {
		c.row.Hidden = c.box.Hidden
	}
	if len(c.options) > buttonsAtMost {
		c.box.Objects = []fyne.CanvasObject{c.list()}
		c.box.Refresh()
		return
	}
	for _, o := range c.options {
		b := NewButton(c.keys, o.Label, nil, func() { c.Choose(o.Key) })
		c.buttons = append(c.buttons, b)
		c.box.Objects = append(c.box.Objects, b)
	}
	c.paint()
	c.box.Refresh()
}

func (c *Choice) list() fyne.CanvasObject {
	labels := make([]string, len(c.options))
	for i, o := range c.options {
		labels[i] = o.Label
	}
	s := NewSelect(c.keys, labels, nil)
	c.picker = s
	c.paint()
	s.OnChanged = func(string) { c.Choose(c.options[s.SelectedIndex()].Key) }
	return container.NewGridWrap(fyne.NewSize(listWidth(labels), s.MinSize().Height), s)
}

// listWidth is the room for the longest of some labels, within reason.
func listWidth(labels []string) float32 {
	var widest float32
	for _, l := range labels {
		widest = max(widest, fyne.MeasureText(l, theme.TextSize(), fyne.TextStyle{}).Width)
	}
	return min(widest, listWidest) + theme.IconInlineSize() + 4*theme.InnerPadding()
}

// Choose chooses an option as a click does.
func (c *Choice) Choose(key string) {
	if key == c.chosen {
		return
	}
	c.chosen = key
	c.paint()
	if c.Changed != nil {
		c.Changed(key)
	}
}

func (c *Choice) paint() {
	if c.picker != nil {
		c.picker.SetSelectedIndex(slices.IndexFunc(c.options, func(o Option) bool { return o.Key == c.chosen }))
	}
	for i, b := range c.buttons {
		want := widget.LowImportance
		if c.options[i].Key == c.chosen {
			want = widget.HighImportance
		}
		if b.Importance != want {
			b.Importance = want
			b.Refresh()
		}
	}
}
