package app

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestLogTurnsOver(t *testing.T) {
	folder := t.TempDir()
	log := NewLog(folder)
	log.Info("not written")
	if _, err := os.Stat(filepath.Join(folder, LogName)); err == nil {
		t.Error("a line below warnings made a file")
	}
	long := errors.New(strings.Repeat("x", 1<<16))
	for range 20 {
		log.Error("failed", "error", long)
	}
	for _, name := range []string{LogName, LogName + ".1"} {
		info, err := os.Stat(filepath.Join(folder, name))
		if err != nil || info.Size() == 0 || info.Size() > logLimit+1<<17 {
			t.Error(name, err)
		}
	}
	NewLog(filepath.Join(folder, "none")).Error("goes nowhere")
	if _, err := os.Stat(filepath.Join(folder, "none")); err == nil {
		t.Error("a log made its folder")
	}
}
