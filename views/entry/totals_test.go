package entry

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"yueping/views/controls"
	"yueping/views/grid"
	"yueping/views/screentest"
)

// answer types into the question in front and presses Enter.
func answer(t *testing.T, st *screentest.Stage, text string) {
	t.Helper()
	e, ok := st.Window.Canvas().Focused().(*controls.Entry)
	if !ok {
		t.Fatalf("the keyboard is in %T", st.Window.Canvas().Focused())
	}
	e.SetText(text)
	test.Type(e, "")
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
}

func TestAControlTotalShowsTheDifference(t *testing.T) {
	st, s := stage(t, "city-management", "2019-10")
	s.group.SetSelected("县（市）组")
	row, col := s.cell(t, "鄢陵县", "score")
	s.grid.Select(row, col)
	s.AskTotal()
	st.Shot("entry-total-ask")
	answer(t, st, "abc")
	if st.Window.Canvas().Overlays().Top() == nil {
		t.Fatal("a total that is no number is taken")
	}
	answer(t, st, "400")
	st.Load("city-management", "2019-10")
	st.Shot("entry-total")
	if got := s.totals.less.Text(); !strings.Contains(got, "相差8.71") || !strings.Contains(got, "4/4") {
		t.Errorf("it says %q", got)
	}
	s.put(t, grid.Typed, "鄢陵县", "score", "") // 96.78
	st.Load("city-management", "2019-10")
	if got := s.totals.less.Text(); !strings.Contains(got, "相差105.49") || !strings.Contains(got, "3/4") {
		t.Errorf("without a value it says %q", got)
	}
	s.AskTotal()
	answer(t, st, "294.51")
	st.Load("city-management", "2019-10")
	if s.totals.even.Text() == "" || !strings.Contains(s.totals.even.Text(), "相符") || s.totals.less.Text() != "" {
		t.Errorf("it says %q and %q", s.totals.even.Text(), s.totals.less.Text())
	}
	s.put(t, grid.Typed, "鄢陵县", "score", "1")
	st.Load("city-management", "2019-10")
	if got := s.totals.less.Text(); !strings.Contains(got, "超出1（") {
		t.Errorf("above the total it says %q", got)
	}
	s.group.SetSelected("全部单位")
	if got := s.totals.less.Text() + s.totals.even.Text(); got != "" {
		t.Errorf("for all units, which have no total, it says %q", got)
	}
	s.group.SetSelected("县（市）组")
	s.AskTotal()
	answer(t, st, " ")
	st.Load("city-management", "2019-10")
	if got := s.totals.less.Text() + s.totals.even.Text(); got != "" {
		t.Errorf("without a total it says %q", got)
	}
}
