package app

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"yueping/models/fault"
)

// WriteFile writes a file aside and renames it, so that a reader sees the old content or the new one,
// never a part. A folder, a device or a place that cannot be written is refused: file.not_a_file,
// file.no_folder, file.no_rights, file.disk_full, file.failed.
func WriteFile(path string, write func(io.Writer) error) (err error) {
	place, rights := path, fs.FileMode(0o644)
	if info, err := os.Stat(path); err == nil {
		if !info.Mode().IsRegular() {
			return fault.New("file.not_a_file", "path", path)
		}
		if rights = info.Mode().Perm(); rights&0o222 == 0 {
			return fault.New("file.no_rights", "path", path)
		}
		// A link stays one: what it leads to is written.
		if place, err = filepath.EvalSymlinks(path); err != nil {
			return fileFault(err, path)
		}
	}
	aside, err := os.CreateTemp(filepath.Dir(place), "."+filepath.Base(place)+".*.part")
	if err != nil {
		return fileFault(err, path)
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, removed(aside.Name()))
		}
	}()
	err = write(aside)
	if err == nil {
		err = aside.Sync()
	}
	if closing := aside.Close(); err == nil {
		err = closing
	}
	if err == nil {
		err = os.Chmod(aside.Name(), rights)
	}
	if err == nil {
		err = os.Rename(aside.Name(), place)
	}
	return fileFault(err, path)
}

func removed(path string) error {
	if err := os.Remove(path); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

func fileFault(err error, path string) error {
	switch {
	case err == nil || fault.CodeOf(err) != "":
		return err
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOTDIR):
		return fault.Wrap(err, "file.no_folder", "path", path, "folder", filepath.Dir(path))
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return fault.Wrap(err, "file.no_rights", "path", path)
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EFBIG):
		return fault.Wrap(err, "file.disk_full", "path", path)
	}
	return fault.Wrap(err, "file.failed", "path", path, "detail", err.Error())
}
