package store

import (
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/pressly/goose/v3"
)

// older takes a database of today back by one migration and puts a table into it that no migration knows.
func older(t *testing.T) string {
	t.Helper()
	path := file(t)
	s, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	pool, err := s.db.DB()
	if err != nil {
		t.Fatal(err)
	}
	folder, err := fs.Sub(migrations, "migrations")
	if err != nil {
		t.Fatal(err)
	}
	// Rows of the tables to be dropped would hold each other.
	execute(t, s, "PRAGMA foreign_keys = OFF")
	provider, err := goose.NewProvider(goose.DialectSQLite3, pool, folder, goose.WithDisableGlobalRegistry(true))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := provider.Down(t.Context()); err != nil {
		t.Fatal(err)
	}
	execute(t, s, "CREATE TABLE keepsake (a TEXT)")
	execute(t, s, "INSERT INTO keepsake VALUES ('of the old days')")
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func backups(t *testing.T, path string) []string {
	t.Helper()
	found, err := filepath.Glob(path + ".v*.bak")
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestOlderFileIsMigratedBehindABackup(t *testing.T) {
	path := older(t)
	s := opened(t, path)
	newest, err := newestMigration()
	if err != nil {
		t.Fatal(err)
	}
	if got := texts(t, s, "SELECT max(version_id) FROM goose_db_version"); got[0] != strconv.FormatInt(newest, 10) {
		t.Errorf("brought up to %s of %d", got[0], newest)
	}
	if got := texts(t, s, "SELECT a FROM keepsake"); !slices.Equal(got, []string{"of the old days"}) {
		t.Errorf("the keepsake is %v", got)
	}
	if got := texts(t, s, "PRAGMA foreign_keys"); got[0] != "1" {
		t.Error("foreign keys stayed off")
	}
	sane(t, s)
	if err := house(s); err != nil {
		t.Error(err)
	}
	kept := backups(t, path)
	if len(kept) != 1 {
		t.Fatalf("backups: %v", kept)
	}
	if got := beside(t, path); slices.ContainsFunc(got, func(name string) bool { return strings.Contains(name, ".part") }) {
		t.Errorf("left behind: %v", got)
	}
	// The backup is the old file still: whoever opens it goes the same way again.
	again := opened(t, kept[0])
	if got := texts(t, again, "SELECT a FROM keepsake"); len(got) != 1 || len(backups(t, kept[0])) != 1 {
		t.Errorf("%v, %v", got, backups(t, kept[0]))
	}
}

func TestFileOfTodayIsNotBackedUp(t *testing.T) {
	path := file(t)
	opened(t, path)
	if kept := backups(t, path); len(kept) != 0 {
		t.Errorf("%v", kept)
	}
}

// A migration that fails takes back all of its file, and the backup stays.
func TestFailedMigrationChangesNothing(t *testing.T) {
	path := older(t)
	unopened := func(work func(*Store)) {
		s, err := connect(path, path, "")
		if err != nil {
			t.Fatal(err)
		}
		work(s)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	var before, after []string
	unopened(func(s *Store) {
		execute(t, s, "CREATE TABLE sheet_formats (mine TEXT)")
		before = content(t, s)
	})
	_, err := Open(t.Context(), path)
	refused(t, err, "store.failed")
	unopened(func(s *Store) { after = content(t, s) })
	if diff := cmp.Diff(before, after); diff != "" {
		t.Error(diff)
	}
	if kept := backups(t, path); len(kept) != 1 {
		t.Errorf("backups: %v", kept)
	}
}
