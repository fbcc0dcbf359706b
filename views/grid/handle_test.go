package grid

import (
	"reflect"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// handlePos is the middle of the fill handle in the widget.
func (b *bench) handlePos() fyne.Position {
	return b.handleAt().AddXY(b.geo.frozenW(), b.geo.headerH())
}

func TestFillHandle(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(lightTheme{})
	for name, c := range map[string]struct {
		from  selection
		to    place
		edits []Edit
		want  Range
	}{
		"down":        {span(place{1, 1}, place{2, 1}), place{5, 1}, []Edit{{3, 1, "a"}, {4, 1, "c"}, {5, 1, "a"}}, Range{1, 1, 5, 1}},
		"up":          {span(place{1, 1}, place{2, 1}), place{0, 1}, []Edit{{0, 1, "c"}}, Range{0, 1, 2, 1}},
		"right":       {span(place{1, 1}, place{1, 2}), place{1, 4}, []Edit{{1, 3, "a"}, {1, 4, "b"}}, Range{1, 1, 1, 4}},
		"left":        {span(place{1, 1}, place{1, 2}), place{1, 0}, []Edit{{1, 0, "b"}}, Range{1, 0, 1, 2}},
		"block":       {span(place{1, 1}, place{2, 2}), place{3, 2}, []Edit{{3, 1, "a"}, {3, 2, "b"}}, Range{1, 1, 3, 2}},
		"longer axis": {at(place{1, 1}), place{9, 2}, nil, Range{1, 1, 9, 1}},
		"back inside": {span(place{1, 1}, place{2, 2}), place{1, 1}, nil, Range{1, 1, 2, 2}},
	} {
		t.Run(name, func(t *testing.T) {
			b := onBench(t, newTable(30, 6).fill([]string{}, []string{"", "a", "b"}, []string{"", "c", "d"}))
			b.choose(c.from)
			b.down(b.handlePos(), 0)
			b.dragTo(b.pos(8, 4))
			b.dragTo(b.pos(c.to.row, c.to.col))
			if !b.paint.sel.filling.Visible() || len(b.src.steps) != 0 {
				t.Fatalf("while dragging: outline %v, steps %v", b.paint.sel.filling.Visible(), b.src.steps)
			}
			b.MouseUp(nil)
			b.DragEnd()
			if b.Selection() != c.want || b.paint.sel.filling.Visible() {
				t.Errorf("selection %v, want %v", b.Selection(), c.want)
			}
			if c.edits != nil && !reflect.DeepEqual(b.src.steps, []testStep{{Filled, c.edits}}) {
				t.Errorf("steps %v, want %v", b.src.steps, c.edits)
			}
		})
	}
}

func TestFillHandleEscapes(t *testing.T) {
	b := newBench(t, newTable(9, 3).fill([]string{"1"}))
	b.down(b.handlePos(), 0)
	b.dragTo(b.pos(4, 0))
	b.press(fyne.KeyEscape)
	b.MouseUp(nil)
	if len(b.src.steps) != 0 || b.paint.sel.filling.Visible() {
		t.Errorf("steps %v", b.src.steps)
	}
}

func TestFillHandleRefused(t *testing.T) {
	src := newTable(9, 3).fill([]string{"bad"})
	src.refuse = "bad"
	b := newBench(t, src)
	b.down(b.handlePos(), 0)
	b.dragTo(b.pos(4, 0))
	b.MouseUp(nil)
	if len(b.failed) != 1 || b.Selection() != cell(0, 0) {
		t.Errorf("reported %v, selection %v", b.failed, b.Selection())
	}
}

func TestFillHandleDoubleClick(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(lightTheme{})
	for name, c := range map[string]struct {
		rows [][]string
		at   place
		want int // rows written
	}{
		"beside the left":        {[][]string{{"1", "x"}, {"2"}, {"3"}, {""}, {"5"}}, place{0, 1}, 2},
		"beside the right":       {[][]string{{"x", "1"}, {"", "2"}, {"", "3"}}, place{0, 0}, 2},
		"stops at what is there": {[][]string{{"1", "x"}, {"2"}, {"3", "y"}, {"4"}}, place{0, 1}, 1},
		"nothing beside":         {[][]string{{"x"}}, place{0, 0}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			b := onBench(t, newTable(9, 3).fill(c.rows...))
			b.choose(at(c.at))
			b.DoubleTapped(&fyne.PointEvent{Position: b.handlePos()})
			n := 0
			for _, s := range b.src.steps {
				n += len(s.edits)
			}
			if n != c.want || b.Editing() {
				t.Errorf("%d cells written, want %d: %v", n, c.want, b.src.steps)
			}
		})
	}
}

func TestNoHandleWhereNothingCanBeFilled(t *testing.T) {
	src := newTable(3, 3)
	src.columns[0].ReadOnly = true
	b := newBench(t, src)
	if b.paint.sel.handle.Visible() {
		t.Error("a read-only column has a handle")
	}
	b.press(fyne.KeyRight)
	if !b.paint.sel.handle.Visible() {
		t.Error("no handle")
	}
	b.typing("5")
	if b.paint.sel.handle.Visible() {
		t.Error("an open editor leaves the handle")
	}
	b.press(fyne.KeyEscape)
	b.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: b.handlePos()}})
	if b.paint.pointer.Cursor() != desktop.CrosshairCursor {
		t.Error("the cursor does not tell the handle")
	}
}

func TestWholeColumnsAndRows(t *testing.T) {
	b := newBench(t, newTable(300, 9))
	b.Select(150, 3)
	b.press(fyne.KeySpace, ctrl)
	if row, col := b.Cursor(); b.Selection() != (Range{0, 3, 299, 3}) || row != 150 || col != 3 {
		t.Fatalf("Ctrl+Space: %v at %d, %d", b.Selection(), row, col)
	}
	b.press(fyne.KeyRight, shift)
	if b.Selection() != (Range{0, 3, 299, 4}) {
		t.Errorf("Shift+Right from a column: %v", b.Selection())
	}
	b.Select(150, 3)
	b.press(fyne.KeySpace, shift)
	b.TypedRune(' ')
	if b.Selection() != (Range{150, 0, 150, 8}) || b.Editing() {
		t.Errorf("Shift+Space: %v, editing %v", b.Selection(), b.Editing())
	}
	b.press(fyne.KeyDown, shift)
	if b.Selection() != (Range{150, 0, 151, 8}) {
		t.Errorf("Shift+Down from a row: %v", b.Selection())
	}
	b.typing("7")
	b.press(fyne.KeyReturn)
	if b.src.cells[150][3].Text != "7" {
		t.Error("typing left the active cell")
	}
	scroll := b.scroll
	b.clickAt(fyne.NewPos(b.pos(0, 1).X, b.geo.headerH()-14), 0)
	b.clickAt(fyne.NewPos(b.pos(0, 2).X, b.geo.headerH()-14), shift)
	if b.Selection() != (Range{0, 1, 299, 2}) || b.scroll != scroll {
		t.Errorf("columns by header: %v, scrolled %v", b.Selection(), b.scroll)
	}
	if row, _ := b.Cursor(); row != b.firstRow() {
		t.Errorf("the active cell is in row %d, out of sight", row)
	}
	b.clickAt(fyne.NewPos(4, b.pos(145, 0).Y), 0)
	b.clickAt(fyne.NewPos(4, b.pos(147, 0).Y), shift)
	if b.Selection() != (Range{145, 0, 147, 8}) {
		t.Errorf("rows by header: %v", b.Selection())
	}
}
