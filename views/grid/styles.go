package grid

import "fyne.io/fyne/v2"

// rowHeader reads row headers, one row at a time.
func (r *renderer) rowHeader() func(row, col int) Cell {
	at, texts := -1, []string(nil)
	return func(row, col int) Cell {
		if row != at {
			at, texts = row, r.grid.source.RowHeader(r.grid.view.row(row))
		}
		if col >= len(texts) {
			return Cell{}
		}
		return Cell{Text: texts[col]}
	}
}

func (r *renderer) cellStyle(row, col int) cellStyle {
	g := r.grid
	pos, size := g.geo.cell(place{row, col})
	style := cellStyle{pos: pos, size: size, align: g.columns[col].Align, look: g.lookNo}
	switch c := g.columns[col]; {
	case c.Accented:
		style.ground = g.look.accented
	case c.ReadOnly:
		style.ground = g.look.readOnly
	}
	return style
}

func (r *renderer) rowStyle(row, col int) cellStyle {
	g := r.grid
	x := g.geo.frozenX[col]
	return cellStyle{
		pos:   fyne.NewPos(x, float32(row)*g.geo.rowH),
		size:  fyne.NewSize(g.geo.frozenX[col+1]-x, g.geo.rowH),
		align: g.frozen[col].Align,
		look:  g.lookNo,
	}
}
