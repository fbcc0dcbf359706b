package app

import (
	"context"
	"testing"

	"yueping/models"
)

func TestVerifyRefuses(t *testing.T) {
	ctx := context.Background()
	for _, c := range []struct {
		name, code string
		lines      []string
		draft      bool
	}{
		{"an empty month", "month.empty", nil, false},
		{"a month of a draft alone", "month.has_drafts", nil, true},
		{"an error", "month.has_errors", []string{"due jia 5", "closed jia 6"}, false},
		{"an error beside a warning", "month.has_errors", []string{"due jia 5", "closed jia 1", "due yi 5", "closed yi 6"}, false},
		{"a warning", "", []string{"due jia 5", "closed jia 1"}, false},
		{"no data alone", "", []string{"due jia no_data"}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			w, _ := tiny(t)
			if len(c.lines) > 0 {
				applied(t, w, batch(c.lines...))
			}
			if c.draft {
				applied(t, w, typed(t, w, "due", "jia", "abc"))
			}
			before := everything(t, w)
			refused(t, w.Verify(ctx, "count", october, ""), c.code)
			m := loaded(t, w, "count", october)
			if m.Locked() != (c.code == "") || (c.code != "") != (everything(t, w) == before) {
				t.Error(m.Record)
			}
		})
	}
}

// A verified month refuses every path, and the other months go on.
func TestVerifiedMonthIsLocked(t *testing.T) {
	ctx := context.Background()
	w, p := tiny(t)
	applied(t, w, batch("due jia 5"))
	applied(t, w, batch("due jia 6"))
	if _, err := w.Undo(ctx, "count"); err != nil {
		t.Fatal(err)
	}
	file := xlsx(t, [][]any{{"单位", "县区", "应结数"}, {"甲镇", "东县", 9}})
	prepared, err := w.ReadImport(ctx, ImportRequest{Program: "count", Month: october, Path: file})
	if err != nil {
		t.Fatal(err)
	}
	fired := 0
	w.Changed.Listen(func(MonthChanged) { fired++ })
	if err := w.Verify(ctx, "count", october, "李四"); err != nil || fired != 1 {
		t.Fatal(fired, err)
	}
	before := everything(t, w)
	two := batch("due jia 8")
	two.Edits[0].Period = september.Whole()
	two.Edits = append(two.Edits, put("due jia 8"))
	for name, v := range map[string]*Workspace{"here": w, "in another process": again(t, p)} {
		for path, do := range map[string]func() error{
			"typing":      func() error { _, err := v.Apply(ctx, batch("due jia 8")); return err },
			"clearing":    func() error { _, err := v.Apply(ctx, batch("due jia")); return err },
			"a draft":     func() error { _, err := v.Apply(ctx, typed(t, v, "due", "jia", "abc")); return err },
			"what stands": func() error { _, err := v.Apply(ctx, batch("due jia 5")); return err },
			"two months":  func() error { _, err := v.Apply(ctx, two); return err },
			"import":      func() error { _, err := v.StoreImport(ctx, prepared, ImportChoice{}); return err },
			"undo":        func() error { _, err := v.Undo(ctx, "count"); return err },
			"redo":        func() error { _, err := v.Redo(ctx, "count"); return err },
		} {
			refused(t, do(), "month.locked")
			if got := everything(t, w); got != before {
				t.Fatalf("%s %s left %s", path, name, got)
			}
		}
	}
	if fired != 1 {
		t.Errorf("fired %d times", fired)
	}
	free := batch("due jia 8")
	free.Edits[0].Period = september.Whole()
	applied(t, w, free)
	if got := loaded(t, w, "count", september).Table.Value("due", "jia").Number.String(); got != "8" {
		t.Error(got)
	}
}

func TestReopen(t *testing.T) {
	ctx := context.Background()
	w, p := tiny(t)
	applied(t, w, batch("due jia 5"))
	refused(t, w.Reopen(ctx, "count", october, "", "补报"), "month.open_already")
	if err := w.Verify(ctx, "count", october, "李四"); err != nil {
		t.Fatal(err)
	}
	refused(t, w.Verify(ctx, "count", october, ""), "month.verified_already")
	refused(t, w.Reopen(ctx, "count", october, "", " \t"), "month.reason_needed")
	if err := again(t, p).Reopen(ctx, "count", october, "王五", "补报"); err != nil {
		t.Fatal(err)
	}
	applied(t, w, batch("due jia 6"))
	history, err := w.MonthHistory(ctx, loaded(t, w, "count", october))
	if err != nil || len(history) != 2 {
		t.Fatal(history, err)
	}
	if h := history[0]; h.Actor != "王五" || h.Reason != "补报" || h.OldValue != string(models.Verified) || h.NewValue != string(models.Entering) || !h.At.Equal(noon) {
		t.Errorf("%+v", h)
	}
	if h := history[1]; h.Actor != "李四" || h.NewValue != string(models.Verified) {
		t.Errorf("%+v", h)
	}
	// Taking back goes past the change of status to the last step of values.
	if _, err := w.Undo(ctx, "count"); err != nil || at(t, w, "due", "jia") != "5" {
		t.Error(at(t, w, "due", "jia"), err)
	}
}

// What was checked is what is locked: a value that came meanwhile is not.
func TestVerifyNoticesWhatCameMeanwhile(t *testing.T) {
	ctx := context.Background()
	for name, change := range map[string]func(t *testing.T, other *Workspace){
		"a number":      func(t *testing.T, other *Workspace) { applied(t, other, batch("closed jia 6")) },
		"a draft":       func(t *testing.T, other *Workspace) { applied(t, other, typed(t, other, "due", "yi", "abc")) },
		"a cleared one": func(t *testing.T, other *Workspace) { applied(t, other, batch("due jia")) },
	} {
		t.Run(name, func(t *testing.T) {
			w, p := tiny(t)
			applied(t, w, batch("due jia 5"))
			m := loaded(t, w, "count", october)
			change(t, again(t, p))
			refused(t, w.setStatus(ctx, m, models.Verified, "", ""), "month.changed_meanwhile")
			if loaded(t, w, "count", october).Locked() {
				t.Error("is locked")
			}
		})
	}
}
