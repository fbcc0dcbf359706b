package app

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"

	"yueping/models/fault"
)

// WriteFile writes a file aside and renames it, so that a reader sees the old content or the new one,
// never a part. A folder, a device or a place that cannot be written is refused: file.not_a_file,
// file.bad_name, file.long_name, file.no_folder, file.no_rights, file.open_elsewhere, file.disk_full,
// file.gone where the disk or the network is, file.failed.
func WriteFile(path string, write func(io.Writer) error) (err error) {
	if name := filepath.Base(path); runtime.GOOS == "windows" && impossible(name) {
		return fault.New("file.bad_name", "path", path, "name", name)
	}
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
		if err := replaceable(place); err != nil {
			return fileFault(err, path)
		}
	}
	// A name of its own: one made from the file's could be too long where the file's is not.
	aside, err := os.CreateTemp(filepath.Dir(place), ".yueping.*.part")
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

// replaceable refuses a file that a program has open, or that may not be written.
func replaceable(path string) error {
	file, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	if err := file.Close(); err != nil {
		return err
	}
	// Where the system lets an open file be replaced, the program's own sign beside it tells.
	folder, name := filepath.Split(path)
	for _, sign := range []string{".~lock." + name + "#", "~$" + name} {
		if _, err := os.Lstat(filepath.Join(folder, sign)); err == nil {
			return fault.New("file.open_elsewhere", "path", path, "sign", sign)
		}
	}
	return nil
}

// devices are names that Windows gives no file, whatever their ending.
var devices = strings.Fields("con prn aux nul com1 com2 com3 com4 com5 com6 com7 com8 com9 lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8 lpt9")

// impossible reports whether Windows has no file of such a name.
func impossible(name string) bool {
	stem, _, _ := strings.Cut(name, ".")
	return slices.Contains(devices, strings.ToLower(strings.TrimRight(stem, " "))) || strings.TrimRight(name, ". ") != name ||
		strings.ContainsFunc(name, func(r rune) bool { return r < ' ' || strings.ContainsRune(`<>:"/\|?*`, r) })
}

func fileFault(err error, path string) error {
	if err == nil || fault.CodeOf(err) != "" {
		return err
	}
	code := "file.failed"
	var number syscall.Errno
	if errors.As(err, &number) && fileCodes[number] != "" {
		code = fileCodes[number]
	} else if errors.Is(err, fs.ErrNotExist) {
		code = "file.no_folder"
	} else if errors.Is(err, fs.ErrPermission) {
		code = "file.no_rights"
	}
	return fault.Wrap(err, code, "path", path, "folder", filepath.Dir(path), "name", filepath.Base(path), "detail", err.Error())
}
