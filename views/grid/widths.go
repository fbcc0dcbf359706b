package grid

// fitRows is how many rows of a column are measured for its best width.
const fitRows = 500

// SetColumnWidths gives columns the widths that were kept of them, by key.
func (g *Grid) SetColumnWidths(widths map[string]float32) {
	g.widths = make(map[string]float32, len(widths))
	for key, w := range widths {
		if w > 0 {
			g.widths[key] = w
		}
	}
	g.Refresh()
}

// ColumnWidth is how wide a column is now; 0 for one that does not show.
func (g *Grid) ColumnWidth(key string) float32 {
	for i, c := range g.columns {
		if c.id() == key {
			return g.geo.colX[i+1] - g.geo.colX[i]
		}
	}
	for i, c := range g.frozen {
		if c.id() == key {
			return g.geo.frozenX[i+1] - g.geo.frozenX[i]
		}
	}
	return 0
}

// widened gives columns the widths that the user chose.
func (g *Grid) widened(columns []Column) []Column {
	if len(g.widths) == 0 {
		return columns
	}
	out := append([]Column(nil), columns...)
	for i, c := range out {
		if w, ok := g.widths[c.id()]; ok {
			out[i].Width = w
		}
	}
	return out
}

// setWidth is the user's doing; 0 gives the column its own width again.
func (g *Grid) setWidth(key string, width float32) {
	if g.widths == nil {
		g.widths = map[string]float32{}
	}
	if g.widths[key] == width {
		return
	}
	g.widths[key] = width
	g.Refresh()
}

// FitColumn makes a column as wide as its title and its texts ask for. Of a
// long column the rows on the screen and some hundred others are measured.
func (g *Grid) FitColumn(key string) {
	columns, read := g.columns, func(row, col int) Cell { return g.cell(row, col) }
	i := columnOf(columns, key)
	if i < 0 {
		columns = g.frozen
		if i = columnOf(columns, key); i < 0 {
			return
		}
		read = func(row, col int) Cell { return Cell{Text: g.rowText(row, col)} }
	}
	c := columns[i]
	c.Width = 0
	width := g.columnWidth(c)
	for _, row := range g.sampled() {
		cell := read(row, i)
		text := g.typist.width(oneLine(cell.Text)) + markSize + 2*padX + 1
		if cell.Swatch.A > 0 {
			text += swatchRoom
		}
		width = max(width, float32(int(text)+1))
	}
	// No text is worth more than most of the window.
	if most := g.geo.size.Width * 0.6; most > 0 {
		width = min(width, most)
	}
	g.setWidth(key, width)
	if g.OnColumnWidth != nil {
		g.OnColumnWidth(key, width)
	}
}

func columnOf(columns []Column, key string) int {
	for i, c := range columns {
		if c.id() == key {
			return i
		}
	}
	return -1
}

// rowText is one of a row's headers.
func (g *Grid) rowText(row, col int) string {
	texts := g.source.RowHeader(g.view.row(row))
	if col >= len(texts) {
		return ""
	}
	return texts[col]
}

// sampled are the rows on the screen, and fitRows spread over all.
func (g *Grid) sampled() []int {
	visible, _ := g.geo.visible(g.scroll)
	rows := make([]int, 0, fitRows+visible.Rows())
	for row := visible.Top; row <= visible.Bottom; row++ {
		rows = append(rows, row)
	}
	step := max(1, (g.geo.rows+fitRows-1)/fitRows)
	for row := 0; row < g.geo.rows; row += step {
		rows = append(rows, row)
	}
	return rows
}
