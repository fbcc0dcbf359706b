package cli

import (
	"database/sql"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"testing"
	"time"

	_ "github.com/mattn/go-sqlite3"

	"yueping/app"
)

// BenchmarkRankProcess runs `yueping rank` on the sample month as a whole process, beside
// `yueping version` and a bare query of the same rows in a process that is open already.
func BenchmarkRankProcess(b *testing.B) {
	binary := os.Getenv("YUEPING_BINARY")
	if binary == "" {
		b.Fatal("YUEPING_BINARY must name the built program: use make bench")
	}
	folder := b.TempDir()
	run := func(args ...string) time.Duration {
		start := time.Now()
		if out, err := exec.Command(binary, append([]string{"--data", folder}, args...)...).CombinedOutput(); err != nil {
			b.Fatal(err, string(out))
		}
		return time.Since(start)
	}
	run("init", "--sample", "xuchang")
	db, err := sql.Open("sqlite3", "file:"+filepath.Join(folder, app.DatabaseName)+"?mode=ro")
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close()
	query := func() time.Duration {
		start := time.Now()
		rows, err := db.Query("SELECT indicator, unit, state, value FROM observations WHERE program = 'township-air' AND period = '2019-08'")
		if err != nil {
			b.Fatal(err)
		}
		defer rows.Close()
		n := 0
		for rows.Next() {
			var indicator, unit, state, value string
			if err := rows.Scan(&indicator, &unit, &state, &value); err != nil {
				b.Fatal(err)
			}
			n++
		}
		if rows.Err() != nil || n == 0 {
			b.Fatal(rows.Err(), n)
		}
		return time.Since(start)
	}
	query()
	var ranks, versions, queries []time.Duration
	for b.Loop() {
		ranks = append(ranks, run("rank", "--program", "township-air", "--month", "2019-08"))
		versions = append(versions, run("version"))
		queries = append(queries, query())
	}
	median := func(list []time.Duration) float64 {
		sort.Slice(list, func(i, j int) bool { return list[i] < list[j] })
		return float64(list[len(list)/2]) / 1e6
	}
	r, v, q := median(ranks), median(versions), median(queries)
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(r, "rank-ms")
	b.ReportMetric(r/v, "x-version")
	b.ReportMetric(r/q, "x-query")
	if r > 150 {
		b.Errorf("rank takes %.0f ms as a whole process, 150 are allowed", r)
	}
}
