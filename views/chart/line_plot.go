package chart

import "fyne.io/fyne/v2"

const (
	tickGap   = 6   // between a tick's text and the axis
	inset     = 10  // left and right of the points
	pointRoom = 6   // the least width of a point
	leastPlot = 100 // the least width of all points
	plotHigh  = 56  // the least height
	above     = 4   // over the highest point, and over its text
)

// plot is where values stand.
type plot struct {
	left, top, width, height float32
	points                   int
	scale                    scale
	empty                    bool // neither values nor a limit
}

func (l *Line) plot(size fyne.Size) plot {
	var all []float64
	for i := range l.series.Values {
		if v, ok := l.series.value(i); ok {
			all = append(all, v)
		}
	}
	if l.series.Limit != nil {
		all = append(all, *l.series.Limit)
	}
	p := plot{points: l.series.points(), scale: newScale(all, l.series.FromZero), empty: len(all) == 0}
	var texts float32
	if !p.empty {
		for i := range p.scale.ticks {
			texts = max(texts, small().width(l.series.format(p.scale.at(i))))
		}
		p.left = snap(texts+0.5) + tickGap
	}
	line := small().height()
	p.top = line + 2*above // the current point's text
	if l.hasLegend() {
		p.top += line
	}
	p.width = max(0, size.Width-p.left-2)
	p.height = max(0, snap(size.Height-p.top-line-above))
	return p
}

func (l *Line) hasLegend() bool { return l.series.Limit != nil && l.series.LimitText != "" }

func (l *Line) least(fyne.Size) fyne.Size {
	p := l.plot(fyne.Size{})
	room := max(leastPlot, float32(p.points)*pointRoom+2*inset)
	if l.hasLegend() {
		room = max(room, dashSign+swatchGap+snap(small().width(l.series.LimitText)+1))
	}
	return fyne.NewSize(p.left+room+2, p.top+plotHigh+small().height()+above)
}

// step is the distance of two points.
func (p *plot) step() float32 {
	return (p.width - 2*inset) / float32(max(1, p.points-1))
}

func (p *plot) x(i int) float32 {
	if p.points == 1 {
		return p.left + p.width/2
	}
	return p.left + inset + float32(i)*p.step()
}

func (p *plot) y(v float64) float32 {
	low, high := p.scale.low(), p.scale.high()
	return p.top + float32((high-v)/(high-low))*p.height
}

// nearest is the point whose column holds an x, -1 outside.
func (p *plot) nearest(x float32) int {
	if p.points == 0 || x < p.left || x > p.left+p.width {
		return -1
	}
	if p.points == 1 || p.step() <= 0 {
		return 0
	}
	i := int((x-p.left-inset)/p.step() + 0.5)
	return min(max(i, 0), p.points-1)
}
