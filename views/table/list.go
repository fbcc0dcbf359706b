package table

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// list is Fyne's list with the keys of a table: the highlighted row is the chosen one.
type list struct {
	widget.List
	table    *Table
	selected int // -1 for none
}

func newList(t *Table) *list {
	l := &list{table: t, selected: -1}
	l.Length = func() int { return len(t.rows) }
	l.CreateItem = func() fyne.CanvasObject { return newRowView(t) }
	l.UpdateItem = func(id widget.ListItemID, o fyne.CanvasObject) {
		v := o.(*rowView)
		v.id = id
		v.set(&t.rows[id])
	}
	l.List.OnSelected = func(id widget.ListItemID) {
		if l.selected == id {
			return
		}
		l.selected = id
		if key := l.selectedKey(); key != "" && t.OnSelected != nil {
			t.OnSelected(key)
		}
	}
	l.List.OnUnselected = func(id widget.ListItemID) {
		if l.selected == id {
			l.selected = -1
		}
	}
	l.ExtendBaseWidget(l)
	return l
}

func (l *list) selectedKey() string {
	if l.selected < 0 || l.selected >= len(l.table.rows) {
		return ""
	}
	return l.table.rows[l.selected].Key
}

// choose makes a row the chosen one; quiet where it already was before the rows were set anew.
func (l *list) choose(i int, tell bool) {
	if !tell {
		l.selected = i
	}
	l.Highlight(i)
	l.Select(i)
}

// step moves from a row in a direction to the next one that can be chosen.
func (l *list) step(from, by int) {
	for i := from + by; i >= 0 && i < len(l.table.rows); i += by {
		if l.table.rows[i].Key != "" {
			l.choose(i, true)
			return
		}
	}
}

// page is how many rows are in sight.
func (l *list) page() int {
	row := l.table.rowHeight() + l.Theme().Size("padding")
	return max(1, int(l.Size().Height/row)-1)
}

// TypedKey moves, activates, and gives the rest to OnKey.
func (l *list) TypedKey(e *fyne.KeyEvent) {
	last := len(l.table.rows)
	switch e.Name {
	case fyne.KeyDown:
		l.step(l.selected, 1)
	case fyne.KeyUp:
		l.step(l.selected, -1)
	case fyne.KeyHome:
		l.step(-1, 1)
	case fyne.KeyEnd:
		l.step(last, -1)
	case fyne.KeyPageDown:
		l.jump(min(max(l.selected, 0)+l.page(), last-1), -1)
	case fyne.KeyPageUp:
		l.jump(max(l.selected-l.page(), 0), 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		l.activate()
	default:
		if l.table.OnKey != nil {
			l.table.OnKey(e)
		}
	}
}

// jump goes to a row, or on from it where it cannot be chosen.
func (l *list) jump(to, by int) {
	if to >= 0 && to < len(l.table.rows) {
		l.step(to-by, by)
	}
}

func (l *list) activate() {
	if key := l.selectedKey(); key != "" && l.table.OnActivated != nil {
		l.table.OnActivated(key)
	}
}

// TypedShortcut copies rows as TSV; other shortcuts go to OnShortcut.
func (l *list) TypedShortcut(s fyne.Shortcut) {
	if _, ok := s.(*fyne.ShortcutCopy); ok {
		fyne.CurrentApp().Clipboard().SetContent(l.table.TSV())
		return
	}
	if l.table.OnShortcut != nil {
		l.table.OnShortcut(s)
	}
}

// press chooses a row with the mouse and puts the keyboard into the table.
func (l *list) press(id int) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(l); c != nil {
		c.Focus(l)
	}
	if id < len(l.table.rows) && l.table.rows[id].Key != "" {
		l.choose(id, true)
	}
}
