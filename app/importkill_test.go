//go:build unix

package app

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"yueping/app/intake"
	"yueping/models/month"
)

// importing is the variable that makes the test binary import into a data folder until it is killed.
const importing = "YUEPING_APP_IMPORTING"

// unending is the n-th import: another month's values, another alias, another layout.
func unending(t testing.TB, w *Workspace, n int) *Import {
	t.Helper()
	i := importOf(t, w, "due jia 5", "closed jia 4", "due yi 6", "closed yi 3", "due bing 7", "closed bing no_data")
	i.Month = month.Of(2020, 1) + month.Month(n)
	i.Layout = intake.Layout{Units: map[string]string{intake.QuestionKey("东县", aliasOf(n)): "yi"}, Sheets: []intake.SheetLayout{{Sheet: "数据", Fingerprint: "f" + sprint(n)}}}
	return i
}

func aliasOf(n int) string { return fmt.Sprintf("新村%d组", n) }

// parts counts what is there of the n-th import: values, lines of its history, an alias and a layout.
func parts(t testing.TB, w *Workspace, n int) (all int) {
	t.Helper()
	ctx := context.Background()
	rows, err1 := w.store.Observations(ctx, "count", (month.Of(2020, 1) + month.Month(n)).Whole())
	layout, err2 := w.store.ImportLayout(ctx, "count", "f"+sprint(n))
	u, err3 := w.store.Unit(ctx, "yi")
	for _, err := range []error{err1, err2, err3} {
		if err != nil {
			t.Fatal(err)
		}
	}
	all = len(rows)
	for _, o := range rows {
		lines, err := w.CellHistory(ctx, o.Place, 2)
		if err != nil {
			t.Fatal(err)
		}
		all += len(lines)
	}
	if layout != nil {
		all++
	}
	if slices.Contains(u.Aliases, aliasOf(n)) {
		all++
	}
	return all
}

// An import is there as a whole, with what it taught, or not at all, at whatever moment its process is killed.
func TestKilledWhileImporting(t *testing.T) {
	if folder := os.Getenv(importing); folder != "" {
		p := params(t)
		p.Folder = folder
		w := again(t, p)
		n := 0
		for parts(t, w, n) > 0 {
			n++
		}
		for ; ; n++ {
			stored(t, w, unending(t, w, n))
			fmt.Println("stored", n)
		}
	}
	const whole = 6 + 6 + 2
	p := params(t)
	w, err := Create(context.Background(), p, tinyFiles(t))
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	there := 0
	for range kills() {
		said := importUntilKilled(t, p.Folder)
		w, err := Open(context.Background(), p)
		if err != nil {
			t.Fatal(err)
		}
		for parts(t, w, there) == whole {
			there++
		}
		if left := parts(t, w, there); left != 0 {
			t.Fatalf("import %d is there in part: %d of %d", there, left, whole)
		}
		if said >= there {
			t.Fatalf("import %d was said to be stored, %d are there", said, there)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if there < kills() {
		t.Errorf("only %d imports were stored", there)
	}
}

// kills is how often the importer is killed: a few times, or for a long run hundreds.
func kills() int {
	if os.Getenv("YUEPING_SOAK") != "" {
		return 200
	}
	return 8
}

// importUntilKilled gives the last import that was said to be stored.
func importUntilKilled(t *testing.T, folder string) int {
	t.Helper()
	c := exec.Command(os.Args[0], "-test.run", "^TestKilledWhileImporting$")
	c.Env = append(os.Environ(), importing+"="+folder, "TMPDIR="+t.TempDir())
	c.Stderr = os.Stderr
	pipe, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	out := bufio.NewReader(pipe)
	first, err := out.ReadString('\n')
	if err != nil {
		t.Fatalf("%q, %v", first, err)
	}
	time.AfterFunc(time.Duration(rand.IntN(60_000))*time.Microsecond, func() {
		if err := c.Process.Kill(); err != nil {
			t.Error(err)
		}
	})
	rest, err := io.ReadAll(out)
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Wait(); err == nil || c.ProcessState.Sys().(syscall.WaitStatus).Signal() != syscall.SIGKILL {
		t.Fatalf("it ended by itself: %v\n%s%s", err, first, rest)
	}
	last := -1
	for _, line := range strings.Split(first+string(rest), "\n") {
		if _, err := fmt.Sscanf(line, "stored %d", &last); err != nil && strings.HasPrefix(line, "stored ") {
			t.Fatal(line, err)
		}
	}
	return last
}
