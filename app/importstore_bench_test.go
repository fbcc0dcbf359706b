package app

import (
	"context"
	"database/sql"
	"fmt"
	"testing"
	"time"

	"yueping/models"
	"yueping/models/benchtest"
	"yueping/models/month"
	"yueping/models/number"
)

// BenchmarkStoreImport stores 80,000 new values: of 10,000 units in a month, and of 500 units on 20 days. The floors are
// the bare upsert of the same rows in the same order, one prepared statement a row, in one durable transaction on
// another file of the same city, without and with the same lines of history.
func BenchmarkStoreImport(b *testing.B) {
	for _, c := range []struct {
		name        string
		units, days int // 0 for values of the month
	}{{"month", 10000, 0}, {"days", 500, 20}} {
		for _, history := range []bool{false, true} {
			b.Run(fmt.Sprintf("%s/history=%t", c.name, history), func(b *testing.B) {
				w, raw := importCity(b, c.units)
				work, floor := month.Of(2000, 1), month.Of(2000, 1)
				benchtest.Ratio(b, func() {
					bareUpsert(b, raw, valuesOf(b, w, floor, c.days), history)
					floor++
				}, func() {
					i := valuesOf(b, w, work, c.days)
					if r, err := w.StoreImport(context.Background(), i, ImportChoice{}); err != nil || r.New != len(i.Values) {
						b.Fatal(r, err)
					}
					work++
				})
			})
		}
	}
}

// importCity is a city of units with eight indicators, and the same file once more for the floor.
func importCity(b *testing.B, units int) (*Workspace, *sql.DB) {
	b.Helper()
	rows := make([][]string, units)
	for i := range rows {
		rows[i] = []string{fmt.Sprintf("乡镇%d", i)}
	}
	indicators := "indicators:\n"
	for i := range 8 {
		indicators += fmt.Sprintf("  - {key: i%d, name: 指标%d, min: 0, from_days: mean}\n", i, i)
	}
	folder := cityOf([]string{"unit"}, rows, "2019-10", indicators+"schemes:\n  - {key: s, name: 排名, keys: [{indicator: i0, order: ascending}], ties: competition}\n")
	delete(folder, "observations/p-2019-10.csv")
	var files [2]*Workspace
	for i := range files {
		w, err := Create(context.Background(), benchParams(b), folder)
		if err != nil {
			b.Fatal(err)
		}
		closing(b, w)
		files[i] = w
	}
	raw, err := sql.Open("sqlite3", "file:"+files[1].Path()+"?_foreign_keys=on&_journal_mode=WAL&_synchronous=FULL&_busy_timeout=5000&_txlock=immediate")
	if err != nil {
		b.Fatal(err)
	}
	raw.SetMaxOpenConns(1)
	b.Cleanup(func() {
		if err := raw.Close(); err != nil {
			b.Error(err)
		}
	})
	return files[0], raw
}

// valuesOf is an import of new values, a row a unit (and day).
func valuesOf(b *testing.B, w *Workspace, at month.Month, days int) *Import {
	b.Helper()
	p, register, err := w.programAndRegister(context.Background(), "p")
	if err != nil {
		b.Fatal(err)
	}
	i := &Import{Program: p, Month: at, File: "in.xlsx", Values: make([]ImportValue, 0, 80000)}
	for n := range p.Members {
		u := register.Unit(p.Members[n].Unit)
		for day := min(days, 1); day <= days; day++ {
			for k := range p.Indicators {
				i.Values = append(i.Values, ImportValue{Unit: u, Indicator: &p.Indicators[k], Day: day, Change: ImportNew, Sheet: "数据", Row: n + 2,
					Cell: models.Of(number.FromInt(int64((n*7 + day*3 + k) % 300)))})
			}
		}
	}
	return i
}

// bareUpsert is the floor: nothing is checked, nothing is compared.
func bareUpsert(b *testing.B, raw *sql.DB, i *Import, history bool) {
	b.Helper()
	do := func(err error) {
		if err != nil {
			b.Fatal(err)
		}
	}
	tx, err := raw.Begin()
	do(err)
	table := models.Place{Period: i.Month.Day(i.Values[0].Day)}.Table()
	upsert, err := tx.Prepare("INSERT INTO " + table + ` (program, indicator, period, unit, state, value, version) VALUES (?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (program, period, indicator, unit) DO UPDATE SET state = excluded.state, value = excluded.value, version = excluded.version`)
	do(err)
	for _, v := range i.Values {
		_, err = upsert.Exec(i.Program.Key, v.Indicator.Key, i.Month.Day(v.Day).String(), v.Unit.Key, "number", v.Cell.Value.String(), 1)
		do(err)
	}
	if history {
		now := time.Now()
		added, err := tx.Exec("INSERT INTO batches (at, actor, source, reason, program, file, undoes, undone) VALUES (?, 'bench', 'imported', '', 'p', 'in.xlsx', 0, 0)", now)
		do(err)
		id, err := added.LastInsertId()
		do(err)
		line, err := tx.Prepare(`INSERT INTO changes (batch_id, at, actor, source, reason, subject, program, indicator, unit, period, old_state, old_value, old_draft, new_state, new_value, new_draft)
			VALUES (?, ?, 'bench', 'imported', '', 'cell', ?, ?, ?, ?, '', '', '', 'number', ?, '')`)
		do(err)
		for _, v := range i.Values {
			_, err = line.Exec(id, now, i.Program.Key, v.Indicator.Key, v.Unit.Key, i.Month.Day(v.Day).String(), v.Cell.Value.String())
			do(err)
		}
	}
	do(tx.Commit())
}
