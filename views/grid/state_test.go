package grid

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"
)

const stateRows, stateCols, stateReadOnly = 7, 5, 3

// machine drives a grid and the model with the same keys, clicks and pastes.
type machine struct {
	b    *bench
	m    *model
	want wanted
}

// strict is a table that refuses a text with "!" and can take steps back.
type strict struct {
	*table
	olds [][]Edit
}

func (s *strict) Edit(kind EditKind, edits []Edit) error {
	var old []Edit
	for _, e := range edits {
		if strings.Contains(e.Text, "!") {
			return errRefused
		}
		old = append(old, Edit{e.Row, e.Col, s.cells[e.Row][e.Col].EditText})
	}
	s.olds = append(s.olds, old)
	return s.table.Edit(kind, edits)
}

func (s *strict) undo() {
	if n := len(s.olds); n > 0 {
		for _, e := range slices.Backward(s.olds[n-1]) {
			s.fillAt(e.Row, e.Col, e.Text)
		}
		s.olds = s.olds[:n-1]
	}
}

// newMachine puts a fresh grid into the one window of the test.
func newMachine(win fyne.Window) *machine {
	src := newTable(stateRows, stateCols)
	src.columns[stateReadOnly].ReadOnly = true
	held := &strict{table: src}
	b := &bench{Grid: New(held), src: src, win: win}
	win.SetContent(b.Grid)
	win.Canvas().Focus(b.Grid)
	b.TabSkipsReadOnly = true
	b.OnShortcut = func(s fyne.Shortcut) bool {
		held.undo()
		b.RefreshCells()
		return true
	}
	return &machine{b, newModel(stateRows, stateCols, stateReadOnly), wanted{by: -1, in: -1}}
}

// TestStates is the promise of the grid in one: whatever is done to it, it
// holds, shows and selects what a simple sheet would.
func TestStates(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(lightTheme{})
	win := onBench(t, newTable(1, 1)).win
	rapid.Check(t, func(r *rapid.T) {
		s := newMachine(win)
		r.Repeat(map[string]func(*rapid.T){
			"": s.check, "arrow": s.arrow, "jump": s.jump, "line": s.line, "enter": s.enter, "tab": s.tab,
			"type": s.typed, "type more": s.typed, "f2": s.f2, "rub": s.rub, "escape": s.escape, "delete": s.delete,
			"click": s.click, "drag": s.drag, "columns": s.columns, "rows": s.rows, "whole": s.whole,
			"copy": s.copy, "paste": s.paste, "fill": s.fill, "fill all": s.fillAll, "handle": s.handle,
			"sort": s.sort, "filter": s.filter, "hide": s.hide, "undo": s.undo, "finish": s.finish,
		})
	})
}

// check compares everything that a user could see.
func (s *machine) check(t *rapid.T) {
	b, m := s.b, s.m
	for row := range stateRows {
		for col := range stateCols {
			if got, want := b.src.cells[row][col].Text, m.cells[place{row, col}]; got != want {
				t.Fatalf("cell %d, %d holds %q, want %q", row, col, got, want)
			}
		}
	}
	want := m.area()
	if m.empty() {
		want = Range{Bottom: -1, Right: -1}
	}
	if b.Selection() != want || b.geo.rows != len(m.rows) || b.geo.cols() != len(m.cols) {
		t.Fatalf("selection %v of %d × %d, want %v of %d × %d", b.Selection(), b.geo.rows, b.geo.cols(), want, len(m.rows), len(m.cols))
	}
	if row, col := b.Cursor(); !m.empty() && (place{row, col}) != m.src(m.sel.anchor) {
		t.Fatalf("at %d, %d, want %v", row, col, m.src(m.sel.anchor))
	}
	if b.mode() != m.mode || b.EditorText() != m.text {
		t.Fatalf("mode %v with %q, want %v with %q", b.mode(), b.EditorText(), m.mode, m.text)
	}
	if len(b.kept()) != len(m.refused) {
		t.Fatalf("refused texts %v, want %v", b.kept(), m.refused)
	}
	visible, _ := b.geo.visible(b.scroll)
	for row := visible.Top; row <= visible.Bottom; row++ {
		for col := visible.Left; col <= visible.Right; col++ {
			if got, _ := b.painted(row, col); got != b.typist.cut(m.value(place{row, col}), 80-2*padX) {
				t.Fatalf("%d, %d on the screen shows %q, want %q", row, col, got, m.value(place{row, col}))
			}
		}
	}
}

// browsing skips a step that means something else in an editor, or without cells.
func (s *machine) browsing(t *rapid.T) {
	if s.m.mode != Browsing || s.m.empty() {
		t.Skip()
	}
}

// moving skips keys that move the caret of an editor.
func (s *machine) moving(t *rapid.T) {
	if s.m.mode == Editing || s.m.empty() {
		t.Skip()
	}
}

func (s *machine) anyCell(t *rapid.T) place {
	visible, ok := s.b.geo.visible(s.b.scroll)
	if !ok || s.m.empty() {
		t.Skip()
	}
	return place{rapid.IntRange(visible.Top, visible.Bottom).Draw(t, "row"), rapid.IntRange(visible.Left, visible.Right).Draw(t, "col")}
}

var arrows = []struct {
	key         fyne.KeyName
	down, right int
}{{fyne.KeyUp, -1, 0}, {fyne.KeyDown, 1, 0}, {fyne.KeyLeft, 0, -1}, {fyne.KeyRight, 0, 1}}

func (s *machine) move(t *rapid.T, key fyne.KeyName, mods fyne.KeyModifier, to func(place) place) {
	s.moving(t)
	extend := rapid.Bool().Draw(t, "shift")
	if extend {
		mods |= shift
	}
	s.b.press(key, mods)
	if !s.m.leave() {
		return
	}
	s.m.runCol = -1
	if extend {
		s.m.sel.extent = s.m.clamp(to(s.m.sel.extent))
		return
	}
	s.m.goTo(to(s.m.sel.anchor))
}

func (s *machine) arrow(t *rapid.T) {
	a := rapid.SampledFrom(arrows).Draw(t, "arrow")
	s.move(t, a.key, 0, func(p place) place { return place{p.row + a.down, p.col + a.right} })
}

func (s *machine) jump(t *rapid.T) {
	a := rapid.SampledFrom(arrows).Draw(t, "arrow")
	s.move(t, a.key, ctrl, func(p place) place { return s.m.jump(p, a.down, a.right) })
}

func (s *machine) line(t *rapid.T) {
	mods := rapid.SampledFrom([]fyne.KeyModifier{0, ctrl}).Draw(t, "ctrl")
	if rapid.Bool().Draw(t, "home") {
		s.move(t, fyne.KeyHome, mods, func(p place) place { return place{p.row * int(1-mods/ctrl), 0} })
		return
	}
	s.move(t, fyne.KeyEnd, mods, func(p place) place { return place{p.row + int(mods/ctrl)*stateRows, stateCols} })
}
