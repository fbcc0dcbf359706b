package cli

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"yueping/app/text"
	"yueping/assets"
	"yueping/models/air"
)

// bench is a data folder with the command line over it.
type bench struct {
	t      *testing.T
	folder string
	env    Env
}

// outcome is what one command gave.
type outcome struct {
	code           int
	stdout, stderr string
}

func newBench(t *testing.T, language string) *bench {
	t.Helper()
	book, err := text.Open(assets.Files, language)
	if err != nil {
		t.Fatal(err)
	}
	standards, err := air.Open(assets.Files)
	if err != nil {
		t.Fatal(err)
	}
	clock := func() time.Time { return time.Date(2026, 3, 9, 8, 30, 0, 0, time.UTC) }
	return &bench{t: t, folder: t.TempDir(), env: Env{Files: assets.Files, Standards: standards, Text: book, Clock: clock, User: "tester"}}
}

// sample is a data folder with the sample city.
func sample(t *testing.T) *bench {
	t.Helper()
	b := newBench(t, text.Default)
	b.must("init", "--sample", "xuchang")
	return b
}

func (b *bench) run(args ...string) outcome {
	b.t.Helper()
	var stdout, stderr bytes.Buffer
	env := b.env
	env.Stdout, env.Stderr = &stdout, &stderr
	code := Run(context.Background(), append([]string{"--data", b.folder}, args...), env)
	return outcome{code, stdout.String(), stderr.String()}
}

func (b *bench) must(args ...string) string {
	b.t.Helper()
	o := b.run(args...)
	if o.code != Done || o.stderr != "" {
		b.t.Fatalf("yueping %s: exit %d: %s", strings.Join(args, " "), o.code, o.stderr)
	}
	return o.stdout
}

// refused runs a command that must fail with one sentence that holds the words.
func (b *bench) refused(code int, args []string, words ...string) {
	b.t.Helper()
	o := b.run(args...)
	line := strings.TrimSuffix(o.stderr, "\n")
	if o.code != code || line == "" || strings.Contains(line, "\n") || strings.Contains(line, "<no value>") || strings.Contains(line, "error.") {
		b.t.Fatalf("yueping %s: exit %d, want %d with one sentence: %q", strings.Join(args, " "), o.code, code, o.stderr)
	}
	for _, w := range words {
		if !strings.Contains(line, w) {
			b.t.Errorf("yueping %s: %q does not name %q", strings.Join(args, " "), line, w)
		}
	}
}

func (b *bench) rank(args ...string) ranking {
	b.t.Helper()
	var r ranking
	if err := json.Unmarshal([]byte(b.must(append([]string{"rank", "--format", "json"}, args...)...)), &r); err != nil {
		b.t.Fatal(err)
	}
	return r
}

func (b *bench) path(name string) string { return filepath.Join(b.folder, name) }

func records(t *testing.T, name string) [][]string {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comment = '#'
	rows, err := r.ReadAll()
	if err != nil || len(rows) < 2 {
		t.Fatal(name, err)
	}
	return rows[1:]
}
