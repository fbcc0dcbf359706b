package grid

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// column reads what a column shows from the top down.
func (b *bench) column(col int) (out []string) {
	for row := range b.geo.rows {
		out = append(out, b.cell(row, col).Text)
	}
	return out
}

func sortBench(t *testing.T) *bench {
	return newBench(t, newTable(6, 3).fill(
		[]string{"10", "b"}, []string{"", "a"}, []string{"9.5", "b"}, []string{"无", "c"}, []string{"-3", ""}, []string{"9.50", "a"}))
}

func TestSortBy(t *testing.T) {
	b := sortBench(t)
	var told View
	b.OnView = func(v View) { told = v }
	b.Select(2, 0)
	b.SortBy("c0", false)
	if got := b.column(0); !slices.Equal(got, []string{"-3", "9.5", "9.50", "10", "无", ""}) {
		t.Errorf("ascending %q", got)
	}
	if row, _ := b.Cursor(); row != 2 || b.Selection() != cell(1, 0) || told.SortKey != "c0" || told.Descending {
		t.Errorf("at source row %d, selection %v, told %+v", row, b.Selection(), told)
	}
	b.SortBy("c0", true)
	if got := b.column(0); !slices.Equal(got, []string{"无", "10", "9.5", "9.50", "-3", ""}) {
		t.Errorf("descending %q", got)
	}
	b.SortBy("单位", true)
	if got := b.rowText(0, 1); got != "单位6" {
		t.Errorf("by a frozen column: first %q", got)
	}
	b.SortBy("", false)
	if got := b.column(0); got[0] != "10" || b.view.rows != nil {
		t.Errorf("unsorted %q", got)
	}
	b.Collate = func(x, y string) int { return strings.Compare(y, x) }
	b.SortBy("c1", false)
	if got := b.column(1); !slices.Equal(got, []string{"c", "b", "b", "a", "a", ""}) {
		t.Errorf("collated %q", got)
	}
}

// ranked is a table that orders its first column by length.
type ranked struct{ *table }

func (r ranked) Compare(col, a, b int) int { return len(r.cells[a][0].Text) - len(r.cells[b][0].Text) }

func TestTheSourceMayKnowTheOrder(t *testing.T) {
	b := sortBench(t)
	b.SetSource(ranked{b.src})
	b.SortBy("c0", false)
	if got := b.column(0); !slices.Equal(got, []string{"10", "-3", "9.5", "无", "9.50", ""}) {
		t.Errorf("ordered %q", got)
	}
}

func TestAnEditedRowDoesNotJump(t *testing.T) {
	b := sortBench(t)
	b.SortBy("c0", false)
	b.Select(4, 0)
	b.typing("99")
	b.press(fyne.KeyReturn)
	if got := b.column(0); got[0] != "99" || b.src.cells[4][0].Text != "99" || b.Selection() != cell(1, 0) {
		t.Errorf("%q, at %v", got, b.Selection())
	}
	b.Refresh()
	if got := b.column(0); got[0] != "99" {
		t.Errorf("a refresh sorts: %q", got)
	}
	b.Rearrange()
	if got := b.column(0); got[0] != "9.5" || got[3] != "99" {
		t.Errorf("applied again: %q", got)
	}
}

func TestWorkGoesThroughTheVisibleOrder(t *testing.T) {
	b := sortBench(t)
	b.SortBy("c0", false) // rows 4 2 5 0 3 1
	b.Select(4, 2)
	b.press(fyne.KeyTab)
	if row, col := b.Cursor(); row != 2 || col != 0 {
		t.Errorf("Tab leads to %d, %d", row, col)
	}
	fyne.CurrentApp().Clipboard().SetContent("x\ny\n")
	b.press(fyne.KeyV, ctrl)
	if want := []testStep{{Pasted, []Edit{{2, 0, "x"}, {5, 0, "y"}}}}; !reflect.DeepEqual(b.src.steps, want) {
		t.Errorf("pasted %v", b.src.steps)
	}
	var each []int
	b.EachSelected(func(row, _ int) { each = append(each, row) })
	if !slices.Equal(each, []int{2, 5}) || b.SourceRow(3) != 0 || b.SourceColumn(1) != 1 {
		t.Errorf("selected rows %v", each)
	}
	b.press(fyne.KeyD, ctrl)
	if got := b.src.cells[5][0].Text; got != "x" {
		t.Errorf("filled down: %q", got)
	}
	b.src.refuse = "bad"
	b.typing("bad")
	b.press(fyne.KeyReturn)
	if want := (Edit{2, 0, "bad"}); b.failed[0] != want {
		t.Errorf("reported %v", b.failed)
	}
}

func TestFilterBy(t *testing.T) {
	b := sortBench(t)
	var told View
	b.OnView = func(v View) { told = v }
	b.FilterBy("c1", Filter{Values: []string{"a", "b"}})
	if got := b.column(1); !slices.Equal(got, []string{"b", "a", "b", "a"}) || told.HiddenRows != 2 || told.Rows != 4 {
		t.Errorf("%q, told %+v", got, told)
	}
	b.FilterBy("单位", Filter{Contains: "6"})
	if got := b.column(0); !slices.Equal(got, []string{"9.50"}) || b.geo.rows != 1 {
		t.Errorf("both: %q", got)
	}
	if b.paint.titles.built[1].sign != (sign{filtered: true}) {
		t.Errorf("the header shows %+v", b.paint.titles.built[1].sign)
	}
	b.FilterBy("单位", Filter{Contains: "nowhere"})
	if b.hasCells() || b.Selection().Cells() > 0 {
		t.Errorf("nothing fits, selection %v", b.Selection())
	}
	b.press(fyne.KeyDown)
	b.typing("5")
	b.FilterBy("单位", Filter{})
	if got := b.column(1); len(got) != 4 {
		t.Errorf("taken away: %q", got)
	}
	b.Select(4, 0)
	if row, _ := b.Cursor(); row != 4 || len(b.View().Filters) != 0 {
		t.Errorf("Select leads to row %d, filters %v", row, b.View().Filters)
	}
	b.FilterBy("c1", Filter{Contains: "A"})
	b.src.cells = append(b.src.cells, []Cell{{Text: "new"}, {Text: "za"}, {}})
	b.RefreshCells()
	if got := b.column(1); !slices.Equal(got, []string{"a", "a", "za"}) {
		t.Errorf("a new row: %q", got)
	}
	b.src.columns = b.src.columns[:1]
	b.Refresh()
	if b.geo.rows != 7 || len(b.View().Filters) != 0 {
		t.Errorf("the filter outlives its column: %d rows", b.geo.rows)
	}
}

func TestOrderWaitsForTheEditor(t *testing.T) {
	b := sortBench(t)
	b.src.refuse = "bad"
	b.typing("bad")
	if b.SortBy("c0", false) || b.FilterBy("c0", Filter{Contains: "9"}) == false {
		t.Error("the first refusal holds, the second leaves the text in its cell")
	}
	if len(b.kept()) != 1 || b.Editing() {
		t.Errorf("kept %v", b.kept())
	}
}

func TestABlockIsNotTornBySorting(t *testing.T) {
	b := sortBench(t)
	told := 0
	b.OnSelected = func(Range) { told++ }
	b.choose(span(place{0, 0}, place{2, 1}))
	told = 0
	b.SortBy("c0", false)
	if b.Selection() != (Range{3, 0, 3, 1}) || told != 1 {
		t.Errorf("a block becomes %v, told %d times", b.Selection(), told)
	}
	b.SortBy("", false)
	b.press(fyne.KeySpace, ctrl)
	b.SortBy("c1", false)
	if b.Selection() != (Range{0, 0, 5, 1}) {
		t.Errorf("whole columns become %v", b.Selection())
	}
}
