package chart

import (
	"image/color"

	"fyne.io/fyne/v2"
)

const (
	dash, dashGap = 5, 3
	dashSign      = 3*dash + 2*dashGap // the limit's sign in the legend
	dotRadius     = 2.5
	currentRadius = 6
	labelSpace    = 8 // between labels
	dotRoom       = 9 // points closer than this have no dots, unless they stand alone
)

func (l *Line) paint(p *pen, size fyne.Size) {
	at := l.plot(size)
	if at.width <= 2*inset || at.height <= 0 {
		return
	}
	l.paintTicks(p, &at)
	l.paintLimit(p, &at)
	l.paintLabels(p, &at, size)
	l.paintValues(p, &at)
	l.paintCurrent(p, &at, size)
	if v, ok := l.series.value(l.hover); ok {
		x, y := at.x(l.hover), at.y(v)
		p.dot(p.back, p.accent, 2, currentRadius, fyne.NewPos(x, y))
		p.note(l.series.label(l.hover)+"  "+l.series.format(v), x, y-currentRadius, y+currentRadius, size)
	}
}

// paintTicks rules the ticks; where the caller's decimals make two of them the same, one is written.
func (l *Line) paintTicks(p *pen, at *plot) {
	f, last := small(), ""
	for i := range at.scale.ticks {
		y := snap(at.y(at.scale.at(i)))
		c := p.rule
		if i == 0 {
			c = p.edge
		}
		p.rect(c, at.left, y, at.width, 1)
		if text := l.series.format(at.scale.at(i)); !at.empty && text != last {
			p.write(text, p.dim, f, fyne.TextAlignTrailing, 0, y-snap(f.height()/2), at.left-tickGap+1, f.height())
			last = text
		}
	}
}

func (l *Line) paintLimit(p *pen, at *plot) {
	if l.series.Limit == nil {
		return
	}
	p.dashes(at.left, snap(at.y(*l.series.Limit)), at.width)
	if f := small(); l.hasLegend() {
		x := at.left + dashSign + swatchGap
		p.dashes(at.left, snap(f.height()/2), dashSign)
		p.write(l.series.LimitText, p.alarm, f, fyne.TextAlignLeading, x, 0, at.left+at.width-x, f.height())
	}
}

func (p *pen) dashes(x, y, width float32) {
	for d := float32(0); d < width; d += dash + dashGap {
		p.rect(p.alarm, x+d, y-0.5, min(dash, width-d), 2)
	}
}

// paintLabels writes the current point's label, and as many others, counted from it, as stand clear of
// it, of one another and of the ends.
func (l *Line) paintLabels(p *pen, at *plot, size fyne.Size) {
	f, current := small(), l.series.Current
	from, widest := current, f.bold().widest(l.series.Labels...)
	if from < 0 || from >= at.points {
		from = at.points - 1
	}
	every := 1
	for every < at.points && float32(every)*at.step() < widest+labelSpace {
		every++
	}
	place := func(i int, f face) (x, w float32) {
		w = snap(f.width(l.series.label(i)) + 1)
		return snap(at.x(i) - w/2), w
	}
	y, left, right := at.top+at.height+above, size.Width, float32(0)
	if l.series.label(current) != "" {
		x, w := place(current, f.bold())
		left = snap(max(0, min(x, size.Width-w)))
		right = left + w
		p.write(l.series.label(current), p.text, f.bold(), fyne.TextAlignCenter, left, y, w, f.height())
	}
	for i := range l.series.Labels {
		x, w := place(i, f)
		beside := x+w+labelSpace/2 <= left || x >= right+labelSpace/2 || right == 0
		if (i-from)%every == 0 && x >= 0 && x+w <= size.Width && beside {
			p.write(l.series.Labels[i], p.dim, f, fyne.TextAlignCenter, x, y, w, f.height())
		}
	}
}

// paintValues joins neighbours; a gap stays open.
func (l *Line) paintValues(p *pen, at *plot) {
	for i := range l.series.Values {
		v, ok := l.series.value(i)
		if !ok {
			continue
		}
		here := fyne.NewPos(at.x(i), at.y(v))
		next, joined := l.series.value(i + 1)
		if joined {
			p.line(p.accent, 2, here, fyne.NewPos(at.x(i+1), at.y(next)))
		}
		if _, before := l.series.value(i - 1); at.step() >= dotRoom || (!joined && !before) {
			p.dot(p.accent, color.Transparent, 0, dotRadius, here)
		}
	}
}

func (l *Line) paintCurrent(p *pen, at *plot, size fyne.Size) {
	v, ok := l.series.value(l.series.Current)
	if !ok {
		return
	}
	f := small().bold()
	x, y := at.x(l.series.Current), at.y(v)
	p.dot(p.accent, p.back, 1.5, currentRadius, fyne.NewPos(x, y))
	text := l.series.format(v)
	w := snap(f.width(text) + 1)
	left := snap(max(0, min(x-w/2, size.Width-w)))
	top := snap(y - currentRadius - f.height())
	p.rect(p.back, left-1, top+2, w+2, f.height()-3) // the line may run up behind the text
	p.write(text, p.text, f, fyne.TextAlignLeading, left, top, w, f.height())
}
