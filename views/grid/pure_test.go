package grid

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"
)

func TestParseTSV(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want [][]string
	}{
		"nothing":            {"", nil},
		"one cell":           {"1", [][]string{{"1"}}},
		"trailing CRLF":      {"1\t2\r\n3\t4\r\n", [][]string{{"1", "2"}, {"3", "4"}}},
		"trailing tab":       {"1\t", [][]string{{"1", ""}}},
		"tab before line":    {"1\t\n2\t", [][]string{{"1", ""}, {"2", ""}}},
		"empty last row":     {"1\r\n\r\n", [][]string{{"1"}, {""}}},
		"LF and CR":          {"1\n2\r3", [][]string{{"1"}, {"2"}, {"3"}}},
		"quoted":             {"\"a\tb\"\t\"c\r\nd\"\t\"e\"\"f\"", [][]string{{"a\tb", "c\r\nd", "e\"f"}}},
		"ending in NUL":      {"1\t2\r\n\x00", [][]string{{"1", "2"}}},
		"quote inside":       {"5\"6\t7", [][]string{{"5\"6", "7"}}},
		"quote never closed": {"\"a\tb", [][]string{{"\"a", "b"}}},
		"text after quote":   {"\"a\" b\tc", [][]string{{"\"a\" b", "c"}}},
	} {
		t.Run(name, func(t *testing.T) {
			if got := ParseTSV(c.text); !reflect.DeepEqual(got, c.want) {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestTSVRoundTrip(t *testing.T) {
	cells := rapid.StringOf(rapid.SampledFrom([]rune("a1\"\t\r\n 国,")))
	rapid.Check(t, func(t *rapid.T) {
		cols := rapid.IntRange(1, 4).Draw(t, "cols")
		block := rapid.SliceOfN(rapid.SliceOfN(cells, cols, cols), 1, 4).Draw(t, "block")
		if got := ParseTSV(FormatTSV(block)); !reflect.DeepEqual(got, block) {
			t.Fatalf("%q became %q", block, got)
		}
	})
}

func TestPlanPaste(t *testing.T) {
	block := [][]string{{"a", "b"}, {"c", "d"}}
	for name, c := range map[string]struct {
		block      [][]string
		sel        Range
		edits      []Edit
		target     Range
		left       [][]string
		rows, cols int
	}{
		"block at a cell": {block, cell(1, 1), []Edit{{1, 1, "a"}, {1, 2, "b"}, {2, 1, "c"}, {2, 2, "d"}}, Range{1, 1, 2, 2}, nil, 0, 0},
		"one value fills": {[][]string{{"x"}}, Range{0, 0, 1, 1}, []Edit{{0, 0, "x"}, {0, 1, "x"}, {1, 0, "x"}, {1, 1, "x"}}, Range{0, 0, 1, 1}, nil, 0, 0},
		"row repeats":     {[][]string{{"x", "y"}}, Range{0, 0, 1, 1}, []Edit{{0, 0, "x"}, {0, 1, "y"}, {1, 0, "x"}, {1, 1, "y"}}, Range{0, 0, 1, 1}, nil, 0, 0},
		"no even repeat":  {[][]string{{"x", "y"}}, Range{0, 0, 0, 2}, []Edit{{0, 0, "x"}, {0, 1, "y"}}, Range{0, 0, 0, 1}, nil, 0, 0},
		"ragged":          {[][]string{{"x"}, {"y", "z"}}, cell(0, 0), []Edit{{0, 0, "x"}, {1, 0, "y"}, {1, 1, "z"}}, Range{0, 0, 1, 1}, nil, 0, 0},
		"too wide":        {block, cell(0, 3), []Edit{{0, 3, "a"}, {1, 3, "c"}}, Range{0, 3, 1, 3}, [][]string{{"b"}, {"d"}}, 0, 1},
		"too high":        {block, cell(3, 0), []Edit{{3, 0, "a"}, {3, 1, "b"}}, Range{3, 0, 3, 1}, [][]string{{"c", "d"}}, 1, 0},
		"both":            {block, cell(3, 3), []Edit{{3, 3, "a"}}, cell(3, 3), [][]string{{"b"}, {"c", "d"}}, 1, 1},
		"empty rest":      {[][]string{{"a", ""}, {"", ""}}, cell(3, 3), []Edit{{3, 3, "a"}}, cell(3, 3), nil, 0, 0},
	} {
		t.Run(name, func(t *testing.T) {
			p := planPaste(c.block, c.sel, 4, 4)
			want := pastePlan{c.edits, c.target, c.left, c.rows, c.cols}
			if !reflect.DeepEqual(p, want) {
				t.Errorf("got  %v\nwant %v", p, want)
			}
		})
	}
}

// TestPasteLosesNothing checks that every text lands in a cell or in the rest.
func TestPasteLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		line := rapid.SliceOfN(rapid.StringMatching("[a-z]"), 1, 5)
		block := rapid.SliceOfN(line, 1, 5).Draw(t, "block")
		p := planPaste(block, cell(rapid.IntRange(0, 3).Draw(t, "row"), rapid.IntRange(0, 3).Draw(t, "col")), 4, 4)
		total, got := 0, len(p.edits)
		for _, l := range block {
			total += len(l)
		}
		for _, l := range p.left {
			got += len(l)
		}
		if got != total {
			t.Fatalf("%d texts of %d", got, total)
		}
	})
}

func TestEdge(t *testing.T) {
	line := "xx..xxx..."
	filled := func(i int) bool { return line[i] == 'x' }
	for _, c := range []struct{ from, dir, want int }{
		{0, 1, 1}, {1, 1, 4}, {2, 1, 4}, {4, 1, 6}, {6, 1, 9}, {9, 1, 9},
		{9, -1, 6}, {6, -1, 4}, {4, -1, 1}, {1, -1, 0}, {0, -1, 0},
	} {
		if got := edge(len(line), c.from, c.dir, filled); got != c.want {
			t.Errorf("from %d by %d: %d, want %d", c.from, c.dir, got, c.want)
		}
	}
}

func TestStepHoldsAtTheEnds(t *testing.T) {
	none := func(int) bool { return false }
	if got := step(place{2, 2}, 1, 3, 3, none); got != (place{2, 2}) {
		t.Errorf("past the end: %v", got)
	}
	if got := step(place{}, -1, 3, 3, none); got != (place{}) {
		t.Errorf("before the start: %v", got)
	}
	if got := step(place{}, 1, 3, 3, func(int) bool { return true }); got != (place{}) {
		t.Errorf("nowhere to go: %v", got)
	}
}

func TestRange(t *testing.T) {
	r := span(place{5, 1}, place{2, 4}).area()
	if r != (Range{2, 1, 5, 4}) || r.Rows() != 4 || r.Cols() != 4 || r.Cells() != 16 {
		t.Errorf("area %v", r)
	}
	if !r.Contains(5, 4) || r.Contains(6, 4) || r.Contains(2, 0) {
		t.Error("Contains is wrong at the border")
	}
}

func TestWidest(t *testing.T) {
	borders := []float32{0, 10, 20, 120, 130, 140, 150}
	if got := widest(borders, 25); got != 4 {
		t.Errorf("widest %d, want 4", got)
	}
}
