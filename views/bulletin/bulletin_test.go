package bulletin

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"yueping/models/month"
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
