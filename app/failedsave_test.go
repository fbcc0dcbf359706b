package app

import (
	"context"
	"database/sql"
	"strings"
	"testing"
)

// saves are the ways in which a clerk's work is stored.
var saves = map[string]func(w *Workspace, n int) error{
	"a value": func(w *Workspace, n int) error {
		_, err := w.Apply(context.Background(), batch("due jia "+sprint(n)))
		return err
	},
	"a draft": func(w *Workspace, n int) error {
		b := batch("due yi")
		b.Edits[0].Draft = "x" + sprint(n)
		_, err := w.Apply(context.Background(), b)
		return err
	},
	"a note": func(w *Workspace, n int) error {
		_, err := w.Annotate(context.Background(), Annotations{Program: "count", Places: places("jia", "yi"), Note: pointer(sprint(n))})
		return err
	},
	"a total": func(w *Workspace, n int) error {
		return w.SetControlTotal(context.Background(), total("towns", sprint(n)), "")
	},
	"taking back": func(w *Workspace, _ int) error {
		_, err := w.Undo(context.Background(), "count")
		return err
	},
}

var every = []string{"a value", "a draft", "a note", "a total", "taking back"}

// besides is everything with what stands beside the values.
func besides(t testing.TB, w *Workspace) string {
	t.Helper()
	m := loaded(t, w, "count", october)
	return everything(t, w) + noted(t, w, "due", "jia") + noted(t, w, "due", "yi") + sprint(len(m.Totals))
}

// failing holds that no way of saving succeeds or changes anything while something is in the way, that each says so
// in a sentence that names the file, and that reading goes on.
func failing(t testing.TB, w *Workspace, code string, ways ...string) {
	t.Helper()
	before := besides(t, w)
	for _, name := range ways {
		err := saves[name](w, 77)
		refused(t, err, code)
		if said := w.text.Error(err); !strings.Contains(said, w.Path()) || strings.Contains(said, code) || !strings.ContainsAny(said, "，；") {
			t.Errorf("%s: %q", name, said)
		}
		if after := besides(t, w); after != before {
			t.Fatalf("%s left %s\nof %s", name, after, before)
		}
	}
}

// mended holds that each way works again, without a restart, and that a restart finds it.
func mended(t testing.TB, w *Workspace, p Params) {
	t.Helper()
	for _, name := range every {
		if err := saves[name](w, 78); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
	if got := at(t, w, "due", "jia") + at(t, w, "due", "yi") + noted(t, w, "due", "jia"); got != "78~x78" {
		t.Errorf("%q", got)
	}
	if now, then := besides(t, w), besides(t, again(t, p)); now != then {
		t.Errorf("after a restart %s\nwas %s", then, now)
	}
}

func TestSavingWhileAnotherProgramHoldsTheFile(t *testing.T) {
	t.Parallel()
	w, p := tiny(t)
	applied(t, w, batch("due jia 1"))
	other, err := sql.Open("sqlite3", "file:"+w.Path())
	if err != nil {
		t.Fatal(err)
	}
	other.SetMaxOpenConns(1)
	if _, err := other.Exec("BEGIN IMMEDIATE"); err != nil {
		t.Fatal(err)
	}
	failing(t, w, "store.locked", "a value") // each waits for seconds
	if _, err := other.Exec("ROLLBACK"); err != nil {
		t.Fatal(err)
	}
	if err := other.Close(); err != nil {
		t.Fatal(err)
	}
	mended(t, w, p)
}
