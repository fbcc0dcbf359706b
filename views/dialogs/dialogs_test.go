package dialogs

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestANameGetsItsExtension(t *testing.T) {
	for _, c := range []struct {
		name, path string
		files      Files
		want       string
	}{
		{"added", "/x/十月", Files{Name: "a.xlsx", Extensions: []string{".xlsx"}}, "/x/十月.xlsx"},
		{"there already", "/x/a.XLSX", Files{Name: "a.xlsx", Extensions: []string{".xlsx"}}, "/x/a.XLSX"},
		{"a month is no extension", "/x/2019.10", Files{Name: "a.xlsx", Extensions: []string{".xlsx"}}, "/x/2019.10.xlsx"},
		{"opening takes what is there", "/x/a", Files{Extensions: []string{".xlsx"}}, "/x/a"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.files.named(c.path); got != c.want {
				t.Errorf("it is %q, want %q", got, c.want)
			}
		})
	}
}

func TestALineIsAskedForUntilItIsThere(t *testing.T) {
	test.NewTempApp(t)
	w := test.NewTempWindow(t, nil)
	w.Resize(fyne.NewSize(640, 480))
	answer := ""
	Question{Window: w, Title: "重新打开", Text: "理由", OK: "重新打开", Dismiss: "取消"}.Line(func(s string) { answer = s })
	entry := w.Canvas().Focused()
	if entry == nil {
		t.Fatal("the line does not have the keyboard")
	}
	enter := func(s string) {
		for _, r := range s {
			entry.TypedRune(r)
		}
		entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	enter("  ")
	if answer != "" || w.Canvas().Overlays().Top() == nil {
		t.Errorf("a blank line was taken as %q", answer)
	}
	enter("更正")
	if answer != "更正" || w.Canvas().Overlays().Top() != nil {
		t.Errorf("the answer is %q", answer)
	}
}

func TestFileDialogsShow(t *testing.T) {
	test.NewTempApp(t)
	for name, show := range map[string]func(Files){"open": Files.Open, "save": Files.Save, "folder": Files.Folder} {
		t.Run(name, func(t *testing.T) {
			w := test.NewTempWindow(t, nil)
			w.Resize(fyne.NewSize(900, 600))
			show(Files{Window: w, Title: "x", Name: "a.xlsx", Extensions: []string{".xlsx"}, Failed: func(err error) { t.Error(err) }})
			if w.Canvas().Overlays().Top() == nil {
				t.Error("no dialog shows")
			}
		})
	}
}

func TestNothingIsReplacedUnasked(t *testing.T) {
	test.NewTempApp(t)
	w := test.NewTempWindow(t, nil)
	w.Resize(fyne.NewSize(900, 600))
	folder := t.TempDir()
	old := filepath.Join(folder, "a.xlsx")
	if err := os.WriteFile(old, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	var chosen []string
	asked := ""
	f := Files{Window: w, Name: "b.xlsx", Extensions: []string{".xlsx"}, Chosen: func(path string) { chosen = append(chosen, path) },
		Replacing: func(path string) Question {
			asked = path
			return Question{Title: "t", Text: "x", OK: "ok", Dismiss: "no"}
		}}
	f.settle(filepath.Join(folder, "new"))
	if len(chosen) != 1 || chosen[0] != filepath.Join(folder, "new.xlsx") || asked != "" {
		t.Errorf("%v, asked for %q", chosen, asked)
	}
	f.settle(filepath.Join(folder, "a"))
	content, err := os.ReadFile(old)
	if len(chosen) != 1 || asked != old || err != nil || string(content) != "old" || w.Canvas().Overlays().Top() == nil {
		t.Errorf("%v, asked for %q, %q %v", chosen, asked, content, err)
	}
}
