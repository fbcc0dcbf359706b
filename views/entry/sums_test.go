package entry

import (
	"strings"
	"testing"

	"yueping/models/number"
	"yueping/views/grid"
)

func TestAMeanIsExactOrCut(t *testing.T) {
	of := func(sum string, count int64) number.Ratio {
		return number.Of(number.MustParse(sum)).Quo(number.Int(count))
	}
	for _, c := range []struct {
		name   string
		mean   number.Ratio
		places int
		want   string
	}{
		{"whole", of("12", 4), 0, "3"},
		{"short", of("391.29", 4), 2, "97.8225"},
		{"endless", of("2", 3), 0, "0.66…"},
		{"endless, cut and not rounded", of("200", 3), 2, "66.6666…"},
		{"below nothing", of("-2", 3), 0, "-0.66…"},
		{"almost nothing", of("1", 300), 0, "0.00…"},
		{"long", of("1", 64), 0, "0.01…"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got, err := meanWords(c.mean, c.places); err != nil || got != c.want {
				t.Errorf("got %q %v, want %q", got, err, c.want)
			}
		})
	}
}

func TestSumsAreOfWhatIsSelectedOnTheScreen(t *testing.T) {
	st, s := stage(t, "city-management", "2019-10")
	var words string
	st.Kit.Selection = func(w string) { words = w }
	_, col := s.cell(t, "东城区", "score")
	s.grid.FilterBy("unit", grid.Filter{Values: []string{"魏都区", "东城区"}})
	s.selected(grid.Range{Top: 0, Bottom: 1, Left: col, Right: col})
	if !strings.Contains(words, "计数2　求和123　平均61.5") {
		t.Errorf("the sums are %q", words)
	}
	if got := s.bar.sifted.rows.Text; !strings.Contains(got, "2/") || !s.bar.sifted.rows.Visible() {
		t.Errorf("the filter says %q", got)
	}
	s.bar.sifted.rows.OnTapped()
	if s.grid.View().HiddenRows != 0 || s.bar.sifted.rows.Visible() {
		t.Error("the filter is not lifted")
	}
}
