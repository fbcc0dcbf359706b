package store

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"yueping/models/fault"
)

func TestCreateAndOpen(t *testing.T) {
	for _, folder := range []string{"plain", "许昌 数据", "50% #1 & more", "%41?x=1"} {
		t.Run(folder, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), folder, "deep", "月评.db")
			if err := Create(t.Context(), path, house); err != nil {
				t.Fatal(err)
			}
			if got := beside(t, path); !slices.Equal(got, []string{"月评.db"}) {
				t.Fatalf("left behind: %v", got)
			}
			s, err := Open(t.Context(), path)
			if err != nil {
				t.Fatal(err)
			}
			register, err := s.Register(t.Context())
			if err != nil || len(register.Units()) != 3 || s.Path() != path {
				t.Errorf("%v, %v", register, err)
			}
			sane(t, s)
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			if got := beside(t, path); !slices.Equal(got, []string{"月评.db"}) {
				t.Errorf("left behind: %v", got)
			}
		})
	}
}

func TestConnectionIsSetUp(t *testing.T) {
	s := opened(t, file(t))
	for pragma, want := range map[string]string{"foreign_keys": "1", "journal_mode": "wal", "busy_timeout": "5000", "synchronous": "2",
		"application_id": "1498760528"} {
		if got := texts(t, s, "PRAGMA "+pragma); !slices.Equal(got, []string{want}) {
			t.Errorf("%s is %v, want %s", pragma, got, want)
		}
	}
}

func TestCreateRefuses(t *testing.T) {
	stop := errors.New("stop")
	fine := func(*Store) error { return nil }
	cases := []struct {
		name    string
		path    func(t *testing.T) string
		fill    func(*Store) error
		code    string
		remains []string
	}{
		{"an existing database", file, fine, "store.exists", []string{"db"}},
		{"an existing file of another kind", textFile, fine, "store.exists", []string{"db"}},
		{"a folder of that name", func(t *testing.T) string {
			path := filepath.Join(t.TempDir(), "db")
			if err := os.Mkdir(path, 0o755); err != nil {
				t.Fatal(err)
			}
			return path
		}, fine, "store.exists", []string{"db"}},
		{"a file where a folder belongs", func(t *testing.T) string { return filepath.Join(textFile(t), "db") }, fine, "store.cannot_open", nil},
		{"what fills it fails", func(t *testing.T) string { return filepath.Join(t.TempDir(), "db") },
			func(*Store) error { return fault.Wrap(stop, "city.unreadable") }, "city.unreadable", []string{}},
		{"a file that came meanwhile", func(t *testing.T) string { return filepath.Join(t.TempDir(), "db") },
			func(s *Store) error { return os.WriteFile(s.Path(), []byte("theirs"), 0o644) }, "store.exists", []string{"db"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			path := c.path(t)
			before, _ := os.ReadFile(path)
			err := Create(t.Context(), path, c.fill)
			refused(t, err, c.code)
			if c.code == "city.unreadable" && !errors.Is(err, stop) {
				t.Errorf("%v lost its cause", err)
			}
			if shown := fault.All(err)[0].Args["path"]; c.code != "city.unreadable" && shown != path {
				t.Errorf("the fault speaks of %v", shown)
			}
			if after, _ := os.ReadFile(path); before != nil && string(after) != string(before) {
				t.Error("the file was changed")
			}
			if c.remains != nil && len(beside(t, path)) != len(c.remains) {
				t.Errorf("left behind: %v", beside(t, path))
			}
		})
	}
}

func TestCreateClearsWhatACrashLeft(t *testing.T) {
	path := filepath.Join(t.TempDir(), "db")
	for _, suffix := range []string{".new", ".new-wal", ".new-shm", ".new-journal"} {
		if err := os.WriteFile(path+suffix, []byte("half a database"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := Create(t.Context(), path, house); err != nil {
		t.Fatal(err)
	}
	sane(t, opened(t, path))
	if got := beside(t, path); slices.Contains(got, "db.new") || slices.Contains(got, "db.new-wal") {
		t.Errorf("%v", got)
	}
}

// A second process that begins while the first is making the database leaves it alone.
func TestCreateBesideAnother(t *testing.T) {
	path := filepath.Join(t.TempDir(), "db")
	err := Create(t.Context(), path, func(s *Store) error {
		refused(t, Create(t.Context(), path, house), "store.locked")
		return house(s)
	})
	if err != nil {
		t.Fatal(err)
	}
	sane(t, opened(t, path))
}

func textFile(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "db")
	if err := os.WriteFile(path, []byte("单位,得分\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// foreign makes a database of another program.
func foreign(t *testing.T, statement string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "db")
	pool, err := sql.Open("sqlite3", path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := pool.ExecContext(t.Context(), "CREATE TABLE theirs (a); "+statement); err != nil {
		t.Fatal(err)
	}
	if err := pool.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// damaged makes a database with bytes overwritten from an offset on.
func damaged(offset int64, bytes int) func(*testing.T) string {
	return func(t *testing.T) string {
		path := file(t)
		f, err := os.OpenFile(path, os.O_RDWR, 0)
		if err != nil {
			t.Fatal(err)
		}
		_, err = f.WriteAt(slices.Repeat([]byte{0xA5}, bytes), offset)
		if err := errors.Join(err, f.Close()); err != nil {
			t.Fatal(err)
		}
		return path
	}
}

func TestOpenRefuses(t *testing.T) {
	cases := []struct {
		name string
		path func(t *testing.T) string
		code string
	}{
		{"nothing there", func(t *testing.T) string { return filepath.Join(t.TempDir(), "db") }, "store.missing"},
		{"no folder there", func(t *testing.T) string { return filepath.Join(t.TempDir(), "folder", "db") }, "store.missing"},
		{"a folder", func(t *testing.T) string { return t.TempDir() }, "store.foreign"},
		{"a path below a file", func(t *testing.T) string { return filepath.Join(textFile(t), "db") }, "store.cannot_open"},
		{"an empty file", func(t *testing.T) string {
			path := textFile(t)
			if err := os.Truncate(path, 0); err != nil {
				t.Fatal(err)
			}
			return path
		}, "store.foreign"},
		{"a text file", textFile, "store.foreign"},
		{"a database of another program", func(t *testing.T) string { return foreign(t, "") }, "store.foreign"},
		{"a share of Windows", func(*testing.T) string { return `\\server\share\db` }, "store.network_path"},
		{"a share", func(*testing.T) string { return "//server/share/db" }, "store.network_path"},
		{"read-only, for root as well", func(t *testing.T) string {
			path := file(t)
			if err := os.Chmod(path, 0o444); err != nil {
				t.Fatal(err)
			}
			return path
		}, "store.read_only"},
		{"newer", func(t *testing.T) string {
			path := file(t)
			s := opened(t, path)
			execute(t, s, "INSERT INTO goose_db_version (version_id, is_applied) VALUES (99, 1)")
			return path
		}, "store.newer"},
		{"damaged header behind our mark", damaged(100, 400), "store.damaged"},
		{"cut off", func(t *testing.T) string {
			path := file(t)
			if err := os.Truncate(path, 5000); err != nil {
				t.Fatal(err)
			}
			return path
		}, "store.damaged"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			path := c.path(t)
			before, _ := os.ReadFile(path)
			s, err := Open(t.Context(), path)
			if err == nil {
				t.Fatal(s.Close())
			}
			refused(t, err, c.code)
			if shown := fault.All(err)[0].Args["path"]; shown != path {
				t.Errorf("the fault speaks of %v", shown)
			}
			if after, _ := os.ReadFile(path); string(after) != string(before) {
				t.Error("the file was changed")
			}
		})
	}
}

// Only its tables tell that such a file is not ours, and they cannot be read without opening it.
func TestOpenRefusesAForeignFileWithOurMark(t *testing.T) {
	_, err := Open(t.Context(), foreign(t, "PRAGMA application_id = 1498760528"))
	refused(t, err, "store.foreign")
}

func TestRefusedOpenLeavesNothingBehind(t *testing.T) {
	for name, path := range map[string]string{"foreign": foreign(t, ""), "marked": foreign(t, "PRAGMA application_id = 1498760528"),
		"text": textFile(t), "damaged": damaged(100, 400)(t)} {
		if _, err := Open(t.Context(), path); err == nil {
			t.Errorf("%s was opened", name)
		}
		if got := beside(t, path); !slices.Equal(got, []string{"db"}) {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// Damage behind the first pages is met by the query that reads it, and has its code there, too.
func TestDamageFoundByAQuery(t *testing.T) {
	path := file(t)
	s := opened(t, path)
	if err := s.Write(t.Context(), func(tx *Tx) error {
		return errors.Join(tx.db.Exec("PRAGMA writable_schema = ON").Error,
			tx.db.Exec("UPDATE sqlite_master SET rootpage = 1 WHERE name = 'units'").Error)
	}); err != nil {
		t.Fatal(err)
	}
	broken, err := Open(t.Context(), path)
	if err == nil {
		_, err = broken.Register(t.Context())
		if closing := broken.Close(); closing != nil {
			t.Error(closing)
		}
	}
	refused(t, err, "store.damaged")
}

func TestClosedStoreRefuses(t *testing.T) {
	s, err := Open(t.Context(), file(t))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	err = s.Write(t.Context(), func(*Tx) error { return nil })
	refused(t, err, "store.failed")
}

func TestRefusedWriteLeavesNothing(t *testing.T) {
	s := opened(t, file(t))
	before := content(t, s)
	own := fault.New("month.locked")
	for name, c := range map[string]struct {
		code string
		work func(ctx context.Context, tx *Tx) error
	}{
		"its own refusal":      {"month.locked", func(context.Context, *Tx) error { return own }},
		"an unknown unit":      {"store.failed", func(ctx context.Context, tx *Tx) error { return tx.PutObservations(ctx, rowsOf("a", "nobody")) }},
		"an unknown indicator": {"store.failed", func(ctx context.Context, tx *Tx) error { return tx.PutObservations(ctx, rowsOf("nothing", "u1")) }},
	} {
		t.Run(name, func(t *testing.T) {
			err := s.Write(t.Context(), func(tx *Tx) error {
				if err := tx.PutObservations(t.Context(), rowsOf("a", "u1")); err != nil {
					return err
				}
				return c.work(t.Context(), tx)
			})
			refused(t, err, c.code)
			if diff := cmp.Diff(before, content(t, s)); diff != "" {
				t.Error(diff)
			}
		})
	}
}
