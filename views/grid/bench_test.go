package grid

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
)

// benchGrid is 5,000 × 40 filled cells in a 1280 × 720 window.
func benchGrid(tb testing.TB) *bench { return benchRows(tb, 5000) }

func benchRows(tb testing.TB, rows int) *bench {
	src := newTable(rows, 40)
	for r := range src.cells {
		for c := range src.cells[r] {
			src.fillAt(r, c, fmt.Sprintf("%d.%02d", r, c))
		}
	}
	b := newBench(tb, src)
	b.win.Resize(fyne.NewSize(1280, 720))
	return b
}

// BenchmarkArrow is one arrow key, scrolling most of the time, with a Refresh.
func BenchmarkArrow(b *testing.B) {
	g := benchGrid(b)
	for b.Loop() {
		if row, _ := g.Cursor(); row == 4999 {
			g.Select(0, 0)
		}
		g.press(fyne.KeyDown)
		g.Refresh()
	}
}

// BenchmarkJump goes from one corner to the other.
func BenchmarkJump(b *testing.B) {
	g := benchGrid(b)
	for i := 0; b.Loop(); i++ {
		g.press([]fyne.KeyName{fyne.KeyEnd, fyne.KeyHome}[i%2], ctrl)
		g.Refresh()
	}
}

// BenchmarkEdge is Ctrl+Down over 5,000 filled cells.
func BenchmarkEdge(b *testing.B) {
	g := benchGrid(b)
	for i := 0; b.Loop(); i++ {
		g.press([]fyne.KeyName{fyne.KeyDown, fyne.KeyUp}[i%2], ctrl)
	}
}

// BenchmarkWheel is one notch of the wheel.
func BenchmarkWheel(b *testing.B) {
	g := benchGrid(b)
	for i := 0; b.Loop(); i++ {
		g.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, []float32{-40, 40}[i/100%2])})
	}
}
