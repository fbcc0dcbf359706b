package app

import (
	"context"
	"database/sql"
	"fmt"
	"sync"
	"testing"

	_ "github.com/mattn/go-sqlite3"

	"yueping/models/fault"
)

// Many writers, in one workspace or in several processes on one file: no update is lost, versions and
// history count every one.
func TestWritersTogether(t *testing.T) {
	const steps = 25
	for _, c := range []struct {
		name    string
		writers func(t *testing.T, w *Workspace, p Params) []*Workspace
	}{
		{"one workspace", func(t *testing.T, w *Workspace, p Params) []*Workspace { return []*Workspace{w, w} }},
		{"two processes", func(t *testing.T, w *Workspace, p Params) []*Workspace { return []*Workspace{w, again(t, p)} }},
	} {
		t.Run(c.name, func(t *testing.T) {
			w, p := tiny(t)
			var wait sync.WaitGroup
			units := []string{"jia", "yi"}
			for i, writer := range c.writers(t, w, p) {
				wait.Go(func() {
					for n := range steps {
						b := batch(fmt.Sprintf("due %s %d", units[i], n+1), fmt.Sprintf("closed bing %d", i*1000+n+1))
						if _, err := writer.Apply(context.Background(), b); err != nil {
							t.Error(err)
						}
					}
				})
			}
			wait.Wait()
			if at(t, w, "due", "jia") != fmt.Sprint(steps) || at(t, w, "due", "yi") != fmt.Sprint(steps) {
				t.Errorf("%s, %s", at(t, w, "due", "jia"), at(t, w, "due", "yi"))
			}
			history, err := w.CellHistory(context.Background(), loaded(t, w, "count", october).Place("closed", "bing"), 1000)
			if err != nil || len(history) != 2*steps {
				t.Fatalf("%d changes, %v", len(history), err)
			}
			// Each change begins where the one before it ended.
			for i := 0; i+1 < len(history); i++ {
				if history[i].OldValue != history[i+1].NewValue {
					t.Errorf("change %d goes from %s, the one before it to %s", i, history[i].OldValue, history[i+1].NewValue)
				}
			}
			o, err := w.store.Observation(context.Background(), loaded(t, w, "count", october).Place("closed", "bing"))
			if err != nil || o.Version != 2*steps || shown(o.Cell()) != history[0].NewValue {
				t.Errorf("%+v, %v", o, err)
			}
		})
	}
}

// A database that somebody holds is a clear fault, and nothing is changed.
func TestHeldDatabase(t *testing.T) {
	ctx := context.Background()
	w, _ := tiny(t)
	before := everything(t, w)
	db, err := sql.Open("sqlite3", "file:"+w.Path()+"?_txlock=immediate")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	held, err := db.BeginTx(ctx, nil)
	if err != nil {
		t.Fatal(err)
	}
	fired := false
	w.Changed.Listen(func(MonthChanged) { fired = true })
	_, err = w.Apply(ctx, batch("due jia 5"))
	if fault.CodeOf(err) != "store.locked" || fired {
		t.Error(err, fired)
	}
	if err := held.Rollback(); err != nil {
		t.Fatal(err)
	}
	if got := everything(t, w); got != before {
		t.Errorf("%s", got)
	}
	applied(t, w, batch("due jia 5"))
}
