package sheet

import (
	"strings"

	"yueping/models/fault"
)

// The grays of a table's fills.
const (
	headerGray = 0.90
	rowGray    = 0.95
)

// cellWhite is the white above and below a cell's lines, in mm.
const cellWhite = 0.6

// grid is a table measured: letters in pt, lengths in mm. points is where the numbers of a column
// hang by their right end or decimal point; numbers is whether it holds any.
type grid struct {
	fonts   *Fonts
	table   Table
	size    float64
	edges   []float64 // x of the columns' left edges, and of the right one of the last
	points  []float64
	numbers []bool
	header  gridRow
}

// gridRow is a row measured: its height in mm, the gray behind it, 1 for none, and its cells.
type gridRow struct {
	height float64
	gray   float64
	cells  []gridCell
}

// gridCell is a cell measured: its lines hang by x as align says.
type gridCell struct {
	align Align
	x     float64
	lines []textLine
}

func (g *grid) pitch() float64 { return 1.25 * g.size * millimetre }

// measure sizes table i of the document to the text area.
func (c *composer) measure(i int) (*grid, error) {
	size := c.doc.BodySize
	if size == 0 {
		size = bodySize
	}
	demands := c.demands[i]
	size, widths, err := fitColumns(demands, c.frame.TextWidth, max(size, smallestSize), c.doc.Whole)
	if err != nil {
		return nil, err
	}
	g := &grid{fonts: c.fonts, table: c.doc.Sections[i].Table, size: size, edges: []float64{c.frame.Left}}
	for i, width := range widths {
		d := demands[i]
		left, block := g.edges[i], d.whole+d.rest
		if block == 0 {
			block = d.body
		}
		g.edges = append(g.edges, left+width)
		g.numbers = append(g.numbers, d.whole+d.rest > 0)
		// The block stands in the middle, or at the right where it is wider than the column.
		end := left + width - cellPadding - max(0, width-2*cellPadding-mm(block, size))/2
		g.points = append(g.points, end-mm(d.rest, size))
	}
	g.header, err = g.titles()
	return g, err
}

// isNumber reports whether a cell is a number, a share, a date, a range: digits and their signs.
func isNumber(text string) bool {
	return strings.ContainsAny(text, "0123456789") && strings.Trim(text, "0123456789.,%+-−/: ") == ""
}

// cellFace is the face of a cell: numbers in the one whose digits are of equal width.
func cellFace(text string, emphasis Emphasis) Face {
	number, bold := isNumber(text), emphasis&Bold != 0
	switch {
	case number && bold:
		return HeadingFace
	case number:
		return SansFace
	case bold:
		return TitleFace
	}
	return BodyFace
}

// titles measures the header row.
func (g *grid) titles() (gridRow, error) {
	row := gridRow{gray: headerGray, cells: make([]gridCell, len(g.table.Columns))}
	for i, column := range g.table.Columns {
		glyphs, err := g.fonts.shape(nil, column.Title, HeadingFace)
		if err != nil {
			return row, err
		}
		row.cells[i] = gridCell{AlignCentre, g.middle(i), evenly(glyphs, g.inner(i))}
	}
	return g.withHeight(row), nil
}

// row measures row i of the table.
func (g *grid) row(i int) (gridRow, error) {
	source := g.table.Rows[i]
	row := gridRow{gray: 1, cells: make([]gridCell, len(source.Cells))}
	if source.Emphasis&Shaded != 0 {
		row.gray = rowGray
	}
	for i, text := range source.Cells {
		if text == "" {
			continue
		}
		glyphs, err := g.fonts.shape(nil, text, cellFace(text, source.Emphasis))
		if err != nil {
			return row, err
		}
		row.cells[i] = g.hang(i, text, glyphs)
	}
	return g.withHeight(row), nil
}

// hang breaks a cell of column i and says where its lines hang.
func (g *grid) hang(i int, text string, glyphs []glyph) gridCell {
	cell := gridCell{align: g.table.Columns[i].Align, lines: lines(glyphs, g.inner(i))}
	if cell.align >= AlignRight && g.numbers[i] && (!isNumber(text) || len(cell.lines) > 1) {
		cell.align = AlignCentre
	}
	switch cell.align {
	case AlignLeft:
		cell.x = g.edges[i] + cellPadding
	case AlignCentre:
		cell.x = g.middle(i)
	case AlignRight, AlignPoint:
		cell.x = g.points[i]
		if cell.align == AlignPoint && g.numbers[i] {
			whole, rest := split(glyphs)
			if cell.x-mm(whole, g.size) < g.edges[i]+cellPadding-slack {
				return gridCell{AlignCentre, g.middle(i), cell.lines} // the block is wider than the column
			}
			cell.x += mm(rest, g.size)
		}
		cell.align = AlignRight
	}
	return cell
}

// middle is the x of the middle of column i in mm.
func (g *grid) middle(i int) float64 { return (g.edges[i] + g.edges[i+1]) / 2 }

// inner is the width of column i between its paddings, in em.
func (g *grid) inner(i int) float64 {
	return (g.edges[i+1] - g.edges[i] - 2*cellPadding) / mm(1, g.size)
}

func (g *grid) withHeight(row gridRow) gridRow {
	most := 1
	for _, cell := range row.cells {
		most = max(most, len(cell.lines))
	}
	row.height = float64(most)*g.pitch() + 2*cellWhite
	return row
}

// tooTall is the fault of a row (0: the header) that no page holds.
func (g *grid) tooTall(i int) error {
	where := g.table.Columns[0].Title
	if i > 0 {
		where = strings.Join(g.table.Rows[i-1].Cells, " ")
	}
	return fault.New("sheet.row_too_tall", "row", i, "where", excerpt(where))
}
