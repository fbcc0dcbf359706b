package units

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"yueping/views/controls"
	"yueping/views/screentest"
)

// stage is the screen with the city-management program of October 2019.
func stage(t *testing.T) (*screentest.Stage, *Screen) {
	s := screentest.New(t, New)
	s.Load("city-management", "2019-10")
	return s, s.Screen.(*Screen)
}

// cell gives a unit's cell in the list.
func cell(screen *Screen, key string, column int) string {
	for _, r := range screen.table.Rows() {
		if r.Key == key {
			return r.Cells[column].Text
		}
	}
	return "not listed"
}

// names gives the listed names in their order.
func names(screen *Screen) []string {
	var result []string
	for _, r := range screen.table.Rows() {
		result = append(result, r.Cells[1].Text)
	}
	return result
}

// open is the top dialog's entries, buttons and lists, by the labels beside them where they have one.
func entries(s *screentest.Stage) []*controls.Entry {
	var found []*controls.Entry
	for _, o := range test.LaidOutObjects(s.Window.Canvas().Overlays().Top()) {
		if e, ok := o.(*controls.Entry); ok {
			found = append(found, e)
		}
	}
	return found
}

func TestList(t *testing.T) {
	s, screen := stage(t)
	s.Shot("units-list")
	register, err := s.Workspace.Register(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if got := len(screen.table.Rows()); got != len(register.Units()) {
		t.Errorf("%d rows", got)
	}
	row := screen.data.unit("weidu-nanguanjiedao").row
	var got []string
	for _, c := range row.Cells[1:8] {
		got = append(got, c.Text)
	}
	if text := strings.Join(got[:2], "|") + "|" + got[2] + "|" + got[4]; !strings.HasPrefix(text, "南关") || !strings.HasSuffix(text, "魏都区|乡（镇、街道办事处）组") {
		t.Errorf("%v", got)
	}
}

func TestSearch(t *testing.T) {
	cases := []struct{ name, text, want string }{
		{"a part of the name", "顺店", "顺店镇"},
		{"initials", "sdz", "顺店镇"},
		{"county and name", "yzssdz", "顺店镇"},
		{"a division code", "411082", "长葛市"},
		{"an alias", "开发区", "国家许昌经济技术开发区"},
	}
	s, screen := stage(t)
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			screen.search.SetText(c.text)
			if got := strings.Join(names(screen), " "); !strings.Contains(" "+got+" ", " "+c.want+" ") || len(names(screen)) > 30 {
				t.Errorf("%q finds %s", c.text, got)
			}
		})
	}
	screen.search.SetText("没有这个单位")
	s.Shot("units-not-found")
	if screen.empty.Text() != "没有与“没有这个单位”相符的单位。" {
		t.Errorf("%q", screen.empty.Text())
	}
}

func TestKeysReachTheForm(t *testing.T) {
	s, screen := stage(t)
	s.Window.Canvas().Focus(screen.search)
	test.Type(screen.search, "sdz")
	s.Keys(fyne.KeyReturn)
	s.Shot("units-rename")
	found := entries(s)
	if len(found) != 3 || found[0].Text != "顺店镇" || found[1].Text != "2019-10" {
		t.Fatalf("%d entries", len(found))
	}
	if s.Window.Canvas().Focused() != found[0] {
		t.Error("the keyboard is not in the form")
	}
	s.Keys(fyne.KeyEscape)
	if s.Window.Canvas().Overlays().Top() != nil {
		t.Error("Escape does not close the form")
	}
	s.Keys(fyne.KeyInsert)
	s.Shot("units-add")
	if len(entries(s)) != 4 {
		t.Errorf("Insert opens %d entries", len(entries(s)))
	}
}

func TestRenameShows(t *testing.T) {
	s, screen := stage(t)
	screen.table.Select("changge")
	screen.rename()
	found := entries(s)
	found[0].SetText("长葛新市")
	found[1].SetText("2019年9月")
	s.Keys(fyne.KeyReturn)
	if got := cell(screen, "changge", 1); got != "长葛新市" {
		t.Errorf("shows %q", got)
	}
	if got := cell(screen, "changge", 6); !strings.Contains(got, "长葛市") {
		t.Errorf("the old name is no spelling: %q", got)
	}
	if screen.table.Selected() != "changge" || len(s.Said) != 1 || s.Said[0] != "长葛市已改名。" {
		t.Errorf("%q %q", screen.table.Selected(), s.Said)
	}
	if s.Window.Canvas().Focused() != screen.Focus() {
		t.Error("the keyboard is not back in the list")
	}
	s.Load("city-management", "2019-08")
	if got := cell(screen, "changge", 1); got != "长葛市" {
		t.Errorf("an earlier month shows %q", got)
	}
}

func TestRefusedRenameKeepsTheForm(t *testing.T) {
	cases := []struct{ name, to, from, says string }{
		{"another unit's name", "禹州市", "2019-10", "禹州市"},
		{"no month", "长葛新市", "十月", "十月"},
		{"no name", " ", "2019-10", "名称"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s, screen := stage(t)
			screen.table.Select("changge")
			screen.rename()
			found := entries(s)
			found[0].SetText(c.to)
			found[1].SetText(c.from)
			found[2].SetText("许政文〔2019〕1号")
			s.Keys(fyne.KeyReturn)
			s.Shot("units-refused")
			again := entries(s)
			if len(again) != 3 || again[0].Text != c.to || again[1].Text != c.from || again[2].Text != "许政文〔2019〕1号" {
				t.Fatal("the form lost its content")
			}
			if sentence := screen.form.fault.Text; screen.form.fault.Hidden || !strings.Contains(sentence, c.says) {
				t.Errorf("says %q", sentence)
			}
			if got := cell(screen, "changge", 1); got != "长葛市" {
				t.Errorf("shows %q", got)
			}
		})
	}
}

func TestChanges(t *testing.T) {
	s, screen := stage(t)
	submit := func(fill func([]*controls.Entry)) {
		t.Helper()
		fill(entries(s))
		screen.form.submit()
		if !screen.form.fault.Hidden {
			t.Fatalf("refused: %s", screen.form.fault.Text)
		}
	}
	screen.add()
	submit(func(e []*controls.Entry) { e[0].SetText("新设镇") })
	added := screen.table.Selected()
	if cell(screen, added, 1) != "新设镇" || cell(screen, added, 8) != "2019-10起" {
		t.Fatalf("added %q %q", cell(screen, added, 1), cell(screen, added, 8))
	}

	screen.alias()
	submit(func(e []*controls.Entry) { e[0].SetText("新镇") })
	if got := cell(screen, added, 6); got != "新镇" {
		t.Errorf("alias %q", got)
	}

	screen.move()
	screen.form.pickers[1].list.SetSelected("长葛市")
	submit(func([]*controls.Entry) {})
	if got := cell(screen, added, 3); got != "长葛市" {
		t.Errorf("above %q", got)
	}

	screen.join()
	screen.form.pickers[0].list.SetSelected("建成区组")
	submit(func([]*controls.Entry) {})
	if got := cell(screen, added, 5); got != "建成区组" {
		t.Errorf("group %q", got)
	}

	screen.leaveProgram()
	submit(func(e []*controls.Entry) { e[0].SetText("2019-11") })
	s.Load("city-management", "2019-11")
	if got := cell(screen, added, 5); got != "" {
		t.Errorf("still in %q", got)
	}

	screen.table.Select(added)
	screen.retire()
	submit(func(e []*controls.Entry) {
		e[0].SetText("2020-01")
		e[1].SetText("sdz")
	})
	if got := cell(screen, added, 8); got != "2019-10至2019-12，由顺店镇承接" {
		t.Errorf("span %q", got)
	}
	s.Shot("units-changed")
}

func TestOrder(t *testing.T) {
	_, screen := stage(t)
	before := names(screen)
	screen.table.Select(screen.table.Rows()[3].Key)
	screen.order(1)
	screen.order(1)
	if got := names(screen)[5]; got != before[3] {
		t.Errorf("sixth is %s", got)
	}
	screen.order(-1)
	if got := names(screen)[4]; got != before[3] {
		t.Errorf("fifth is %s", got)
	}
	screen.search.SetText("sdz")
	if !screen.actions.up.Disabled() || !screen.actions.down.Disabled() {
		t.Error("a filtered list can be put in order")
	}
}
