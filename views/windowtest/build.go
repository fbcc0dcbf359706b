package windowtest

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// Tags are the build tags of the program.
func Tags() string {
	if runtime.GOOS == "linux" {
		return "x11,gles,migrated_fynedo,no_emoji"
	}
	return "migrated_fynedo,no_emoji"
}

// Build gives the program's path: what YUEPING_BINARY names, as make test does, else a build of its own in a folder.
func Build(folder string) (string, error) {
	if made := os.Getenv("YUEPING_BINARY"); made != "" {
		return made, nil
	}
	path := filepath.Join(folder, "yueping")
	root, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}").Output()
	if err != nil {
		return "", err
	}
	c := exec.Command("go", "build", "-tags", Tags(), "-o", path, ".")
	c.Dir = strings.TrimSpace(string(root))
	c.Stdout, c.Stderr = os.Stderr, os.Stderr
	return path, c.Run()
}

// Run runs the program without a window and gives what it printed.
func Run(t testing.TB, program string, args ...string) string {
	t.Helper()
	out, err := exec.Command(program, args...).Output()
	if err != nil {
		stderr := ""
		if exit, ok := err.(*exec.ExitError); ok {
			stderr = string(exit.Stderr)
		}
		t.Fatalf("yueping %s: %v\n%s", strings.Join(args, " "), err, stderr)
	}
	return string(out)
}
