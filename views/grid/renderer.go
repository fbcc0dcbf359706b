package grid

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// renderer lays the grid out as four clipping panes and two scroll bars. What
// scrolls lies in containers that move as a whole.
type renderer struct {
	grid                *Grid
	ground              *canvas.Rectangle
	body, side          *pane // cells, and the frozen columns beside them
	top, corner         *pane // the header rows over both
	cellLayer, rowLayer *layer
	titles, names       *header
	sel                 selectionMarks
	edging              [2]*canvas.Rectangle // between headers and cells
	thumbV, thumbH      *canvas.Rectangle
	pointer             *pointer
	list                *choiceList
	note                *noteBox
	objects             []fyne.CanvasObject
}

// CreateRenderer is for Fyne.
func (g *Grid) CreateRenderer() fyne.WidgetRenderer {
	g.ExtendBaseWidget(g)
	r := &renderer{
		grid: g, ground: &canvas.Rectangle{},
		body: newPane(), side: newPane(), top: newPane(), corner: newPane(),
		cellLayer: newLayer(), rowLayer: newLayer(),
		titles: newHeader(), names: newHeader(),
		sel:     newSelectionMarks(),
		pointer: newPointer(g), list: newChoiceList(g), note: newNoteBox(),
		edging: [2]*canvas.Rectangle{{}, {}},
		thumbV: &canvas.Rectangle{CornerRadius: 3}, thumbH: &canvas.Rectangle{CornerRadius: 3},
	}
	r.body.objects = []fyne.CanvasObject{
		r.body.ground, r.cellLayer.backs, r.sel.fill, r.body.rules, r.cellLayer.texts,
		r.sel.outline, r.sel.active, r.sel.filling, r.sel.handle, g.editorLayer(),
	}
	r.side.objects = []fyne.CanvasObject{r.side.ground, r.rowLayer.backs, r.sel.rows, r.side.rules, r.rowLayer.texts}
	r.top.objects = []fyne.CanvasObject{r.top.ground, r.sel.columns, r.titles.box}
	r.corner.objects = []fyne.CanvasObject{r.corner.ground, r.names.box}
	r.objects = []fyne.CanvasObject{
		r.ground, r.pointer, r.body, r.side, r.top, r.corner,
		r.edging[0], r.edging[1], r.thumbV, r.thumbH, r.list, r.note,
	}
	g.paint = r
	r.all()
	return r
}

// editorLayer holds the editor in content coordinates.
func (g *Grid) editorLayer() *fyne.Container {
	if g.editor.layer == nil {
		g.editor.layer = &fyne.Container{Objects: []fyne.CanvasObject{g.editor.frame, g.editor.alarm.Container, g.editor.cover}}
	}
	return g.editor.layer
}

// Destroy is for Fyne.
func (r *renderer) Destroy() {
	if r.grid.paint == r {
		r.grid.paint = nil
	}
}

// Objects is for Fyne.
func (r *renderer) Objects() []fyne.CanvasObject { return r.objects }

// MinSize keeps the headers, a column and three rows.
func (r *renderer) MinSize() fyne.Size {
	return fyne.NewSize(160, r.grid.geo.headerH()+3*r.grid.geo.rowH)
}

// Layout takes a new size.
func (r *renderer) Layout(size fyne.Size) {
	r.grid.geo.resize(size)
	r.grid.scroll = r.grid.clampScroll(r.grid.scroll)
	r.panes()
	r.scrolled()
	if r.grid.awaited != nil {
		r.grid.reveal(*r.grid.awaited)
	}
}

// Refresh paints everything anew, as far as it has changed.
func (r *renderer) Refresh() { r.all() }

func (r *renderer) all() {
	g := r.grid
	g.geo.resize(g.Size())
	g.scroll = g.clampScroll(g.scroll)
	r.panes()
	r.titles.build(g, g.columns, g.geo.colX)
	r.names.build(g, g.frozen, g.geo.frozenX)
	r.shift()
	r.cells(true)
	r.selection()
	r.bars()
	g.placeEditor()
}

// panes places what does not depend on scrolling.
func (r *renderer) panes() {
	g, look := r.grid, &r.grid.look
	left, top, body := g.geo.frozenW(), g.geo.headerH(), g.geo.body()
	lay(r.ground, fyne.NewPos(0, 0), g.geo.size)
	lay(r.pointer, fyne.NewPos(0, 0), g.geo.size)
	lay(r.body, fyne.NewPos(left, top), body)
	lay(r.side, fyne.NewPos(0, top), fyne.NewSize(left, body.Height))
	lay(r.top, fyne.NewPos(left, 0), fyne.NewSize(body.Width, top))
	lay(r.corner, fyne.NewPos(0, 0), fyne.NewSize(left, top))
	lay(r.edging[0], fyne.NewPos(0, top-1), fyne.NewSize(min(left+body.Width, left+g.geo.content().Width), 1))
	lay(r.edging[1], fyne.NewPos(left-1, 0), fyne.NewSize(1, min(top+body.Height, top+g.geo.content().Height)))
	paintFill(r.ground, look.back)
	filled := fyne.NewSize(min(body.Width, g.geo.content().Width), min(body.Height, g.geo.content().Height))
	r.body.floor(look.back, filled)
	r.side.floor(look.header, fyne.NewSize(left, filled.Height))
	r.top.floor(look.header, fyne.NewSize(filled.Width, top))
	r.corner.floor(look.header, fyne.NewSize(left, top))
	for _, e := range r.edging {
		paintFill(e, look.headerRule)
	}
	show(r.edging[1], left > 0)
}

// scrolled follows a new scroll offset.
func (r *renderer) scrolled() {
	r.shift()
	r.cells(false)
	r.selection()
	r.bars()
	r.grid.placeEditor()
}

// shift moves what scrolls.
func (r *renderer) shift() {
	s := r.grid.scroll
	for _, c := range []*fyne.Container{r.cellLayer.backs, r.cellLayer.texts, r.grid.editorLayer()} {
		c.Move(fyne.NewPos(-s.X, -s.Y))
	}
	for _, c := range []*fyne.Container{r.rowLayer.backs, r.rowLayer.texts} {
		c.Move(fyne.NewPos(0, -s.Y))
	}
	r.titles.box.Move(fyne.NewPos(-s.X, 0))
}

// cells paints the visible cells and row headers; those painted already are
// read again when anew is set.
func (r *renderer) cells(anew bool) {
	g := r.grid
	area, _ := g.geo.visible(g.scroll)
	side := Range{area.Top, 0, area.Bottom, len(g.frozen) - 1}
	rowsMost := int(g.geo.body().Height/g.geo.rowH) + 2
	r.cellLayer.grow(rowsMost, widest(g.geo.colX, g.geo.body().Width))
	r.rowLayer.grow(rowsMost, len(g.frozen))
	r.cellLayer.show(g, area, anew, g.cell, r.cellStyle)
	r.rowLayer.show(g, side, anew, r.rowHeader(), r.rowStyle)
	r.titles.showOnly(area.Left, area.Right)

	rowEnd := func(row int) float32 { return float32(row+1)*g.geo.rowH - g.scroll.Y }
	r.body.grate(&g.look, area, func(col int) float32 { return g.geo.colX[col+1] - g.scroll.X }, rowEnd)
	r.side.grate(&g.look, side, func(col int) float32 { return g.geo.frozenX[col+1] }, rowEnd)
	r.dirty()
}

// dirty asks for a new frame. Objects that were hidden until now cannot: Fyne
// does not know their window before it has painted them once.
func (r *renderer) dirty() { r.ground.Refresh() }
