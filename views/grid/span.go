package grid

// SelectRange makes a cell of the source the active one and selects from it to another; columns that are
// hidden and rows that are filtered out are shown again.
func (g *Grid) SelectRange(row, col, toRow, toCol int) {
	g.run = tabRun{}
	extent := g.unhide(place{toRow, toCol})
	anchor := g.unhide(place{row, col})
	g.choose(span(anchor, extent))
	g.reveal(g.sel.anchor)
}

// Extent is the cell of the source to which the selection reaches from the active cell: the active cell
// itself where nothing more is selected.
func (g *Grid) Extent() (row, col int) {
	p := g.view.place(g.sel.extent)
	return p.row, p.col
}
