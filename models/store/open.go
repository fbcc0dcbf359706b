// Package store opens a database file, brings it up to date, and is the only room that speaks SQL.
package store

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/mattn/go-sqlite3"
	"gorm.io/driver/sqlite"
	"gorm.io/gorm"
	"gorm.io/gorm/logger"

	"yueping/models/fault"
)

// ApplicationID marks our files in SQLite's header ("YUEP").
const ApplicationID = 0x59554550

// Store is an open database. It has one connection: writes never wait for each other inside a process.
type Store struct {
	Queries
	path string
	file fs.FileInfo // as it was opened, nil while it is made
}

// Create makes a new database file; store.exists where there is one already. What makes it fails
// leaves no file behind: fill is called before the file gets its name.
func Create(ctx context.Context, path string, fill func(*Store) error) (err error) {
	if _, err := os.Stat(path); err == nil {
		return fault.New("store.exists", "path", path)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return translate(err, path)
	}
	aside := path + ".new"
	if err := clearAside(ctx, aside); err != nil {
		return translate(err, path)
	}
	defer func() {
		if err != nil {
			removeFiles(aside)
		}
	}()
	// Nobody else may have it until it has its name: the lock tells a second process that this one lives.
	s, err := connect(aside, path, "&_locking_mode=EXCLUSIVE")
	if err != nil {
		return translate(err, path)
	}
	if err := s.migrate(ctx); err != nil {
		return errors.Join(translate(err, path), s.Close())
	}
	if err := fill(s); err != nil {
		return errors.Join(translate(err, path), s.Close())
	}
	if err := s.checkpoint(ctx); err != nil {
		return errors.Join(translate(err, path), s.Close())
	}
	if err := s.Close(); err != nil {
		return translate(err, path)
	}
	return settle(aside, path)
}

// clearAside removes what a crash left, but not what another process is making (SQLite says busy).
func clearAside(ctx context.Context, aside string) error {
	if _, err := os.Stat(aside); err != nil {
		removeFiles(aside)
		return nil
	}
	place, err := address(aside)
	if err != nil {
		return err
	}
	pool, err := sql.Open("sqlite3", place+"?mode=rw&_busy_timeout=0")
	if err != nil {
		return err
	}
	_, err = pool.ExecContext(ctx, "BEGIN EXCLUSIVE; ROLLBACK")
	var engine sqlite3.Error
	busy := errors.As(err, &engine) && (engine.Code == sqlite3.ErrBusy || engine.Code == sqlite3.ErrLocked)
	if closing := pool.Close(); busy || closing != nil {
		return errors.Join(err, closing)
	}
	removeFiles(aside)
	return nil
}

// checkpoint writes what is pending into the file. Closing does so, too, but keeps silent where the
// disk is full, and the file would get its name without what it has in its log.
func (s *Store) checkpoint(ctx context.Context) error {
	var busy, frames, done int
	return s.db.WithContext(ctx).Raw("PRAGMA wal_checkpoint(TRUNCATE)").Row().Scan(&busy, &frames, &done)
}

// settle gives a finished file its name, if the name is still free.
func settle(aside, path string) error {
	// Link refuses an existing name, which Rename would replace; not every file system has it.
	err := os.Link(aside, path)
	if errors.Is(err, fs.ErrExist) {
		return fault.New("store.exists", "path", path)
	}
	if err != nil {
		return translate(os.Rename(aside, path), path)
	}
	return translate(os.Remove(aside), path)
}

// Open opens an existing database and brings an older one up to date, after a backup beside it.
// Faults: store.missing, store.foreign, store.newer, store.read_only, store.locked, store.network_path.
func Open(ctx context.Context, path string) (*Store, error) {
	if err := usable(path); err != nil {
		return nil, err
	}
	s, err := connect(path, path, "")
	if err != nil {
		return nil, translate(err, path)
	}
	if err := s.prepare(ctx); err != nil {
		return nil, errors.Join(translate(err, path), s.Close())
	}
	if s.file, err = os.Stat(path); err != nil {
		return nil, errors.Join(translate(err, path), s.Close())
	}
	return s, nil
}

func usable(path string) error {
	if strings.HasPrefix(path, `\\`) || strings.HasPrefix(path, "//") {
		return fault.New("store.network_path", "path", path)
	}
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return fault.New("store.missing", "path", path)
	}
	if err != nil {
		return translate(err, path)
	}
	if !info.Mode().IsRegular() {
		return fault.New("store.foreign", "path", path)
	}
	if info.Mode().Perm()&0o222 == 0 {
		return fault.New("store.read_only", "path", path)
	}
	if err := writable(path); err != nil {
		return translate(err, path)
	}
	return marked(path)
}

// marked refuses a file without our mark. SQLite reads it: on Unix, closing a file that was opened
// beside SQLite drops the locks that another Store of this process has on it.
func marked(path string) error {
	place, err := address(path)
	if err != nil {
		return err
	}
	pool, err := sql.Open("sqlite3", place+"?mode=ro&immutable=1")
	if err != nil {
		return translate(err, path)
	}
	var id int64
	err = pool.QueryRow("PRAGMA application_id").Scan(&id)
	if closing := pool.Close(); err == nil {
		err = closing
	}
	var engine sqlite3.Error
	switch {
	case errors.As(err, &engine) && engine.Code == sqlite3.ErrNotADB, err == nil && id != ApplicationID:
		return fault.Wrap(err, "store.foreign", "path", path)
	case errors.As(err, &engine) && engine.Code == sqlite3.ErrCorrupt && logged(path):
		return nil
	}
	return translate(err, path)
}

// logged reports whether a log lies beside a file. Where a process was killed while the log was written back,
// the file alone, as marked reads it, is in pieces; with its log it is whole, and opening it proves that.
func logged(path string) bool {
	info, err := os.Stat(path + "-wal")
	return err == nil && info.Size() > 0
}

// address is SQLite's name for a file, whatever characters its folder has.
func address(path string) (string, error) {
	absolute, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	location := filepath.ToSlash(absolute)
	if !strings.HasPrefix(location, "/") {
		location = "/" + location
	}
	return "file:" + (&url.URL{Path: location}).EscapedPath(), nil
}

// connect opens a file; its faults speak of it as path.
func connect(file, path, options string) (*Store, error) {
	place, err := address(file)
	if err != nil {
		return nil, err
	}
	dsn := place + "?_foreign_keys=on&_journal_mode=WAL&_busy_timeout=5000&_txlock=immediate&_synchronous=FULL" + options
	db, err := gorm.Open(dialect{sqlite.Dialector{DSN: dsn}, path}, &gorm.Config{
		PrepareStmt:            true,
		TranslateError:         true,
		SkipDefaultTransaction: true,
		NowFunc:                func() time.Time { return time.Now().UTC() },
		Logger:                 logger.Discard,
	})
	if err != nil {
		return nil, err
	}
	pool, err := db.DB()
	if err != nil {
		return nil, err
	}
	pool.SetMaxOpenConns(1)
	return &Store{Queries: Queries{db}, path: path}, nil
}

// Path is the database file.
func (s *Store) Path() string { return s.path }

// Close writes what is pending into the file and closes it.
func (s *Store) Close() error {
	pool, err := s.db.DB()
	if err != nil {
		return err
	}
	return pool.Close()
}

func removeFiles(path string) {
	for _, suffix := range []string{"", "-wal", "-shm", "-journal"} {
		os.Remove(path + suffix)
	}
}
