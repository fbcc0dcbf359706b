package chart

import (
	"fmt"
	"image/color"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

func TestDaysStandUnderTheirHeadings(t *testing.T) {
	c := NewCalendar()
	stage(t, look{}, c, fyne.Size{})
	for first := time.Sunday; first <= time.Saturday; first++ {
		for count := 28; count <= 31; count++ {
			t.Run(fmt.Sprint(first, count), func(t *testing.T) {
				c.Set(sampleMonth(first, count))
				c.Resize(c.MinSize())
				textInside(t, c)
				w := c.grid(c.Size())
				monday := time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC)
				start := monday
				for start.Weekday() != first {
					start = start.AddDate(0, 0, 1)
				}
				for day := 1; day <= count; day++ {
					days := int(start.Sub(monday).Hours()/24) + day - 1
					x, y := w.place(day)
					if int(x/w.width) != days%7 || int((y-w.top)/w.height) != days/7 {
						t.Errorf("%d stands at %v, %v", day, x, y)
					}
					for _, at := range []fyne.Position{{X: x + 1, Y: y + 1}, {X: x + w.width - 1, Y: y + w.height - 1}} {
						if got := w.day(at); got != day {
							t.Errorf("a point of %d is one of %d", day, got)
						}
					}
				}
				if want := w.top + float32(c.month.weeks())*w.height; want > c.Size().Height {
					t.Errorf("weeks end at %v of %v", want, c.Size().Height)
				}
				if first == time.Monday && count == 28 && c.month.weeks() != 4 {
					t.Errorf("%d weeks", c.month.weeks())
				}
			})
		}
	}
}

func TestPointsThatAreNoDay(t *testing.T) {
	c := NewCalendar()
	c.Set(sampleMonth(time.Wednesday, 30))
	stage(t, look{}, c, fyne.Size{})
	w := c.grid(c.Size())
	x, y := w.place(1)
	ex, ey := w.place(30)
	for _, at := range []fyne.Position{{X: x - 1, Y: y + 1}, {X: x, Y: 2}, {X: ex + w.width + 1, Y: ey + 1}, {X: 7*w.width + 1, Y: y + 1},
		{X: 1, Y: ey + w.height + 1}, {X: -1, Y: y + w.height + 1}} {
		if got := w.day(at); got != 0 {
			t.Errorf("%v is day %d", at, got)
		}
	}
}

// Every word is written in the colour of text, on the ground of the cell, beside the strip.
func TestTextIsNotOnTheLevelsColour(t *testing.T) {
	for name, l := range looks {
		c := NewCalendar()
		c.Set(sampleMonth(time.Friday, 31))
		stage(t, l, c, fyne.Size{})
		p := newPalette()
		for _, level := range levels {
			for _, s := range filled(c, level.fill) {
				if s.Size().Width > strip {
					t.Errorf("%s: a strip is %v wide", name, s.Size().Width)
				}
			}
		}
		strips := 0
		for _, level := range levels {
			strips += len(filled(c, level.fill))
		}
		if strips != 30 || len(filled(c, p.empty)) != 1 {
			t.Errorf("%s: %d strips, %d days without data", name, strips, len(filled(c, p.empty)))
		}
		w := c.grid(c.Size())
		for _, o := range paintedTexts(c) {
			if o.at.Y >= w.top && o.at.Y < w.top+float32(c.month.weeks())*w.height && o.at.X-float32(int(o.at.X/w.width))*w.width < strip {
				t.Errorf("%s: %q begins on the strip", name, o.text)
			}
			if o.ink != p.text && o.ink != p.dim {
				t.Errorf("%s: %q is written in %v", name, o.text, o.ink)
			}
		}
	}
}

func TestOpeningDays(t *testing.T) {
	c := NewCalendar()
	c.Set(sampleMonth(time.Sunday, 28))
	stage(t, look{}, c, fyne.Size{})
	var opened []int
	c.OnDay = func(day int) { opened = append(opened, day) }
	w := c.grid(c.Size())
	x, y := w.place(9)
	c.Tapped(&fyne.PointEvent{Position: fyne.NewPos(x+5, y+5)})
	c.Tapped(&fyne.PointEvent{Position: fyne.NewPos(1, w.top+1)}) // before the 1st
	for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyRight, fyne.KeyEnter, fyne.KeyDown, fyne.KeyUp, fyne.KeyUp, fyne.KeySpace,
		fyne.KeyUp, fyne.KeySpace, fyne.KeyEnd, fyne.KeyRight, fyne.KeyDown, fyne.KeyReturn, fyne.KeyHome, fyne.KeyLeft, fyne.KeyReturn} {
		c.TypedKey(&fyne.KeyEvent{Name: key})
	}
	if want := []int{9, 9, 10, 3, 3, 28, 1}; !slices.Equal(opened, want) {
		t.Errorf("opened %v, want %v", opened, want)
	}
	c.choose(28)
	c.Set(Month{First: time.Monday})
	c.FocusGained()
	c.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if len(opened) != 7 {
		t.Error("a month without days opened one")
	}
}

func TestHintOfADay(t *testing.T) {
	c := NewCalendar()
	c.Set(sampleMonth(time.Tuesday, 30))
	stage(t, look{}, c, fyne.Size{})
	x, y := c.grid(c.Size()).place(30)
	c.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x+3, y+3)}})
	if !slices.Contains(words(c), "30日 首要污染物 PM2.5") {
		t.Errorf("%q", words(c))
	}
	textInside(t, c)
	c.MouseOut()
	if slices.Contains(words(c), "30日 首要污染物 PM2.5") {
		t.Error("the hint stays")
	}
	c.FocusGained()
	c.choose(2)
	if !slices.Contains(words(c), "2日 首要污染物 PM2.5") {
		t.Error("the keyboard shows no hint")
	}
	tall := c.MinSize().Height
	c.Set(Month{First: time.Tuesday, Count: 30, Days: []Day{{Day: 1, Fill: color.Black, Text: "1"}}})
	if got := c.MinSize().Height; got >= tall {
		t.Errorf("without hints %v high, with them %v", got, tall)
	}
}
