package windowtest

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

const (
	keysAtOnce = 20                    // in one window before it is the next one's turn
	keyPause   = 80 * time.Millisecond // in which the frame of a key is painted: each key has one of its own
	tick       = 10.0                  // ms, of the kernel's account of a process
	fewRows    = 100
	manyRows   = 40_000
)

// BenchmarkKeyWithFrame measures what an arrow key costs a process until its frame is painted: our grid against
// widget.Table on the same 5,000 × 40 cells, and on few rows against many. The windows take turns, so that whatever
// else the machine does concerns them alike.
func BenchmarkKeyWithFrame(b *testing.B) {
	built := filepath.Join(b.TempDir(), "keys")
	c := exec.Command("go", "build", "-tags", Tags(), "-o", built, "./testdata/keys")
	if out, err := c.CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	b.Setenv("YUEPING_TRACE_START", "1")
	sheets := []struct{ name, kind, rows string }{
		{"floor", "floor", "0"}, {"grid", "grid", "5000"}, {"labels", "labels", "5000"}, {"texts", "texts", "5000"},
		{"few", "grid", strconv.Itoa(fewRows)}, {"many", "grid", strconv.Itoa(manyRows)},
	}
	windows := make([]*Window, len(sheets))
	for i, s := range sheets {
		windows[i] = NewDisplay(b, "1280x760").Open(built, s.kind, s.rows, "40")
		windows[i].Ready()
		pressed(windows[i], "Down") // the first key makes what the others use again
	}
	spent, keys := make([]float64, len(sheets)), 0
	for b.Loop() {
		key := []string{"Down", "Up"}[keys/keysAtOnce/4%2] // as far down as few rows go, and back
		for i, w := range windows {
			before := w.cpu()
			pressed(w, key)
			spent[i] += w.cpu() - before
		}
		keys += keysAtOnce
	}
	cost := map[string]float64{}
	for i, s := range sheets {
		cost[s.name] = spent[i] / float64(keys)
		b.ReportMetric(cost[s.name], s.name+"-ms/key")
	}
	b.ReportMetric(cost["grid"]/cost["labels"], "grid/labels")
	b.ReportMetric(cost["grid"]/cost["texts"], "grid/texts")
	// Without what any frame costs under software OpenGL, be it empty.
	b.ReportMetric((cost["grid"]-cost["floor"])/(cost["labels"]-cost["floor"]), "grid/labels-above-floor")
	b.ReportMetric(cost["many"]/cost["few"], "many/few")
}

// pressed presses a key many times, each with a frame of its own.
func pressed(w *Window, key string) {
	script := strings.Repeat(fmt.Sprintf("key %s\nsleep %.3f\n", key, keyPause.Seconds()), keysAtOnce)
	c := w.Command("xdotool", "-")
	c.Stdin = strings.NewReader(script)
	if out, err := c.CombinedOutput(); err != nil {
		w.t.Fatalf("xdotool: %v\n%s", err, out)
	}
}

// cpu is the time in ms that the process has used of all processors.
func (w *Window) cpu() float64 {
	w.t.Helper()
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", w.program.Pid))
	if err != nil {
		w.t.Fatal(err)
	}
	// Behind the name in brackets, which may hold anything, these are the 12th and the 13th field.
	fields := strings.Fields(string(stat[strings.LastIndexByte(string(stat), ')')+1:]))
	user, err1 := strconv.Atoi(fields[11])
	system, err2 := strconv.Atoi(fields[12])
	if err1 != nil || err2 != nil {
		w.t.Fatal(err1, err2)
	}
	return float64(user+system) * tick
}
