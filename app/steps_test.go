package app

import (
	"context"
	"testing"

	"yueping/models"
)

func bothWords(t testing.TB, w *Workspace) (undo, redo string) {
	t.Helper()
	for redoing, words := range map[bool]*string{false: &undo, true: &redo} {
		next := w.NextUndo
		if redoing {
			next = w.NextRedo
		}
		s, err := next(context.Background(), "count")
		if err != nil {
			t.Fatal(err)
		}
		if s != nil {
			*words = StepWords(w.text, *s, october)
		}
	}
	return undo, redo
}

func TestStepWords(t *testing.T) {
	from := func(source models.Source, b Batch) Batch {
		b.Source = source
		return b
	}
	for _, c := range []struct {
		name string
		do   func(t *testing.T, w *Workspace)
		want string
	}{
		{"one cell", func(t *testing.T, w *Workspace) { applied(t, w, batch("due jia 1")) }, "录入 东县甲镇“应结数”"},
		{"a draft", func(t *testing.T, w *Workspace) { applied(t, w, typed(t, w, "due", "yi", "abc")) }, "录入 东县乙镇“应结数”"},
		{"several", func(t *testing.T, w *Workspace) {
			applied(t, w, from(models.SourcePasted, batch("due jia 1", "due yi 2", "closed yi 1")))
		}, "粘贴 3 格"},
		{"a place twice", func(t *testing.T, w *Workspace) {
			applied(t, w, from(models.SourcePasted, batch("due jia 1", "due jia 2", "closed yi 1")))
		}, "粘贴 2 格"},
		{"filled", func(t *testing.T, w *Workspace) {
			applied(t, w, from(models.SourceFilled, batch("due jia 1", "due yi 2")))
		}, "填充 2 格"},
		{"filled from days", func(t *testing.T, w *Workspace) {
			b := from(models.SourceFilled, batch("due jia 1", "due yi 2"))
			b.Reason = "用日值填月值"
			applied(t, w, b)
		}, "用日值填月值 2 格"},
		{"imported", func(t *testing.T, w *Workspace) {
			b := from(models.SourceImported, batch("due jia 1", "due yi 2"))
			b.File = "十月.xlsx"
			applied(t, w, b)
		}, "导入 十月.xlsx 2 格"},
		{"cleared", func(t *testing.T, w *Workspace) {
			applied(t, w, batch("due jia 1", "due yi 2"))
			applied(t, w, batch("due jia", "due yi"))
		}, "清除 2 格"},
		{"a state is no clearing", func(t *testing.T, w *Workspace) { applied(t, w, batch("due jia no_data")) }, "录入 东县甲镇“应结数”"},
		{"a source", func(t *testing.T, w *Workspace) {
			annotated(t, w, Annotations{Places: places("jia", "yi"), Source: pointer("平台")})
		}, "来源 2 格"},
		{"a note", func(t *testing.T, w *Workspace) {
			annotated(t, w, Annotations{Places: places("jia"), Note: pointer("待核")})
		}, "备注 东县甲镇“应结数”"},
		{"both count a cell once", func(t *testing.T, w *Workspace) {
			annotated(t, w, Annotations{Places: places("jia", "yi"), Source: pointer("平台"), Note: pointer("待核")})
		}, "来源 2 格"},
		{"in another month", func(t *testing.T, w *Workspace) {
			b := batch("due jia 1")
			b.Edits[0].Period = (october + 1).Whole()
			applied(t, w, b)
		}, "录入 东县甲镇“应结数”（2019年11月）"},
		{"the sample", func(*testing.T, *Workspace) {}, ""},
		{"a month's status is no step", func(t *testing.T, w *Workspace) {
			applied(t, w, batch("due jia 1"))
			if err := w.Verify(context.Background(), "count", october, ""); err != nil {
				t.Fatal(err)
			}
		}, "录入 东县甲镇“应结数”"},
	} {
		t.Run(c.name, func(t *testing.T) {
			w, p := tiny(t)
			c.do(t, w)
			for name, v := range map[string]*Workspace{"at once": w, "after a restart": again(t, p)} {
				if undo, redo := bothWords(t, v); undo != c.want || redo != "" {
					t.Errorf("%s: %q, %q, want %q", name, undo, redo, c.want)
				}
			}
		})
	}
}

// The name is that of the step that undo and redo then take.
func TestNamedStepsAreThoseTaken(t *testing.T) {
	ctx := context.Background()
	w, _ := tiny(t)
	applied(t, w, batch("due jia 1"))
	applied(t, w, batch("due yi 2"))
	annotated(t, w, Annotations{Places: places("jia"), Source: pointer("平台")})
	first, second, third := "录入 东县甲镇“应结数”", "录入 东县乙镇“应结数”", "来源 东县甲镇“应结数”"
	check := func(undo, redo string) {
		t.Helper()
		if u, r := bothWords(t, w); u != undo || r != redo {
			t.Errorf("%q, %q, want %q, %q", u, r, undo, redo)
		}
	}
	step := func(do func(context.Context, string) (models.Batch, error)) {
		t.Helper()
		if _, err := do(ctx, "count"); err != nil {
			t.Fatal(err)
		}
	}
	check(third, "")
	step(w.Undo)
	check(second, third)
	step(w.Undo)
	step(w.Undo)
	check("", first)
	step(w.Redo)
	check(first, second)
	applied(t, w, batch("due bing 9"))
	check("录入 西县甲镇“应结数”", "")
	step(w.Undo)
	check(first, "录入 西县甲镇“应结数”")
}
