package grid

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// sign is what stands at the right of a column's title: the button of its menu,
// and, as shapes, that rows are sorted or filtered by it.
type sign struct {
	menu     bool
	sorted   int // +1 ascending, -1 descending, 0 not by this column
	filtered bool
}

const (
	signSize float32 = 9
	signGap  float32 = 3
)

var (
	shapeUp     = unit(.5, .05, 1, .9, 0, .9)
	shapeDown   = unit(0, .1, 1, .1, .5, .95)
	shapeFunnel = unit(0, .05, 1, .05, .62, .5, .62, 1, .38, .85, .38, .5)
	// shapeMenu is a flat wedge, unlike the tall triangles of an order.
	shapeMenu = unit(0, .35, .5, .7, 1, .35, 1, .5, .5, .85, 0, .5)
)

// signOf is a column's sign now.
func (g *Grid) signOf(c Column) sign {
	s := sign{menu: g.Words != nil}
	if g.order.key == c.id() && g.order.dir != 0 {
		s.sorted = g.order.dir
	}
	_, s.filtered = g.order.filters[c.id()]
	return s
}

// signs is how many shapes stand side by side.
func (s sign) signs() int {
	n := 0
	if s.sorted != 0 {
		n++
	}
	if s.filtered {
		n++
	}
	if n == 0 && s.menu {
		n = 1
	}
	return n
}

func (s sign) room() float32 { return float32(s.signs()) * (signSize + signGap) }

func (g *Grid) signRoom(c Column) float32 { return g.signOf(c).room() }

// drawSign paints the shapes at the lower right of the title.
func (g *Grid) drawSign(c heading) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	x := c.to - padX - signSize + 2
	y := g.geo.headerH() - g.geo.rowH/2 - signSize/2
	draw := func(shape []fyne.Position, ink color.NRGBA) {
		p := &canvas.ArbitraryPolygon{NormalizedPoints: true, Points: shape, FillColor: ink}
		lay(p, fyne.NewPos(x, y), fyne.NewSquareSize(signSize))
		out = append(out, p)
		x -= signSize + signGap
	}
	switch {
	case c.sign.sorted > 0:
		draw(shapeUp, g.look.sign)
	case c.sign.sorted < 0:
		draw(shapeDown, g.look.sign)
	}
	if c.sign.filtered {
		draw(shapeFunnel, g.look.sign)
	}
	if c.sign.menu && len(out) == 0 {
		draw(shapeMenu, g.look.idle)
	}
	return out
}
