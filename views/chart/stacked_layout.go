package chart

import "fyne.io/fyne/v2"

const (
	margin      = 8  // left and right of the rows
	labelGap    = 8  // between a label and the axis
	totalGap    = 6  // between a bar and its total
	rowGap      = 4  // above and under a row's texts
	legendGap   = 6  // under the legend
	leastAxis   = 80 // the shortest axis
	currentMark = 3  // the strip left of the current row
	longLabel   = 10 // a longer label is cut, in characters
)

// barsLayout is where the rows stand.
type barsLayout struct {
	axis float32 // the x of 0
	rows []barLayout
}

type barLayout struct {
	top, height float32
	bar         float32   // the bar's top
	edges       []float32 // from the axis
}

// barsWidths gives the x of the axis and the room that totals need behind it.
func barsWidths(b *Bars) (axis, totals float32) {
	f := body().bold() // the current row's; no narrower than the others
	for i := range b.Rows {
		axis = max(axis, f.width(b.Rows[i].Label))
		totals = max(totals, f.width(b.Rows[i].Total))
	}
	axis = min(axis, longLabel*f.size)
	return margin + snap(axis+1) + labelGap, totalGap + snap(totals+1) + margin
}

func (r *BarRow) height() float32 {
	return max(body().height(), barHigh) + float32(len(r.Caption))*small().height() + 2*rowGap
}

func layBars(b *Bars, width float32) barsLayout {
	axis, totals := barsWidths(b)
	l := barsLayout{axis: axis, rows: make([]barLayout, len(b.Rows))}
	top := b.Max
	for i := range b.Rows {
		top = max(top, total(b.Rows[i].Segments))
	}
	y := legendHeight(b, width)
	for i := range b.Rows {
		r := &b.Rows[i]
		l.rows[i] = barLayout{y, r.height(), y + rowGap + snap((max(body().height(), barHigh)-barHigh)/2),
			edges(r.Segments, top, max(0, width-axis-totals))}
		y += r.height()
	}
	return l
}

func legendHeight(b *Bars, width float32) float32 {
	_, h := legend(b.Legend, width-2*margin)
	if h > 0 && len(b.Rows) > 0 {
		h += legendGap
	}
	return h
}

// least gives the labels, the totals and a short axis their room; the legend breaks into lines.
func (s *StackedBars) least(now fyne.Size) fyne.Size {
	var width float32
	if len(s.bars.Rows) > 0 {
		axis, totals := barsWidths(&s.bars)
		width = axis + leastAxis + totals
	}
	for _, name := range s.bars.Legend {
		width = max(width, swatch+swatchGap+snap(small().width(name)+0.5)+2*margin)
	}
	height := legendHeight(&s.bars, max(now.Width, width))
	for i := range s.bars.Rows {
		height += s.bars.Rows[i].height()
	}
	return fyne.NewSize(width, height)
}

// find gives the segment at a point, or nowhere.
func (l *barsLayout) find(at fyne.Position) part {
	for i := range l.rows {
		r := &l.rows[i]
		if at.Y < r.bar || at.Y >= r.bar+barHigh {
			continue
		}
		for k := range len(r.edges) - 1 {
			if x := at.X - l.axis; x >= r.edges[k] && x < r.edges[k+1] {
				return part{i, k}
			}
		}
	}
	return nowhere
}
