//go:build unix

package store

import (
	"context"
	"errors"
	"io"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// onFullDisk works under a limit of a file's size, which the system reports as a full disk is: a write fails.
func onFullDisk(bytes uint64, work func() error) error {
	signal.Ignore(syscall.SIGXFSZ)
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: bytes, Max: bytes}); err != nil {
		return err
	}
	return work()
}

func writeMuch(path string) error {
	s, err := Open(context.Background(), path)
	if err != nil {
		return err
	}
	err = s.Write(context.Background(), func(tx *Tx) error {
		for i := range 20_000 {
			if err := tx.PutObservations(context.Background(), pair(i)); err != nil {
				return err
			}
		}
		return nil
	})
	return errors.Join(err, s.Close())
}

func backUp(path string) error {
	s, err := Open(context.Background(), path)
	if err != nil {
		return err
	}
	return errors.Join(s.Backup(context.Background(), path+".copy"), s.Close())
}

func TestFullDisk(t *testing.T) {
	cases := []struct {
		role    string
		path    func(t *testing.T) string
		remains []string
	}{
		{"create on a full disk", func(t *testing.T) string { return filepath.Join(t.TempDir(), "db") }, nil},
		{"create where only the log fits", func(t *testing.T) string { return filepath.Join(t.TempDir(), "db") }, nil},
		{"write on a full disk", file, []string{"db"}},
		{"back up on a full disk", file, []string{"db"}},
	}
	for _, c := range cases {
		t.Run(c.role, func(t *testing.T) {
			path := c.path(t)
			var before []string
			if c.remains != nil {
				s, err := Open(t.Context(), path)
				if err != nil {
					t.Fatal(err)
				}
				before = content(t, s)
				if err := s.Close(); err != nil {
					t.Fatal(err)
				}
			}
			p, out, _ := start(t, c.role, path)
			said, err := io.ReadAll(out)
			if err := errors.Join(err, p.Wait()); err == nil || !strings.HasPrefix(string(said), "store.full ") {
				t.Fatalf("%s, %v", said, err)
			}
			if got := beside(t, path); !slices.Equal(got, c.remains) {
				t.Errorf("left behind: %v", got)
			}
			if c.remains != nil {
				s := opened(t, path)
				sane(t, s)
				if diff := cmp.Diff(before, content(t, s)); diff != "" {
					t.Error(diff)
				}
			}
		})
	}
}
