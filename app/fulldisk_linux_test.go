package app

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"

	"yueping/models/fault"
)

// disk is the variable that makes the test binary, in a mount namespace of its own, fill a small disk there.
const disk = "YUEPING_APP_DISK"

// A disk that really has no block left: every save says so and leaves nothing behind, reading goes on, and with
// room again the same save succeeds.
func TestSavingOnAFullDisk(t *testing.T) {
	if folder := os.Getenv(disk); folder != "" {
		fillAndSave(t, folder)
		return
	}
	c := exec.Command(os.Args[0], "-test.run", "^TestSavingOnAFullDisk$", "-test.v")
	c.Env = append(os.Environ(), disk+"="+t.TempDir())
	c.SysProcAttr = &syscall.SysProcAttr{Cloneflags: syscall.CLONE_NEWUSER | syscall.CLONE_NEWNS,
		UidMappings: []syscall.SysProcIDMap{{HostID: os.Getuid(), Size: 1}}, GidMappings: []syscall.SysProcIDMap{{HostID: os.Getgid(), Size: 1}}}
	said, err := c.CombinedOutput()
	var failed *exec.ExitError
	if err != nil && !errors.As(err, &failed) {
		t.Fatal("a full disk is made in a mount namespace of the test's own, which this system does not allow (sysctl kernel.unprivileged_userns_clone=1, or as root): ", err)
	}
	if err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	t.Logf("%s", said)
}

func fillAndSave(t *testing.T, folder string) {
	if err := syscall.Mount("none", folder, "tmpfs", 0, "size=4m"); err != nil {
		t.Fatal("no disk could be mounted: ", err)
	}
	p := params(t)
	p.Folder = folder
	w := opened(t, p, tinyFiles(t))
	applied(t, w, batch("due jia 1"))
	filler := filepath.Join(folder, "filler")
	fill(t, filler)
	// The log may have room for a few more.
	full := false
	for n := 2; n < 1000 && !full; n++ {
		before := besides(t, w)
		_, err := w.Apply(context.Background(), batch("due jia "+sprint(n)))
		full = fault.CodeOf(err) == "store.full"
		if err != nil && (!full || besides(t, w) != before) {
			t.Fatal(err)
		}
	}
	if !full {
		t.Fatal("the disk has room")
	}
	failing(t, w, "store.full", every...)
	for name, err := range map[string]error{
		"an explanation": w.WriteExplanation(context.Background(), ExplanationRequest{Program: "count", Month: october, Path: filepath.Join(folder, "a.pdf")}),
		"a month":        w.WriteExport(context.Background(), "count", october, filepath.Join(folder, "a.xlsx")),
	} {
		if fault.CodeOf(err) != "file.disk_full" {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := os.Remove(filler); err != nil {
		t.Fatal(err)
	}
	mended(t, w, p)
}

// fill takes every block that a disk has left.
func fill(t *testing.T, path string) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	block := make([]byte, 4096)
	for err == nil {
		_, err = f.Write(block)
	}
	if !errors.Is(err, syscall.ENOSPC) {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}
