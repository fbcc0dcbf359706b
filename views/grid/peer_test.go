package grid

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// The peer is Fyne's own table on the same data, in the same run.

func peerTable(tb testing.TB, src *table) *widget.Table {
	tb.Helper()
	peer := widget.NewTable(
		func() (int, int) { return len(src.cells), len(src.columns) },
		func() fyne.CanvasObject { return widget.NewLabel("") },
		func(id widget.TableCellID, o fyne.CanvasObject) {
			o.(*widget.Label).SetText(src.cells[id.Row][id.Col].Text)
		})
	for col := range src.columns {
		peer.SetColumnWidth(col, 80)
	}
	win := test.NewWindow(peer)
	tb.Cleanup(win.Close)
	win.SetPadded(false)
	win.Resize(fyne.NewSize(1280, 720))
	win.Canvas().Focus(peer)
	return peer
}

// BenchmarkPeerArrow is BenchmarkArrow on widget.Table: key, selection, Refresh.
func BenchmarkPeerArrow(b *testing.B) {
	peer := peerTable(b, benchGrid(b).src)
	row := 0
	for b.Loop() {
		if row++; row == 4999 {
			row = 0
		}
		peer.Select(widget.TableCellID{Row: row, Col: 0})
		peer.Refresh()
	}
}

// BenchmarkPeerJump is BenchmarkJump on widget.Table.
func BenchmarkPeerJump(b *testing.B) {
	peer := peerTable(b, benchGrid(b).src)
	for i := 0; b.Loop(); i++ {
		peer.ScrollTo([]widget.TableCellID{{Row: 4999, Col: 39}, {}}[i%2])
		peer.Refresh()
	}
}

// BenchmarkRows is an arrow key with Refresh in a short and in a long grid.
func BenchmarkRows(b *testing.B) {
	for _, rows := range []int{100, 40000} {
		b.Run(fmt.Sprint(rows), func(b *testing.B) {
			g := benchRows(b, rows)
			for i := 0; b.Loop(); i++ {
				g.press([]fyne.KeyName{fyne.KeyDown, fyne.KeyUp}[i/80%2])
				g.Refresh()
			}
		})
	}
}

// BenchmarkSort sorts 5,000 rows by a column of numbers.
func BenchmarkSort(b *testing.B) {
	g := benchGrid(b)
	for i := 0; b.Loop(); i++ {
		g.SortBy("c1", i%2 == 0)
	}
}

// BenchmarkFit is the double click on a header's border.
func BenchmarkFit(b *testing.B) {
	g := benchGrid(b)
	for b.Loop() {
		g.FitColumn("c1")
	}
}

// What a key, a jump and a turn of the wheel read does not grow with the rows.
func TestLongGridsReadNoMore(t *testing.T) {
	reads := func(rows int) (all [3]int) {
		b := benchRows(t, rows)
		for i, step := range []func(){
			func() { b.press(fyne.KeyDown); b.Refresh() },
			func() { b.press(fyne.KeyEnd, ctrl); b.Refresh() },
			func() { b.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, 400)}) },
		} {
			b.src.reads = 0
			step()
			all[i] = b.src.reads
		}
		return all
	}
	short, long := reads(100), reads(40000)
	for i := range short {
		// The end of a grid may show one line more or less than its beginning.
		if long[i] > short[i]+2*40 {
			t.Errorf("step %d reads %d cells of 100 rows, %d of 40,000", i, short[i], long[i])
		}
	}
}
