package grid

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// pos is the middle of a cell in the window.
func (b *bench) pos(row, col int) fyne.Position {
	p, size := b.geo.cell(place{row, col})
	return p.Subtract(b.scroll).AddXY(b.geo.frozenW()+size.Width/2, b.geo.headerH()+size.Height/2)
}

func (b *bench) down(pos fyne.Position, mod fyne.KeyModifier) {
	b.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: pos}, Button: desktop.MouseButtonPrimary, Modifier: mod})
}

func (b *bench) click(row, col int) { b.clickAt(b.pos(row, col), 0) }

func (b *bench) clickAt(pos fyne.Position, mod fyne.KeyModifier) {
	b.down(pos, mod)
	b.MouseUp(&desktop.MouseEvent{})
}

func (b *bench) dragTo(pos fyne.Position) {
	b.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: pos}})
}

func TestClicks(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(lightTheme{})
	for name, c := range map[string]struct {
		do   func(b *bench)
		want Range
	}{
		"cell":          {func(b *bench) { b.click(2, 1) }, cell(2, 1)},
		"Shift+click":   {func(b *bench) { b.click(2, 1); b.clickAt(b.pos(4, 3), shift) }, Range{2, 1, 4, 3}},
		"drag":          {func(b *bench) { b.down(b.pos(4, 3), 0); b.dragTo(b.pos(2, 1)) }, Range{2, 1, 4, 3}},
		"column header": {func(b *bench) { b.clickAt(fyne.NewPos(b.pos(0, 2).X, b.geo.headerH()-4), 0) }, Range{0, 2, 59, 2}},
		"caption":       {func(b *bench) { b.clickAt(fyne.NewPos(b.pos(0, 2).X, 4), 0) }, Range{0, 1, 59, 2}},
		"row header":    {func(b *bench) { b.clickAt(fyne.NewPos(4, b.pos(3, 0).Y), 0) }, Range{3, 0, 3, 5}},
		"corner":        {func(b *bench) { b.clickAt(fyne.NewPos(4, 4), 0) }, Range{0, 0, 59, 5}},
		"columns dragged": {func(b *bench) {
			b.down(fyne.NewPos(b.pos(0, 1).X, b.geo.headerH()-4), 0)
			b.dragTo(fyne.NewPos(b.pos(0, 3).X, 2))
		}, Range{0, 1, 59, 3}},
		"rows dragged": {func(b *bench) { b.down(fyne.NewPos(4, b.pos(3, 0).Y), 0); b.dragTo(b.pos(5, 2)) }, Range{3, 0, 5, 5}},
		"drag alone":   {func(b *bench) { b.dragTo(b.pos(5, 2)) }, cell(0, 0)},
	} {
		t.Run(name, func(t *testing.T) {
			src := newTable(60, 6)
			src.columns[1].Caption, src.columns[2].Caption = "组", "组"
			b := onBench(t, src)
			c.do(b)
			if got := b.Selection(); got != c.want {
				t.Errorf("selection %v, want %v", got, c.want)
			}
		})
	}
}

func TestClickCommits(t *testing.T) {
	b := newBench(t, newTable(9, 5))
	b.typing("5")
	b.click(3, 2)
	if b.Editing() || b.src.cells[0][0].Text != "5" || b.Selection() != cell(3, 2) {
		t.Errorf("editing %v, %q, at %v", b.Editing(), b.src.cells[0][0].Text, b.Selection())
	}
}

func TestDoubleClickEdits(t *testing.T) {
	b := newBench(t, newTable(9, 5).fill([]string{"1", "2"}))
	b.DoubleTapped(&fyne.PointEvent{Position: b.pos(0, 1)})
	b.typing("3")
	if b.mode() != Editing || b.EditorText() != "23" {
		t.Errorf("mode %v, text %q", b.mode(), b.EditorText())
	}
}

// TestPointerInTheEditor goes through the canvas: clicks and drags in the
// editor must neither commit it nor take the keys away.
func TestPointerInTheEditor(t *testing.T) {
	b := newBench(t, newTable(9, 5))
	b.typing("123")
	pos := b.pos(0, 0)
	ev := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(4, 8)}, Button: desktop.MouseButtonPrimary}
	b.editor.cover.MouseDown(ev)
	b.editor.cover.MouseUp(ev)
	test.Drag(b.win.Canvas(), pos, 20, 0)
	if !b.Editing() || b.mode() != Editing || b.win.Canvas().Focused() != fyne.Focusable(b.Grid) {
		t.Fatalf("editing %v, mode %v, focus %T", b.Editing(), b.mode(), b.win.Canvas().Focused())
	}
}

func TestWheelWorksEverywhere(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(lightTheme{})
	for name, at := range map[string]func(b *bench) fyne.Position{
		"cells":          func(b *bench) fyne.Position { return b.pos(3, 3) },
		"frozen columns": func(b *bench) fyne.Position { return fyne.NewPos(5, b.pos(3, 0).Y) },
		"header":         func(b *bench) fyne.Position { return fyne.NewPos(b.pos(0, 1).X, 5) },
		"corner":         func(*bench) fyne.Position { return fyne.NewPos(5, 5) },
		"open editor":    func(b *bench) fyne.Position { b.typing("5"); return b.pos(0, 0) },
	} {
		t.Run(name, func(t *testing.T) {
			b := onBench(t, newTable(200, 20))
			test.Scroll(b.win.Canvas(), at(b), -30, -50)
			if b.scroll != fyne.NewPos(30, 50) {
				t.Errorf("scrolled to %v", b.scroll)
			}
		})
	}
}

func TestShiftWheelGoesSideways(t *testing.T) {
	b := newBench(t, newTable(200, 20))
	b.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	test.Scroll(b.win.Canvas(), b.pos(3, 3), 0, -50)
	if b.scroll != fyne.NewPos(50, 0) {
		t.Errorf("scrolled to %v", b.scroll)
	}
}

func TestScrollBars(t *testing.T) {
	b := newBench(t, newTable(200, 20))
	v := fyne.NewPos(b.Size().Width-5, b.geo.headerH()+4)
	b.down(v, 0)
	b.dragTo(v.AddXY(0, 1000))
	if b.scroll.Y != b.geo.maxScroll().Y {
		t.Errorf("thumb dragged to %v of %v", b.scroll.Y, b.geo.maxScroll().Y)
	}
	b.MouseUp(nil)
	b.clickAt(v, 0)
	if want := b.geo.maxScroll().Y; b.scroll.Y >= want || b.scroll.Y < want-b.geo.body().Height {
		t.Errorf("a click beside the thumb went to %v of %v", b.scroll.Y, want)
	}
	h := fyne.NewPos(b.geo.frozenW()+4, b.Size().Height-5)
	b.down(h, 0)
	b.dragTo(h.AddXY(1000, 0))
	if b.scroll.X != b.geo.maxScroll().X {
		t.Errorf("thumb dragged to %v of %v", b.scroll.X, b.geo.maxScroll().X)
	}
	if b.Selection() != cell(0, 0) {
		t.Errorf("the scroll bars selected %v", b.Selection())
	}
	pale := b.paint.thumbV.FillColor
	test.MoveMouse(b.win.Canvas(), v)
	if b.paint.thumbV.FillColor == pale {
		t.Error("no sign of the pointer over the bar")
	}
}

func TestDragPastTheBorderScrolls(t *testing.T) {
	b := newBench(t, newTable(200, 20))
	b.down(b.pos(2, 2), 0)
	for range 30 {
		b.dragTo(fyne.NewPos(2000, 2000))
	}
	if r := b.Selection(); r.Bottom < 30 || r.Right < 10 || b.scroll.Y == 0 || b.scroll.X == 0 {
		t.Errorf("selection %v, scrolled to %v", r, b.scroll)
	}
}
