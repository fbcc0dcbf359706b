package grid

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// measure works out columns, lengths and colours; contents are read only where
// rows have come or gone while the view is sorted or filtered.
func (g *Grid) measure() {
	g.dress()
	g.takeColumns()
	g.geo.rows = g.held
	if g.view.rows != nil {
		g.geo.rows = len(g.view.rows)
	}
	line := fyne.MeasureText("国Ag", g.typist.size, fyne.TextStyle{}).Height
	g.geo.rowH = float32(int(line + 2*padY + 0.5))
	g.geo.colX, g.geo.frozenX = g.borders(g.columns), g.borders(g.frozen)
	g.geo.captionRows, g.geo.titleH = g.headerHeights(line)
	g.geo.captionH = float32(g.geo.captionRows) * g.geo.rowH
	g.geo.resize(g.Size())
	g.sel = g.sel.clamp(g.geo.rows, g.geo.cols())
	g.scroll = g.clampScroll(g.scroll)
}

// dress takes colours and font from the theme.
func (g *Grid) dress() {
	th := g.Theme()
	g.theme = th
	if look := newPalette(th, fyne.CurrentApp().Settings().ThemeVariant()); look != g.look {
		g.look = look
		g.lookNo++
	}
	size, font := th.Size(theme.SizeNameText), th.Font(fyne.TextStyle{}).Name()
	if g.typist == nil || g.typist.size != size || g.typist.font != font {
		g.typist = newTypist(size, font)
	}
}

// takeColumns reads the source's columns, and brings the view into line with
// them and with the number of rows.
func (g *Grid) takeColumns() {
	g.all, g.frozen = g.widened(g.source.Columns()), g.widened(g.source.HeaderColumns())
	g.keepPlaces(func() {
		g.columns, g.view.cols = g.showing(g.all)
		if rows := g.source.Rows(); rows != g.held || g.forgetColumns() {
			g.held = rows
			g.view.rows = g.arranged()
		}
	})
	g.dropFailedOutside(g.held, len(g.all))
}

// showing leaves the hidden columns out.
func (g *Grid) showing(all []Column) (columns []Column, cols []int) {
	if len(g.hidden) == 0 {
		return all, nil
	}
	for i, c := range all {
		if !g.hidden[c.id()] {
			columns, cols = append(columns, c), append(cols, i)
		}
	}
	if len(cols) == len(all) {
		return all, nil
	}
	return columns, cols
}
