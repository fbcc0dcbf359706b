package chart

import (
	"math"

	"fyne.io/fyne/v2"
)

// Segment is a part of a stacked bar.
type Segment struct {
	Key   int     // the entry of the legend that gives the colour
	Value float64 // its length in the axis' unit; what is not above 0 has none
	Text  string  // what the mouse over it shows
}

// length is a segment's share of the axis.
func (s Segment) length() float64 {
	if s.Value > 0 && !math.IsInf(s.Value, 1) {
		return s.Value
	}
	return 0
}

func total(segments []Segment) float64 {
	var sum float64
	for _, s := range segments {
		sum += s.length()
	}
	return sum
}

// edges gives the segments' borders in whole pixels from the axis, one more than there are segments;
// top is the value at width. The smallest value still has a pixel.
func edges(segments []Segment, top float64, width float32) []float32 {
	at := make([]float32, len(segments)+1)
	var sum float64
	for i, s := range segments {
		sum += s.length()
		if top > 0 {
			at[i+1] = snap(float32(sum / top * float64(width)))
		}
		if s.length() > 0 {
			at[i+1] = max(at[i+1], at[i]+1)
		}
		at[i+1] = min(max(at[i+1], at[i]), snap(width))
	}
	return at
}

// stack paints segments between their edges, right of x, with a hairline of ground between two.
func (p *pen) stack(segments []Segment, at []float32, x, y, height float32) {
	for i, s := range segments {
		w := at[i+1] - at[i]
		if w > 2 && at[i+1] < at[len(at)-1] {
			w--
		}
		if w > 0 {
			p.rect(p.fill(s.Key), x+at[i], y, w, height)
		}
	}
}

const (
	swatch    = 12 // the side of a legend's square
	swatchGap = 5
	entryGap  = 16
)

// legend places the entries in as many lines as the width needs, and gives their height.
func legend(names []string, width float32) ([]fyne.Position, float32) {
	if len(names) == 0 {
		return nil, 0
	}
	f := small()
	line := f.height() + 4
	at := make([]fyne.Position, len(names))
	var x, y float32
	for i, name := range names {
		w := swatch + swatchGap + snap(f.width(name)+0.5)
		if x > 0 && x+w > width {
			x, y = 0, y+line
		}
		at[i] = fyne.NewPos(x, y)
		x += w + entryGap
	}
	return at, y + line
}

// legend paints the entries left of width.
func (p *pen) legend(names []string, left, width float32) {
	f := small()
	at, _ := legend(names, width)
	for i, name := range names {
		line, x := f.height()+4, left+at[i].X
		p.rect(p.fill(i), x, at[i].Y+snap((line-swatch)/2), swatch, swatch)
		p.write(name, p.text, f, fyne.TextAlignLeading, x+swatch+swatchGap, at[i].Y, width-at[i].X-swatch-swatchGap, line)
	}
}
