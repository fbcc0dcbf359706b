package entry

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"yueping/views/grid"
)

func TestAColumnsMenuSortsAndTheOrderIsNamed(t *testing.T) {
	st, s := stage(t, "city-management", "2019-10")
	_, col := s.cell(t, "东城区", "score")
	s.grid.Select(0, col)
	s.toGrid()
	s.grid.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyDown, Modifier: fyne.KeyModifierAlt})
	if st.Window.Canvas().Overlays().Top() == nil {
		t.Fatal("Alt+Down opens no menu")
	}
	st.Keys(fyne.KeyEscape)
	s.grid.SortBy("score", true)
	if !s.bar.sifted.order.Visible() {
		t.Error("nothing says that the rows are sorted")
	}
	first := s.source.Cell(s.grid.SourceRow(0), col).Text
	if first != "100.00" {
		t.Errorf("the best score is %s", first)
	}
	// What is typed into the first line belongs to the unit that stands there.
	s.grid.Select(s.grid.SourceRow(0), col)
	unit := s.source.unit(s.grid.SourceRow(0)).Key
	for _, r := range "12" {
		s.grid.TypedRune(r)
	}
	if !s.Leave() {
		t.Fatal("it is not stored")
	}
	st.Load("city-management", "2019-10")
	if v := s.loaded.month.Table.Value("score", unit); v.Number.String() != "12" {
		t.Errorf("the unit has %v", v)
	}
	s.bar.sifted.order.OnTapped()
	if s.bar.sifted.order.Visible() || s.grid.SourceRow(0) != 0 {
		t.Error("the order is not restored")
	}
}

func TestAFilledBlockIsOneStepOfTheSortedRows(t *testing.T) {
	st, s := stage(t, "city-management", "2019-10")
	_, col := s.cell(t, "东城区", "score")
	s.grid.FilterBy("unit", grid.Filter{Values: []string{"鄢陵县", "东城区"}})
	s.grid.Select(s.grid.SourceRow(0), col)
	s.toGrid()
	s.grid.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyDown, Modifier: fyne.KeyModifierShift})
	s.grid.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyD, Modifier: fyne.KeyModifierShortcutDefault})
	st.Load("city-management", "2019-10")
	if got := s.value(t, "东城区", "score") + " " + s.value(t, "襄城县", "score"); got != "96.78 97.14" {
		t.Errorf("东城区 and 襄城县, which does not show, hold %s", got)
	}
}
