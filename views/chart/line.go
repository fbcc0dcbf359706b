package chart

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Series is what a Line shows: up to 36 points, one a label.
type Series struct {
	Labels    []string
	Values    []*float64 // nil leaves a gap
	Current   int        // the point that is marked and labelled; -1 for none
	FromZero  bool       // the axis begins at 0 even if all values are far from it
	Limit     *float64   // a line across; nil for none
	LimitText string
	Format    func(float64) string // writes numbers; nil for the shortest decimals
}

// value gives a point's value, false for a gap.
func (s *Series) value(i int) (float64, bool) {
	if i < 0 || i >= len(s.Values) || s.Values[i] == nil {
		return 0, false
	}
	return *s.Values[i], true
}

func (s *Series) format(v float64) string {
	if s.Format == nil {
		return strconv.FormatFloat(v, 'f', -1, 64)
	}
	return s.Format(v)
}

func (s *Series) label(i int) string {
	if i < 0 || i >= len(s.Labels) {
		return ""
	}
	return s.Labels[i]
}

func (s *Series) points() int { return max(len(s.Labels), len(s.Values)) }

// Line is a small chart of a value over months. The mouse shows the value of the nearest point.
type Line struct {
	widget.BaseWidget
	series Series
	hover  int // a point; -1 for none
}

var _ desktop.Hoverable = (*Line)(nil)

// NewLine makes a chart without points.
func NewLine() *Line {
	l := &Line{series: Series{Current: -1}, hover: -1}
	l.ExtendBaseWidget(l)
	return l
}

// Set shows other points.
func (l *Line) Set(s Series) {
	l.series, l.hover = s, -1
	l.Refresh()
}

// CreateRenderer paints the chart.
func (l *Line) CreateRenderer() fyne.WidgetRenderer { return newRenderer(l) }

// MouseIn is MouseMoved.
func (l *Line) MouseIn(e *desktop.MouseEvent) { l.MouseMoved(e) }

// MouseMoved shows the nearest point's value.
func (l *Line) MouseMoved(e *desktop.MouseEvent) {
	at := l.plot(l.Size())
	l.point(at.nearest(e.Position.X))
}

// MouseOut takes the value away.
func (l *Line) MouseOut() { l.point(-1) }

func (l *Line) point(i int) {
	if i != l.hover {
		l.hover = i
		l.Refresh()
	}
}
