package grid

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Part is a part of the grid that can be clicked.
type Part int

// The parts.
const (
	OnCells Part = iota
	OnTitles
	OnRowHeaders
)

// Click is a click with the left button.
type Click struct {
	Part Part
	// Row and Col are of the source; on row headers Col counts the frozen columns, on titles Row is 0.
	Row, Col int
	// Position is on the canvas.
	Position fyne.Position
}

// clicked tells what was clicked when the button is let go where it was pressed.
func (g *Grid) clicked(ev *desktop.MouseEvent) (Click, bool) {
	if g.OnClick == nil || ev == nil || !g.hasCells() || g.drag.zone == zoneNone || g.hitAt(ev.Position) != g.drag.hit {
		return Click{}, false
	}
	click := Click{Position: ev.AbsolutePosition}
	under := g.cellUnder(ev.Position)
	at := g.view.place(under)
	switch g.drag.zone {
	case zoneCells:
		click.Part, click.Row, click.Col = OnCells, at.row, at.col
		return click, g.sel.anchor == under && g.sel.extent == under
	case zoneColumns:
		click.Part, click.Col = OnTitles, at.col
		return click, true
	case zoneRows:
		click.Part, click.Row, click.Col = OnRowHeaders, at.row, columnAt(g.geo.frozenX, ev.Position.X)
		return click, g.sel.anchor.row == g.sel.extent.row
	}
	return click, false
}
