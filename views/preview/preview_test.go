package preview

import (
	"context"
	"image"
	"image/draw"
	"math"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"yueping/app"
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

// opened is a preview of a ranking of three pages.
func opened(t *testing.T) (*screentest.Stage, *page) {
	t.Helper()
	s := screentest.New(t, func(*kit.Kit) kit.Screen { return none{} })
	return s, previewed(t, s)
}

func previewed(t *testing.T, s *screentest.Stage) *page {
	t.Helper()
	pages, err := s.Workspace.RankingPages(context.Background(), app.Handout{Program: "township-air", Month: month.Of(2019, 8), Scheme: "townships"})
	if err != nil {
		t.Fatal(err)
	}
	p := show(s.Kit, Sheet{Pages: pages, Name: "排名.pdf", Save: func() { s.Say("saved") }})
	s.Window.Resize(fyne.NewSize(1280, 720))
	p.cover.Resize(s.Window.Canvas().Size())
	return p
}

// nobody answers for printers.
func nobody(t *testing.T) {
	t.Setenv("CUPS_SERVER", filepath.Join(t.TempDir(), "socket"))
}

func TestTurning(t *testing.T) {
	nobody(t)
	s, p := opened(t)
	if n := p.sheet.Pages.Count(); n != 3 {
		t.Fatalf("%d pages", n)
	}
	for i, c := range []struct {
		key  fyne.KeyName
		want string
	}{
		{fyne.KeyPageDown, "第 2 / 3 页"}, {fyne.KeyPageDown, "第 3 / 3 页"}, {fyne.KeyPageDown, "第 3 / 3 页"}, {fyne.KeyHome, "第 1 / 3 页"},
		{fyne.KeyPageUp, "第 1 / 3 页"}, {fyne.KeyEnd, "第 3 / 3 页"}, {fyne.KeyPageUp, "第 2 / 3 页"},
	} {
		if s.Keys(c.key); p.bar.number.Text != c.want {
			t.Errorf("%d, %s: %s, want %s", i, c.key, p.bar.number.Text, c.want)
		}
	}
	test.Tap(p.bar.next)
	if p.paper.page != 2 || !p.bar.next.Disabled() || p.bar.previous.Disabled() || s.Window.Canvas().Focused() != fyne.Focusable(p.paper) {
		t.Errorf("page %d", p.paper.page)
	}
}

func TestTheWheelGoesOverPages(t *testing.T) {
	nobody(t)
	_, p := opened(t)
	p.paper.set(zoom{fitWidth, 0})
	turned := 0
	for turned = 0; p.paper.page == 0 && turned < 100; turned++ {
		p.paper.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -25)})
	}
	if p.paper.page != 1 || p.paper.at.Y != 0 || turned < 5 {
		t.Errorf("page %d at %v after %d", p.paper.page, p.paper.at, turned)
	}
	for range 2 {
		p.paper.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, 25)})
	}
	if most := p.paper.measure().most.Y; p.paper.page != 0 || p.paper.at.Y != most || most == 0 {
		t.Errorf("page %d at %v of %d", p.paper.page, p.paper.at, most)
	}
	p.paper.set(zoom{fitPage, 0})
	p.paper.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -25)})
	if p.paper.page != 1 {
		t.Errorf("a whole page: page %d after a notch", p.paper.page)
	}
}

func TestZoom(t *testing.T) {
	nobody(t)
	s, p := opened(t)
	p.paper.set(zoom{fitNone, 100})
	press := func(key fyne.KeyName) {
		p.paper.TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault})
	}
	press(fyne.KeyEqual)
	if p.bar.percent.Text != "125%" {
		t.Error(p.bar.percent.Text)
	}
	for range 20 {
		press(fyne.KeyEqual)
	}
	if p.bar.percent.Text != "300%" || !p.bar.larger.Disabled() {
		t.Error(p.bar.percent.Text)
	}
	s.Shot("preview-300")
	for range 20 {
		p.paper.TypedRune('-')
	}
	if p.bar.percent.Text != "50%" || !p.bar.smaller.Disabled() {
		t.Error(p.bar.percent.Text)
	}
	test.Tap(p.bar.whole)
	m := p.paper.measure()
	if m.most != (image.Point{}) || m.room.h-m.dots.Dy() > 2*rim+2 {
		t.Errorf("a whole page of %v in %v", m.dots, m.room)
	}
	test.Tap(p.bar.width)
	if m = p.paper.measure(); m.most.X != 0 || m.room.w-m.dots.Dx() > 2*rim+2 {
		t.Errorf("a page of %v in the width of %v", m.dots, m.room)
	}
}

// What is seen is what Draw gives, dot for dot, at every zoom and scale, and wherever it is scrolled to.
func TestThePageIsThePrintedOne(t *testing.T) {
	nobody(t)
	for _, c := range []struct {
		name  string
		scale float32
		zoom  zoom
		at    image.Point
	}{
		{"width", 1, zoom{fitWidth, 0}, image.Pt(0, 0)},
		{"scrolled", 1, zoom{fitWidth, 0}, image.Pt(0, 311)},
		{"whole", 1, zoom{fitPage, 0}, image.Pt(0, 0)},
		{"large", 1, zoom{fitNone, 250}, image.Pt(333, 777)},
		{"twice the scale", 2, zoom{fitNone, 125}, image.Pt(0, 401)},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, p := opened(t)
			s.Window.Canvas().(software.WindowlessCanvas).SetScale(c.scale)
			p.paper.zoom = c.zoom
			p.paper.turn(1, false)
			p.paper.at = c.at
			p.paper.changed()
			m := p.paper.lay()
			want := p.sheet.Pages.Draw(1, m.dpi)
			corner := fyne.CurrentApp().Driver().AbsolutePositionForObject(p.paper)
			origin := image.Pt(whole(corner.X*c.scale)+m.left, whole(corner.Y*c.scale)+m.top)
			seen := p.paper.shown.part
			if seen.Dx() < 300 || seen.Dy() < 300 {
				t.Fatalf("only %v is seen", seen)
			}
			captured := s.Window.Canvas().Capture()
			got := image.NewRGBA(seen)
			draw.Draw(got, seen, captured, seen.Min.Add(origin), draw.Src)
			apart := 0
			for y := seen.Min.Y + 1; y < seen.Max.Y-1; y++ {
				for x := seen.Min.X + 1; x < seen.Max.X-1; x++ {
					if got.RGBAAt(x, y) != want.RGBAAt(x, y) {
						apart++
					}
				}
			}
			if apart > 0 {
				s.Shot("preview-wrong")
				t.Errorf("%d of %d dots differ", apart, seen.Dx()*seen.Dy())
			}
		})
	}
}

func whole(dots float32) int { return int(math.Round(float64(dots))) }

func TestEscapeGivesTheWindowBack(t *testing.T) {
	nobody(t)
	s, p := opened(t)
	p.paper.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyS, Modifier: fyne.KeyModifierShortcutDefault})
	if len(s.Said) != 1 || s.Said[0] != "saved" {
		t.Errorf("%q", s.Said)
	}
	s.Keys(fyne.KeyF6)
	if s.Window.Canvas().Focused() == fyne.Focusable(p.paper) {
		t.Error("F6 stays on the paper")
	}
	s.Keys(fyne.KeyEscape)
	if s.Window.Canvas().Overlays().Top() != nil {
		t.Error("the preview is still there")
	}
}
