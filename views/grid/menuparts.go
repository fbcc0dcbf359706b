package grid

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Fyne's widgets make nothing of Esc, which must close the menu wherever the
// keyboard is in it; and of Enter a button makes nothing either.

func (m *columnMenu) escape(ev *fyne.KeyEvent) bool {
	if ev.Name == fyne.KeyEscape {
		m.close()
		return true
	}
	return false
}

type menuButton struct {
	widget.Button
	menu *columnMenu
}

func newMenuButton(m *columnMenu, text string, do func()) *menuButton {
	b := &menuButton{menu: m}
	b.Text, b.OnTapped, b.Alignment, b.Importance = text, do, widget.ButtonAlignLeading, widget.LowImportance
	b.ExtendBaseWidget(b)
	return b
}

// TypedKey closes with Esc and presses with Enter.
func (b *menuButton) TypedKey(ev *fyne.KeyEvent) {
	switch {
	case b.menu.escape(ev):
	case ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter:
		b.OnTapped()
	default:
		b.Button.TypedKey(ev)
	}
}

type menuEntry struct {
	widget.Entry
	menu *columnMenu
}

func newMenuEntry(m *columnMenu, hint string) *menuEntry {
	e := &menuEntry{menu: m}
	e.PlaceHolder = hint
	e.ExtendBaseWidget(e)
	return e
}

// TypedKey closes with Esc.
func (e *menuEntry) TypedKey(ev *fyne.KeyEvent) {
	if !e.menu.escape(ev) {
		e.Entry.TypedKey(ev)
	}
}

type menuList struct {
	widget.List
	menu *columnMenu
}

// newMenuList lists the values with a tick before each.
func newMenuList(m *columnMenu) *menuList {
	l := &menuList{menu: m}
	l.Length = func() int { return len(m.shown) }
	l.CreateItem = func() fyne.CanvasObject { return widget.NewCheck("", nil) }
	l.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) {
		check, value := o.(*widget.Check), m.shown[i]
		check.OnChanged = nil
		check.Text = m.grid.typist.cut(value, menuWidth-50)
		if value == "" {
			check.Text = m.grid.Words.Empty
		}
		check.Checked = !m.off[value]
		check.Refresh()
		check.OnChanged = func(on bool) { m.off[value] = !on }
	}
	l.OnSelected = func(i widget.ListItemID) {
		m.toggle(i)
		l.Unselect(i)
	}
	l.ExtendBaseWidget(l)
	return l
}

// TypedKey closes with Esc and filters with Enter.
func (l *menuList) TypedKey(ev *fyne.KeyEvent) {
	switch {
	case l.menu.escape(ev):
	case ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter:
		l.menu.apply()
	default:
		l.List.TypedKey(ev)
	}
}
