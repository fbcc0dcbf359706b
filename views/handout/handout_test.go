package handout

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"yueping/models/fault"
	"yueping/views/kit"
	"yueping/views/screentest"
)

// none is a screen with nothing on it.
type none struct{}

func (none) Key() string                { return "none" }
func (none) Content() fyne.CanvasObject { return widget.NewLabel("") }
func (none) Load(kit.Place)             {}
func (none) Focus() fyne.Focusable      { return nil }
func (none) Leave() bool                { return true }

func stage(t *testing.T) *screentest.Stage {
	return screentest.New(t, func(*kit.Kit) kit.Screen { return none{} })
}

func TestToSaysWhereTheFileIs(t *testing.T) {
	s := stage(t)
	path := filepath.Join(t.TempDir(), "排名.pdf")
	To(s.Kit, path, func(_ context.Context, path string) error { return os.WriteFile(path, []byte("%PDF"), 0o600) })
	if len(s.Said) != 1 || s.Said[0] != "已保存到 "+path {
		t.Errorf("%q", s.Said)
	}
}

func TestAFailedFileIsNotSaidToBeThere(t *testing.T) {
	s := stage(t)
	To(s.Kit, "排名.pdf", func(context.Context, string) error { return fault.New("scheme.none", "program", "社区") })
	if len(s.Said) != 0 || s.Window.Canvas().Overlays().Top() == nil {
		t.Errorf("%q", s.Said)
	}
}

func TestPrintWritesAFileOfItsOwn(t *testing.T) {
	s := stage(t)
	written := ""
	t.Setenv("TMPDIR", t.TempDir())
	Print(s.Kit, "排名/2019:10.pdf", func(_ context.Context, path string) error {
		written = path
		return os.WriteFile(path, []byte("%PDF"), 0o600)
	})
	if filepath.Base(written) != "排名_2019_10.pdf" || len(s.Said) != 1 || !strings.Contains(s.Said[0], written) {
		t.Errorf("%s %q", written, s.Said)
	}
}
