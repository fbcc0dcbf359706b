// Package screentest puts a screen on a stage for tests in memory: a real workspace on the sample
// city, a window without a display, the embedded faces and the light theme.
package screentest

import (
	"context"
	"image/png"
	"io/fs"
	"log/slog"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"

	"yueping/app"
	"yueping/app/text"
	"yueping/assets"
	"yueping/models/air"
	"yueping/models/month"
	"yueping/views/kit"
)

// Stage is a screen in a window.
type Stage struct {
	*kit.Kit
	Screen kit.Screen
	Window fyne.Window
	// Said is the sentences of the status bar, Led the screens that were asked for.
	Said, Led []string
	t         testing.TB
}

// New makes a workspace on the sample city and puts the screen into a window of 1280 × 720.
func New(t *testing.T, make func(*kit.Kit) kit.Screen) *Stage {
	t.Helper()
	return Sized(t, fyne.NewSize(1280, 720), make)
}

// Sized is New with a window of another size. With YUEPING_SCALE=2 everything is twice as large.
func Sized(t *testing.T, size fyne.Size, make func(*kit.Kit) kit.Screen) *Stage {
	t.Helper()
	return In(t, sample(t), size, make)
}

// In is Sized on a city of the test's own.
func In(t testing.TB, city fs.FS, size fyne.Size, make func(*kit.Kit) kit.Screen) *Stage {
	t.Helper()
	application := test.NewTempApp(t)
	application.Settings().SetTheme(kit.Theme{Look: kit.LookLight})
	book, err := text.Open(assets.Files, text.Default)
	check(t, err)
	standards, err := air.Open(assets.Files)
	check(t, err)
	workspace, err := app.Create(context.Background(), app.Params{Folder: t.TempDir(), Clock: clock, Actor: "测试",
		Standards: standards, Text: book, Log: slog.New(slog.DiscardHandler)}, city)
	check(t, err)
	t.Cleanup(func() { check(t, workspace.Close()) })
	window := test.NewTempWindow(t, nil)
	window.SetPadded(false)
	s := &Stage{Window: window, t: t}
	s.Kit = &kit.Kit{Workspace: workspace, Text: book, Window: window, Log: slog.New(slog.DiscardHandler), Synchronous: true,
		Status: func(sentence string) { s.Said = append(s.Said, sentence) },
		Go:     func(screen, _, _ string) { s.Led = append(s.Led, screen) }}
	s.Screen = make(s.Kit)
	window.SetContent(s.Screen.Content())
	window.Resize(size)
	if scaled, ok := window.Canvas().(software.WindowlessCanvas); ok && os.Getenv("YUEPING_SCALE") == "2" {
		scaled.SetScale(2)
	}
	return s
}

func clock() time.Time { return time.Date(2019, 11, 15, 9, 30, 0, 0, time.UTC) }

// sample is the first city of the assets.
func sample(t *testing.T) fs.FS {
	t.Helper()
	cities, err := fs.Glob(assets.Files, "cities/*/units.yaml")
	check(t, err)
	city, err := fs.Sub(assets.Files, path.Dir(cities[0]))
	check(t, err)
	return city
}

func check(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// Load shows a program's month, such as "2019-10".
func (s *Stage) Load(program, at string) {
	s.t.Helper()
	p, err := s.Workspace.Program(context.Background(), program)
	check(s.t, err)
	s.Screen.Load(kit.Place{Program: p, Month: month.MustParse(at)})
}

// Shot writes a picture of the window into the folder that YUEPING_SHOTS names; without it, it only
// paints.
func (s *Stage) Shot(name string) {
	s.t.Helper()
	picture := s.Window.Canvas().Capture()
	folder := os.Getenv("YUEPING_SHOTS")
	if folder == "" {
		return
	}
	file, err := os.Create(filepath.Join(folder, name+".png"))
	check(s.t, err)
	check(s.t, png.Encode(file, picture))
	check(s.t, file.Close())
}

// Keys types keys into what has the keyboard.
func (s *Stage) Keys(names ...fyne.KeyName) {
	for _, name := range names {
		if f := s.Window.Canvas().Focused(); f != nil {
			f.TypedKey(&fyne.KeyEvent{Name: name})
		}
	}
}

// Lines joins cells for a comparison that a failed test can print.
func Lines(rows ...[]string) string {
	lines := make([]string, len(rows))
	for i, r := range rows {
		lines[i] = strings.Join(r, "|")
	}
	return strings.Join(lines, "\n")
}
