package app

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"yueping/models/fault"
	"yueping/models/month"
)

// Why a unit is left out, in the clerk's words, on the terminal's and the printed table alike.
func TestReasonsInWords(t *testing.T) {
	for _, c := range []struct {
		name, want string
		lines      []string
	}{
		{"not reported", "应结数未报", []string{"closed jia 1"}},
		{"no data", "应结数无数据、办结数未报", []string{"due jia no_data"}},
		{"not assessed", "办结数不参评", []string{"due jia 1", "closed jia not_assessed"}},
	} {
		w, p := tiny(t)
		applied(t, w, batch(append(c.lines, "due yi 4", "closed yi 3")...))
		r, err := w.Ranking(context.Background(), "count", october, "")
		if err != nil {
			t.Fatal(err)
		}
		words := ""
		for _, e := range r.Groups[0].Excluded {
			if e.Unit.Key == "jia" {
				words = ReasonWords(p.Text, e)
			}
		}
		parts := strings.Split(words, "、")
		slices.Sort(parts)
		want := strings.Split(c.want, "、")
		slices.Sort(want)
		if !slices.Equal(parts, want) {
			t.Errorf("%s: %q", c.name, words)
		}
	}
}

func TestZeroDenominatorInWords(t *testing.T) {
	folder := tinyFiles(t)
	folder["count.yaml"].Data = []byte(strings.Replace(string(folder["count.yaml"].Data), "zero_denominator: 1", "zero_denominator: no_data", 1))
	p := params(t)
	w := opened(t, p, folder)
	applied(t, w, batch("due jia 0", "closed jia 0"))
	r, err := w.Ranking(context.Background(), "count", october, "")
	if err != nil {
		t.Fatal(err)
	}
	if words := ReasonWords(p.Text, r.Groups[0].Excluded[0]); words != "应结数为0" {
		t.Error(words)
	}
}

func TestMonthsInWords(t *testing.T) {
	_, p := tiny(t)
	for want, months := range map[string][]month.Month{
		"2019年8月":          {october - 2},
		"2019年8月、9月":       {october - 2, october - 1},
		"2019年12月、2020年1月": {october + 2, october + 3},
		"":                 nil,
	} {
		if got := MonthsWords(p.Text, months); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestWriteFile(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "a.txt")
	write := func(text string, err error) func(io.Writer) error {
		return func(out io.Writer) error {
			if _, bad := io.WriteString(out, text); bad != nil {
				return bad
			}
			return err
		}
	}
	if err := WriteFile(path, write("one", nil)); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, path, code string
		err              error
	}{
		{"fails half way", path, "file.failed", errors.New("half way")},
		{"a fault of its own", path, "bulletin.none", fault.New("bulletin.none")},
		{"no folder", filepath.Join(folder, "none", "a.txt"), "file.no_folder", nil},
		{"a file for a folder", filepath.Join(path, "a.txt"), "file.no_folder", nil},
		{"a folder", folder, "file.not_a_file", nil},
		{"a device", "/dev/null", "file.not_a_file", nil},
	} {
		refused(t, WriteFile(c.path, write("two", c.err)), c.code)
	}
	data, err := os.ReadFile(path)
	entries, bad := os.ReadDir(folder)
	if err != nil || bad != nil || string(data) != "one" || len(entries) != 1 {
		t.Errorf("%s, %v, %v, %v", data, entries, err, bad)
	}
}
