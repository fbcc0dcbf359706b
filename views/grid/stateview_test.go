package grid

import (
	"cmp"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"pgregory.net/rapid"
)

// The steps of the state machine that change what is on the screen.

// wanted is the order and the filter of the machine.
type wanted struct {
	by, in int // columns of the source; -1 for none
	down   bool
	part   string
}

// single makes one cell the selection: what becomes of a block when rows come
// between is told elsewhere.
func (s *machine) single(t *rapid.T) {
	if s.m.mode != Browsing {
		t.Skip()
	}
	if !s.m.empty() {
		s.b.choose(at(s.m.sel.anchor))
		s.m.goTo(s.m.sel.anchor)
	}
}

// arranged is which rows the model shows, in which order.
func (s *machine) arranged() []int {
	var rows []int
	for row := range stateRows {
		if s.want.in < 0 || strings.Contains(s.m.cells[place{row, s.want.in}], s.want.part) {
			rows = append(rows, row)
		}
	}
	if s.want.by < 0 {
		return rows
	}
	slices.SortStableFunc(rows, func(a, b int) int {
		x, y := newSortKey(a, s.m.cells[place{a, s.want.by}]), newSortKey(b, s.m.cells[place{b, s.want.by}])
		if x.class == classEmpty || y.class == classEmpty {
			return cmp.Compare(x.class, y.class)
		}
		order := s.b.compareTexts(x, y)
		if s.want.down {
			return -order
		}
		return order
	})
	return rows
}

func (s *machine) sort(t *rapid.T) {
	s.single(t)
	s.want.by, s.want.down = rapid.IntRange(-1, stateCols-1).Draw(t, "by"), rapid.Bool().Draw(t, "down")
	key := ""
	if s.want.by >= 0 {
		key = s.b.all[s.want.by].Key
	}
	s.b.SortBy(key, s.want.down)
	s.m.arrange(s.arranged(), s.m.cols)
}

func (s *machine) filter(t *rapid.T) {
	s.single(t)
	s.b.order.filters = map[string]Filter{}
	s.want.in, s.want.part = rapid.IntRange(-1, stateCols-1).Draw(t, "in"), rapid.SampledFrom([]string{"1", "7", "甲"}).Draw(t, "part")
	if s.want.in >= 0 {
		s.b.FilterBy(s.b.all[s.want.in].Key, Filter{Contains: s.want.part})
	} else {
		s.b.ClearFilters()
	}
	s.m.arrange(s.arranged(), s.m.cols)
}

func (s *machine) hide(t *rapid.T) {
	s.single(t)
	var keys []string
	var cols []int
	for col := range stateCols {
		if col > 0 && rapid.IntRange(0, 3).Draw(t, "hide") == 0 {
			keys = append(keys, s.b.all[col].Key)
		} else {
			cols = append(cols, col)
		}
	}
	runs := s.m.runCol
	s.b.setHidden(keys)
	if runs >= 0 { // a run of Tabs goes on under its column
		runs = nearestTo(cols, s.m.cols[runs])
	}
	s.m.arrange(s.m.rows, cols)
	s.m.runCol = runs
}

func (s *machine) undo(t *rapid.T) {
	if s.m.mode != Browsing {
		t.Skip()
	}
	s.b.TypedShortcut(&fyne.ShortcutUndo{})
	s.m.takeBack()
}

// finish is what the host does before the screen is left.
func (s *machine) finish(t *rapid.T) {
	if s.m.mode != Browsing || len(s.m.refused) > 0 || s.m.empty() {
		t.Skip()
	}
	if !s.b.FinishEdit() {
		t.Fatal("nothing is open, and FinishEdit says no")
	}
}
