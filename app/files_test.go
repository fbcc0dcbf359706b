package app

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

func one(out io.Writer) error {
	_, err := io.WriteString(out, "new")
	return err
}

// TestAFileThatAnotherProgramHasOpen tells of it by the sign that office programs leave beside it.
func TestAFileThatAnotherProgramHasOpen(t *testing.T) {
	for _, sign := range []string{".~lock.排名.xlsx#", "~$排名.xlsx"} {
		t.Run(sign, func(t *testing.T) {
			folder := t.TempDir()
			path, beside := filepath.Join(folder, "排名.xlsx"), filepath.Join(folder, sign)
			for _, name := range []string{path, beside} {
				if err := os.WriteFile(name, []byte("old"), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			refused(t, WriteFile(path, one), "file.open_elsewhere")
			if content, err := os.ReadFile(path); err != nil || string(content) != "old" {
				t.Errorf("%q, %v", content, err)
			}
			if err := os.Remove(beside); err != nil {
				t.Fatal(err)
			}
			if err := WriteFile(path, one); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestNamesOfAnyLength(t *testing.T) {
	folder := t.TempDir()
	if err := WriteFile(filepath.Join(folder, strings.Repeat("a", 251)+".txt"), one); err != nil {
		t.Error(err)
	}
	refused(t, WriteFile(filepath.Join(folder, strings.Repeat("名", 90)+".txt"), one), "file.long_name")
	if entries, err := os.ReadDir(folder); err != nil || len(entries) != 1 {
		t.Errorf("%v, %v", entries, err)
	}
}

func TestNamesThatWindowsHasNoFileOf(t *testing.T) {
	for _, name := range []string{"con", "NUL.xlsx", "Com1.pdf", "aux .txt", "a.", "a ", "a:b.pdf", "a?.pdf", "a\tb", "<a>"} {
		if !impossible(name) {
			t.Errorf("%q is possible", name)
		}
	}
	for _, name := range []string{"排名 2019年10月.pdf", "console.txt", "com10.pdf", ".a", "a.b.c", "10%.xlsx"} {
		if impossible(name) {
			t.Errorf("%q is impossible", name)
		}
	}
}

func TestWhatTheSystemSays(t *testing.T) {
	for number, want := range fileCodes {
		refused(t, fileFault(&os.PathError{Op: "write", Path: "a", Err: number}, "a"), want)
	}
	for number, want := range map[syscall.Errno]string{syscall.ENOENT: "file.no_folder", syscall.EACCES: "file.no_rights", syscall.EPIPE: "file.failed"} {
		refused(t, fileFault(&os.PathError{Op: "open", Path: "a", Err: number}, "a"), want)
	}
}
