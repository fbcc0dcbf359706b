package views

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
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"yueping/app"
	"yueping/app/text"
	"yueping/assets"
	"yueping/models/air"
	"yueping/models/month"
	"yueping/views/kit"
)

// newStart prepares a start in a folder without a database.
func newStart(t *testing.T) *Start {
	t.Helper()
	book, err := text.Open(assets.Files, text.Default)
	check(t, err)
	standards, err := air.Open(assets.Files)
	check(t, err)
	return &Start{Folder: t.TempDir(), Files: assets.Files, Standards: standards, Text: book, User: "测试", Version: "test",
		Clock: func() time.Time { return time.Date(2019, 11, 15, 14, 32, 0, 0, time.Local) },
		Log:   slog.New(slog.DiscardHandler), synchronous: true}
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// withSample makes the sample city's database.
func withSample(t *testing.T, s *Start) {
	t.Helper()
	cities, err := fs.Glob(assets.Files, "cities/*/units.yaml")
	check(t, err)
	folder, err := fs.Sub(assets.Files, path.Dir(cities[0]))
	check(t, err)
	w, err := app.Create(context.Background(), s.params(), folder)
	check(t, err)
	check(t, w.Close())
}

// open opens the window on a start.
func open(t *testing.T, s *Start) *Window {
	t.Helper()
	a := test.NewTempApp(t)
	s.Begin()
	w := NewWindow(a, s, nil)
	t.Cleanup(func() { check(t, w.CloseData()); w.Close() })
	w.Resize(fyne.NewSize(1280, 720))
	return w
}

func sampleWindow(t *testing.T) (*Window, *shell) {
	t.Helper()
	s := newStart(t)
	withSample(t, s)
	w := open(t, s)
	return w, w.shell
}

func TestTheNewestMonthWithDataIsShownFirst(t *testing.T) {
	_, s := sampleWindow(t)
	if s.place.Month != month.Of(2019, 10) {
		t.Errorf("the month is %v, want 2019-10", s.place.Month)
	}
	if got := s.bar.month.label.Text; got != "2019年10月" {
		t.Errorf("the month picker says %q", got)
	}
	if s.bar.mark.Text() != "示例仅含见报单位" {
		t.Errorf("the mark says %q", s.bar.mark.Text())
	}
	if s.status.count.Text != "应报39　已报39　缺0" {
		t.Errorf("the status bar counts %q", s.status.count.Text)
	}
	s.choose(s.programs[1])
	if s.place.Month != month.Of(2019, 8) || s.bar.mark.Text() != "示例数据" {
		t.Errorf("the second program shows %v, marked %q", s.place.Month, s.bar.mark.Text())
	}
}

func TestEachProgramRemembersItsMonthAndScreen(t *testing.T) {
	start := newStart(t)
	withSample(t, start)
	s := open(t, start).shell
	s.choose(s.programs[1])
	s.step(-1)
	s.show("ranking")
	s.choose(s.programs[0])
	if s.place.Month != month.Of(2019, 10) {
		t.Errorf("the first program is at %v", s.place.Month)
	}
	s.choose(s.programs[1])
	if s.place.Month != month.Of(2019, 7) || s.current.Key() != "ranking" {
		t.Errorf("the second program came back at %v on %s", s.place.Month, s.current.Key())
	}
	again := open(t, start).shell
	if again.place.Program.Key != s.programs[1].Key || again.place.Month != month.Of(2019, 7) || again.current.Key() != "ranking" {
		t.Errorf("the next start shows %s %v on %s", again.place.Program.Key, again.place.Month, again.current.Key())
	}
}

func TestEveryScreenOpensByItsKey(t *testing.T) {
	w, s := sampleWindow(t)
	for i, m := range screenMakers {
		key := &desktop.CustomShortcut{KeyName: fyne.KeyName(rune('1' + i)), Modifier: fyne.KeyModifierAlt}
		s.shortcut(key)
		if s.current.Key() != m.key {
			t.Errorf("Alt+%d shows %s, want %s", i+1, s.current.Key(), m.key)
		}
		picture(t, w, m.key)
	}
}

// picture keeps a picture of the window where YUEPING_SHOTS names a folder.
func picture(t *testing.T, w *Window, name string) {
	t.Helper()
	folder := os.Getenv("YUEPING_SHOTS")
	if folder == "" {
		return
	}
	f, err := os.Create(filepath.Join(folder, "shell-"+name+".png"))
	check(t, err)
	defer f.Close()
	check(t, png.Encode(f, w.Canvas().Capture()))
}

func TestFunctionKeysReachTheTableFromEveryFocusable(t *testing.T) {
	w, s := sampleWindow(t)
	for _, m := range screenMakers {
		s.show(m.key)
		for n, f := range focusables(w.Canvas().Content()) {
			if o, ok := f.(fyne.CanvasObject); !ok || !o.Visible() {
				continue
			}
			f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF1})
			top := w.Canvas().Overlays().Top()
			if top == nil {
				t.Errorf("%s: F1 does not reach the key table from focusable %d, a %T", m.key, n, f)
				continue
			}
			w.Canvas().Overlays().Remove(top)
		}
	}
}

// focusables walks a tree of widgets.
func focusables(o fyne.CanvasObject) []fyne.Focusable {
	var found []fyne.Focusable
	if f, ok := o.(fyne.Focusable); ok {
		found = append(found, f)
	}
	switch v := o.(type) {
	case *fyne.Container:
		for _, child := range v.Objects {
			found = append(found, focusables(child)...)
		}
	case fyne.Widget:
		if _, grids := o.(interface{ FinishEdit() bool }); !grids { // the grid's editor is the grid's
			for _, child := range test.WidgetRenderer(v).Objects() {
				found = append(found, focusables(child)...)
			}
		}
	}
	return found
}

func TestUndoTakesBackAndRedoBringsBack(t *testing.T) {
	_, s := sampleWindow(t)
	ctx, place := context.Background(), s.place
	value := func() string {
		m, err := s.kit.Workspace.Month(ctx, place.Program.Key, place.Month)
		check(t, err)
		return m.Table.Value("score", m.Table.Units[0].Key).Number.String()
	}
	m, err := s.kit.Workspace.Month(ctx, place.Program.Key, place.Month)
	check(t, err)
	before := value()
	edit := app.TypedEdit(m.Program.Indicator("score"), app.Edit{Indicator: "score", Unit: m.Table.Units[0].Key, Period: place.Month.Whole()}, "12.5")
	_, err = s.kit.Workspace.Apply(ctx, app.Batch{Program: place.Program.Key, Source: "typed", Edits: []app.Edit{edit}})
	check(t, err)
	if s.status.message.Text != "已保存 14:32" {
		t.Errorf("after a change the status bar says %q", s.status.message.Text)
	}
	s.undo()
	if value() != before {
		t.Errorf("undo left %s", value())
	}
	s.redo()
	if value() != "12.5" {
		t.Errorf("redo left %s", value())
	}
	s.redo()
	if s.window.Canvas().Overlays().Top() != nil {
		t.Error("with nothing to redo a dialog shows, want a sentence in the status bar")
	}
}

func TestVerifyLocksAndReopenOpens(t *testing.T) {
	_, s := sampleWindow(t)
	s.verify()
	if got := s.bar.chip.Words(); got != "已核对" {
		t.Errorf("after verifying the chip says %q", got)
	}
	check(t, s.kit.Workspace.Reopen(context.Background(), s.place.Program.Key, s.place.Month, "", "更正"))
	if got := s.bar.chip.Words(); got != "录入中" {
		t.Errorf("after reopening the chip says %q", got)
	}
}

func TestFirstRunMakesTheSample(t *testing.T) {
	w := open(t, newStart(t))
	if w.shell != nil {
		t.Fatal("a folder without a database shows the shell")
	}
	picture(t, w, "first-run")
	tap(t, w, "建立示例城市")
	if w.shell == nil || len(w.shell.programs) != 3 {
		t.Fatal("the sample city is not shown after it was made")
	}
}

func TestAnEmptyDatabaseHasAWindow(t *testing.T) {
	w := open(t, newStart(t))
	tap(t, w, "先建空库")
	if w.shell == nil {
		t.Fatal("the empty database is not shown")
	}
	for _, m := range screenMakers {
		w.shell.show(m.key)
	}
	w.shell.show("home")
	picture(t, w, "empty")
}

func TestADatabaseThatCannotBeOpenedIsASentence(t *testing.T) {
	s := newStart(t)
	check(t, os.WriteFile(filepath.Join(s.Folder, app.DatabaseName), []byte(strings.Repeat("not ours ", 40)), 0o644))
	w := open(t, s)
	if w.shell != nil {
		t.Fatal("a foreign file shows the shell")
	}
	picture(t, w, "fault")
	check(t, os.Remove(filepath.Join(s.Folder, app.DatabaseName)))
	withSample(t, s)
	tap(t, w, "再试一次")
	if w.shell == nil {
		t.Error("after the cause is gone the shell does not show")
	}
}

// tap presses the button of this label.
func tap(t *testing.T, w *Window, label string) {
	t.Helper()
	for _, f := range focusables(w.Canvas().Content()) {
		if b, ok := f.(interface {
			fyne.Tappable
			AccessibilityLabel() string
		}); ok && b.AccessibilityLabel() == label {
			b.Tapped(&fyne.PointEvent{})
			return
		}
	}
	t.Fatalf("there is no button %q", label)
}

func TestTheMonthPickerMarksMonthsWithData(t *testing.T) {
	w, s := sampleWindow(t)
	s.choose(s.programs[1])
	s.bar.month.open(2019)
	picture(t, w, "months")
	var marked []string
	for _, f := range focusables(w.Canvas().Overlays().Top()) {
		if b, ok := f.(*monthButton); ok && strings.Contains(b.Text, "•") {
			marked = append(marked, b.Text)
		}
	}
	if got := strings.Join(marked, ","); got != "5月 •,6月 •,7月 •,8月 •" {
		t.Errorf("marked are %q", got)
	}
}

func TestDarkIsTakenInAtOnce(t *testing.T) {
	w, s := sampleWindow(t)
	s.show("entry")
	s.restyle(kit.LookDark)
	picture(t, w, "dark")
	if got, err := s.kit.Workspace.Setting(context.Background(), kit.RememberTheme); err != nil || got != "dark" {
		t.Errorf("the look is remembered as %q (%v)", got, err)
	}
}

// A button that is clicked, and a click beside everything, drop the keyboard: what is typed then must
// not be lost.
func TestTypingWithoutAFocusGoesToTheGrid(t *testing.T) {
	w, s := sampleWindow(t)
	s.show("entry")
	c := w.Canvas()
	for name, do := range map[string]func(){
		"a rune": func() { c.OnTypedRune()('7') },
		"a key":  func() { c.OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyDown}) },
		"copy":   func() { s.strayShortcut(&fyne.ShortcutCopy{Clipboard: fyne.CurrentApp().Clipboard()}) },
		"month":  func() { s.step(-1) },
	} {
		c.Unfocus()
		do()
		if c.Focused() != s.current.Focus() {
			t.Errorf("after %s the keyboard is with %T", name, c.Focused())
		}
	}
	s.show("settings")
	c.Unfocus()
	c.OnTypedRune()('7')
	if c.Focused() != nil {
		t.Error("what is typed beside the settings goes into a name")
	}
}

func TestEscapeDismissesADialog(t *testing.T) {
	w, s := sampleWindow(t)
	s.help()
	w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if w.Canvas().Overlays().Top() != nil {
		t.Error("the dialog stays")
	}
}

func TestUndoLeadsToTheMonthItChanged(t *testing.T) {
	_, s := sampleWindow(t)
	s.choose(s.programs[1])
	here := s.place.Month
	ctx, program := context.Background(), s.place.Program
	u := program.Members[0].Unit
	edit := app.TypedEdit(program.Indicator("pm10"), app.Edit{Indicator: "pm10", Unit: u, Period: here.Whole()}, "七")
	_, err := s.kit.Workspace.Apply(ctx, app.Batch{Program: program.Key, Source: "typed", Edits: []app.Edit{edit}})
	check(t, err)
	if got := s.status.count.Text; !strings.Contains(got, "待改正1") {
		t.Errorf("with a draft the status bar counts %q", got)
	}
	s.step(-1)
	s.undo()
	if s.place.Month != here || !strings.Contains(s.status.message.Text, app.MonthWords(s.kit.Text, here)) {
		t.Errorf("after undo the window is at %v and says %q", s.place.Month, s.status.message.Text)
	}
}

func TestASentenceAboutTheRegisterIsNotOverwritten(t *testing.T) {
	_, s := sampleWindow(t)
	s.show("units")
	s.kit.Say("已改名。")
	check(t, s.kit.Workspace.AddAlias(context.Background(), s.place.Program.Members[0].Unit, "别的写法", app.UnitChange{}))
	if got := s.status.message.Text; got != "已改名。" {
		t.Errorf("the status bar says %q", got)
	}
	s.show("home")
	if got := s.status.message.Text; !strings.HasPrefix(got, "已保存") {
		t.Errorf("on another screen the status bar says %q", got)
	}
}

func TestAnEmptyDatabaseTakesACity(t *testing.T) {
	w := open(t, newStart(t))
	tap(t, w, "先建空库")
	s := w.shell
	cities, err := fs.Glob(assets.Files, "cities/*/units.yaml")
	check(t, err)
	folder, err := fs.Sub(assets.Files, path.Dir(cities[0]))
	check(t, err)
	_, err = s.kit.Workspace.LoadCity(context.Background(), folder, false, app.UnitChange{})
	check(t, err)
	if s.place.Program == nil || len(s.programs) != 3 || s.bar.program.SelectedIndex() != 0 {
		t.Fatal("the city is not shown after it was loaded")
	}
}
