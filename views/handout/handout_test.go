package handout

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"yueping/app"
	"yueping/models/fault"
	"yueping/models/month"
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

func TestPrintShowsThePages(t *testing.T) {
	s := stage(t)
	Print(s.Kit, "排名/2019:10.pdf", func(ctx context.Context) (*app.Printable, error) {
		return s.Workspace.RankingPages(ctx, app.Handout{Program: "city-management", Month: month.Of(2019, 10)})
	})
	if _, shown := s.Window.Canvas().Overlays().Top().(*kit.Cover); !shown {
		t.Error("there is no preview")
	}
}

func TestWhatCannotBeLaidOutIsNotShown(t *testing.T) {
	s := stage(t)
	Print(s.Kit, "排名.pdf", func(context.Context) (*app.Printable, error) {
		return nil, fault.New("scheme.none", "program", "社区")
	})
	if top := s.Window.Canvas().Overlays().Top(); top == nil {
		t.Error("nothing is said")
	} else if _, shown := top.(*kit.Cover); shown {
		t.Error("there is a preview")
	}
}

// TestACoveredWindowSaysItInFront of what covers it.
func TestACoveredWindowSaysItInFront(t *testing.T) {
	s := stage(t)
	overlays := s.Window.Canvas().Overlays()
	overlays.Add(kit.NewCover(widget.NewLabel(""), func() {}))
	path := filepath.Join(t.TempDir(), "排名.pdf")
	To(s.Kit, path, func(_ context.Context, path string) error { return os.WriteFile(path, []byte("%PDF"), 0o600) })
	s.Shot("handout-saved")
	if len(overlays.List()) != 2 || len(s.Said) != 0 {
		t.Fatalf("%d overlays, said %q", len(overlays.List()), s.Said)
	}
	s.Keys(fyne.KeyReturn)
	if len(overlays.List()) != 1 {
		t.Error("Enter does not close it")
	}
}
