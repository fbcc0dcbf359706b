package month

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestMerge(t *testing.T) {
	same := func(a, b string) bool { return a == b }
	k := MustParse("2019-10")
	old := Dated[string]{{0, "a"}, {MustParse("2019-12"), "b"}}
	for _, c := range []struct {
		name  string
		now   Dated[string]
		until Month
		want  Dated[string]
	}{
		{"nothing is finished", Always("c"), 0, Always("c")},
		{"a change holds from the next month", Always("c"), k, Dated[string]{{0, "a"}, {k + 1, "c"}}},
		{"no change leaves no date", Always("a"), k, Always("a")},
		{"later dates stay", Dated[string]{{0, "a"}, {k + 5, "c"}}, k, Dated[string]{{0, "a"}, {k + 5, "c"}}},
	} {
		if got := Merge(old, c.now, c.until, same); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

func TestMergeKeepsFinishedMonths(t *testing.T) {
	dated := rapid.Custom(func(t *rapid.T) Dated[int] {
		var d Dated[int]
		for range rapid.IntRange(1, 4).Draw(t, "n") {
			d = d.Put(Of(2019, 1)+Month(rapid.IntRange(0, 30).Draw(t, "from")), rapid.IntRange(0, 2).Draw(t, "value"))
		}
		return d
	})
	rapid.Check(t, func(t *rapid.T) {
		old, now := dated.Draw(t, "old"), dated.Draw(t, "now")
		until := Of(2019, 1) + Month(rapid.IntRange(0, 30).Draw(t, "until"))
		merged := Merge(old, now, until, func(a, b int) bool { return a == b })
		for m := Of(2018, 1); m < Of(2023, 1); m++ {
			got, gotAny := merged.At(m)
			want, wantAny := old.At(m)
			if m > until {
				want, wantAny = now.At(m)
				if !wantAny { // a rule that is not there yet leaves the old one in force
					continue
				}
			}
			if got != want || gotAny != wantAny {
				t.Fatalf("%s: %v %v, want %v %v", m, got, gotAny, want, wantAny)
			}
		}
	})
}
