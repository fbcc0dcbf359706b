package preview

import (
	"context"
	"os/exec"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"yueping/app/printer"
	"yueping/app/printer/printertest"
	"yueping/views/kit"
	"yueping/views/screentest"
)

func TestWithoutAPrinter(t *testing.T) {
	nobody(t)
	s, p := opened(t)
	s.Shot("preview-none")
	if !p.panel.print.Disabled() || !strings.Contains(p.panel.state.Text, "打印服务没有运行") || p.panel.outside.Disabled() {
		t.Error(p.panel.state.Text)
	}
	p.panel.press()
	if len(s.Said) != 0 || p.gone {
		t.Errorf("%q", s.Said)
	}
}

func TestPrinting(t *testing.T) {
	server := printertest.Start(t)
	server.AddPlain("first")
	server.AddPlain("second")
	server.MakeDefault("second")
	s := screentest.New(t, func(*kit.Kit) kit.Screen { return none{} })
	p := previewed(t, s)
	l := p.panel
	s.Shot("preview")
	if l.printer.Selected != "second" || l.state.Text != "空闲" {
		t.Fatalf("%q %s", l.printer.Selected, l.state.Text)
	}
	l.printer.SetSelected("first")
	l.sides.SetSelectedIndex(int(printer.LongEdge))
	l.which.SetSelectedIndex(somePages)
	for _, c := range []struct{ copies, pages, wrong string }{
		{"2", "2-4", "页码“2-4”读不懂或不在1至3页之内"}, {"0", "2-3", "份数“0”不是1至999的整数"}, {"", "", "份数“”"}, {"２", "２－３", ""},
	} {
		l.copies.SetText(c.copies)
		l.pages.SetText(c.pages)
		if shown := l.wrong.Visible(); shown != (c.wrong != "") || l.print.Disabled() != shown || (shown && !strings.HasPrefix(l.wrong.Text, c.wrong)) {
			t.Errorf("%+v: %q", c, l.wrong.Text)
		}
	}
	test.Tap(l.print)
	if len(s.Said) != 1 || s.Said[0] != "已交给打印机“first”，打印任务first-1" || !p.gone {
		t.Fatalf("%q", s.Said)
	}
	out, err := exec.Command("pdfinfo", server.Printed("first-1")).Output()
	if err != nil || !strings.Contains(strings.Join(strings.Fields(string(out)), " "), "Pages: 4") {
		t.Errorf("%s %v", out, err)
	}
	if l = previewed(t, s).panel; l.printer.Selected != "first" || l.sides.SelectedIndex() != int(printer.LongEdge) || l.copies.Text != "1" {
		t.Errorf("not remembered: %q %d", l.printer.Selected, l.sides.SelectedIndex())
	}
}

func TestThisPage(t *testing.T) {
	nobody(t)
	_, p := opened(t)
	p.panel.which.SetSelectedIndex(thisPage)
	p.paper.turn(2, false)
	if j, err := p.panel.job(); err != nil || j.Pages != "3" || j.Paper != "A4" || j.Copies != 1 || j.Sides != printer.AsSet || j.Title == "" {
		t.Errorf("%+v, %v", j, err)
	}
}

// A printer that went away meanwhile is named, and the preview stays.
func TestAPrinterThatIsGone(t *testing.T) {
	server := printertest.Start(t)
	server.AddPlain("first")
	s, p := opened(t)
	if err := exec.CommandContext(context.Background(), "lpadmin", "-x", "first").Run(); err != nil {
		t.Fatal(err)
	}
	test.Tap(p.panel.print)
	if len(s.Said) != 0 || p.gone || p.panel.print.Disabled() {
		t.Errorf("%q", s.Said)
	}
}
