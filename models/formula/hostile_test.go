package formula

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"
)

// The worst sources that fit into the limits stay cheap, in time and in memory.
func TestHostileSources(t *testing.T) {
	many := Env{}
	for i := range 5000 {
		many.Names = append(many.Names, fmt.Sprintf("indicator_of_some_length_%05d", i))
	}
	distinct := Env{}
	var letters []string
	for i := range 1300 {
		name := string(rune('一' + i))
		distinct.Names = append(distinct.Names, name)
		letters = append(letters, name)
	}
	cases := []struct {
		name, source string
		env          Env
	}{
		{"unknown names", strings.Repeat("indicator_of_some_length+", 160) + "x", many},
		{"unknown functions", strings.Repeat("maxx(", 60) + strings.Repeat(")", 60), many},
		{"signs", strings.Repeat("-", 4096), env()},
		{"open parentheses", strings.Repeat("(", 4096), env()},
		{"closed parentheses", strings.Repeat(")", 4096), env()},
		{"operators", strings.Repeat("*", 4096), env()},
		{"names side by side", strings.Repeat("x ", 2048), env()},
		{"unknown characters", strings.Repeat("#", 4096), env()},
		{"commas", "min(" + strings.Repeat(",", 4000) + ")", env()},
		{"broken calls", strings.Repeat("min(x y,", 500), env()},
		{"comparisons", "x" + strings.Repeat("<x", 1000), env()},
		{"lines", strings.Repeat("\n", 4090) + "x", env()},
		{"long number", strings.Repeat("9", 4096), env()},
		{"long name", strings.Repeat("率", 1365), many},
		{"sum of distinct names", strings.Join(letters[:1000], "+"), distinct},
		{"product", "x" + strings.Repeat("*x", 1000), env()},
		{"quotients", "x" + strings.Repeat("/x", 1000), env()},
		{"fractions", "1" + strings.Repeat("+1/x", 500), env()},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			start := time.Now()
			if f, err := Compile(c.source, c.env); err == nil {
				_, _, _ = f.Explain(func(Ref) (Value, bool) { return None(NoData), true })
				_, _, _ = f.Explain(given{"x": "1.000000000000000003"}.lookup)
			}
			took := time.Since(start)
			runtime.ReadMemStats(&after)
			if used := (after.TotalAlloc - before.TotalAlloc) >> 20; took > 2*time.Second || used > 256 {
				t.Errorf("took %s and %d MiB", took, used)
			}
			if testing.Verbose() {
				t.Logf("took %s and %d KiB", took, (after.TotalAlloc-before.TotalAlloc)>>10)
			}
		})
	}
}
