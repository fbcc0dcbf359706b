package grid

import (
	"reflect"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// edgePos is the border after a column, in its header.
func (b *bench) edgePos(col int) fyne.Position {
	return fyne.NewPos(b.geo.frozenW()+b.geo.colX[col+1]-b.scroll.X, b.geo.headerH()-8)
}

func TestColumnWidthIsDragged(t *testing.T) {
	b := newBench(t, newTable(9, 5))
	told := map[string]float32{}
	b.OnColumnWidth = func(key string, w float32) { told[key] = w }
	pos := b.edgePos(1)
	b.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: pos}})
	if b.paint.pointer.Cursor() != desktop.HResizeCursor {
		t.Error("the cursor does not tell the border")
	}
	b.down(pos, 0)
	b.dragTo(pos.AddXY(20, 0))
	b.dragTo(pos.AddXY(35, 3))
	if len(told) != 0 || b.ColumnWidth("c1") != 115 {
		t.Errorf("while dragging: told %v, width %v", told, b.ColumnWidth("c1"))
	}
	b.MouseUp(nil)
	b.DragEnd()
	if !reflect.DeepEqual(told, map[string]float32{"c1": 115}) || b.Selection() != cell(0, 0) {
		t.Errorf("told %v, selection %v", told, b.Selection())
	}
	b.down(b.edgePos(1), 0)
	b.dragTo(fyne.NewPos(0, 0))
	b.MouseUp(nil)
	if b.ColumnWidth("c1") != minColumn {
		t.Errorf("dragged shut: %v", b.ColumnWidth("c1"))
	}
	b.SetColumnWidths(map[string]float32{"c2": 44, "单位": 150})
	if b.ColumnWidth("c1") != 80 || b.ColumnWidth("c2") != 44 || b.ColumnWidth("单位") != 150 {
		t.Errorf("set widths: %v %v %v", b.ColumnWidth("c1"), b.ColumnWidth("c2"), b.ColumnWidth("单位"))
	}
	frozen := fyne.NewPos(b.geo.frozenX[1], b.geo.headerH()-8)
	b.down(frozen, 0)
	b.dragTo(frozen.AddXY(30, 0))
	b.MouseUp(nil)
	if _, ok := told["序号"]; !ok {
		t.Errorf("a frozen column: told %v", told)
	}
}

func TestAClickOnABorderChangesNothing(t *testing.T) {
	b := newBench(t, newTable(9, 5))
	b.OnColumnWidth = func(string, float32) { t.Error("told of a width") }
	b.clickAt(b.edgePos(1), 0)
	if b.Selection() != cell(0, 0) || b.ColumnWidth("c1") != 80 {
		t.Errorf("selection %v, width %v", b.Selection(), b.ColumnWidth("c1"))
	}
}

func TestColumnFitsItsContent(t *testing.T) {
	src := newTable(5000, 4)
	src.fillAt(4990, 1, "1234567890123456789")
	src.columns[2].Width, src.columns[2].Sample = 300, "88"
	b := newBench(t, src)
	told := 0
	b.OnColumnWidth = func(string, float32) { told++ }
	b.DoubleTapped(&fyne.PointEvent{Position: b.edgePos(1)})
	if got := b.ColumnWidth("c1"); got < b.typist.width("1234567890123456789")+2*padX {
		t.Errorf("fits to %v", got)
	}
	b.scrollTo(fyne.NewPos(300, 0))
	b.DoubleTapped(&fyne.PointEvent{Position: b.edgePos(2)})
	if got := b.ColumnWidth("c2"); got > 90 || told != 2 {
		t.Errorf("an empty column fits to %v, told %d times", got, told)
	}
	b.DoubleTapped(&fyne.PointEvent{Position: fyne.NewPos(b.geo.frozenX[2], b.geo.headerH()-8)})
	if got := b.ColumnWidth("单位"); got < b.typist.width("单位5000") {
		t.Errorf("row headers fit to %v", got)
	}
	src.reads = 0
	b.FitColumn("c1")
	if visible, _ := b.geo.visible(b.scroll); src.reads > fitRows+visible.Rows()+visible.Cells() {
		t.Errorf("read %d cells", src.reads)
	}
}

func TestHiddenColumns(t *testing.T) {
	b := newBench(t, newTable(4, 5).fill([]string{"a", "b", "c", "d", "e"}))
	views := 0
	b.OnView = func(v View) { views++ }
	b.Select(0, 2)
	if !b.HideColumns("c1", "c3") || !slices.Equal(b.View().HiddenColumns, []string{"c1", "c3"}) || views != 1 {
		t.Fatalf("hidden %v, told %d times", b.HiddenColumns(), views)
	}
	if row, col := b.Cursor(); row != 0 || col != 2 {
		t.Errorf("the active cell moved to %d, %d", row, col)
	}
	b.press(fyne.KeyLeft)
	if _, col := b.Cursor(); col != 0 {
		t.Errorf("Left leads to %d", col)
	}
	b.press(fyne.KeyTab)
	b.press(fyne.KeyTab)
	if _, col := b.Cursor(); col != 4 {
		t.Errorf("Tab leads to %d", col)
	}
	b.press(fyne.KeyA, ctrl)
	b.press(fyne.KeyC, ctrl)
	if got := ParseTSV(fyne.CurrentApp().Clipboard().Content())[0]; !slices.Equal(got, []string{"a", "c", "e"}) {
		t.Errorf("copied %v", got)
	}
	b.Select(1, 0)
	fyne.CurrentApp().Clipboard().SetContent("1\t2\t3\t4\n")
	left := [][]string{}
	b.OnPasteOverflow = func(_, _ int, texts [][]string) { left = texts }
	b.press(fyne.KeyV, ctrl)
	want := []testStep{{Pasted, []Edit{{1, 0, "1"}, {1, 2, "2"}, {1, 4, "3"}}}}
	if !reflect.DeepEqual(b.src.steps, want) || !reflect.DeepEqual(left, [][]string{{"4"}}) {
		t.Errorf("steps %v, left %v", b.src.steps, left)
	}
	b.Select(2, 3)
	if _, col := b.Cursor(); col != 3 || !slices.Equal(b.HiddenColumns(), []string{"c1"}) {
		t.Errorf("Select does not show its column: at %d, hidden %v", col, b.HiddenColumns())
	}
	if b.HideColumns("c0", "c1", "c2", "c3", "c4") {
		t.Error("all columns can be hidden")
	}
	b.ShowColumns()
	if b.HiddenColumns() != nil || b.geo.cols() != 5 {
		t.Errorf("shown again: %v", b.HiddenColumns())
	}
}

func TestHeaderMenu(t *testing.T) {
	b := newBench(t, newTable(9, 5))
	var got HeaderMenu
	b.OnHeaderMenu = func(m HeaderMenu) { got = m }
	right := func(pos fyne.Position) {
		b.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: pos}, Button: desktop.MouseButtonSecondary})
		b.MouseUp(nil)
	}
	right(fyne.NewPos(b.pos(0, 2).X, b.geo.headerH()-14))
	if !slices.Equal(got.Keys, []string{"c2"}) || b.Selection() != (Range{0, 2, 8, 2}) {
		t.Errorf("%v, selection %v", got, b.Selection())
	}
	b.press(fyne.KeyRight, shift)
	right(fyne.NewPos(b.pos(0, 3).X, b.geo.headerH()-14))
	if !slices.Equal(got.Keys, []string{"c2", "c3"}) {
		t.Errorf("of selected columns: %v", got.Keys)
	}
	right(fyne.NewPos(10, b.geo.headerH()-14))
	if !got.Frozen || !slices.Equal(got.Keys, []string{"序号"}) {
		t.Errorf("of row headers: %v", got)
	}
}

func TestCaptionsInSeveralRows(t *testing.T) {
	src := newTable(9, 6)
	for i, c := range []string{"录入/空气", "录入/空气", "录入/水", "计算/空气", "计算", ""} {
		src.columns[i].Caption = c
	}
	b := newBench(t, src)
	if b.geo.captionRows != 2 {
		t.Fatalf("%d rows of captions", b.geo.captionRows)
	}
	spans := func(level int) (out []Range) {
		for _, g := range groups(src.columns, level) {
			out = append(out, Range{Left: g.from, Right: g.to})
		}
		return out
	}
	if got := spans(0); !reflect.DeepEqual(got, []Range{{Left: 0, Right: 2}, {Left: 3, Right: 4}}) {
		t.Errorf("upper captions %v", got)
	}
	if got := spans(1); !reflect.DeepEqual(got, []Range{{Left: 0, Right: 1}, {Left: 2, Right: 2}, {Left: 3, Right: 3}}) {
		t.Errorf("lower captions %v", got)
	}
	b.clickAt(fyne.NewPos(b.pos(0, 1).X, 4), 0)
	if b.Selection() != (Range{0, 0, 8, 2}) {
		t.Errorf("a click on the upper caption: %v", b.Selection())
	}
	b.clickAt(fyne.NewPos(b.pos(0, 1).X, b.geo.rowH+4), 0)
	if b.Selection() != (Range{0, 0, 8, 1}) {
		t.Errorf("a click on the lower caption: %v", b.Selection())
	}
	if got := b.AccessibleText(0, 2); got != "1, 单位1, 录入, 水, 指标3" {
		t.Errorf("says %q", got)
	}
}
