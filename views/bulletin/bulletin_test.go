package bulletin

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"yueping/app"
	"yueping/models/month"
	"yueping/views/kit"
	"yueping/views/screentest"
)

func TestText(t *testing.T) {
	cases := []struct{ program, month, mark, contains string }{
		{"city-management", "2019-10", "示例仅含见报单位", "第4名 东城区 61.5分"},
		{"township-air", "2019-08", "示例数据", "后10名（由好到差）："},
	}
	s := screentest.New(t, New)
	screen := s.Screen.(*Screen)
	for _, c := range cases {
		t.Run(c.program, func(t *testing.T) {
			s.Load(c.program, c.month)
			s.Shot("bulletin-" + c.program)
			want, err := s.Workspace.Bulletin(context.Background(), c.program, month.MustParse(c.month))
			if err != nil {
				t.Fatal(err)
			}
			got := screen.reader.Text
			if got != want || !strings.Contains(got, c.contains) || !strings.Contains(strings.SplitN(got, "\n", 2)[0], c.mark) {
				t.Errorf("text:\n%s", got)
			}
			screen.copyText()
			if fyne.CurrentApp().Clipboard().Content() != want {
				t.Error("the copy is not the text")
			}
		})
	}
}

func TestReadOnly(t *testing.T) {
	s := screentest.New(t, New)
	s.Load("city-management", "2019-10")
	screen := s.Screen.(*Screen)
	before := screen.reader.Text
	s.Window.Canvas().Focus(s.Screen.Focus())
	screen.reader.TypedRune('改')
	s.Keys(fyne.KeyDelete, fyne.KeyReturn, fyne.KeyBackspace)
	screen.reader.TypedShortcut(&fyne.ShortcutSelectAll{})
	screen.reader.TypedShortcut(&fyne.ShortcutCut{Clipboard: fyne.CurrentApp().Clipboard()})
	if screen.reader.Text != before {
		t.Error("the text was changed")
	}
}

func TestWithoutWording(t *testing.T) {
	s := screentest.New(t, New)
	s.Load("communities", "2019-10")
	screen := s.Screen.(*Screen)
	p := *screen.place.Program
	s.Shot("bulletin-communities")
	if none := p.Wording.Bulletin == "" && p.Wording.Box == ""; none != (screen.empty.Text() != "") || none != screen.ofText[0].Disabled() {
		t.Errorf("%q", screen.empty.Text())
	}
	path := filepath.Join(t.TempDir(), screen.name("bulletin.data_file")+".xlsx")
	if err := s.Workspace.WriteExport(context.Background(), p.Key, screen.place.Month, path); err != nil {
		t.Error(err)
	}
}

func TestAMonthWithoutDataHasNoText(t *testing.T) {
	s := screentest.New(t, New)
	s.Load("township-air", "2019-03")
	screen := s.Screen.(*Screen)
	if screen.empty.Text() == "" || !screen.ofText[0].Disabled() || !screen.ofText[1].Disabled() || !screen.ofData[0].Disabled() {
		t.Errorf("%q", screen.empty.Text())
	}
	screen.empty.Press()
	if len(s.Led) != 1 || s.Led[0] != "entry" {
		t.Errorf("it leads to %v", s.Led)
	}
	s.Load("township-air", "2019-08")
	if screen.empty.Text() != "" || screen.ofText[0].Disabled() {
		t.Errorf("with data there is still %q", screen.empty.Text())
	}
}

// TestARankingGoesOutInItsFormat is written as it is chosen: by the scheme and the format, under their names.
func TestARankingGoesOutInItsFormat(t *testing.T) {
	s := screentest.New(t, New)
	s.Load("township-air", "2019-08")
	screen := s.Screen.(*Screen)
	if len(screen.schemes) < 2 || len(screen.formatChoice.Options) != 4 || screen.layout != "" {
		t.Fatalf("%d schemes, formats %q", len(screen.schemes), screen.formatChoice.Options)
	}
	screen.schemeChoice.SetSelectedIndex(1)
	screen.formatChoice.SetSelectedIndex(2)
	h := screen.handout("xlsx")
	if h.Scheme != screen.schemes[1].Key || h.Layout != app.FormatFull {
		t.Errorf("%+v", h)
	}
	if name := screen.sheetName(); !strings.Contains(name, screen.schemes[1].Name) || !strings.HasSuffix(name, " 完整排名表") {
		t.Errorf("the file is %q", name)
	}
	s.Load("township-air", "2019-07")
	if screen.scheme != h.Scheme || screen.layout != h.Layout || screen.formatChoice.SelectedIndex() != 2 {
		t.Errorf("the next month has %q in %q", screen.scheme, screen.layout)
	}
	screen.Print()
	if _, shown := s.Window.Canvas().Overlays().Top().(*kit.Cover); !shown {
		t.Error("there is no preview")
	}
}

// TestAFormatWithItsOwnScheme leaves none to choose, and names the file.
func TestAFormatWithItsOwnScheme(t *testing.T) {
	s := screentest.New(t, New)
	s.Load("township-air", "2019-08")
	screen := s.Screen.(*Screen)
	own := screen.formats[1]
	own.Key, own.Name, own.Terms.Scheme = "", "县区表", screen.schemes[1].Key
	if _, err := s.Workspace.SaveFormat(context.Background(), own, app.UnitChange{}); err != nil {
		t.Fatal(err)
	}
	screen.Load(screen.place)
	screen.formatChoice.SetSelected("县区表")
	if !screen.schemeChoice.Disabled() || !strings.Contains(screen.sheetName(), screen.schemes[1].Name) {
		t.Errorf("the file is %q", screen.sheetName())
	}
	screen.formatChoice.SetSelectedIndex(0)
	if screen.schemeChoice.Disabled() || screen.layout != "" {
		t.Error("no scheme can be chosen")
	}
}

func TestTheFormatsOpenAndClose(t *testing.T) {
	s := screentest.New(t, New)
	s.Load("township-air", "2019-08")
	screen := s.Screen.(*Screen)
	screen.formatChoice.SetSelectedIndex(3)
	screen.EditFormats()
	s.Window.Canvas().Overlays().Top().(*kit.Cover).Dismiss()
	if s.Window.Canvas().Overlays().Top() != nil || screen.layout != app.FormatNewspaper || screen.formatChoice.SelectedIndex() != 3 {
		t.Errorf("%q is chosen", screen.layout)
	}
}

func TestSlipsAreShownAsTheyPrint(t *testing.T) {
	s := screentest.New(t, New)
	s.Load("township-air", "2019-08")
	screen := s.Screen.(*Screen)
	screen.showSlips("a", screen.place.Program.Members[0].Unit)
	if _, shown := s.Window.Canvas().Overlays().Top().(*kit.Cover); !shown {
		t.Error("there is no preview")
	}
}
