package store

import (
	"errors"
	"io/fs"
	"syscall"

	"github.com/mattn/go-sqlite3"
	"gorm.io/driver/sqlite"

	"yueping/models/fault"
)

// dialect is SQLite's with our faults for what a statement reports, reading or writing.
type dialect struct {
	sqlite.Dialector
	path string
}

// Translate is called by gorm for every error.
func (d dialect) Translate(err error) error { return translate(d.Dialector.Translate(err), d.path) }

// translate turns what SQLite and the file system report into faults; other errors pass.
func translate(err error, path string) error {
	if err == nil || fault.CodeOf(err) != "" {
		return err
	}
	var engine sqlite3.Error
	if errors.As(err, &engine) {
		switch engine.Code {
		case sqlite3.ErrBusy, sqlite3.ErrLocked:
			return fault.Wrap(err, "store.locked", "path", path)
		case sqlite3.ErrReadonly, sqlite3.ErrPerm:
			return fault.Wrap(err, "store.read_only", "path", path)
		case sqlite3.ErrFull:
			return fault.Wrap(err, "store.full", "path", path)
		case sqlite3.ErrNotADB, sqlite3.ErrCorrupt:
			return fault.Wrap(err, "store.damaged", "path", path)
		case sqlite3.ErrCantOpen:
			return fault.Wrap(err, "store.cannot_open", "path", path)
		case sqlite3.ErrIoErr:
			if engine.SystemErrno == syscall.ENOSPC || engine.SystemErrno == syscall.EFBIG || engine.SystemErrno == syscall.EDQUOT {
				return fault.Wrap(err, "store.full", "path", path)
			}
			// Linux makes a disk read-only under an open file when the disk fails.
			if engine.SystemErrno == syscall.EROFS || engine.SystemErrno == syscall.EPERM || engine.SystemErrno == syscall.EACCES {
				return fault.Wrap(err, "store.read_only", "path", path)
			}
			return fault.Wrap(err, "store.failed", "path", path)
		}
		return fault.Wrap(err, "store.failed", "path", path)
	}
	switch {
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EFBIG):
		return fault.Wrap(err, "store.full", "path", path)
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return fault.Wrap(err, "store.read_only", "path", path)
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOTDIR), errors.Is(err, fs.ErrExist):
		return fault.Wrap(err, "store.cannot_open", "path", path)
	}
	return fault.Wrap(err, "store.failed", "path", path)
}
