package grid

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// HeaderMenu is a click with the right button on a header.
type HeaderMenu struct {
	// Keys are the columns it was about: the selected ones, or the one clicked.
	Keys []string
	// Frozen tells a column of row headers.
	Frozen bool
	// Position is where a menu belongs, on the canvas.
	Position fyne.Position
}

// secondary is the right button: it selects what it is pressed on, unless that
// is selected already, and over a header asks the host for a menu.
func (g *Grid) secondary(h hit, ev *desktop.MouseEvent) {
	if h.zone == zoneCells || h.zone == zoneHandle {
		if p := g.cellUnder(ev.Position); !g.area().Contains(p.row, p.col) {
			g.choose(at(p))
		}
		return
	}
	columns := g.columns
	if h.frozen {
		columns = g.frozen
	}
	if (h.zone == zoneRows || h.zone == zoneNone) || h.col >= len(columns) {
		return
	}
	menu := HeaderMenu{Keys: []string{columns[h.col].id()}, Frozen: h.frozen, Position: ev.AbsolutePosition}
	if !h.frozen && g.hasCells() {
		if !g.sel.tall || !g.area().Contains(g.sel.anchor.row, h.col) {
			g.selectTo(zoneColumns, place{g.firstRow(), h.col}, place{0, h.col})
		}
		menu.Keys = nil
		for col := g.area().Left; col <= g.area().Right; col++ {
			menu.Keys = append(menu.Keys, g.columns[col].id())
		}
	}
	if g.OnHeaderMenu != nil {
		g.OnHeaderMenu(menu)
	}
}
