package chart

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
)

type line struct{ from, to int }

// joins gives the points that lines join, by the x of their ends.
func joins(l *Line) []line {
	at := l.plot(l.Size())
	find := func(x float32) int { return at.nearest(x) }
	var found []line
	for _, o := range painted[*canvas.Line](l) {
		found = append(found, line{find(o.Position1.X), find(o.Position2.X)})
	}
	return found
}

func TestGapsStayOpen(t *testing.T) {
	v := ptr(5)
	cases := []struct {
		name   string
		values []*float64
		want   []line
		dots   int
	}{
		{"none", []*float64{v, v, v}, []line{{0, 1}, {1, 2}}, 3},
		{"in the middle", []*float64{v, v, nil, v, v}, []line{{0, 1}, {3, 4}}, 4},
		{"a point alone", []*float64{v, nil, v, nil}, nil, 2},
		{"at the ends", []*float64{nil, v, v, nil}, []line{{1, 2}}, 2},
		{"all", []*float64{nil, nil}, nil, 0},
		{"no points", nil, nil, 0},
		{"one point", []*float64{v}, nil, 1},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			l := NewLine()
			stage(t, look{}, l, fyne.NewSize(300, 120))
			l.Set(Series{Labels: make([]string, len(c.values)), Values: c.values, Current: -1})
			if got := joins(l); !slices.Equal(got, c.want) {
				t.Errorf("joins %v", got)
			}
			if got := len(painted[*canvas.Circle](l)); got != c.dots {
				t.Errorf("%d dots", got)
			}
		})
	}
}

func TestPointAloneHasADotWhereThereIsNoRoomForDots(t *testing.T) {
	l := NewLine()
	s := sampleSeries(36)
	s.Current = -1
	l.Set(s)
	stage(t, look{}, l, fyne.Size{})
	if got := len(painted[*canvas.Circle](l)); got != 1 { // between the gaps 6 and 8
		t.Errorf("%d dots", got)
	}
}

func TestPointsStandAtTheirValues(t *testing.T) {
	l := NewLine()
	stage(t, look{}, l, fyne.NewSize(300, 140))
	l.Set(Series{Values: []*float64{ptr(0), ptr(50), ptr(100)}, Current: -1})
	at := l.plot(l.Size())
	lines := painted[*canvas.Line](l)
	if lines[0].Position1.Y != at.top+at.height || lines[1].Position2.Y != at.top || math.Abs(float64(lines[0].Position2.Y-at.top-at.height/2)) > 0.01 {
		t.Errorf("%v %v in %+v", lines[0], lines[1], at)
	}
	if lines[0].Position2.X-lines[0].Position1.X != lines[1].Position2.X-lines[1].Position1.X {
		t.Error("points stand at different distances")
	}
}

func TestTextsOfALine(t *testing.T) {
	for name, look := range looks {
		l := NewLine()
		stage(t, look, l, fyne.Size{})
		for _, n := range []int{9, 12, 13, 24, 36} {
			for _, current := range []int{-1, 0, 4, n - 1} {
				for _, width := range []float32{0, 400, 900} {
					t.Run(fmt.Sprint(name, n, current, width), func(t *testing.T) {
						s := sampleSeries(n)
						s.Current = current
						l.Set(s)
						l.Resize(l.MinSize().Max(fyne.NewSize(width, 130)))
						textInside(t, l)
						labelsApart(t, l)
						for _, want := range []string{"限值 35 μg/m³", s.label(current), s.format(100)} {
							if want != "" && !slices.Contains(words(l), want) {
								t.Errorf("%q is missing in %q", want, words(l))
							}
						}
					})
				}
			}
		}
	}
}

func labelsApart(t *testing.T, l *Line) {
	t.Helper()
	var spans [][2]float32
	for _, o := range painted[*canvas.Text](l) {
		if strings.HasSuffix(o.Text, "月") {
			spans = append(spans, [2]float32{o.Position().X, o.Position().X + o.Size().Width})
		}
	}
	if len(spans) == 0 {
		t.Error("no labels")
	}
	for i, a := range spans {
		for _, b := range spans[:i] {
			if a[0] < b[1] && b[0] < a[1] {
				t.Errorf("labels at %v and %v overlap", a, b)
			}
		}
	}
}

func TestLimitIsInsideTheAxis(t *testing.T) {
	l := NewLine()
	stage(t, look{}, l, fyne.NewSize(300, 140))
	l.Set(Series{Values: []*float64{ptr(10), ptr(12)}, Limit: ptr(35), Current: -1})
	dashes := filled(l, newPalette().alarm)
	at := l.plot(l.Size())
	if len(dashes) < 10 || dashes[0].Position().Y < at.top || at.scale.high() < 35 {
		t.Errorf("%d dashes, axis up to %v", len(dashes), at.scale.high())
	}
	if end := dashes[len(dashes)-1]; end.Position().X+end.Size().Width > at.left+at.width {
		t.Error("the limit sticks out")
	}
}

func TestTicksThatReadTheSameAreWrittenOnce(t *testing.T) {
	l := NewLine()
	stage(t, look{}, l, fyne.NewSize(300, 140))
	l.Set(Series{Values: []*float64{ptr(3.1), ptr(3.2)}, Current: -1, Format: func(v float64) string { return fmt.Sprintf("%.0f", v) }})
	if got := words(l); !slices.Equal(got, []string{"3"}) {
		t.Errorf("%q", got)
	}
}

func TestMouseOnALine(t *testing.T) {
	l := NewLine()
	l.Set(sampleSeries(12))
	stage(t, look{}, l, fyne.NewSize(500, 160))
	at := l.plot(l.Size())
	move := func(i int) {
		l.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(at.x(i)+3, 50)}})
	}
	move(5)
	if want := "2017年6月  " + l.series.format(*l.series.Values[5]); !slices.Contains(words(l), want) {
		t.Errorf("%q is missing in %q", want, words(l))
	}
	textInside(t, l)
	shown := len(words(l))
	move(6) // a gap
	if got := len(words(l)); got != shown-1 {
		t.Errorf("over a gap %d texts of %d", got, shown)
	}
}

func TestThemeChangeRepaints(t *testing.T) {
	l := NewLine()
	l.Set(sampleSeries(12))
	stage(t, look{}, l, fyne.NewSize(400, 140))
	before := paintedTexts(l)[0].ink
	fyne.CurrentApp().Settings().SetTheme(look{dark: true})
	l.Refresh()
	if paintedTexts(l)[0].ink == before {
		t.Error("texts keep the light theme's colour")
	}
}
