package month

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestDatedAt(t *testing.T) {
	january, may := Of(2020, 1), Of(2020, 5)
	renamed := Dated[string]{{0, "old"}, {january, "new"}, {may, "newest"}}
	cases := []struct {
		name  string
		dated Dated[string]
		at    Month
		want  string
		holds bool
	}{
		{"the month before a change", renamed, january - 1, "old", true},
		{"the month of a change", renamed, january, "new", true},
		{"between two changes", renamed, may - 1, "new", true},
		{"long after", renamed, Of(2199, 12), "newest", true},
		{"always", Always("one"), Of(1980, 1), "one", true},
		{"nothing", nil, january, "", false},
		{"before the first", Dated[string]{{may, "late"}}, january, "", false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got, holds := c.dated.At(c.at)
			if got != c.want || holds != c.holds || c.dated.Get(c.at) != c.want {
				t.Errorf("%q, %v", got, holds)
			}
		})
	}
	if renamed.Last() != "newest" || (Dated[string]{}).Last() != "" {
		t.Error("Last")
	}
}

func TestDatedPut(t *testing.T) {
	january, may := Of(2020, 1), Of(2020, 5)
	before := Dated[string]{{0, "a"}, {january, "b"}}
	cases := []struct {
		name string
		from Month
		want Dated[string]
	}{
		{"behind", may, Dated[string]{{0, "a"}, {january, "b"}, {may, "x"}}},
		{"between", january - 1, Dated[string]{{0, "a"}, {january - 1, "x"}, {january, "b"}}},
		{"in place of one", january, Dated[string]{{0, "a"}, {january, "x"}}},
		{"in place of the first", 0, Dated[string]{{0, "x"}, {january, "b"}}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, before.Put(c.from, "x")); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(Dated[string]{{0, "a"}, {january, "b"}}, before); diff != "" {
				t.Errorf("the original was changed: %s", diff)
			}
		})
	}
}

// Whatever was put in whatever order, a month sees the value put last for the newest month not after it.
func TestDatedAgainstMap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var dated Dated[int]
		put := map[Month]int{}
		for i := range rapid.IntRange(0, 12).Draw(t, "puts") {
			from := Month(rapid.IntRange(0, 8).Draw(t, "from"))
			dated, put[from] = dated.Put(from, i), i
		}
		if len(dated) != len(put) {
			t.Fatalf("%v holds %d values", dated, len(put))
		}
		at := Month(rapid.IntRange(0, 9).Draw(t, "at"))
		want, holds := 0, false
		for from := at; from >= 0 && !holds; from-- {
			want, holds = put[from]
		}
		if got, ok := dated.At(at); got != want || ok != holds {
			t.Fatalf("%v at %d is %d, %v", dated, at, got, ok)
		}
	})
}

func TestDatedAsJSON(t *testing.T) {
	dated := Dated[string]{{0, "a"}, {Of(2020, 1), "b"}}
	text, err := json.Marshal(dated)
	if want := `[{"value":"a"},{"from":"2020-01","value":"b"}]`; err != nil || string(text) != want {
		t.Errorf("%s, %v", text, err)
	}
	var back Dated[string]
	if err := json.Unmarshal(text, &back); err != nil || cmp.Diff(dated, back) != "" {
		t.Errorf("%v, %v", back, err)
	}
}
