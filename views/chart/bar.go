package chart

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// barHigh is the height of a bar.
const barHigh = 14

// Bar is one stacked bar without words, for a table's cell: of a fixed height and any width. It takes no
// part in the mouse's doings, which stay the table's.
type Bar struct {
	widget.BaseWidget
	segments []Segment
	top      float64
}

// NewBar makes an empty bar.
func NewBar() *Bar {
	b := &Bar{}
	b.ExtendBaseWidget(b)
	return b
}

// Set shows segments on an axis from 0 to top, or to their sum where that is more.
func (b *Bar) Set(segments []Segment, top float64) {
	b.segments, b.top = segments, top
	b.Refresh()
}

// CreateRenderer paints the bar.
func (b *Bar) CreateRenderer() fyne.WidgetRenderer { return newRenderer(b) }

func (b *Bar) least(fyne.Size) fyne.Size { return fyne.NewSize(24, barHigh) }

func (b *Bar) paint(p *pen, size fyne.Size) {
	at := edges(b.segments, max(b.top, total(b.segments)), size.Width)
	p.stack(b.segments, at, 0, snap((size.Height-barHigh)/2), barHigh)
}
