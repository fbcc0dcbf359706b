package grid

import (
	"fyne.io/fyne/v2"
)

// zone is a part of the grid under the pointer.
type zone int

const (
	zoneNone zone = iota
	zoneCorner
	zoneColumns
	zoneRows
	zoneCells
	zoneBarV
	zoneBarH
	zoneEdge   // the border between two headers, which changes a column's width
	zoneSign   // the button of a column's menu
	zoneHandle // the corner of the selection, which fills
)

// hit is what lies under the pointer: of edges and signs also which column.
type hit struct {
	zone   zone
	col    int
	frozen bool
}

// edgeReach is how far from a header's border the pointer still takes it.
const edgeReach float32 = 4

// hitAt names what lies at a widget position.
func (g *Grid) hitAt(pos fyne.Position) hit {
	z := g.zoneAt(pos)
	switch {
	case z == zoneColumns || z == zoneCorner:
		return g.headerHit(z, pos)
	case z == zoneCells && g.onHandle(pos):
		return hit{zone: zoneHandle}
	}
	return hit{zone: z}
}

// headerHit looks for an edge or a sign in the header.
func (g *Grid) headerHit(z zone, pos fyne.Position) hit {
	h := hit{zone: z, frozen: z == zoneCorner}
	borders, x := g.geo.colX, pos.X-g.geo.frozenW()+g.scroll.X
	if h.frozen {
		borders, x = g.geo.frozenX, pos.X
	}
	if len(borders) < 2 {
		return h
	}
	h.col = columnAt(borders, x)
	// The border before the first column moves nothing.
	edge := h.col
	if x-borders[edge] < edgeReach {
		edge--
	}
	if edge >= 0 && abs(x-borders[edge+1]) <= edgeReach {
		return hit{zoneEdge, edge, h.frozen}
	}
	if g.Words != nil && pos.Y >= g.geo.headerH()-g.geo.rowH && borders[h.col+1]-x <= padX+g.signRoom(g.header(h)) {
		h.zone = zoneSign
	}
	return h
}

func abs(x float32) float32 { return max(x, -x) }

// header is the column that a hit is about.
func (g *Grid) header(h hit) Column {
	if h.frozen {
		return g.frozen[h.col]
	}
	return g.columns[h.col]
}

// zoneAt names the part of the grid at a widget position.
func (g *Grid) zoneAt(pos fyne.Position) zone {
	body := g.geo.body()
	left, top := pos.X < g.geo.frozenW(), pos.Y < g.geo.headerH()
	right, below := pos.X >= g.geo.frozenW()+body.Width, pos.Y >= g.geo.headerH()+body.Height
	switch {
	case right && g.geo.showBarV && !top && !below:
		return zoneBarV
	case below && g.geo.showBarH && !left && !right:
		return zoneBarH
	case right || below || (!g.hasCells() && !top):
		return zoneNone
	case left && top:
		return zoneCorner
	case top:
		return zoneColumns
	case left:
		return zoneRows
	}
	return zoneCells
}

// cellUnder is the cell at a widget position; outside the cells the nearest,
// just beyond the border, so that dragging out of the grid scrolls it.
func (g *Grid) cellUnder(pos fyne.Position) place {
	body := g.geo.body()
	x := max(-1, min(pos.X-g.geo.frozenW(), body.Width))
	y := max(-1, min(pos.Y-g.geo.headerH(), body.Height))
	return g.geo.cellAt(g.scroll.AddXY(x, y))
}
