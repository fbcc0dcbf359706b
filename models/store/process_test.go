//go:build unix

package store

import (
	"bufio"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"

	"yueping/models/fault"
)

// role is the variable that makes the test binary one of the processes below instead of running tests.
const role = "YUEPING_STORE_ROLE"

var roles = map[string]func(path string) error{
	"hold a transaction": func(path string) error { return hold(path, "BEGIN EXCLUSIVE") },
	"hold the file":      func(path string) error { return hold(path, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE") },
	"take the bytes":     takeBytes,
	"write until killed": writeUntilKilled,
	"create on a full disk": func(path string) error {
		return onFullDisk(64<<10, func() error { return Create(context.Background(), path, house) })
	},
	"create where only the log fits": func(path string) error {
		return Create(context.Background(), path, func(s *Store) error {
			return errors.Join(house(s), onFullDisk(4<<10, func() error { return nil }))
		})
	},
	"write on a full disk":   func(path string) error { return onFullDisk(256<<10, func() error { return writeMuch(path) }) },
	"back up on a full disk": func(path string) error { return onFullDisk(64<<10, func() error { return backUp(path) }) },
}

func TestMain(m *testing.M) {
	name, path, isRole := strings.Cut(os.Getenv(role), "|")
	if !isRole {
		os.Exit(m.Run())
	}
	if err := roles[name](path); err != nil {
		fmt.Println(fault.CodeOf(err), err)
		os.Exit(1)
	}
}

// start runs the test binary in a role until it is killed, at the latest at the end of the test.
func start(t *testing.T, name, path string) (*exec.Cmd, *bufio.Reader, io.Closer) {
	t.Helper()
	if roles[name] == nil {
		t.Fatalf("no role %q", name)
	}
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), role+"="+name+"|"+path)
	c.Stderr = os.Stderr
	in, err1 := c.StdinPipe()
	out, err2 := c.StdoutPipe()
	if err := errors.Join(err1, err2, c.Start()); err != nil {
		t.Fatal(err)
	}
	return c, bufio.NewReader(out), in
}

// hold keeps a lock until its input ends.
func hold(path, statement string) error {
	pool, err := sql.Open("sqlite3", path)
	if err != nil {
		return err
	}
	pool.SetMaxOpenConns(1)
	if _, err := pool.ExecContext(context.Background(), statement); err != nil {
		return err
	}
	fmt.Println("held")
	_, err = io.ReadAll(os.Stdin)
	return errors.Join(err, pool.Close())
}

// takeBytes fails where a process holds the lock by which SQLite says that a file is in use.
func takeBytes(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	const shared, length = 0x40000002, 510 // of SQLite's file format
	lock := syscall.Flock_t{Type: syscall.F_WRLCK, Whence: io.SeekStart, Start: shared, Len: length}
	return errors.Join(syscall.FcntlFlock(f.Fd(), syscall.F_SETLK, &lock), f.Close())
}

// Another process's lock is waited for as long as the busy timeout, then named.
func TestLockedByAnotherProcess(t *testing.T) {
	cases := []struct {
		name, role string
		attempt    func(t *testing.T, path string) error
	}{
		{"writing while another writes", "hold a transaction", func(t *testing.T, path string) error {
			s := opened(t, path)
			if _, err := s.Register(t.Context()); err != nil {
				t.Errorf("reading goes on: %v", err)
			}
			return s.Write(t.Context(), func(*Tx) error { return nil })
		}},
		{"opening what another has for itself", "hold the file", func(t *testing.T, path string) error {
			_, err := Open(t.Context(), path)
			return err
		}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			path := file(t)
			holder, out, in := start(t, c.role, path)
			if line, err := out.ReadString('\n'); line != "held\n" {
				t.Fatalf("%q, %v", line, err)
			}
			began := time.Now()
			refused(t, c.attempt(t, path), "store.locked")
			if waited := time.Since(began); waited < 3*time.Second {
				t.Errorf("waited only %s", waited)
			}
			if err := errors.Join(in.Close(), holder.Wait()); err != nil {
				t.Fatal(err)
			}
			sane(t, opened(t, path))
		})
	}
}

// A second Store of this process must not take the locks of the first with it.
func TestLocksOutliveASecondStore(t *testing.T) {
	path := file(t)
	first := opened(t, path)
	if _, err := first.Register(t.Context()); err != nil {
		t.Fatal(err)
	}
	second, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	try := func() {
		t.Helper()
		if p, _, _ := start(t, "take the bytes", path); p.Wait() == nil {
			t.Fatal("another process could take the file")
		}
	}
	try()
	if err := second.Close(); err != nil {
		t.Fatal(err)
	}
	try()
}
