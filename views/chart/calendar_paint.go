package chart

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
)

const (
	strip    = 8 // the width of a day's colour
	dayPad   = 5 // beside a day's texts
	dayGap   = 3 // between days
	leastDay = 64
)

// weeks is where the days of a month stand.
type weeks struct {
	offset, count int     // empty places before the 1st; days
	top           float32 // under the headings
	width, height float32 // of a place, with the gap behind it
}

func (m *Month) offset() int { return (int(m.First) + 6) % 7 }

func (m *Month) weeks() int { return (m.offset() + m.Count + 6) / 7 }

// least gives every day room for its texts.
func (c *Calendar) least(fyne.Size) fyne.Size {
	f, s := body(), small()
	width := max(leastDay, s.widest(c.month.Headings[:]...))
	for _, d := range c.days {
		if d != nil {
			head := s.bold().width("00") + dayPad + s.width(d.Word)
			width = max(width, strip+2*dayPad+max(head, f.width(d.Text))+dayGap)
		}
	}
	height := s.height() + 4 + float32(c.month.weeks())*c.dayHeight()
	if c.hinted {
		height += s.height() + 4
	}
	return fyne.NewSize(7*snap(width+0.5), height)
}

func (c *Calendar) dayHeight() float32 { return small().height() + body().height() + 4 + dayGap }

// grid places the days in a size: wider as there is room, up to half as high again.
func (c *Calendar) grid(size fyne.Size) weeks {
	w := weeks{offset: c.month.offset(), count: c.month.Count, top: small().height() + 4}
	room := size.Height - w.top
	if c.hinted {
		room -= small().height() + 4
	}
	w.width = float32(int(size.Width / 7))
	w.height = float32(int(max(c.dayHeight(), min(c.dayHeight()*1.5, room/float32(max(1, c.month.weeks()))))))
	return w
}

// place is the upper left corner of a day.
func (w weeks) place(day int) (x, y float32) {
	at := w.offset + day - 1
	return float32(at%7) * w.width, w.top + float32(at/7)*w.height
}

// day is the one at a point, 0 for none.
func (w weeks) day(at fyne.Position) int {
	if at.X < 0 || at.Y < w.top || at.X >= 7*w.width || w.height <= 0 {
		return 0
	}
	day := int((at.Y-w.top)/w.height)*7 + int(at.X/w.width) - w.offset + 1
	if day < 1 || day > w.count {
		return 0
	}
	return day
}

func (c *Calendar) paint(p *pen, size fyne.Size) {
	w, s := c.grid(size), small()
	for i, h := range c.month.Headings {
		p.write(h, p.dim, s, fyne.TextAlignCenter, float32(i)*w.width, 0, w.width-dayGap, s.height())
	}
	for day := 1; day <= c.month.Count; day++ {
		c.paintDay(p, w, day)
	}
	shown := c.hovered
	if shown == 0 && c.focused {
		shown = c.chosen
	}
	if shown > 0 && c.days[shown] != nil {
		y := w.top + float32(c.month.weeks())*w.height + 2
		p.write(c.days[shown].Hint, p.text, s, fyne.TextAlignLeading, 0, y, size.Width, s.height())
	}
}

func (c *Calendar) paintDay(p *pen, w weeks, day int) {
	x, y := w.place(day)
	width, height := w.width-dayGap, w.height-dayGap
	d, ground, border, thick := c.days[day], p.back, p.rule, float32(1)
	if d == nil || d.Fill == nil {
		ground = p.empty
	}
	if day == c.hovered {
		ground, border = p.hovered, p.edge
	}
	if c.focused && day == c.chosen {
		ground, border, thick = p.chosen, p.accent, 2
	}
	p.box(ground, border, thick, x, y, width, height)
	s, f := small(), body()
	left, room := x+strip+dayPad, width-strip-2*dayPad
	line := y + snap((height-s.height()-f.height())/2)
	p.write(strconv.Itoa(day), p.dim, s.bold(), fyne.TextAlignLeading, left, line, room, s.height())
	if d == nil {
		return
	}
	if d.Fill != nil {
		c.paintStrip(p, d.Fill, x+thick, y+thick, height-2*thick)
	}
	number := s.bold().width("00") + dayPad
	p.write(d.Word, p.text, s, fyne.TextAlignTrailing, left+number, line, room-number, s.height())
	p.write(d.Text, p.text, f, fyne.TextAlignLeading, left, line+s.height(), room, f.height())
}

// paintStrip borders the colour on the right: some levels' yellow is next to nothing on a light ground.
func (c *Calendar) paintStrip(p *pen, fill color.Color, x, y, height float32) {
	p.rect(fill, x, y, strip-1, height)
	p.rect(p.edge, x+strip-1, y, 1, height)
}
