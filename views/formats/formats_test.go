package formats

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"yueping/app"
	"yueping/models"
	"yueping/models/month"
	"yueping/views/controls"
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

// opened shows the formats of a month at that of a key.
func opened(t *testing.T, key string) (*screentest.Stage, *page, *[]string) {
	t.Helper()
	s := screentest.New(t, func(*kit.Kit) kit.Screen { return none{} })
	p, err := s.Workspace.Program(context.Background(), "city-management")
	if err != nil {
		t.Fatal(err)
	}
	all, err := s.Workspace.Formats(context.Background(), p.Key)
	if err != nil {
		t.Fatal(err)
	}
	var left []string
	shown := show(s.Kit, kit.Place{Program: p, Month: month.Of(2019, 10)}, "", key, all, func(chosen string) { left = append(left, chosen) })
	return s, shown, &left
}

func contents(p *page) string {
	var list []string
	for _, c := range p.draft.Terms.Columns {
		list = append(list, string(c.Content))
	}
	return strings.Join(list, " ")
}

func TestAShippedFormatIsOnlyLookedAt(t *testing.T) {
	s, p, left := opened(t, app.FormatFull)
	s.Shot("formats-shipped")
	if p.locked.Hidden || !p.titles[0].Disabled() || !p.save.Disabled() || !p.remove.Disabled() {
		t.Error("it can be changed")
	}
	if p.sheet.Image == nil || !p.wrong.Hidden {
		t.Errorf("no first page: %s", p.wrong.Text)
	}
	p.leave()
	if len(*left) != 1 || (*left)[0] != app.FormatFull || s.Window.Canvas().Overlays().Top() != nil {
		t.Errorf("left with %v", *left)
	}
}

// TestAFormatIsMadeFromAnother copies, changes, saves and deletes one.
func TestAFormatIsMadeFromAnother(t *testing.T) {
	s, p, left := opened(t, app.FormatLeader)
	p.copy()
	if p.draft.Name != "领导一页表 2" || p.draft.Key != "" || p.titles[0].Disabled() || !p.duplicate.Disabled() || !p.out.Disabled() {
		t.Errorf("%q %q", p.draft.Name, p.draft.Key)
	}
	before := p.sheet.Image
	p.draft.Terms.Sort = []models.FormatSort{{Column: 0, Descending: true}}
	alt := func(key fyne.KeyName) fyne.Shortcut {
		return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt}
	}
	p.titles[0].TypedShortcut(alt(fyne.KeyDown))
	if !strings.HasPrefix(contents(p), "unit rank county ") || p.draft.Terms.Sort[0].Column != 1 || s.Window.Canvas().Focused() != fyne.Focusable(p.titles[1]) {
		t.Errorf("%s, sorted by %v", contents(p), p.draft.Terms.Sort)
	}
	p.drop(2)
	p.drop(0)
	if !strings.HasPrefix(contents(p), "rank figure ") || p.draft.Terms.Sort[0].Column != 0 {
		t.Errorf("%s, sorted by %v", contents(p), p.draft.Terms.Sort)
	}
	p.titles[0].SetText("位次")
	s.Shot("formats-own")
	if p.sheet.Image == before || p.sheet.Image == nil {
		t.Errorf("the first page is not that of the draft: %s", p.wrong.Text)
	}
	p.shortcut(&desktop.CustomShortcut{KeyName: fyne.KeyS, Modifier: fyne.KeyModifierShortcutDefault})
	kept, err := s.Workspace.Format(context.Background(), "city-management", "领导一页表 2")
	if err != nil || kept.Terms.Columns[0].Title != "位次" || p.dirty() || p.draft.Key != kept.Key {
		t.Fatalf("%v, %+v", err, kept)
	}
	p.delete(p.stored)
	if _, err := s.Workspace.Format(context.Background(), "city-management", kept.Key); err == nil || len(p.all) != 3 {
		t.Error("it is still there")
	}
	p.leave()
	if len(*left) != 1 {
		t.Error("it did not close")
	}
}

// TestAWrongFormulaIsToldAtOnce and the page comes back when it is put right.
func TestAWrongFormulaIsToldAtOnce(t *testing.T) {
	s, p, _ := opened(t, app.FormatFull)
	p.copy()
	indicator := p.place.Program.Indicators[0].Key
	offered := slices.IndexFunc(p.offers(), func(c models.FormatColumn) bool { return c.Content == models.ContentFormula })
	p.add(p.offers()[offered])
	last := &p.draft.Terms.Columns[len(p.draft.Terms.Columns)-1]
	last.Title, last.Formula = "倍数", indicator+" * "
	p.changed()
	s.Shot("formats-wrong")
	if p.wrong.Hidden || !strings.Contains(p.wrong.Text, "倍数") || p.sheet.Visible() {
		t.Errorf("%q", p.wrong.Text)
	}
	last.Formula = indicator + " * 2"
	p.changed()
	if !p.wrong.Hidden || !p.sheet.Visible() {
		t.Errorf("%q", p.wrong.Text)
	}
}

func TestNothingIsLostUnasked(t *testing.T) {
	s, p, left := opened(t, app.FormatFull)
	p.copy()
	overlays := s.Window.Canvas().Overlays()
	before := len(overlays.List())
	s.Keys(fyne.KeyEscape)
	if len(*left) != 0 || len(overlays.List()) != before+1 {
		t.Fatalf("left %v with %d overlays", *left, len(overlays.List()))
	}
	overlays.Remove(overlays.Top())
	p.list.OnSelected(0)
	if p.draft.Key != "" || len(overlays.List()) != before+1 {
		t.Error("another format is shown")
	}
}

func TestAFormatGoesThroughAFile(t *testing.T) {
	s, p, _ := opened(t, app.FormatNewspaper)
	path := filepath.Join(t.TempDir(), "见报"+app.FormatEnding)
	if err := s.Workspace.WriteFormat(context.Background(), "city-management", app.FormatNewspaper, path); err != nil {
		t.Fatal(err)
	}
	want := contents(p)
	p.take(path)
	if p.draft.Key != "" || p.draft.Name != "见报稿 2" || contents(p) != want || !p.dirty() {
		t.Errorf("%q %q %s", p.draft.Key, p.draft.Name, contents(p))
	}
}

func TestNumbersAreReadAsTyped(t *testing.T) {
	for text, want := range map[string]float64{"": 0, " 12 ": 12, "10.5": 10.5, "十": -1, "-3": -3} {
		if got := read(text); got != want {
			t.Errorf("%q is %v, want %v", text, got, want)
		}
	}
}

// TestANarrowWindowShowsOneOrTheOther: at 200 % the form and the first page have no room beside each other,
// and no field reaches beyond the form.
func TestANarrowWindowShowsOneOrTheOther(t *testing.T) {
	s, p, _ := opened(t, app.FormatFull)
	s.Window.Resize(fyne.NewSize(640, 360))
	p.cover.Resize(fyne.NewSize(640, 360))
	s.Shot("formats-narrow")
	if p.scroll.Size().Width < p.form.MinSize().Width || p.sides.sheet.Visible() {
		t.Errorf("the form needs %v of %v", p.form.MinSize().Width, p.scroll.Size().Width)
	}
	if save := p.save; p.cover.Size().Width < fyne.CurrentApp().Driver().AbsolutePositionForObject(save).X+save.Size().Width {
		t.Error("the buttons are out of sight")
	}
	p.sides.turn.(*controls.Button).OnTapped()
	if p.sides.form.Visible() || !p.sides.sheet.Visible() {
		t.Error("the first page is not shown")
	}
	p.cover.Resize(fyne.NewSize(1280, 720))
	if !p.sides.form.Visible() || !p.sides.sheet.Visible() || p.sides.turn.Visible() {
		t.Error("a wide window does not show both")
	}
}
