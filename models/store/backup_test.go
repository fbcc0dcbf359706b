package store

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestBackupIsAnEqualCopy(t *testing.T) {
	s := opened(t, file(t))
	for unit, c := range map[string]string{"u1": "0", "u2": "no_data", "u3": "not_assessed"} {
		enter(t, s, observation(at("a", unit, october.Whole()), c))
	}
	for _, folder := range []string{"plain", "许昌 数据", "50% #1 & more", "%41?x=1", "it's"} {
		t.Run(folder, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), folder, "copy.db")
			if err := os.Mkdir(filepath.Dir(path), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := s.Backup(t.Context(), path); err != nil {
				t.Fatal(err)
			}
			if got := beside(t, path); !slices.Equal(got, []string{"copy.db"}) {
				t.Errorf("left behind: %v", got)
			}
			copied := opened(t, path)
			sane(t, copied)
			if diff := cmp.Diff(content(t, s), content(t, copied)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestBackupRefuses(t *testing.T) {
	s := opened(t, file(t))
	before := content(t, s)
	taken := textFile(t)
	cases := []struct{ name, path, code string }{
		{"an existing file", taken, "store.exists"},
		{"a folder that is not there", filepath.Join(t.TempDir(), "none", "copy.db"), "store.cannot_open"},
		{"a file where a folder belongs", filepath.Join(taken, "copy.db"), "store.cannot_open"},
		{"its own file", s.Path(), "store.exists"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			refused(t, s.Backup(t.Context(), c.path), c.code)
			if diff := cmp.Diff(before, content(t, s)); diff != "" {
				t.Error(diff)
			}
		})
	}
	if got := beside(t, taken); !slices.Equal(got, []string{"db"}) {
		t.Errorf("left behind: %v", got)
	}
}

func TestBackupClearsWhatACrashLeft(t *testing.T) {
	s := opened(t, file(t))
	path := filepath.Join(t.TempDir(), "copy.db")
	if err := os.WriteFile(path+".part", []byte("half a copy"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := s.Backup(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	sane(t, opened(t, path))
}

// A copy that fails its checks is no backup.
func TestBackupOfBrokenRowsIsRefused(t *testing.T) {
	s := opened(t, file(t))
	execute(t, s, "PRAGMA foreign_keys = OFF")
	execute(t, s, "INSERT INTO groups VALUES ('nobody', 'g', '组', 1)")
	path := filepath.Join(t.TempDir(), "copy.db")
	refused(t, s.Backup(t.Context(), path), "store.damaged")
	if got := beside(t, path); len(got) != 0 {
		t.Errorf("left behind: %v", got)
	}
}
