package grid

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Words are the words of a column's menu, in the host's language.
type Words struct {
	Ascending, Descending, Unsorted string
	// Contains stands in the empty field for a part of the text.
	Contains string
	// Empty stands for cells without text, All for ticking every value.
	Empty, All   string
	Apply, Clear string
	// Hide hides the column; without the word it is not offered.
	Hide string
}

const (
	// menuValues is how many values a filter offers at most; typing brings up others.
	menuValues = 200
	menuWidth  = 230
	menuHeight = 190
)

// columnMenu sorts and filters by one column.
type columnMenu struct {
	grid   *Grid
	key    string
	popup  *widget.PopUp
	part   *menuEntry
	values []string        // all there are
	shown  []string        // those that hold what is typed
	off    map[string]bool // unticked
	list   *menuList
}

// openMenu shows the menu of the column whose sign was hit.
func (g *Grid) openMenu(h hit) {
	c := fyne.CurrentApp().Driver().CanvasForObject(g)
	if g.Words == nil || c == nil || !g.leaveEdit() {
		return
	}
	m := &columnMenu{grid: g, key: g.header(h).id(), off: map[string]bool{}}
	m.read()
	m.popup = widget.NewPopUp(m.content(h.frozen), c)
	right := g.geo.frozenX
	x := float32(0)
	if !h.frozen {
		right, x = g.geo.colX, g.geo.frozenW()-g.scroll.X
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(g)
	at = at.AddXY(max(0, x+right[h.col+1]-menuWidth), g.geo.headerH())
	g.menu = m
	m.popup.ShowAtPosition(at)
	c.Focus(m.part)
}

// read takes the column's values and the filter that stands.
func (m *columnMenu) read() {
	f := m.grid.order.filters[m.key]
	text := m.grid.textOf(m.key)
	keep := map[string]bool{}
	for _, v := range f.Values {
		keep[v] = true
	}
	seen := map[string]bool{}
	var keys []sortKey
	for row := range m.grid.held {
		if t := text(row); !seen[t] {
			seen[t] = true
			k := newSortKey(row, t)
			k.text = t
			keys = append(keys, k)
			m.off[t] = f.Values != nil && !keep[t]
		}
	}
	slices.SortStableFunc(keys, func(a, b sortKey) int {
		return cmp.Or(cmp.Compare(a.class, b.class), m.grid.compareTexts(a, b))
	})
	for _, k := range keys {
		m.values = append(m.values, k.text)
	}
}

func (m *columnMenu) content(frozen bool) fyne.CanvasObject {
	w := m.grid.Words
	m.part = newMenuEntry(m, w.Contains)
	m.list = newMenuList(m)
	m.part.SetText(m.grid.order.filters[m.key].Contains)
	m.narrow(m.part.Text)
	m.part.OnChanged = m.narrow
	m.part.OnSubmitted = func(string) { m.apply() }
	sort := func(key string, down bool) func() {
		return m.then(func() { m.grid.SortBy(key, down) })
	}
	top := container.NewVBox(
		m.button(w.Ascending, sort(m.key, false)),
		m.button(w.Descending, sort(m.key, true)),
		m.button(w.Unsorted, sort("", false)))
	if w.Hide != "" && !frozen {
		top.Add(m.button(w.Hide, m.then(func() { m.grid.HideColumns(m.key) })))
	}
	top.Add(widget.NewSeparator())
	top.Add(m.part)
	if w.All != "" {
		top.Add(m.button(w.All, m.tickAll))
	}
	list := container.NewGridWrap(fyne.NewSize(menuWidth, menuHeight), m.list)
	none := m.button(w.Clear, m.then(func() { m.grid.FilterBy(m.key, Filter{}) }))
	return container.NewVBox(top, list, container.NewGridWithColumns(2, m.button(w.Apply, m.apply), none))
}

// narrow shows the values that hold a text.
func (m *columnMenu) narrow(part string) {
	m.shown = m.shown[:0]
	f := Filter{Contains: part}
	for _, v := range m.values {
		if f.keeps(v) && len(m.shown) < menuValues {
			m.shown = append(m.shown, v)
		}
	}
	m.list.Refresh()
}

// tickAll ticks all values, or unticks those that show if all are ticked.
func (m *columnMenu) tickAll() {
	all := !slices.ContainsFunc(m.shown, func(v string) bool { return m.off[v] })
	for _, v := range m.shown {
		m.off[v] = all
	}
	m.list.Refresh()
}

func (m *columnMenu) toggle(i int) {
	if i >= 0 && i < len(m.shown) {
		m.off[m.shown[i]] = !m.off[m.shown[i]]
		m.list.RefreshItem(i)
	}
}

// apply filters by what is typed and ticked.
func (m *columnMenu) apply() {
	f := Filter{Contains: m.part.Text}
	for _, v := range m.values {
		if m.off[v] {
			f.Values = slices.DeleteFunc(slices.Clone(m.values), func(v string) bool { return m.off[v] })
			break
		}
	}
	m.then(func() { m.grid.FilterBy(m.key, f) })()
}

// then closes the menu before it acts.
func (m *columnMenu) then(do func()) func() {
	return func() {
		m.close()
		do()
	}
}

func (m *columnMenu) close() {
	m.popup.Hide()
	m.grid.menu = nil
	m.grid.requestFocus()
}

func (m *columnMenu) button(text string, do func()) *menuButton { return newMenuButton(m, text, do) }
