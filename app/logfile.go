package app

import (
	"errors"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"sync"
)

// LogName is the log inside a data folder; the one before it ends in .1.
const LogName = "yueping.log"

const logLimit = 1 << 20

// NewLog gives a log of warnings and errors in a data folder. The file is made by the first line; a
// folder that is not there gets none.
func NewLog(folder string) *slog.Logger {
	return slog.New(slog.NewTextHandler(&logFile{path: filepath.Join(folder, LogName)}, &slog.HandlerOptions{Level: slog.LevelWarn}))
}

// logFile opens its file for each line: lines are rare, and another process may turn the file over.
type logFile struct {
	mu   sync.Mutex
	path string
}

// Write appends a line. What cannot be logged is lost: a log never stops work.
func (l *logFile) Write(line []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if info, err := os.Stat(l.path); err == nil && info.Size() > logLimit {
		if err := os.Rename(l.path, l.path+".1"); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return 0, err
		}
	}
	f, err := os.OpenFile(l.path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return 0, err
	}
	n, err := f.Write(line)
	return n, errors.Join(err, f.Close())
}
