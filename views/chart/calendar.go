package chart

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"yueping/views/controls"
)

// Month is what a Calendar shows.
type Month struct {
	Headings [7]string    // Monday's to Sunday's
	First    time.Weekday // of the 1st
	Count    int          // how many days the month has
	Days     []Day        // in any order; a day that is missing has no data
}

// Day is a day's level.
type Day struct {
	Day  int         // from 1
	Fill color.Color // the level's colour, shown as a strip; nil for no data
	Text string      // the figure
	Word string      // the level's name
	Hint string      // a line under the calendar while the mouse or the keyboard is on the day
}

// Calendar is a month of days in weeks from Monday to Sunday. Arrows move over the days; a tap, Enter and
// Space open one.
type Calendar struct {
	widget.BaseWidget

	// OnDay is called with a day of the month that was opened, whether it has data or not.
	OnDay func(day int)
	// OnFocus is called when the keyboard comes to the calendar, so that whoever scrolls it can show it.
	OnFocus func()
	// Keys takes the function keys and shortcuts that the calendar does not use.
	Keys controls.Keys

	month           Month
	days            []*Day // by day; nil for none
	hinted          bool
	hovered, chosen int // days; 0 for none
	focused         bool
}

var (
	_ fyne.Tappable     = (*Calendar)(nil)
	_ fyne.Focusable    = (*Calendar)(nil)
	_ fyne.Shortcutable = (*Calendar)(nil)
	_ desktop.Hoverable = (*Calendar)(nil)
)

// NewCalendar makes a calendar without days.
func NewCalendar() *Calendar {
	c := &Calendar{}
	c.ExtendBaseWidget(c)
	return c
}

// Set shows another month.
func (c *Calendar) Set(m Month) {
	c.month, c.days, c.hinted, c.hovered = m, make([]*Day, m.Count+1), false, 0
	for i := range m.Days {
		if d := &m.Days[i]; d.Day >= 1 && d.Day <= m.Count {
			c.days[d.Day] = d
			c.hinted = c.hinted || d.Hint != ""
		}
	}
	c.chosen = min(c.chosen, m.Count)
	c.Refresh()
}

// CreateRenderer paints the month.
func (c *Calendar) CreateRenderer() fyne.WidgetRenderer { return newRenderer(c) }

// Tapped opens a day.
func (c *Calendar) Tapped(e *fyne.PointEvent) {
	day := c.grid(c.Size()).day(e.Position)
	if day == 0 {
		return
	}
	c.choose(day)
	if host := fyne.CurrentApp().Driver().CanvasForObject(c); host != nil {
		host.Focus(c)
	}
	c.open()
}

func (c *Calendar) open() {
	if c.OnDay != nil && c.chosen > 0 {
		c.OnDay(c.chosen)
	}
}

// choose puts the keyboard on a day, or on the nearest one of the month.
func (c *Calendar) choose(day int) {
	c.chosen = min(max(day, 1), c.month.Count)
	c.Refresh()
}

// FocusGained marks the chosen day.
func (c *Calendar) FocusGained() {
	c.focused = true
	c.choose(c.chosen)
	if c.OnFocus != nil {
		c.OnFocus()
	}
}

// FocusLost takes the mark away.
func (c *Calendar) FocusLost() {
	c.focused = false
	c.Refresh()
}

// TypedRune does nothing.
func (c *Calendar) TypedRune(rune) {}

// TypedShortcut goes to the window.
func (c *Calendar) TypedShortcut(s fyne.Shortcut) {
	if c.Keys.Shortcut != nil {
		c.Keys.Shortcut(s)
	}
}

// TypedKey moves over the days and opens one.
func (c *Calendar) TypedKey(e *fyne.KeyEvent) {
	if c.Keys.Function(e) {
		return
	}
	steps := map[fyne.KeyName]int{fyne.KeyLeft: -1, fyne.KeyRight: 1, fyne.KeyUp: -7, fyne.KeyDown: 7,
		fyne.KeyHome: -31, fyne.KeyEnd: 31}
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		c.open()
	case fyne.KeyUp, fyne.KeyDown:
		if to := c.chosen + steps[e.Name]; to >= 1 && to <= c.month.Count {
			c.choose(to)
		}
	default:
		if step := steps[e.Name]; step != 0 {
			c.choose(c.chosen + step)
		}
	}
}

// MouseIn is MouseMoved.
func (c *Calendar) MouseIn(e *desktop.MouseEvent) { c.MouseMoved(e) }

// MouseMoved shows the hint of the day under the mouse.
func (c *Calendar) MouseMoved(e *desktop.MouseEvent) { c.point(c.grid(c.Size()).day(e.Position)) }

// MouseOut takes the hint away.
func (c *Calendar) MouseOut() { c.point(0) }

func (c *Calendar) point(day int) {
	if day != c.hovered {
		c.hovered = day
		c.Refresh()
	}
}
