package app

import (
	"compress/gzip"
	"context"
	"database/sql"
	"encoding/csv"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"

	_ "github.com/mattn/go-sqlite3"

	"yueping/app/city"
	"yueping/app/text"
	"yueping/assets"
	"yueping/models"
	"yueping/models/air"
	"yueping/models/benchtest"
	"yueping/models/month"
	"yueping/models/number"
)

func benchParams(b *testing.B) Params {
	b.Helper()
	standards, err := air.Open(assets.Files)
	if err != nil {
		b.Fatal(err)
	}
	book, err := text.Open(assets.Files, text.Default)
	if err != nil {
		b.Fatal(err)
	}
	return Params{Folder: b.TempDir(), Clock: time.Now, Actor: "bench", Standards: standards, Text: book}
}

// country makes a database of the first n townships of the whole country with made-up pollutants.
func country(b *testing.B, n int) *Workspace {
	b.Helper()
	p := benchParams(b)
	folder := os.DirFS(filepath.Join("..", "assets", "cities", "xuchang"))
	c, err := city.Load(folder)
	if err != nil {
		b.Fatal(err)
	}
	var program models.Program
	for _, candidate := range c.Programs {
		if len(candidate.Rules) > 0 {
			program = candidate
		}
	}
	c.Programs, c.Observations, c.MadeUp = []models.Program{program}, nil, nil
	c.Units, c.Programs[0].Members = nil, nil
	at := month.MustParse("2019-08")
	observations := city.ObservationFile{Name: "bench", Program: program.Key, Month: at}
	for i, code := range townshipCodes(b)[:n] {
		c.Units = append(c.Units, models.Unit{Key: "u" + code, Code: code, Kind: models.KindTownship, Names: month.Always("乡镇" + code), Precedence: i})
		c.Programs[0].Members = append(c.Programs[0].Members, models.Member{Program: program.Key, Unit: "u" + code, GroupKey: program.Groups[0].Key})
		for j, ind := range program.Indicators {
			if !ind.Derived() {
				value := madeUp(&ind, (i*7+j*13)%90+5)
				observations.Rows = append(observations.Rows, city.ObservationRow{Unit: "乡镇" + code, Indicator: ind.Key, Value: value})
			}
		}
	}
	c.Observations = []city.ObservationFile{observations}
	w, err := createFrom(context.Background(), p, c)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		if err := w.Close(); err != nil {
			b.Error(err)
		}
	})
	return w
}

// madeUp is a value that an indicator may have: a concentration, or days enough for the month to count.
func madeUp(ind *models.Indicator, seed int) string {
	switch {
	case ind.CountsDays():
		return fmt.Sprint(28 + seed%4)
	case ind.Thousandfold != nil:
		return fmt.Sprintf("0.%d", 1+seed%9)
	}
	return fmt.Sprint(seed)
}

func townshipCodes(b *testing.B) []string {
	b.Helper()
	f, err := os.Open(filepath.Join("testdata", "china-townships.csv.gz"))
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	unzipped, err := gzip.NewReader(f)
	if err != nil {
		b.Fatal(err)
	}
	r := csv.NewReader(unzipped)
	r.Comment = '#'
	rows, err := r.ReadAll()
	if err != nil {
		b.Fatal(err)
	}
	codes := make([]string, len(rows)-1)
	for i, row := range rows[1:] {
		codes[i] = row[0]
	}
	return codes
}

// scan is the floor: the same rows by database/sql into the same types.
func scan(b *testing.B, path, program string, at month.Month) func() {
	b.Helper()
	return scanRows(b, path, "SELECT indicator, unit, state, value FROM observations WHERE program = ? AND period = ?", program, at.String())
}

func scanRows(b *testing.B, path, query string, args ...any) func() {
	b.Helper()
	db, err := sql.Open("sqlite3", "file:"+path+"?mode=ro")
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		if err := db.Close(); err != nil {
			b.Error(err)
		}
	})
	return func() {
		rows, err := db.Query(query, args...)
		if err != nil {
			b.Fatal(err)
		}
		defer rows.Close()
		var kept []models.Observation
		for rows.Next() {
			var o models.Observation
			var n number.Number
			if err := rows.Scan(&o.Indicator, &o.Unit, &o.State, &n); err != nil {
				b.Fatal(err)
			}
			o.Value = &n
			kept = append(kept, o)
		}
		if rows.Err() != nil || len(kept) == 0 {
			b.Fatal(rows.Err(), len(kept))
		}
	}
}

// BenchmarkCountry ranks a month from SQLite against a bare scan of its rows, for a city's townships
// and for the whole country's.
func BenchmarkCountry(b *testing.B) {
	for _, n := range []int{104, 2467, 38642} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			w := country(b, n)
			at := month.MustParse("2019-08")
			programs, err := w.Programs(context.Background())
			if err != nil {
				b.Fatal(err)
			}
			key := programs[0].Key
			benchtest.Ratio(b, scan(b, w.Path(), key, at), func() {
				r, err := w.Ranking(context.Background(), key, at, "townships")
				if err != nil || len(r.Groups[0].Rows) != n {
					b.Fatal(err)
				}
			})
		})
	}
}

// BenchmarkSampleMonth makes everything that the screen 排名 shows of the sample month: the ranking,
// its comparisons and its tables.
func BenchmarkSampleMonth(b *testing.B) {
	p := benchParams(b)
	folder, err := fs.Sub(assets.Files, "cities/xuchang")
	if err != nil {
		b.Fatal(err)
	}
	w, err := Create(context.Background(), p, folder)
	if err != nil {
		b.Fatal(err)
	}
	defer w.Close()
	at := month.MustParse("2019-08")
	benchtest.Ratio(b, scan(b, w.Path(), "township-air", at), func() {
		c, err := w.CompareRanking(context.Background(), "township-air", at, "")
		if err != nil || len(CompareLineups(p.Text, c)[0].Rows) != 104 {
			b.Fatal(err)
		}
	})
}

// dayUnits and the six pollutants over the 31 days of October are what BenchmarkDays fills a month from.
const dayUnits = 105

// daily makes a database in which every unit has every pollutant on every day of October.
func daily(b *testing.B) *Workspace {
	b.Helper()
	w, err := Create(context.Background(), benchParams(b), daysCity(dayUnits, ""))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		if err := w.Close(); err != nil {
			b.Error(err)
		}
	})
	batch := Batch{Program: "p", Source: models.SourceImported}
	for unit := range dayUnits {
		for day := 1; day <= october.Days(); day++ {
			for i, p := range air.Six() {
				value := number.FromInt(int64((unit*7+day*11+i*13)%90 + 5))
				if p == air.CO {
					value, _ = value.Shift(-1)
				}
				batch.Edits = append(batch.Edits, Edit{Indicator: string(p), Unit: fmt.Sprintf("u%d", unit), Period: october.Day(day), Cell: models.Of(value)})
			}
		}
	}
	if _, err := w.Apply(context.Background(), batch); err != nil {
		b.Fatal(err)
	}
	return w
}

// BenchmarkDays makes the plan of a month's filling: "read" from SQLite to the plan against a bare scan
// of the same rows, "aggregate" what of it is calculation alone, against the same scan.
func BenchmarkDays(b *testing.B) {
	w, ctx := daily(b), context.Background()
	m, err := w.Month(ctx, "p", october)
	if err != nil {
		b.Fatal(err)
	}
	floor := scanRows(b, w.Path(), "SELECT indicator, unit, state, value FROM daily_observations WHERE program = ? AND period BETWEEN ? AND ?",
		"p", october.String(), october.Day(31).String())
	planned := func(f *Filling, err error) {
		if err != nil || len(f.Values) != dayUnits*9 || f.New != len(f.Values) {
			b.Fatal(err, len(f.Values), f.New)
		}
	}
	b.Run("read", func(b *testing.B) {
		benchtest.Ratio(b, floor, func() { planned(w.PlanFilling(ctx, m)) })
	})
	days, err := w.Days(ctx, m)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("aggregate", func(b *testing.B) {
		benchtest.Ratio(b, floor, func() { planned(m.fillingFrom(days)) })
	})
}
