package app

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"yueping/models"
)

func TestDrafts(t *testing.T) {
	ctx := context.Background()
	w, p := tiny(t)
	applied(t, w, batch("due jia 10", "closed jia 5"))
	r := applied(t, w, typed(t, w, "closed", "jia", "abc"))
	if r.Drafts != 1 || r.Changed != 0 {
		t.Errorf("%+v", r)
	}
	reader := again(t, p)
	for name, v := range map[string]*Workspace{"at once": w, "after a restart": reader} {
		if got := at(t, v, "closed", "jia"); got != "5~abc" {
			t.Errorf("%s: %q", name, got)
		}
		if got := at(t, v, "closing_rate", "jia"); got != "0.5" {
			t.Errorf("%s: the rate is %s", name, got)
		}
		refused(t, v.Verify(ctx, "count", october, ""), "month.has_drafts")
	}
	file := filepath.Join(t.TempDir(), "out.xlsx")
	if err := w.WriteExport(ctx, "count", october, file); err != nil {
		t.Fatal(err)
	}
	if lines := cellsOf(t, file); !slices.Contains(lines, "甲镇 办结数（件）=5") || strings.Contains(strings.Join(lines, " "), "abc") {
		t.Errorf("exported: %q", lines)
	}
	if _, err := w.ReadImport(ctx, ImportRequest{Program: "count", Month: 0, Path: file}); err != nil {
		t.Fatal(err)
	}
	if got := at(t, w, "closed", "jia"); got != "5~abc" {
		t.Errorf("reading an import left %q", got)
	}
	applied(t, w, typed(t, w, "closed", "jia", " １，００0 "))
	if got := at(t, w, "closed", "jia"); got != "1000" {
		t.Errorf("%q", got)
	}
}

func TestTypedTexts(t *testing.T) {
	for _, c := range []struct{ name, indicator, text, want string }{
		{"a number", "due", "12", "12"},
		{"full width", "due", "１２", "12"},
		{"per cent", "rate", "96.17", "0.9617"},
		{"per cent with its sign", "rate", "96.17％", "0.9617"},
		{"no data", "due", "无数据", "no_data"},
		{"no data, short", "due", "W", "no_data"},
		{"not assessed", "due", " 不参评 ", "not_assessed"},
		{"nothing", "due", "  ", ""},
		{"words", "due", "abc", "~abc"},
		{"a formula", "due", "=1+1", "~=1+1"},
		{"below", "due", "-1", "~-1"},
		{"too many decimals", "due", "1.5", "~1.5"},
		{"twenty digits", "level", "12345678901234567890", "~12345678901234567890"},
		{"nineteen digits", "level", "1234567890123456789", "1234567890123456789"},
		{"above 100 %", "rate", "101", "~101"},
	} {
		t.Run(c.name, func(t *testing.T) {
			w, p := tiny(t)
			applied(t, w, typed(t, w, c.indicator, "jia", c.text))
			if got := at(t, again(t, p), c.indicator, "jia"); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

// The way a draft goes: what is typed over it, clears it, or takes it back.
func TestDraftsGoAndComeBack(t *testing.T) {
	ctx := context.Background()
	for _, c := range []struct {
		name, before, typed, want, undone string
	}{
		{"a number over a draft of nothing", "", "7", "7", "~abc"},
		{"the number that stands", "5", "5", "5", "5~abc"},
		{"cleared with its number", "5", "", "", "5~abc"},
		{"cleared where nothing stood", "", "", "", "~abc"},
		{"another draft", "5", "def", "5~def", "5~abc"},
		{"no data", "5", "无数据", "no_data", "5~abc"},
	} {
		t.Run(c.name, func(t *testing.T) {
			w, p := tiny(t)
			if c.before != "" {
				applied(t, w, batch("due jia "+c.before))
			}
			applied(t, w, typed(t, w, "due", "jia", "abc"))
			r := applied(t, w, typed(t, w, "due", "jia", c.typed))
			if got := at(t, w, "due", "jia"); got != c.want {
				t.Errorf("%q", got)
			}
			if counted := r.New + r.Changed + r.Cleared + r.Drafts; counted != 1 || (r.New > 0) != (c.before == "" && c.typed != "") {
				t.Errorf("%+v", r)
			}
			if _, err := w.Undo(ctx, "count"); err != nil {
				t.Fatal(err)
			}
			second := again(t, p)
			if got := at(t, second, "due", "jia"); got != c.undone {
				t.Errorf("undone: %q", got)
			}
			if _, err := second.Redo(ctx, "count"); err != nil {
				t.Fatal(err)
			}
			if got := at(t, w, "due", "jia"); got != c.want {
				t.Errorf("redone: %q", got)
			}
		})
	}
}

// What is imported over a draft replaces it, even where it is the number that stands.
func TestImportOverADraft(t *testing.T) {
	ctx := context.Background()
	w, _ := tiny(t)
	applied(t, w, batch("due jia 10"))
	applied(t, w, typed(t, w, "due", "jia", "abc"))
	file := xlsx(t, [][]any{{"单位", "县区", "应结数"}, {"甲镇", "东县", 10}})
	i, err := w.ReadImport(ctx, ImportRequest{Program: "count", Month: october, Path: file})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.StoreImport(ctx, i, ImportChoice{}); err != nil {
		t.Fatal(err)
	}
	if got := at(t, w, "due", "jia"); got != "10" {
		t.Errorf("%q", got)
	}
	m := loaded(t, w, "count", october)
	if len(m.Drafts) != 0 || m.Record.Status != models.Entering {
		t.Errorf("%+v", m)
	}
}
