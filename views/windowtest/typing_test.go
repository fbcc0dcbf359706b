package windowtest

import (
	"fmt"
	"strconv"
	"testing"
	"time"
)

// A month of numbers at the speed of the machine: one key beyond the digits a value, and every value stored once.
func TestAMonthTypedAtFullSpeed(t *testing.T) {
	const towns = 140
	t.Setenv("YUEPING_TRACE_START", "1")
	data := madeUp(t, towns, 2, ", min: 0")
	w := NewDisplay(t, "1280x760").Open(program, "--data", data)
	w.Ready()

	want, keys := map[string]string{}, 0
	var values []string
	for row := range towns {
		for col := range columns {
			text, end := drawn(row*columns+col), "\t"
			// Half of the rows end with Enter, which goes back under the first column; the others go on with Tab.
			if col == columns-1 && row%2 == 0 {
				end = "\n"
			}
			want[town(row)+" "+indicator(col)] = text
			values = append(values, text+end)
			keys += len(text + end)
		}
	}
	d := database(t, data, "ro")
	w.Keys("ctrl+Home")
	begun := time.Now()
	sent := w.Stream(values...)
	w.Progress("values stored", len(want), func() int { return number(t, d, stepped) })
	took := time.Since(begun)
	if err := sent(); err != nil {
		t.Fatal(err)
	}
	w.Keys("alt+F4")
	if err := w.Wait(); err != nil {
		t.Fatalf("the window ended with %v:\n%s", err, w.Output())
	}
	got := stored(t, d)
	for place, text := range want {
		if got[place] != text {
			t.Errorf("%s holds %q, %q was typed", place, got[place], text)
		}
	}
	for query, n := range map[string]int{
		"SELECT count(*) FROM observations":               len(want),
		"SELECT count(DISTINCT period) FROM observations": 1,
		"SELECT count(*) FROM drafts":                     0,
		"SELECT count(*) FROM batches":                    len(want),
		stepped:                                           len(want),
		"SELECT max(version) FROM observations":           1,
	} {
		if found := number(t, d, query); found != n {
			t.Errorf("%s: %d, want %d", query, found, n)
		}
	}
	t.Logf("%d values, %d keys in %.1f s: %.0f values a second, %.1f ms each", len(want), keys, took.Seconds(),
		float64(len(want))/took.Seconds(), took.Seconds()*1000/float64(len(want)))
}

// drawn is the n-th of many different numbers, as the database writes it: some have decimals, one is 0.
func drawn(n int) string {
	const prime = 9973
	whole := n * 7919 % prime
	if n%3 != 1 {
		return strconv.Itoa(whole)
	}
	return fmt.Sprintf("%d.%d", whole, n%9+1)
}
