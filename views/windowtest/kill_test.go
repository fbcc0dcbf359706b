package windowtest

import (
	"database/sql"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"yueping/models/store"
)

// kills is how often the window is killed, and how many values a round would type: a few, or for a long run hundreds
// and a whole month of 140 units.
func kills() (rounds, towns int) {
	if os.Getenv("YUEPING_SOAK") != "" {
		return 200, 140
	}
	return 10, 20
}

// A window that is killed while values stream in keeps each whose commit returned: the grid goes on to the next cell
// only then, so what is there must be all that was typed up to some cell, without a hole, and at the least
// what another connection could read before the kill. The next window opens on what the kill left and takes values at once.
func TestKilledWhileTyping(t *testing.T) {
	rounds, towns := kills()
	t.Setenv("YUEPING_TRACE_START", "1")
	data, display := madeUp(t, towns, 0, ", min: 0"), NewDisplay(t, "1280x760")
	seed := rand.Uint64()
	t.Logf("seed %d", seed)
	random := rand.New(rand.NewPCG(seed, 0))
	want, lines, total := map[string]string{}, 0, 0
	for round := range rounds {
		w := display.Open(program, "--data", data)
		w.Ready()
		w.Keys("ctrl+Home")
		values := make([]string, towns*columns)
		for n := range values {
			values[n] = fmt.Sprintf("%d\t", round*len(values)+n+1)
		}
		watch := database(t, data, "ro")
		until := 1 + random.IntN(len(values)-1)
		sent := w.Stream(values...)
		seen := 0
		w.Progress("values stored", until, func() int { seen = number(t, watch, stepped) - lines; return seen })
		time.Sleep(time.Duration(random.IntN(8_000)) * time.Microsecond) // anywhere within a commit
		seen = number(t, watch, stepped) - lines
		w.Kill()
		// The keys that are left go nowhere; the next window must not get them.
		if err := sent(); err != nil {
			t.Fatal(err)
		}
		if err := watch.Close(); err != nil {
			t.Fatal(err)
		}

		there := left(t, data)
		n := 0
		for ; n < len(values) && there.cells[spot(n)]+"\t" == values[n]; n++ {
			want[spot(n)] = there.cells[spot(n)]
		}
		if n < seen {
			t.Fatalf("kill %d: %d values are there, %d were committed", round+1, n, seen)
		}
		same(t, fmt.Sprintf("kill %d, %d values in", round+1, n), there.cells, want)
		if there.lines != lines+n {
			t.Fatalf("kill %d: %d lines of the history for %d values", round+1, there.lines-lines, n)
		}
		lines, total = there.lines, total+n
	}
	// And once more, to its end.
	w := display.Open(program, "--data", data)
	w.Ready()
	w.Keys("ctrl+Home")
	w.Type("99999999")
	w.Keys("alt+F4")
	if err := w.Wait(); err != nil {
		t.Fatalf("the window ended with %v:\n%s", err, w.Output())
	}
	want[spot(0)] = "99999999"
	same(t, "after the last start", left(t, data).cells, want)
	t.Logf("%d values through %d kills", total, rounds)
}

// spot is the place of the n-th value, row by row.
func spot(n int) string { return town(n/columns) + " " + indicator(n%columns) }

func same(t *testing.T, when string, got, want map[string]string) {
	t.Helper()
	for place, content := range want {
		if got[place] != content {
			t.Errorf("%s: %s holds %q, want %q", when, place, got[place], content)
		}
	}
	for place, content := range got {
		if _, known := want[place]; !known {
			t.Errorf("%s: %s holds %q, want nothing", when, place, content)
		}
	}
	if t.Failed() {
		t.FailNow()
	}
}

// found is what a killed window left.
type found struct {
	cells map[string]string
	lines int // of the history
}

// left reads a copy of what lies there: reading would tidy up, and the next window is to find what the kill left.
func left(t *testing.T, data string) found {
	t.Helper()
	aside := t.TempDir()
	for _, name := range []string{"yueping.db", "yueping.db-wal"} {
		content, err := os.ReadFile(filepath.Join(data, name))
		if os.IsNotExist(err) {
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(aside, name), content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	s, err := store.Open(t.Context(), filepath.Join(aside, "yueping.db"))
	if err != nil {
		t.Fatalf("the database does not open: %v", err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	d := database(t, aside, "ro")
	defer d.Close()
	sound(t, d)
	return found{stored(t, d), number(t, d, stepped)}
}

// sound asks SQLite whether the file is whole.
func sound(t *testing.T, d *sql.DB) {
	t.Helper()
	said := ""
	if err := d.QueryRow("PRAGMA integrity_check").Scan(&said); err != nil || said != "ok" {
		t.Fatalf("the database is damaged: %s, %v", said, err)
	}
}
