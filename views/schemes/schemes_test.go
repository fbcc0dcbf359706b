package schemes

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"

	"yueping/app"
	"yueping/models"
	"yueping/models/month"
	"yueping/views/kit"
	"yueping/views/screentest"
	"yueping/views/table"
)

// screen is the section as a screen of its own.
type screen struct{ *Section }

func (screen) Key() string                  { return "schemes" }
func (s screen) Content() fyne.CanvasObject { return s.Object() }
func (screen) Focus() fyne.Focusable        { return nil }
func (screen) Leave() bool                  { return true }

func stage(t *testing.T, program, at string) (*screentest.Stage, *Section) {
	t.Helper()
	s := screentest.New(t, func(k *kit.Kit) kit.Screen { return screen{NewSection(k)} })
	s.Load(program, at)
	return s, s.Screen.(screen).Section
}

func ranking(t *testing.T, s *screentest.Stage, program, at, scheme string) []string {
	t.Helper()
	r, err := s.Workspace.Ranking(context.Background(), program, month.MustParse(at), scheme)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, i := range r.Groups[0].Lists[0].Rows {
		names = append(names, r.Groups[0].Rows[i].Name)
	}
	return names
}

func scheme(t *testing.T, s *screentest.Stage, program, key string) *models.Scheme {
	t.Helper()
	p, err := s.Workspace.Program(context.Background(), program)
	if err != nil {
		t.Fatal(err)
	}
	return p.Scheme(key)
}

// entering are the units that the preview shows as coming into a list of the worst.
func entering(rows []table.Row) []string {
	var names []string
	for _, r := range rows {
		if last := r.Cells[len(r.Cells)-1]; strings.HasPrefix(last.Text, "列入") && last.Sign == table.Down {
			names = append(names, r.Cells[2].Text+r.Cells[1].Text)
		}
	}
	return names
}

func TestTwelveInsteadOfTen(t *testing.T) {
	s, section := stage(t, "township-air", "2019-09")
	s.Shot("schemes-air")
	section.change("townships")
	f := section.form
	if f.from != "2019-09" || f.preview.at != month.MustParse("2019-08") {
		t.Fatalf("from %s, tried in %s", f.from, f.preview.at)
	}
	if got := entering(f.preview.table.Rows()); len(got) != 0 {
		t.Errorf("before any change %v enter", got)
	}
	size(f, 0).SetText("１２")
	s.Shot("schemes-twelve")
	got := entering(f.preview.table.Rows())
	// Two townships share the twelfth place from below, and stay together.
	if strings.Join(got, " ") != "魏都区高桥营街道 襄城县库庄镇 襄城县十里铺镇" || f.content.lists[0].name != "后12名" {
		t.Errorf("%v enter %q", got, f.content.lists[0].name)
	}
	size(f, 0).SetText("12")
	if text := f.preview.summary.Text; text != "按2019年8月的数据试排：名次不变。列入“后12名”：高桥营街道、库庄镇、十里铺镇。" {
		t.Errorf("summary %q", text)
	}
	f.preview.only.Choose("changed")
	s.Shot("schemes-twelve-changed")
	if rows := f.preview.table.Rows(); len(rows) != 3 {
		t.Errorf("%d rows changed", len(rows))
	}
	f.submit()
	s.Shot("schemes-twelve-saved")
	if s.Window.Canvas().Overlays().Top() != nil {
		t.Fatalf("not saved: %s", f.fault.Text)
	}
	if n := len(ranking(t, s, "township-air", "2019-08", "townships")); n != 10 {
		t.Errorf("August has %d in its list", n)
	}
	v := scheme(t, s, "township-air", "townships")
	if len(v.Versions) != 2 || v.Versions[1].Value.Lists[0].Count != 12 || v.Versions[1].Value.Lists[0].Key != "worst" || v.Versions[0].Value.Lists[0].Count != 10 {
		t.Errorf("versions %+v", v.Versions)
	}
	if len(s.Said) != 1 || !strings.Contains(s.Said[0], "2019-09") {
		t.Errorf("said %q", s.Said)
	}
	section.change("townships")
	if section.form.content.lists[0].size != "12" {
		t.Error("the form begins with the old terms")
	}
}

func TestNewScheme(t *testing.T) {
	s, section := stage(t, "city-management", "2019-10")
	s.Shot("schemes-city")
	section.create()
	f := section.form
	s.Shot("schemes-new")
	f.submit()
	if f.fault.Hidden || f.fault.Text != "请填写排名口径的名称。" {
		t.Fatalf("without a name: %q", f.fault.Text)
	}
	name(f).SetText("全市得分排名")
	f.content.within = models.WithinAll
	f.content.lists = append(f.content.lists, &listLine{name: "前3名", by: byRows, size: "3", groups: chosen(f.program, nil)})
	f.changed()
	if rows := f.preview.table.Rows(); len(rows) != 39-1 && len(rows) != 39 {
		t.Errorf("%d rows", len(rows))
	}
	s.Shot("schemes-new-filled")
	f.submit()
	v := scheme(t, s, "city-management", "scheme-1")
	if v == nil || v.Name != "全市得分排名" || v.Versions[0].From != month.MustParse("2019-10") || v.Versions[0].Value.Lists[0].Key != "list-1" {
		t.Fatalf("stored %+v, refused %q", v, f.fault.Text)
	}
	if got := app.SchemeWords(s.Text, section.place.Program, v.Versions[0].Value); got != "按得分由高到低，全部一起排名，并列同名次；名单：前3名" {
		t.Errorf("%q", got)
	}
	if len(section.lines.Objects) != 3 {
		t.Errorf("the section shows %d schemes", len(section.lines.Objects))
	}
}

func TestCopy(t *testing.T) {
	s, section := stage(t, "township-air", "2019-08")
	section.copy("townships")
	f := section.form
	f.content.keys[0].indicator = "pm10"
	f.changed()
	s.Shot("schemes-copy")
	if text := f.preview.summary.Text; !strings.Contains(text, "名次变化") {
		t.Errorf("a copy is not compared with its model: %q", text)
	}
	f.submit()
	v := scheme(t, s, "township-air", "scheme-1")
	if v == nil || v.Name != "乡镇环境空气质量排名（副本）" || v.Versions[0].Value.Keys[0].Indicator != "pm10" || len(v.Versions[0].Value.Notes) != 2 {
		t.Fatalf("%+v %q", v, f.fault.Text)
	}
	if k := scheme(t, s, "township-air", "townships").Versions.Last().Keys[0].Indicator; k != "particulate_index" {
		t.Errorf("the model became %s", k)
	}
}

func TestRefusalKeepsTheForm(t *testing.T) {
	s, section := stage(t, "township-air", "2019-08")
	if err := s.Workspace.Verify(context.Background(), "township-air", month.MustParse("2019-08"), ""); err != nil {
		t.Fatal(err)
	}
	section.change("townships")
	f := section.form
	if f.from != "2019-09" {
		t.Fatalf("proposes %s", f.from)
	}
	from(f).SetText("2019年8月")
	size(f, 0).SetText("12")
	reason(f).SetText("豫环〔2019〕1号")
	if !strings.Contains(f.hint.Text, "2019-08已核对") {
		t.Errorf("hint %q", f.hint.Text)
	}
	f.submit()
	s.Shot("schemes-refused")
	if f.fault.Hidden || !strings.Contains(f.fault.Text, "2019-08已核对") {
		t.Errorf("says %q", f.fault.Text)
	}
	if f.from != "2019年8月" || f.content.lists[0].size != "12" || f.reason != "豫环〔2019〕1号" || size(f, 0).Text != "12" {
		t.Error("the form lost its content")
	}
	size(f, 0).SetText("十")
	s.Shot("schemes-unreadable")
	if f.preview.fault.Hidden || !strings.Contains(f.preview.fault.Text, "十") || len(f.preview.table.Rows()) != 0 {
		t.Errorf("the preview says %q", f.preview.fault.Text)
	}
	f.submit()
	if size(f, 0).Text != "十" || f.fault.Hidden {
		t.Error("what cannot be read is gone or stored")
	}
	f.cancel()
	s.Shot("schemes-discard")
	if n := len(s.Window.Canvas().Overlays().List()); n != 2 {
		t.Errorf("%d overlays: what was typed is given up without a question", n)
	}
}

func TestEnd(t *testing.T) {
	s, section := stage(t, "township-air", "2019-10")
	section.end("counties")
	s.Shot("schemes-end")
	section.ending.from.SetText("下月")
	section.ending.submit()
	if section.ending.fault.Hidden || section.ending.from.Text != "下月" {
		t.Error("a month that is none is taken")
	}
	section.ending.from.SetText("2019-11")
	section.ending.submit()
	v := scheme(t, s, "township-air", "counties")
	if _, holds := v.At(month.MustParse("2019-11")); holds || !v.Versions.Last().Ended {
		t.Errorf("%+v %q", v.Versions, section.ending.fault.Text)
	}
	if _, holds := v.At(month.MustParse("2019-10")); !holds {
		t.Error("an earlier month lost the scheme")
	}
}

// A window of 1280 × 720 at 200 % has half of its pixels to lay things out in.
func TestTwiceAsLarge(t *testing.T) {
	s, section := stage(t, "township-air", "2019-08")
	s.Window.Resize(fyne.NewSize(640, 360))
	if c, ok := s.Window.Canvas().(software.WindowlessCanvas); ok {
		c.SetScale(2)
	}
	section.change("townships")
	s.Shot("schemes-large")
	f := section.form
	f.reveal(size(f, 0))
	s.Shot("schemes-large-lists")
	for _, b := range []fyne.CanvasObject{f.ok} {
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(b).Add(b.Size())
		if at.X > 640 || at.Y > 360 {
			t.Errorf("the button ends at %v", at)
		}
	}
	f.tabs.Choose("preview")
	s.Shot("schemes-large-preview")
	if !f.preview.object.Visible() || f.scroll.Visible() {
		t.Error("the preview cannot be seen")
	}
}
