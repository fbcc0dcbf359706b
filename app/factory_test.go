package app

import (
	"context"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"yueping/app/text"
	"yueping/assets"
	"yueping/models"
	"yueping/models/air"
	"yueping/models/fault"
	"yueping/models/month"
	"yueping/models/number"
)

var (
	september = month.Of(2019, 9)
	october   = month.Of(2019, 10)
	noon      = time.Date(2026, 3, 9, 12, 0, 0, 0, time.UTC)
)

// params are those of a data folder of the test's own.
func params(t testing.TB) Params {
	t.Helper()
	book, err := text.Open(assets.Files, text.Default)
	if err != nil {
		t.Fatal(err)
	}
	standards, err := air.Open(assets.Files)
	if err != nil {
		t.Fatal(err)
	}
	return Params{Folder: t.TempDir(), Clock: func() time.Time { return noon }, Actor: "张三", Standards: standards, Text: book, Log: slog.New(slog.DiscardHandler)}
}

func opened(t testing.TB, p Params, folder fs.FS) *Workspace {
	t.Helper()
	w, err := Create(context.Background(), p, folder)
	if err != nil {
		t.Fatal(err)
	}
	closing(t, w)
	return w
}

func closing(t testing.TB, w *Workspace) {
	t.Cleanup(func() {
		if err := w.Close(); err != nil {
			t.Error(err)
		}
	})
}

// again opens the same data folder a second time, as a restart or another process does.
func again(t testing.TB, p Params) *Workspace {
	t.Helper()
	w, err := Open(context.Background(), p)
	if err != nil {
		t.Fatal(err)
	}
	closing(t, w)
	return w
}

// tiny is a workspace on the made-up city of three townships.
func tiny(t testing.TB) (*Workspace, Params) {
	t.Helper()
	p := params(t)
	return opened(t, p, os.DirFS(filepath.Join("testdata", "tiny"))), p
}

// sampleCity is a workspace on the sample city.
func sampleCity(t testing.TB) *Workspace {
	t.Helper()
	folder, err := fs.Sub(assets.Files, "cities/xuchang")
	if err != nil {
		t.Fatal(err)
	}
	return opened(t, params(t), folder)
}

// tinyFiles are the made-up city's files, to be changed.
func tinyFiles(t testing.TB) fstest.MapFS {
	t.Helper()
	folder := fstest.MapFS{}
	root := filepath.Join("testdata", "tiny")
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		name, bad := filepath.Rel(root, path)
		if err != nil || bad != nil {
			return fmt.Errorf("%v, %v", err, bad)
		}
		folder[filepath.ToSlash(name)] = &fstest.MapFile{Data: data}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return folder
}

func loaded(t testing.TB, w *Workspace, program string, at month.Month) *Month {
	t.Helper()
	m, err := w.Month(context.Background(), program, at)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// content reads a cell from a short text: a number, a state by its name, "" for not reported.
func content(s string) models.Cell {
	if n, err := number.Parse(s); err == nil {
		return models.Of(n)
	}
	return models.Cell{State: models.State(s)}
}

func shown(c models.Cell) string {
	if c.State == models.IsNumber {
		return c.Value.String()
	}
	return string(c.State)
}

// put is an edit of the made-up city's program in October: "due jia 5", "rate yi no_data", "due jia".
func put(line string) Edit {
	parts := append(strings.Fields(line), "")
	return Edit{Indicator: parts[0], Unit: parts[1], Period: october.Whole(), Cell: content(parts[2])}
}

func batch(lines ...string) Batch {
	b := Batch{Program: "count", Source: models.SourceTyped}
	for _, line := range lines {
		b.Edits = append(b.Edits, put(line))
	}
	return b
}

func applied(t testing.TB, w *Workspace, b Batch) Result {
	t.Helper()
	r, err := w.Apply(context.Background(), b)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// at gives what stands in a cell in October, with its draft behind a mark.
func at(t testing.TB, w *Workspace, indicator, unit string) string {
	t.Helper()
	m := loaded(t, w, "count", october)
	v := m.Table.Value(indicator, unit)
	s := shown(models.Cell{State: v.State, Value: v.Number})
	if d, ok := m.Drafts[m.Place(indicator, unit)]; ok {
		s += "~" + d.Text
	}
	return s
}

// typed is an edit as the window makes it.
func typed(t testing.TB, w *Workspace, indicator, unit, text string) Batch {
	t.Helper()
	m := loaded(t, w, "count", october)
	e := TypedEdit(m.Program.Indicator(indicator), Edit{Indicator: indicator, Unit: unit, Period: october.Whole()}, text)
	return Batch{Program: "count", Source: models.SourceTyped, Edits: []Edit{e}}
}

func refused(t testing.TB, err error, code string) {
	t.Helper()
	if fault.CodeOf(err) != code {
		t.Fatalf("%v, want %s", err, code)
	}
}

// everything is every stored cell, draft and change of the made-up city's October, as texts.
func everything(t testing.TB, w *Workspace) string {
	t.Helper()
	ctx := context.Background()
	var b strings.Builder
	m := loaded(t, w, "count", october)
	fmt.Fprintln(&b, m.Record.Status)
	for i := range m.Program.Indicators {
		for _, u := range m.Table.Units {
			place := m.Place(m.Program.Indicators[i].Key, u.Key)
			o, err := w.store.Observation(ctx, place)
			if err != nil {
				t.Fatal(err)
			}
			if o != nil {
				fmt.Fprintln(&b, place.Indicator, place.Unit, shown(o.Cell()), o.Version)
			}
			d, err := w.store.Draft(ctx, place)
			if err != nil {
				t.Fatal(err)
			}
			if d != nil {
				fmt.Fprintln(&b, place.Indicator, place.Unit, "~"+d.Text)
			}
		}
	}
	for id := int64(1); ; id++ {
		batch, err := w.store.Batch(ctx, id)
		if err != nil {
			t.Fatal(err)
		}
		if batch == nil {
			return b.String()
		}
		changes, err := w.store.Changes(ctx, id)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintln(&b, "batch", id, batch.Source, batch.Undone, len(changes))
	}
}

func sprint(v any) string { return fmt.Sprint(v) }
