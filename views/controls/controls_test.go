package controls

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

func TestFunctionKeysReachTheWindow(t *testing.T) {
	test.NewTempApp(t)
	var keys []fyne.KeyName
	window := Keys{Key: func(e *fyne.KeyEvent) bool { keys = append(keys, e.Name); return true }}
	list := NewList(window, func() int { return 0 }, nil, nil)
	for name, f := range map[string]fyne.Focusable{
		"button": NewButton(window, "排名", nil, nil), "entry": NewEntry(window, ""), "select": NewSelect(window, nil, nil),
		"reader": NewReader(window), "list": list,
	} {
		keys = nil
		f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF8})
		if len(keys) != 1 {
			t.Errorf("%s keeps F8", name)
		}
	}
}

func TestEntryKeepsItsOwnShortcuts(t *testing.T) {
	test.NewTempApp(t)
	given := 0
	e := NewEntry(Keys{Shortcut: func(fyne.Shortcut) bool { given++; return true }}, "")
	e.SetText("长葛市")
	e.TypedShortcut(&fyne.ShortcutSelectAll{})
	e.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyLeft, Modifier: fyne.KeyModifierControl})
	if given != 0 || e.SelectedText() == "长葛市" && given != 0 {
		t.Errorf("%d shortcuts given away", given)
	}
	e.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.Key3, Modifier: fyne.KeyModifierAlt})
	if given != 1 {
		t.Error("Alt+3 stays in the entry")
	}
}

func TestChoice(t *testing.T) {
	test.NewTempApp(t)
	var changed []string
	c := NewChoice(Keys{}, func(key string) { changed = append(changed, key) })
	row := c.Row()
	c.Set([]Option{{"a", "甲"}}, "")
	if row.Visible() {
		t.Error("one option is no choice")
	}
	options := []Option{{"a", "甲"}, {"b", "乙"}}
	c.Set(options, "b")
	if !row.Visible() || c.Chosen() != "b" || len(changed) != 0 {
		t.Errorf("%v %q %v", row.Visible(), c.Chosen(), changed)
	}
	test.Tap(c.buttons[0])
	c.Choose("a")
	if len(changed) != 1 || changed[0] != "a" {
		t.Errorf("%v", changed)
	}
	c.Set(options, "gone")
	if c.Chosen() != "a" {
		t.Errorf("%q", c.Chosen())
	}
	var many []Option
	for _, key := range "abcdefg" {
		many = append(many, Option{string(key), string(key)})
	}
	c.Set(many, "c")
	s := c.picker
	if s.Selected != "c" || len(changed) != 1 {
		t.Errorf("%q %v", s.Selected, changed)
	}
	s.SetSelectedIndex(6)
	if c.Chosen() != "g" || len(changed) != 2 {
		t.Errorf("%q %v", c.Chosen(), changed)
	}
	c.Set(many, "a") // the same options
	if s.Selected != "a" || len(changed) != 2 {
		t.Errorf("%q %v", s.Selected, changed)
	}
	long := append([]Option{{"long", "某县某镇某年某月份报表.xlsx"}}, many...)
	c.Set(long, "a")
	words := fyne.MeasureText(long[0].Label, theme.TextSize(), fyne.TextStyle{}).Width
	if got := c.box.MinSize().Width; got < words {
		t.Errorf("the list is %v wide, its longest label %v", got, words)
	}
}
