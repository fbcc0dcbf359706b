package store

import (
	"os"
	"path/filepath"
	"testing"
)

// A process that is killed while the log is written back leaves a file whose first page counts pages that only
// the log has so far. With the log the database is whole: it must open, and with everything that was stored.
func TestOpenAfterAKillWhileTheLogIsWrittenBack(t *testing.T) {
	path := file(t)
	s := opened(t, path)
	execute(t, s, "CREATE TABLE filler (x)")
	if err := s.checkpoint(t.Context()); err != nil {
		t.Fatal(err)
	}
	execute(t, s, "INSERT INTO filler WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200) SELECT randomblob(3000) FROM n")
	main, log := bytesOf(t, path), bytesOf(t, path+"-wal")
	if err := s.checkpoint(t.Context()); err != nil {
		t.Fatal(err)
	}
	const page = 4096
	torn := append(bytesOf(t, path)[:page:page], main[page:]...)

	killed := filepath.Join(t.TempDir(), "db")
	for name, bytes := range map[string][]byte{killed: torn, killed + "-wal": log} {
		if err := os.WriteFile(name, bytes, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	again, err := Open(t.Context(), killed)
	if err != nil {
		t.Fatal(err)
	}
	if got := texts(t, again, "SELECT count(*) FROM filler"); len(got) != 1 || got[0] != "200" {
		t.Errorf("%v rows", got)
	}
	sane(t, again)
	if err := again.Close(); err != nil {
		t.Error(err)
	}

	// Without its log the same file is in pieces.
	alone := filepath.Join(t.TempDir(), "db")
	if err := os.WriteFile(alone, torn, 0o600); err != nil {
		t.Fatal(err)
	}
	_, err = Open(t.Context(), alone)
	refused(t, err, "store.damaged")
}

func bytesOf(t *testing.T, path string) []byte {
	t.Helper()
	bytes, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return bytes
}
