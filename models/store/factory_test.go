package store

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"yueping/models"
	"yueping/models/fault"
	"yueping/models/month"
	"yueping/models/number"
)

var october = month.Of(2019, 10)

// house is a small city: a program with two indicators, and three units.
func house(s *Store) error {
	ctx := context.Background()
	unit := func(key, name string) models.Unit {
		return models.Unit{Key: key, Kind: models.KindTownship, Names: month.Always(name), Aliases: []string{key}}
	}
	p := &models.Program{Key: "p", Name: "考评", Groups: []models.Group{{Program: "p", Key: "g", Name: "组"}},
		Members:    []models.Member{{Program: "p", Unit: "u1", GroupKey: "g", Names: month.Always("甲")}, {Program: "p", Unit: "u2", GroupKey: "g", Since: october}},
		Indicators: []models.Indicator{{Program: "p", Key: "a", Name: "一", Scope: []string{"g"}}, {Program: "p", Key: "b", Name: "二", Sort: 1}},
		Schemes:    []models.Scheme{{Program: "p", Key: "s", Versions: month.Always(models.SchemeTerms{Ties: "competition"})}},
		Checks:     []models.Check{{Program: "p", Key: "c", Rules: month.Always("a < b")}},
		Rules:      []models.Rule{{Program: "p", Key: "r", Versions: month.Always(models.RuleTerms{Months: 2})}}}
	return s.Write(ctx, func(tx *Tx) error {
		if err := tx.PutUnits(ctx, []models.Unit{unit("u1", "甲镇"), unit("u2", "乙镇"), unit("u3", "丙镇")}); err != nil {
			return err
		}
		return tx.PutProgram(ctx, p)
	})
}

// file makes a database in a folder of its own.
func file(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "db")
	if err := Create(t.Context(), path, house); err != nil {
		t.Fatal(err)
	}
	return path
}

func opened(t *testing.T, path string) *Store {
	t.Helper()
	s, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// at is a cell's place in the small city.
func at(indicator, unit string, period month.Period) models.Place {
	return models.Place{Program: "p", Indicator: indicator, Unit: unit, Period: period}
}

// observation makes a row of a number, or of a state by its name.
func observation(place models.Place, content string) models.Observation {
	o := models.Observation{Place: place, State: models.State(content), Version: 1}
	if n, err := number.Parse(content); err == nil {
		o.State, o.Value = models.IsNumber, &n
	}
	return o
}

func write(t *testing.T, s *Store, work func(ctx context.Context, tx *Tx) error) {
	t.Helper()
	if err := s.Write(t.Context(), func(tx *Tx) error { return work(t.Context(), tx) }); err != nil {
		t.Fatal(err)
	}
}

func enter(t *testing.T, s *Store, rows ...models.Observation) {
	t.Helper()
	write(t, s, func(ctx context.Context, tx *Tx) error { return tx.PutObservations(ctx, rows) })
}

// content is every row of every table, in order.
func content(t *testing.T, s *Store) []string {
	t.Helper()
	pool, err := s.db.DB()
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, table := range texts(t, s, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name") {
		rows, err := pool.QueryContext(t.Context(), "SELECT * FROM "+table)
		if err != nil {
			t.Fatal(err)
		}
		columns, err := rows.Columns()
		if err != nil {
			t.Fatal(err)
		}
		for rows.Next() {
			values := make([]any, len(columns))
			for i := range values {
				values[i] = new(any)
			}
			if err := rows.Scan(values...); err != nil {
				t.Fatal(err)
			}
			line := table
			for _, v := range values {
				line += fmt.Sprintf("|%v", *v.(*any))
			}
			all = append(all, line)
		}
		if err := rows.Close(); err != nil {
			t.Fatal(err)
		}
	}
	slices.Sort(all)
	return all
}

func texts(t *testing.T, s *Store, query string) []string {
	t.Helper()
	var result []string
	if err := s.db.WithContext(t.Context()).Raw(query).Scan(&result).Error; err != nil {
		t.Fatal(err)
	}
	return result
}

// execute runs a statement that no part of the program would.
func execute(t *testing.T, s *Store, statement string) {
	t.Helper()
	if err := s.db.WithContext(t.Context()).Exec(statement).Error; err != nil {
		t.Fatal(err)
	}
}

// sane fails where the file is not what its checks ask for.
func sane(t *testing.T, s *Store) {
	t.Helper()
	pool, err := s.db.DB()
	if err != nil {
		t.Fatal(err)
	}
	if err := sound(t.Context(), pool); err != nil {
		t.Fatal(err)
	}
}

// beside lists the folder in which a file lies.
func beside(t *testing.T, path string) []string {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func refused(t *testing.T, err error, code string) {
	t.Helper()
	if fault.CodeOf(err) != code {
		t.Fatalf("%v, want %s", err, code)
	}
}
