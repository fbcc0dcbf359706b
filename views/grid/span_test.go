package grid

import (
	"testing"

	"fyne.io/fyne/v2"
)

func TestSelectRange(t *testing.T) {
	b := newBench(t, newTable(20, 5))
	b.SelectRange(6, 3, 2, 1)
	if got := b.Selection(); got != (Range{Top: 2, Left: 1, Bottom: 6, Right: 3}) {
		t.Errorf("%v", got)
	}
	if row, col := b.Cursor(); row != 6 || col != 3 {
		t.Errorf("the active cell is %d, %d", row, col)
	}
	if row, col := b.Extent(); row != 2 || col != 1 {
		t.Errorf("it reaches to %d, %d", row, col)
	}
	b.press(fyne.KeyDown)
	if row, col := b.Extent(); b.Selection() != cell(7, 3) || row != 7 || col != 3 {
		t.Errorf("after a key: %v, %d, %d", b.Selection(), row, col)
	}
	b.SelectRange(1, 1, 99, 99)
	if got := b.Selection(); got != (Range{Top: 1, Left: 1, Bottom: 19, Right: 4}) {
		t.Errorf("beyond the end: %v", got)
	}
}
