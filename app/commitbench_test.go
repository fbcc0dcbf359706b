package app

import (
	"context"
	"database/sql"
	"fmt"
	"sort"
	"testing"
	"time"

	"yueping/models"
	"yueping/models/month"
	"yueping/models/number"
)

// fiveYears makes a database of 2,000 units over 60 months, with a history of as many typed steps as a busy office has.
func fiveYears(b *testing.B) (w *Workspace, program string, last month.Month, raw *sql.DB) {
	b.Helper()
	w = country(b, 2000)
	programs, err := w.Programs(context.Background())
	if err != nil {
		b.Fatal(err)
	}
	program, last = programs[0].Key, month.MustParse("2019-08")
	raw, err = sql.Open("sqlite3", "file:"+w.Path()+"?_journal_mode=WAL&_synchronous=FULL&_busy_timeout=5000&_txlock=immediate")
	if err != nil {
		b.Fatal(err)
	}
	raw.SetMaxOpenConns(1)
	b.Cleanup(func() {
		if err := raw.Close(); err != nil {
			b.Error(err)
		}
	})
	run := func(statement string, args ...any) {
		if _, err := raw.Exec(statement, args...); err != nil {
			b.Fatal(statement, err)
		}
	}
	for back := 1; back < 60; back++ {
		run("INSERT INTO observations SELECT program, indicator, ?, unit, state, value, 1 FROM observations WHERE program = ? AND period = ?",
			(last - month.Month(back)).String(), program, last.String())
	}
	run(`INSERT INTO batches (at, actor, source, reason, program, file, undoes, undone)
		SELECT '2019-08-01 08:00:00+00:00', '张三', 'typed', '', program, '', 0, 0 FROM observations LIMIT 60000`)
	run(`INSERT INTO changes (batch_id, at, actor, source, reason, subject, program, indicator, unit, period, old_state, old_value, old_draft, new_state, new_value, new_draft)
		SELECT row_number() OVER () % 60000 + 2, '2019-08-01 08:00:00+00:00', '张三', 'typed', '', 'cell', program, indicator, unit, period, '', '', '', state, coalesce(value, ''), ''
		FROM observations WHERE period > '2018-08'`)
	run("PRAGMA wal_checkpoint(TRUNCATE)")
	return w, program, last, raw
}

// typing gives edits of one cell after the other, each another value than the one before.
func typing(w *Workspace, program string, at month.Month, units int) func() Batch {
	p, _, err := w.programAndRegister(context.Background(), program)
	if err != nil {
		panic(err)
	}
	indicator := ""
	for i := range p.Indicators {
		if !p.Indicators[i].Derived() && p.Indicators[i].Thousandfold == nil {
			indicator = p.Indicators[i].Key
			break
		}
	}
	keys := p.Members[:units]
	n := 0
	return func() Batch {
		n++
		return Batch{Program: program, Source: models.SourceTyped, Edits: []Edit{{Indicator: indicator, Unit: keys[n%units].Unit,
			Period: at.Whole(), Cell: models.Of(number.FromInt(int64(n%90 + 200)))}}}
	}
}

// BenchmarkCommit commits one typed value with its checks and its history, against a bare UPDATE of one row of the
// same file, both durable (the
// bare one puts numbers below 0, which nobody types). They take turns in blocks, whose first is not counted: the pages that the other
// connection wrote are read again there. The ratios are of the medians and of the 99th percentiles.
func BenchmarkCommit(b *testing.B) {
	w, program, last, raw := fiveYears(b)
	next := typing(w, program, last, 2000)
	ctx := context.Background()
	var floors, works []time.Duration
	const block = 26
	timed := func(list *[]time.Duration, do func(i int)) {
		for i := range block {
			start := time.Now()
			do(i)
			if i > 0 {
				*list = append(*list, time.Since(start))
			}
		}
	}
	count := 0
	for b.Loop() {
		for range 8 {
			timed(&floors, func(int) {
				e := next().Edits[0]
				count++
				if _, err := raw.Exec("UPDATE observations SET value = ? WHERE program = ? AND period = ? AND indicator = ? AND unit = ?",
					fmt.Sprint(-count), program, e.Period.String(), e.Indicator, e.Unit); err != nil {
					b.Fatal(err)
				}
			})
			timed(&works, func(int) {
				if r, err := w.Apply(ctx, next()); err != nil || r.Batch == 0 {
					b.Fatal(r, err)
				}
			})
		}
	}
	at := func(list []time.Duration, percent int) float64 {
		sort.Slice(list, func(i, j int) bool { return list[i] < list[j] })
		return float64(list[(len(list)-1)*percent/100]) / 1e6
	}
	b.ReportMetric(0, "ns/op")
	for _, percent := range []int{50, 99} {
		f, v := at(floors, percent), at(works, percent)
		b.ReportMetric(f, fmt.Sprintf("p%d-floor-ms", percent))
		b.ReportMetric(v, fmt.Sprintf("p%d-ms", percent))
		b.ReportMetric(v/f, fmt.Sprintf("p%d-x-floor", percent))
	}
}

// BenchmarkPaste puts 200 × 10 cells, all new or all changed, as one step.
func BenchmarkPaste(b *testing.B) {
	w := pasteCity(b)
	round := 0
	for b.Loop() {
		round++
		batch := Batch{Program: "p", Source: models.SourcePasted}
		for unit := range 200 {
			for i := range 10 {
				batch.Edits = append(batch.Edits, Edit{Indicator: fmt.Sprintf("i%d", i), Unit: fmt.Sprintf("u%d", unit), Period: october.Whole(),
					Cell: models.Of(number.FromInt(int64(unit*10 + i + round)))})
			}
		}
		start := time.Now()
		r, err := w.Apply(context.Background(), batch)
		if err != nil || r.New+r.Changed != 2000 {
			b.Fatal(r, err)
		}
		b.ReportMetric(float64(time.Since(start))/1e6, "last-ms")
	}
}

func pasteCity(b *testing.B) *Workspace {
	b.Helper()
	rows := make([][]string, 200)
	for i := range rows {
		rows[i] = []string{fmt.Sprintf("乡镇%d", i)}
	}
	indicators := "indicators:\n"
	for i := range 10 {
		indicators += fmt.Sprintf("  - {key: i%d, name: 指标%d, min: 0}\n", i, i)
	}
	folder := cityOf([]string{"unit"}, rows, "2019-10", indicators+"schemes:\n  - {key: s, name: 排名, keys: [{indicator: i0, order: ascending}], ties: competition}\n")
	delete(folder, "observations/p-2019-10.csv")
	w, err := Create(context.Background(), benchParams(b), folder)
	if err != nil {
		b.Fatal(err)
	}
	closing(b, w)
	return w
}

// BenchmarkEditToRank commits a value and ranks its month again, of 2,000 units with 60 months of data. "named" is
// what the menu asks for besides: the names of the steps that can be taken back and brought again.
func BenchmarkEditToRank(b *testing.B) {
	w, program, last, raw := fiveYears(b)
	if err := raw.Close(); err != nil {
		b.Fatal(err)
	}
	next := typing(w, program, last, 2000)
	ctx := context.Background()
	b.Run("edit", func(b *testing.B) {
		for b.Loop() {
			if _, err := w.Apply(ctx, next()); err != nil {
				b.Fatal(err)
			}
			m, err := w.Month(ctx, program, last)
			if err != nil {
				b.Fatal(err)
			}
			if r, err := m.Table.Rank(""); err != nil || len(r.Groups[0].Rows) != 2000 {
				b.Fatal(err)
			}
		}
	})
	b.Run("named", func(b *testing.B) {
		for b.Loop() {
			if s, err := w.NextUndo(ctx, program); err != nil || s.Cells != 1 {
				b.Fatal(s, err)
			}
			if s, err := w.NextRedo(ctx, program); err != nil || s != nil {
				b.Fatal(s, err)
			}
		}
	})
}
