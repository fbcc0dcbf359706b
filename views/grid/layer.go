package grid

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// layer paints a block of cells in content coordinates. Its slots form a ring
// in both directions: scrolling by a row writes one row of texts anew and
// leaves all others, with their textures, where they are.
type layer struct {
	texts, backs   *fyne.Container
	slots          []slot
	rowCap, colCap int
	shown          Range
}

// slot is the canvas objects of one visible cell; mark, back and swatch come on demand.
type slot struct {
	at    place
	live  bool
	cell  Cell
	style cellStyle
	text  *canvas.Text
	mark  *canvas.ArbitraryPolygon
	back  *canvas.Rectangle
	// swatch is the square before the text.
	swatch *canvas.Rectangle
}

// cellStyle is what a cell's looks depend on beside its content.
type cellStyle struct {
	pos    fyne.Position
	size   fyne.Size
	align  fyne.TextAlign
	ground color.NRGBA
	look   int // changes with the palette
}

func newLayer() *layer {
	return &layer{
		texts: free(), backs: free(),
		shown: Range{Bottom: -1, Right: -1},
	}
}

// free holds objects that are placed by hand.
func free() *fyne.Container { return &fyne.Container{} }

// grow makes room for a block of cells; more room means starting over.
func (l *layer) grow(rows, cols int) {
	if rows <= l.rowCap && cols <= l.colCap {
		return
	}
	l.rowCap, l.colCap = max(rows, l.rowCap), max(cols, l.colCap)
	l.slots = make([]slot, l.rowCap*l.colCap)
	l.texts.Objects, l.backs.Objects = nil, nil
	for i := range l.slots {
		l.slots[i].text = &canvas.Text{}
		l.slots[i].text.Hidden = true
		l.texts.Objects = append(l.texts.Objects, l.slots[i].text)
	}
}

func (l *layer) slot(row, col int) *slot {
	return &l.slots[(row%l.rowCap)*l.colCap+col%l.colCap]
}

// show paints the cells of area and hides all others. Cells that are painted
// already are read again only when anew is set.
func (l *layer) show(g *Grid, area Range, anew bool, read func(row, col int) Cell, style func(row, col int) cellStyle) {
	l.grow(area.Rows(), area.Cols())
	for row := area.Top; row <= area.Bottom; row++ {
		for col := area.Left; col <= area.Right; col++ {
			s := l.slot(row, col)
			if anew || !s.live || s.at != (place{row, col}) {
				l.paint(g, s, place{row, col}, read(row, col), style(row, col))
			}
		}
	}
	if l.shown == area {
		return
	}
	l.shown = area
	for i := range l.slots {
		if s := &l.slots[i]; s.live && !area.Contains(s.at.row, s.at.col) {
			s.hide()
		}
	}
}

// paint writes a cell into a slot, touching only objects that change.
func (l *layer) paint(g *Grid, s *slot, p place, cell Cell, style cellStyle) {
	s.at, s.live = p, true
	if cell.ReadOnly {
		style.ground = g.look.readOnly
	}
	l.paintSwatch(g, s, cell, style)
	l.paintText(g, s.text, cell, style)
	if s.cell.Mark != cell.Mark || s.style != style {
		l.paintMark(g, s, cell.Mark, style)
	}
	l.paintBack(g, s, cell.Mark, style)
	s.cell, s.style = cell, style
}

func (l *layer) paintText(g *Grid, t *canvas.Text, cell Cell, style cellStyle) {
	text, ink := "", g.look.text
	pos, size := style.pos.AddXY(padX, 0), style.size.SubtractWidthHeight(2*padX, 0)
	if cell.Swatch.A > 0 {
		pos, size = pos.AddXY(swatchRoom, 0), size.SubtractWidthHeight(swatchRoom, 0)
	}
	if cell.Text != "" {
		text = g.typist.cut(cell.Text, size.Width)
	}
	if cell.Dim {
		ink = g.look.dim
	}
	if text == "" {
		show(t, false)
		return
	}
	t.Move(pos)
	t.Resize(size)
	if t.Text == text && t.Color == ink && t.TextSize == g.typist.size && t.Alignment == style.align && !t.Hidden {
		return
	}
	t.Text, t.Color, t.TextSize, t.Alignment, t.Hidden = text, ink, g.typist.size, style.align, false
	t.Refresh()
}

func (l *layer) paintMark(g *Grid, s *slot, m Mark, style cellStyle) {
	if m <= MarkNone || m > MarkNote {
		if s.mark != nil {
			show(s.mark, false)
		}
		return
	}
	if s.mark == nil {
		s.mark = &canvas.ArbitraryPolygon{}
		l.texts.Objects = append(l.texts.Objects, s.mark)
	}
	show(s.mark, true)
	drawMark(s.mark, m, &g.look, style.pos, style.size, markLeft(style.align))
}

// paintBack tints a marked cell, or one on a ground of its own.
func (l *layer) paintBack(g *Grid, s *slot, m Mark, style cellStyle) {
	ground := style.ground
	if m > MarkNone && m <= MarkNote && g.look.tint[m].A > 0 {
		ground = g.look.tint[m]
	}
	if ground.A == 0 {
		if s.back != nil {
			show(s.back, false)
		}
		return
	}
	if s.back == nil {
		s.back = &canvas.Rectangle{}
		l.backs.Objects = append(l.backs.Objects, s.back)
	}
	lay(s.back, style.pos, style.size)
	paintFill(s.back, ground)
	show(s.back, true)
}

func (s *slot) hide() {
	s.live = false
	show(s.text, false)
	if s.mark != nil {
		show(s.mark, false)
	}
	if s.back != nil {
		show(s.back, false)
	}
	if s.swatch != nil {
		show(s.swatch, false)
	}
	s.cell, s.style = Cell{}, cellStyle{}
}
