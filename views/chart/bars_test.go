package chart

import (
	"math"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
)

func TestEdges(t *testing.T) {
	values := func(vs ...float64) []Segment {
		var s []Segment
		for _, v := range vs {
			s = append(s, Segment{Value: v})
		}
		return s
	}
	cases := []struct {
		name     string
		segments []Segment
		top      float64
		want     []float32
	}{
		{"none", nil, 4, []float32{0}},
		{"in proportion", values(1, 2, 1), 4, []float32{0, 50, 150, 200}},
		{"half of the axis", values(1, 1), 4, []float32{0, 50, 100}},
		{"roundings do not add up", values(1, 1, 1), 3, []float32{0, 67, 133, 200}},
		{"zero and less have no width", values(2, 0, -3, math.NaN(), math.Inf(1), 2), 4, []float32{0, 100, 100, 100, 100, 100, 200}},
		{"the smallest has a pixel", values(0.001, 2), 4, []float32{0, 1, 100}},
		{"no axis", values(0, 0), 0, []float32{0, 0, 0}},
		{"a pixel at the end stays inside", values(4, 0.0001), 4, []float32{0, 200, 200}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := edges(c.segments, c.top, 200); !slices.Equal(got, c.want) {
				t.Errorf("%v, want %v", got, c.want)
			}
		})
	}
}

func TestBar(t *testing.T) {
	b := NewBar()
	stage(t, look{}, b, fyne.NewSize(200, 30))
	b.Set([]Segment{{Key: 0, Value: 1}, {Key: 3, Value: 2}}, 4)
	if h := b.MinSize().Height; h != barHigh {
		t.Errorf("least height %v", h)
	}
	first, second := filled(b, Fill(0)), filled(b, Fill(3))
	if len(first) != 1 || len(second) != 1 {
		t.Fatalf("%d and %d rectangles", len(first), len(second))
	}
	if first[0].Size().Width != 49 || second[0].Position().X != 50 || second[0].Size().Width != 100 || first[0].Position().Y != 8 {
		t.Errorf("%v at %v, %v at %v", first[0].Size(), first[0].Position(), second[0].Size(), second[0].Position())
	}
	b.Set([]Segment{{Key: 0, Value: 8}}, 4)
	if got := filled(b, Fill(0)); got[0] != first[0] || got[0].Size().Width != 200 {
		t.Error("a bar longer than its axis does not fill it, or its rectangle is a new one")
	}
}

func TestRowsShareAnAxis(t *testing.T) {
	for name, l := range looks {
		s := NewStackedBars()
		stage(t, l, s, fyne.NewSize(600, 10))
		s.Set(sampleBars())
		s.Resize(fyne.NewSize(600, s.MinSize().Height))
		textInside(t, s)
		rects := filled(s, Fill(2))
		if len(rects) != 6 { // and the legend's
			t.Fatalf("%s: %d rectangles of one key", name, len(rects))
		}
		for i, row := range s.at.rows[:5] {
			length := row.edges[6]
			if want := s.at.rows[0].edges[6] * float32(4.9-0.5*float64(i)) / 4.9; math.Abs(float64(length-want)) > 1 {
				t.Errorf("%s: row %d is %v long, want %v", name, i, length, want)
			}
			if x := rects[i+1].Position().X; x != s.at.axis+row.edges[2] {
				t.Errorf("%s: row %d has its third segment at %v", name, i, x)
			}
		}
		if got := len(filled(s, newPalette().accent)); got != 1 {
			t.Errorf("%s: %d rows are marked as the current one", name, got)
		}
		if !slices.Contains(words(s), "去年同月 5.12，下降4.3%") || !slices.Contains(words(s), "无数据") {
			t.Errorf("%s: %q", name, words(s))
		}
	}
}

func TestHeightGrowsWithRowsAndNarrowLegends(t *testing.T) {
	s := NewStackedBars()
	stage(t, look{}, s, fyne.NewSize(600, 10))
	b := sampleBars()
	s.Set(Bars{Legend: b.Legend})
	one := s.MinSize().Height
	s.Resize(fyne.NewSize(150, one))
	if wrapped := s.MinSize().Height; wrapped < 2*one {
		t.Errorf("a legend of two lines is %v high, of one %v", wrapped, one)
	}
	s.Resize(fyne.NewSize(600, one))
	s.Set(Bars{Rows: b.Rows[3:4]})
	single := s.MinSize().Height
	s.Set(Bars{Rows: []BarRow{b.Rows[3], b.Rows[3], b.Rows[3]}})
	if got := s.MinSize().Height; got != 3*single {
		t.Errorf("three rows are %v high, one %v", got, single)
	}
}

func TestMaxMovesTheEndOfTheAxis(t *testing.T) {
	s := NewStackedBars()
	stage(t, look{}, s, fyne.NewSize(400, 100))
	length := func(top float64) float32 {
		s.Set(Bars{Max: top, Rows: []BarRow{{Segments: []Segment{{Value: 2}}}}})
		return s.at.rows[0].edges[1]
	}
	if whole, half, short := length(0), length(4), length(1); math.Abs(float64(half-whole/2)) > 1 || short != whole {
		t.Errorf("computed %v, given %v, too short %v", whole, half, short)
	}
}

func TestMouseOnASegment(t *testing.T) {
	s := NewStackedBars()
	s.Set(sampleBars())
	stage(t, look{}, s, fyne.NewSize(600, 10))
	for i := range 5 {
		row := s.at.rows[i]
		s.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(s.at.axis+row.edges[4]+1, row.bar+2)}})
		if want := s.bars.Rows[i].Segments[4].Text; !slices.Contains(words(s), want) {
			t.Errorf("row %d does not show %q", i, want)
		}
		textInside(t, s)
	}
	objects := len(painted[*canvas.Text](s))
	s.MouseOut()
	if got := len(painted[*canvas.Text](s)); got != objects-1 {
		t.Errorf("%d texts are left of %d", got, objects)
	}
	s.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(s.at.axis-5, s.at.rows[0].bar+2)}})
	if s.hover != nowhere {
		t.Errorf("on a label: %v", s.hover)
	}
}

func TestRibbon(t *testing.T) {
	for name, l := range looks {
		r := NewRibbon()
		stage(t, l, r, fyne.Size{})
		r.Set(sampleMarks())
		r.Resize(r.MinSize())
		textInside(t, r)
		p := newPalette()
		full, points, hollow := filled(r, p.accent), filled(r, p.edge), 0
		for _, o := range painted[*canvas.Rectangle](r) {
			if o.StrokeWidth > 0 {
				hollow++
			}
		}
		if len(full) != 4 || len(points) != 4 || hollow != 4 || points[0].Size() == full[0].Size() {
			t.Errorf("%s: %d full, %d points, %d hollow", name, len(full), len(points), hollow)
		}
		if got, want := words(r), []string{"1", "16", "49", "100"}; !slices.Equal(got, want) {
			t.Errorf("%s: %q", name, got)
		}
		wide := r.MinSize().Width
		r.Set(make([]Mark, 12))
		if r.MinSize().Width != wide {
			t.Errorf("%s: without data %v wide, with %v", name, r.MinSize().Width, wide)
		}
	}
}
