package grid

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

var menuWords = &Words{Ascending: "升序", Descending: "降序", Unsorted: "原来的顺序", Contains: "包含…", Empty: "（空）",
	All: "全选", Apply: "筛选", Clear: "清除筛选", Hide: "隐藏此列"}

func menuBench(t *testing.T) *bench {
	b := sortBench(t)
	b.Words = menuWords
	b.Refresh()
	return b
}

// signPos is the button of a column's menu.
func (b *bench) signPos(col int) fyne.Position {
	return fyne.NewPos(b.geo.frozenW()+b.geo.colX[col+1]-b.scroll.X-padX-signSize/2, b.geo.headerH()-b.geo.rowH/2)
}

func (b *bench) overlays() int { return len(b.win.Canvas().Overlays().List()) }

func TestMenuByPointer(t *testing.T) {
	b := menuBench(t)
	b.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: b.signPos(0)}})
	if b.paint.pointer.Cursor() != desktop.PointerCursor {
		t.Error("the cursor does not tell the button")
	}
	b.clickAt(b.signPos(0), 0)
	if b.overlays() != 1 || b.Selection() != cell(0, 0) {
		t.Fatalf("%d overlays, selection %v", b.overlays(), b.Selection())
	}
	m := b.menu
	if !slices.Equal(m.values, []string{"-3", "9.5", "9.50", "10", "无", ""}) {
		t.Errorf("offers %q", m.values)
	}
	test.Type(m.part, "9")
	if !slices.Equal(m.shown, []string{"9.5", "9.50"}) {
		t.Errorf("narrowed to %q", m.shown)
	}
	m.part.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if got := b.column(0); !slices.Equal(got, []string{"9.5", "9.50"}) || b.overlays() != 0 {
		t.Errorf("%q, %d overlays", got, b.overlays())
	}
	if b.win.Canvas().Focused() != fyne.Focusable(b.Grid) {
		t.Errorf("focus is with %T", b.win.Canvas().Focused())
	}
}

func TestMenuByKey(t *testing.T) {
	b := menuBench(t)
	b.press(fyne.KeyRight)
	b.press(fyne.KeyDown, fyne.KeyModifierAlt)
	m := b.menu
	if m == nil || m.key != "c1" || b.win.Canvas().Focused() != fyne.Focusable(m.part) {
		t.Fatalf("Alt+Down opens %+v", m)
	}
	m.list.OnSelected(0)
	m.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if got := b.column(1); !slices.Equal(got, []string{"b", "b", "c", ""}) {
		t.Errorf("without a: %q", got)
	}
	b.openMenu(hit{zone: zoneSign, col: 1})
	if !b.menu.off["a"] || b.menu.off["b"] {
		t.Errorf("the standing filter shows as %v", b.menu.off)
	}
	b.menu.tickAll()
	b.menu.apply()
	if len(b.View().Filters) != 0 || b.geo.rows != 6 {
		t.Errorf("all ticked: %v", b.View().Filters)
	}
}

func TestMenuCloses(t *testing.T) {
	b := menuBench(t)
	for name, leave := range map[string]func(m *columnMenu){
		"Esc in the field":  func(m *columnMenu) { m.part.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}) },
		"Esc in the list":   func(m *columnMenu) { m.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}) },
		"Esc on a button":   func(m *columnMenu) { m.button("", func() {}).TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}) },
		"Enter on a button": func(m *columnMenu) { m.button("", m.then(func() {})).TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) },
	} {
		b.openMenu(hit{zone: zoneSign, col: 1})
		leave(b.menu)
		if b.overlays() != 0 || b.View().SortKey != "" {
			t.Errorf("%s: %d overlays", name, b.overlays())
		}
	}
}

func TestMenuReachesAnEmptyGrid(t *testing.T) {
	b := menuBench(t)
	b.FilterBy("c0", Filter{Contains: "nowhere"})
	b.press(fyne.KeyDown, fyne.KeyModifierAlt)
	if b.overlays() != 1 {
		t.Error("Alt+Down does not open the menu where a filter keeps no row")
	}
	b.menu.close()
	b.clickAt(b.signPos(0), 0)
	if b.overlays() != 1 {
		t.Error("nor does a click")
	}
}

func TestNoWordsNoMenu(t *testing.T) {
	b := sortBench(t)
	b.press(fyne.KeyDown, fyne.KeyModifierAlt)
	b.clickAt(b.signPos(0), 0)
	if b.overlays() != 0 || b.Selection() != (Range{0, 0, 5, 0}) {
		t.Errorf("%d overlays, selection %v", b.overlays(), b.Selection())
	}
}
