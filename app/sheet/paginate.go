package sheet

// kept is how many rows stay with what is before them at the foot of a page, and with what is
// after them at the head of the next.
const kept = 2

// segment is the part of a table on one page: its first row and its top in mm.
type segment struct {
	first int
	top   float64
}

// table sets the heading and the table of section i. The heading stays with the first rows, the last rows
// with the notes after them, which are tail mm high; rows are whole, and each page begins with the
// header row.
func (c *composer) table(i int, heading paragraph, tail float64) error {
	if len(c.doc.Sections[i].Table.Columns) == 0 {
		c.need(heading.height() + beforeNotes + noteStyle().pitch)
		c.set(heading)
		return nil
	}
	g, err := c.measure(i)
	if err != nil {
		return err
	}
	if tail > c.frame.TextHeight/3 {
		tail = 0 // too long to be kept together
	}
	lead, err := g.lead(tail)
	if err != nil {
		return err
	}
	if len(heading.lines) > 0 {
		lead += heading.height() + afterHeading
	}
	c.need(lead)
	if len(heading.lines) > 0 {
		c.set(heading)
		c.y += afterHeading
	}
	return c.rows(g, c.doc.Sections[i].Heading, tail)
}

// lead is the height (mm) of what must not be parted at a table's start: the header and two rows,
// or all of a table so short that its end would part from its start, with the notes' height tail.
func (g *grid) lead(tail float64) (float64, error) {
	count := len(g.table.Rows)
	height := g.header.height
	if count < 2*kept {
		height += tail
	} else {
		count = kept
	}
	for i := range count {
		row, err := g.row(i)
		if err != nil {
			return 0, err
		}
		height += row.height
	}
	return height, nil
}

// rows sets the rows of a table over as many pages as they take.
func (c *composer) rows(g *grid, heading string, tail float64) error {
	if !c.fits(g.header.height) {
		c.need(g.header.height)
		if !c.fits(g.header.height) {
			return g.tooTall(0)
		}
	}
	count := len(g.table.Rows)
	part := c.begin(g, 0)
	for i := range count {
		row, err := g.row(i)
		if err != nil {
			return err
		}
		ask := row.height
		if i == count-kept && i-part.first >= kept {
			last, err := g.row(i + 1)
			if err != nil {
				return err
			}
			ask += last.height + tail
		}
		if !c.fits(ask) && (i > part.first || part.top > c.frame.Top) {
			c.end(g, part)
			if part, err = c.goOn(g, heading, i); err != nil {
				return err
			}
		}
		if !c.fits(row.height) {
			return g.tooTall(i + 1)
		}
		c.setRow(g, row)
	}
	c.end(g, part)
	return nil
}

// goOn begins the rest of a table on a new page.
func (c *composer) goOn(g *grid, heading string, first int) (segment, error) {
	c.newPage()
	if c.doc.Words.Continued != nil {
		if text := c.doc.Words.Continued(heading); text != "" {
			if err := c.paragraph(text, noteStyle()); err != nil {
				return segment{}, err
			}
			c.y += afterContinued
		}
	}
	if !c.fits(g.header.height) {
		return segment{}, g.tooTall(0)
	}
	return c.begin(g, first), nil
}

func (c *composer) begin(g *grid, first int) segment {
	part := segment{first: first, top: c.y}
	c.rule(g.edges[0], c.y, g.edges[len(g.edges)-1], c.y)
	c.setRow(g, g.header)
	return part
}

// end draws the upright rules of a table's part.
func (c *composer) end(g *grid, part segment) {
	for _, x := range g.edges {
		c.rule(x, part.top, x, c.y)
	}
}

// setRow places a measured row and the rule under it.
func (c *composer) setRow(g *grid, row gridRow) {
	left, right := g.edges[0], g.edges[len(g.edges)-1]
	if row.gray < 1 {
		page := c.pageNow()
		page.fills = append(page.fills, Rect{left, c.y, right - left, row.height, row.gray})
	}
	for _, cell := range row.cells {
		at := Text{X: cell.x, Size: g.size, Align: cell.align}
		top := c.y + (row.height-float64(len(cell.lines))*g.pitch())/2
		for n, line := range cell.lines {
			at.Y = top + float64(n)*g.pitch() + baseline(g.size, g.pitch())
			c.put(line, at)
		}
	}
	c.y += row.height
	c.rule(left, c.y, right, c.y)
}
