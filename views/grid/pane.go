package grid

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// pane shows its objects, placed by hand, and clips what reaches beyond it.
type pane struct {
	widget.BaseWidget
	objects []fyne.CanvasObject
	ground  *canvas.Rectangle
	cross   []*canvas.Rectangle // thin rules in both directions
	rules   *fyne.Container
}

func newPane() *pane {
	p := &pane{ground: &canvas.Rectangle{}, rules: free()}
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer is for Fyne.
func (p *pane) CreateRenderer() fyne.WidgetRenderer { return paneRenderer{p} }

// floor paints the ground under what the pane shows.
func (p *pane) floor(fill color.NRGBA, size fyne.Size) {
	lay(p.ground, fyne.NewPos(0, 0), size)
	paintFill(p.ground, fill)
}

// rule places the i-th rule, making it when needed.
func (p *pane) rule(i int, look *palette, pos fyne.Position, size fyne.Size) {
	if i == len(p.cross) {
		r := &canvas.Rectangle{}
		p.cross = append(p.cross, r)
		p.rules.Objects = append(p.rules.Objects, r)
	}
	lay(p.cross[i], pos, size)
	paintFill(p.cross[i], look.rule)
	show(p.cross[i], true)
}

// grate draws a rule after every column and every row of area. x and y give
// right and lower borders in the pane's own coordinates.
func (p *pane) grate(look *palette, area Range, x, y func(i int) float32) {
	n, size := 0, p.Size()
	for col := area.Left; col <= area.Right; col++ {
		p.rule(n, look, fyne.NewPos(x(col)-1, 0), fyne.NewSize(1, min(size.Height, y(area.Bottom))))
		n++
	}
	for row := area.Top; row <= area.Bottom; row++ {
		p.rule(n, look, fyne.NewPos(0, y(row)-1), fyne.NewSize(min(size.Width, x(area.Right)), 1))
		n++
	}
	for ; n < len(p.cross); n++ {
		show(p.cross[n], false)
	}
}

type paneRenderer struct{ pane *pane }

// IsClip is how Fyne's painters know a clipping widget.
func (paneRenderer) IsClip() {}

func (paneRenderer) Destroy()           {}
func (paneRenderer) Layout(fyne.Size)   {}
func (paneRenderer) Refresh()           {}
func (paneRenderer) MinSize() fyne.Size { return fyne.NewSize(1, 1) }

func (r paneRenderer) Objects() []fyne.CanvasObject { return r.pane.objects }
