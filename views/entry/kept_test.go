package entry

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"yueping/views/grid"
	"yueping/views/kit"
)

func TestColumnsAreKeptByProgram(t *testing.T) {
	st, s := stage(t, "city-management", "2019-10")
	key := s.source.Columns()[1].Key
	s.grid.HideColumns(key)
	s.widened("unit", 222)
	s.grid.FilterBy("unit", grid.Filter{Contains: "区"})
	st.Shot("entry-hidden")
	st.Load("township-air", "2019-08")
	if hidden := s.grid.HiddenColumns(); len(hidden) != 0 || s.grid.ColumnWidth("unit") == 222 || s.grid.View().HiddenRows != 0 {
		t.Errorf("the other program hides %v and %d rows, its names are %v wide", hidden, s.grid.View().HiddenRows, s.grid.ColumnWidth("unit"))
	}
	check := func(s *Screen, when string) {
		t.Helper()
		if hidden := s.grid.HiddenColumns(); !slices.Equal(hidden, []string{key}) || s.grid.ColumnWidth("unit") != 222 {
			t.Errorf("%s: hidden are %v, the names are %v wide", when, hidden, s.grid.ColumnWidth("unit"))
		}
	}
	st.Load("city-management", "2019-10")
	check(s, "back")
	st.Screen = kit.Screen(New(st.Kit)) // the next start
	st.Window.SetContent(st.Screen.Content())
	st.Load("city-management", "2019-10")
	check(st.Screen.(*Screen), "started anew")
}

func TestColumnsAreHiddenAndShownByADialog(t *testing.T) {
	st, s := stage(t, "city-management", "2019-10")
	s.AskColumns()
	st.Keys(fyne.KeySpace)
	st.Shot("entry-columns")
	if hidden := s.grid.HiddenColumns(); !slices.Equal(hidden, []string{s.source.Columns()[0].Key}) {
		t.Errorf("hidden are %v", hidden)
	}
	if got := s.bar.sifted.columns.Text; got != "隐藏1列" {
		t.Errorf("the button says %q", got)
	}
	st.Keys(fyne.KeySpace, fyne.KeyEscape)
	if s.grid.HiddenColumns() != nil || st.Window.Canvas().Overlays().Top() != nil || st.Window.Canvas().Focused() != fyne.Focusable(s.grid) {
		t.Error("the column is not back, or the dialog is still there")
	}
}

func TestRanksStandLastAndAreLive(t *testing.T) {
	st, s := stage(t, "city-management", "2019-10")
	s.look(view{parts: true, rank: true})
	columns := s.source.Columns()
	last := len(columns) - 1
	if columns[last].Key != rankKey || !columns[last].ReadOnly {
		t.Fatalf("the last column is %+v", columns[last])
	}
	row, _ := s.cell(t, "长葛市", "score")
	st.Shot("entry-ranks")
	if got := s.source.Cell(row, last).Text; got != "1" {
		t.Errorf("长葛市 is ranked %q", got)
	}
	s.put(t, grid.Typed, "长葛市", "score", "97")
	st.Load("city-management", "2019-10")
	if got := s.source.Cell(row, last).Text; got != "3" {
		t.Errorf("with 97 长葛市 is ranked %q", got)
	}
	if got := parseView(s.view.String()); !got.rank {
		t.Error("the ranks are not remembered")
	}
}

func TestACountyIsAFilter(t *testing.T) {
	st, s := stage(t, "township-air", "2019-08")
	all := s.source.Rows()
	s.group.SetSelected("县区：长葛市")
	st.Shot("entry-county")
	if s.source.Rows() == 0 || s.source.Rows() >= all {
		t.Fatalf("%d of %d rows", s.source.Rows(), all)
	}
	for row := range s.source.Rows() {
		if h := s.source.RowHeader(row); h[1] != "长葛市" && h[2] != "长葛市" {
			t.Errorf("row %v is of another county", h)
		}
	}
	s.AskFilter()
	st.Shot("entry-filter-open")
	if st.Window.Canvas().Overlays().Top() == nil {
		t.Error("the key does not open the choice")
	}
}

func TestEachProgramKeepsItsPlace(t *testing.T) {
	st, s := stage(t, "township-air", "2019-08")
	s.group.SetSelected("县区：长葛市")
	s.grid.SelectRange(3, 2, 5, 1)
	unit, other := s.source.unit(3).Key, s.source.unit(5).Key
	s.Leave()
	st.Load("city-management", "2019-10")
	row, col := s.cell(t, "东城区", "score")
	if s.filter != "" {
		t.Errorf("the other program is filtered by %q", s.filter)
	}
	s.grid.Select(row, col)
	s.Leave()
	back := func(s *Screen, when string) {
		t.Helper()
		row, col := s.grid.Cursor()
		if s.filter == "" || s.source.unit(row).Key != unit || col != 2 {
			t.Errorf("%s: filter %q, row %d column %d", when, s.filter, row, col)
		}
		if row, col := s.grid.Extent(); s.source.unit(row).Key != other || col != 1 {
			t.Errorf("%s: selected to row %d column %d", when, row, col)
		}
	}
	st.Load("township-air", "2019-08")
	back(s, "back")
	st.Load("township-air", "2019-07")
	back(s, "another month")
	s.Leave()
	st.Screen = kit.Screen(New(st.Kit))
	st.Window.SetContent(st.Screen.Content())
	st.Load("township-air", "2019-07")
	back(st.Screen.(*Screen), "started anew")
	st.Load("city-management", "2019-10")
	if r, c := st.Screen.(*Screen).grid.Cursor(); r != row || c != col {
		t.Errorf("the first program is at %d %d, want %d %d", r, c, row, col)
	}
}
