package app

import (
	"context"
	"fmt"
	"testing"

	"yueping/models"
)

func pointer(s string) *string { return &s }

// noted gives a cell's annotation as source|note.
func noted(t testing.TB, w *Workspace, indicator, unit string) string {
	t.Helper()
	m := loaded(t, w, "count", october)
	a := m.Annotations[m.Place(indicator, unit)]
	if a.Blank() {
		return ""
	}
	return a.Source + "|" + a.Note
}

func places(units ...string) []models.Place {
	var result []models.Place
	for _, u := range units {
		result = append(result, models.Place{Program: "count", Indicator: "due", Period: october.Whole(), Unit: u})
	}
	return result
}

func annotated(t testing.TB, w *Workspace, a Annotations) Result {
	t.Helper()
	a.Program = "count"
	r, err := w.Annotate(context.Background(), a)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// A selection gets its source in one step; what is noted stays when values change, and goes and comes back with
// undo and redo, also after a restart.
func TestAnnotate(t *testing.T) {
	ctx := context.Background()
	w, p := tiny(t)
	applied(t, w, batch("due jia 1", "due yi 2"))
	r := annotated(t, w, Annotations{Places: places("jia", "yi", "bing"), Source: pointer(" 平台 ")})
	if r.Batch == 0 || r.Changed != 3 || r.Unchanged != 0 {
		t.Errorf("%+v", r)
	}
	r = annotated(t, w, Annotations{Places: places("jia", "yi"), Source: pointer("平台"), Note: pointer("待核\n第二行"), Actor: "李四"})
	if r.Changed != 2 {
		t.Errorf("%+v", r)
	}
	if r = annotated(t, w, Annotations{Places: places("jia"), Source: pointer("平台")}); r.Batch != 0 || r.Unchanged != 1 {
		t.Errorf("a step of nothing: %+v", r)
	}
	applied(t, w, batch("due jia 3"))
	applied(t, w, typed(t, w, "due", "jia", "abc"))
	if got := noted(t, again(t, p), "due", "jia"); got != "平台|待核\n第二行" {
		t.Errorf("%q", got)
	}
	turn := func(w *Workspace, do func(context.Context, string) (models.Batch, error), times int, jia, bing string) {
		t.Helper()
		for range times {
			if _, err := do(ctx, "count"); err != nil {
				t.Fatal(err)
			}
		}
		if got := noted(t, w, "due", "jia") + " " + noted(t, w, "due", "bing"); got != jia+" "+bing {
			t.Errorf("%q, want %q", got, jia+" "+bing)
		}
	}
	turn(w, w.Undo, 2, "平台|待核\n第二行", "平台|")
	turn(w, w.Undo, 1, "平台|", "平台|")
	turn(w, w.Undo, 1, "", "")
	if got := at(t, w, "due", "jia"); got != "1" {
		t.Errorf("the value is %s", got)
	}
	second := again(t, p)
	turn(second, second.Redo, 2, "平台|待核\n第二行", "平台|")
	turn(second, second.Redo, 2, "平台|待核\n第二行", "平台|")
	if got := at(t, w, "due", "jia"); got != "3~abc" {
		t.Errorf("the value is %s", got)
	}
	annotated(t, w, Annotations{Places: places("jia", "yi", "bing"), Source: pointer(""), Note: pointer("  ")})
	if m := loaded(t, w, "count", october); len(m.Annotations) != 0 {
		t.Errorf("blank ones are kept: %v", m.Annotations)
	}
}

func TestAnnotationsAreInTheStory(t *testing.T) {
	ctx := context.Background()
	w, _ := tiny(t)
	applied(t, w, batch("due jia 1"))
	annotated(t, w, Annotations{Places: places("jia"), Source: pointer("来文"), Note: pointer("附件三"), Actor: "李四"})
	if _, err := w.Undo(ctx, "count"); err != nil {
		t.Fatal(err)
	}
	story, err := w.CellStory(ctx, places("jia")[0], 9)
	if err != nil {
		t.Fatal(err)
	}
	got := ""
	for _, c := range story {
		got += fmt.Sprintf("%s %s %s %q %q; ", c.Source, c.Actor, c.Subject, c.OldValue, c.NewValue)
	}
	if want := `undo 张三 source "来文" ""; undo 张三 note "附件三" ""; typed 李四 note "" "附件三"; typed 李四 source "" "来文"; typed 张三 cell "" "1"; `; got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	if history, err := w.CellHistory(ctx, places("jia")[0], 9); err != nil || len(history) != 1 {
		t.Errorf("of the value alone: %v, %v", history, err)
	}
}

// Many places, read month by month, give what a few do, read one by one; days have notes of their own.
func TestAnnotateManyPlaces(t *testing.T) {
	w := opened(t, params(t), daysCity(3, ""))
	var all []models.Place
	for day := range 31 {
		all = append(all, models.Place{Program: "p", Indicator: "pm25", Period: october.Day(day), Unit: "u1"})
	}
	for _, step := range []struct {
		places          []models.Place
		note            string
		changed, stands int
	}{{all[:2], "甲", 2, 2}, {all, "甲", 29, 31}, {all, "乙", 31, 31}, {all[5:20], "", 15, 16}} {
		r, err := w.Annotate(context.Background(), Annotations{Program: "p", Places: step.places, Note: &step.note})
		if err != nil || r.Changed != step.changed || r.Changed+r.Unchanged != len(step.places) {
			t.Fatalf("%+v, %v", r, err)
		}
		if m := loaded(t, w, "p", october); len(m.Annotations) != step.stands {
			t.Errorf("%d stand, want %d", len(m.Annotations), step.stands)
		}
	}
	if m := loaded(t, w, "p", october+1); len(m.Annotations) != 0 {
		t.Error("in another month")
	}
}

func TestAnnotateRefuses(t *testing.T) {
	ctx := context.Background()
	for _, c := range []struct {
		name  string
		place models.Place
		text  string
		code  string
	}{
		{"an indicator that is none", models.Place{Indicator: "x", Unit: "jia", Period: october.Whole()}, "平台", "indicator.unknown"},
		{"what is calculated", models.Place{Indicator: "closing_rate", Unit: "jia", Period: october.Whole()}, "平台", "indicator.derived"},
		{"a unit that takes no part", models.Place{Indicator: "due", Unit: "dong", Period: october.Whole()}, "平台", "indicator.not_kept"},
		{"clearing there", models.Place{Indicator: "due", Unit: "dong", Period: october.Whole()}, "", ""},
		{"a day", models.Place{Indicator: "due", Unit: "jia", Period: october.Day(3)}, "平台", "indicator.not_by_day"},
	} {
		t.Run(c.name, func(t *testing.T) {
			w, _ := tiny(t)
			before := everything(t, w)
			_, err := w.Annotate(ctx, Annotations{Program: "count", Places: append(places("jia")[:0:0], c.place), Source: &c.text})
			refused(t, err, c.code)
			if after := everything(t, w); after != before {
				t.Errorf("%s\nwas %s", after, before)
			}
		})
	}
	t.Run("one of several", func(t *testing.T) {
		w, _ := tiny(t)
		_, err := w.Annotate(ctx, Annotations{Program: "count", Places: places("jia", "dong"), Source: pointer("平台")})
		refused(t, err, "indicator.not_kept")
		if got := noted(t, w, "due", "jia"); got != "" {
			t.Errorf("%q", got)
		}
	})
	t.Run("a verified month", func(t *testing.T) {
		w, _ := tiny(t)
		applied(t, w, batch("due jia 2", "closed jia 1"))
		annotated(t, w, Annotations{Places: places("jia"), Source: pointer("平台")})
		if err := w.Verify(ctx, "count", october, ""); err != nil {
			t.Fatal(err)
		}
		_, err := w.Annotate(ctx, Annotations{Program: "count", Places: places("jia"), Source: pointer("电话")})
		refused(t, err, "month.locked")
		_, err = w.Undo(ctx, "count")
		refused(t, err, "month.locked")
		if got := noted(t, w, "due", "jia"); got != "平台|" {
			t.Errorf("%q", got)
		}
	})
}

// The code by which the window explains a draft is there again when the draft is.
func TestUndoneDraftKeepsItsFault(t *testing.T) {
	ctx := context.Background()
	for _, c := range []struct{ indicator, text, fault string }{
		{"due", "abc", "number.not_a_number"}, {"due", "1.5", "number.too_many_decimals"}, {"rate", "101", "value.above"},
	} {
		w, p := tiny(t)
		applied(t, w, typed(t, w, c.indicator, "jia", c.text))
		applied(t, w, typed(t, w, c.indicator, "jia", "1"))
		if _, err := w.Undo(ctx, "count"); err != nil {
			t.Fatal(err)
		}
		m := loaded(t, again(t, p), "count", october)
		if d := m.Drafts[m.Place(c.indicator, "jia")]; d.Text != c.text || d.Fault != c.fault {
			t.Errorf("%+v, want %s", d, c.fault)
		}
	}
}
