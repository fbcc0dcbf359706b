package grid

import (
	"slices"
)

// id is what names a column to the host and across sources: its key, or its title.
func (c Column) id() string {
	if c.Key != "" {
		return c.Key
	}
	return c.Title
}

// HideColumns takes columns off the screen. Keys and Tab pass over them, copy
// and fill leave them out, and a paste never lands in one. The last column that
// shows stays. An open editor is committed first; when that fails nothing is
// hidden, and HideColumns returns false.
func (g *Grid) HideColumns(keys ...string) bool {
	return g.setHidden(append(g.HiddenColumns(), keys...))
}

// ShowColumns brings hidden columns back; without a key all of them.
func (g *Grid) ShowColumns(keys ...string) bool {
	if len(keys) == 0 {
		return g.setHidden(nil)
	}
	return g.setHidden(slices.DeleteFunc(g.HiddenColumns(), func(k string) bool { return slices.Contains(keys, k) }))
}

// HiddenColumns are the keys of the hidden columns, in the source's order.
func (g *Grid) HiddenColumns() []string {
	var keys []string
	for _, c := range g.all {
		if g.hidden[c.id()] {
			keys = append(keys, c.id())
		}
	}
	return keys
}

func (g *Grid) setHidden(keys []string) bool {
	if !g.leaveEdit() {
		return false
	}
	hidden := make(map[string]bool, len(keys))
	for _, k := range keys {
		hidden[k] = true
	}
	shown := slices.ContainsFunc(g.all, func(c Column) bool { return !hidden[c.id()] })
	if !shown && len(g.all) > 0 {
		return false
	}
	g.hidden = hidden
	g.viewChanged()
	return true
}

// unhide makes sure that a cell of the source shows, and gives its place on the screen.
func (g *Grid) unhide(p place) place {
	p = p.clamp(g.held, len(g.all))
	shown, ok := g.view.find(p)
	if ok || g.held == 0 || len(g.all) == 0 {
		return shown
	}
	if shown.col < 0 {
		g.ShowColumns(g.all[p.col].id())
	}
	if shown.row < 0 {
		g.ClearFilters()
	}
	return g.view.nearest(p)
}

// viewChanged takes in another view and tells the host; of the selection, too:
// the same range may now be of other cells.
func (g *Grid) viewChanged() {
	g.Refresh()
	if g.OnSelected != nil {
		g.OnSelected(g.Selection())
	}
	if g.OnView != nil {
		g.OnView(g.View())
	}
}
