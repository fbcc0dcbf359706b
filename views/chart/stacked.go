package chart

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Bars is what StackedBars shows. A legend without rows is a legend for bars elsewhere.
type Bars struct {
	Legend []string // the names of the keys 0, 1, …
	Rows   []BarRow
	Max    float64 // the end of the axis, in the segments' unit; a longer row moves it
}

// BarRow is a unit's bar.
type BarRow struct {
	Label    string
	Total    string // stands at the bar's end
	Segments []Segment
	Caption  []string // dim lines under the bar, such as last year's total
	Current  bool     // the row that the reader came from
}

// StackedBars is a legend over horizontal bars that share one axis from 0. Its height grows with the
// rows: put it into a scroller.
type StackedBars struct {
	widget.BaseWidget
	bars  Bars
	at    barsLayout // of the picture that is shown
	hover part
}

// part is a segment of a row.
type part struct{ row, segment int }

var (
	nowhere                   = part{-1, -1}
	_       desktop.Hoverable = (*StackedBars)(nil)
)

// NewStackedBars makes bars without rows.
func NewStackedBars() *StackedBars {
	s := &StackedBars{hover: nowhere}
	s.ExtendBaseWidget(s)
	return s
}

// Set shows other rows.
func (s *StackedBars) Set(bars Bars) {
	s.bars, s.hover = bars, nowhere
	s.Refresh()
}

// CreateRenderer paints the bars.
func (s *StackedBars) CreateRenderer() fyne.WidgetRenderer { return newRenderer(s) }

// MouseIn is MouseMoved.
func (s *StackedBars) MouseIn(e *desktop.MouseEvent) { s.MouseMoved(e) }

// MouseMoved shows the text of the segment under the mouse.
func (s *StackedBars) MouseMoved(e *desktop.MouseEvent) { s.point(s.at.find(e.Position)) }

// MouseOut takes the text away.
func (s *StackedBars) MouseOut() { s.point(nowhere) }

func (s *StackedBars) point(at part) {
	if at != s.hover {
		s.hover = at
		s.Refresh()
	}
}

func (s *StackedBars) paint(p *pen, size fyne.Size) {
	s.at = layBars(&s.bars, size.Width)
	p.legend(s.bars.Legend, margin, size.Width-2*margin)
	for i := range s.bars.Rows {
		s.paintRow(p, i, size.Width)
	}
	if n := len(s.bars.Rows); n > 0 {
		first, last := s.at.rows[0], s.at.rows[n-1]
		p.rect(p.edge, s.at.axis-1, first.top, 1, last.top+last.height-first.top)
	}
	if s.hover == nowhere {
		return
	}
	row := s.at.rows[s.hover.row]
	left, right := row.edges[s.hover.segment], row.edges[s.hover.segment+1]
	p.box(color.Transparent, p.text, 2, s.at.axis+left-1, row.bar-1, right-left+1, barHigh+2)
	if text := s.bars.Rows[s.hover.row].Segments[s.hover.segment].Text; text != "" {
		p.note(text, s.at.axis+(left+right)/2, row.bar, row.bar+barHigh, size)
	}
}

func (s *StackedBars) paintRow(p *pen, i int, width float32) {
	row, at, f := &s.bars.Rows[i], &s.at.rows[i], body()
	if row.Current {
		p.rect(p.chosen, 0, at.top, width, at.height)
		p.rect(p.accent, 0, at.top, currentMark, at.height)
		f = f.bold()
	}
	line := body().height()
	y := at.bar - snap((line-barHigh)/2)
	p.write(row.Label, p.text, f, fyne.TextAlignLeading, margin, y, s.at.axis-margin-labelGap, line)
	p.stack(row.Segments, at.edges, s.at.axis, at.bar, barHigh)
	x := s.at.axis + at.edges[len(row.Segments)] + totalGap
	p.write(row.Total, p.text, f, fyne.TextAlignLeading, x, y, width-x, line)
	y = at.bar + snap((line+barHigh)/2)
	for _, c := range row.Caption {
		p.write(c, p.dim, small(), fyne.TextAlignLeading, s.at.axis+1, y, width-s.at.axis-margin, small().height())
		y += small().height()
	}
}
