package sheet

import "slices"

// The white in the cells of a form in mm, and the height of a row that no text makes higher.
const (
	formWhite  = 1.6
	labelWhite = 2.4 // left and right of a label
	formLeast  = 11.0
	labelMost  = 5.0 // em that a label takes on one line
	labelShare = 0.4 // of a column, at most
)

// formRow is a row measured: lengths in mm, but the pitch and letters of the form.
type formRow struct {
	cells []formCell
	pitch float64
	least float64
	grow  float64
}

// formCell is a label or a value from left to right: a label is repeated where its row goes on.
type formCell struct {
	left, right float64
	label       bool
	prose       bool
	lines       []setLine
}

// count is how many lines of its cells' values, or of the labels, a row has.
func (r formRow) count(label bool) int {
	most := 0
	for _, cell := range r.cells {
		if cell.label == label {
			most = max(most, len(cell.lines))
		}
	}
	return most
}

// most is how many lines the fullest cell of a row has, an empty one counting as one.
func (r formRow) most() int { return max(1, r.count(true), r.count(false)) }

func (r formRow) height() float64 { return max(r.least, r.heightOf(r.most())) }

func (r formRow) heightOf(lines int) float64 { return float64(lines)*r.pitch + 2*formWhite }

// cut parts a row after n lines of its values.
func (r formRow) cut(n int) (head, rest formRow) {
	head, rest = r, r
	head.cells, rest.cells = slices.Clone(r.cells), slices.Clone(r.cells)
	for i, cell := range r.cells {
		if !cell.label {
			at := min(n, len(cell.lines))
			head.cells[i].lines, rest.cells[i].lines = cell.lines[:at], cell.lines[at:]
		}
	}
	head.least = 0
	rest.least = max(0, r.least-head.height())
	return head, rest
}

// prose reports whether a row has running text, which may go on on the next page.
func (r formRow) prose() bool {
	return slices.ContainsFunc(r.cells, func(cell formCell) bool { return cell.prose })
}

// setRows sets the rows of a form; the last one stays with the end, tail mm high.
func (c *former) setRows(rows []formRow, tail float64) error {
	for i, row := range rows {
		after := 0.0
		if i == len(rows)-1 && tail <= c.frame.TextHeight/3 {
			after = tail
		}
		if err := c.setFormRow(row, i+1, after); err != nil {
			return err
		}
	}
	return nil
}

// setFormRow sets a row with room for after mm under it, in parts where it must be.
func (c *former) setFormRow(row formRow, number int, after float64) error {
	fresh := false
	for !c.fits(row.height() + after) {
		values := row.count(false)
		room := min(int((c.frame.Bottom()-c.y-2*formWhite+slack)/row.pitch), values-kept)
		switch enough := max(kept, row.count(true)); {
		case room >= enough && row.prose(): // as many lines as there is room for, two for the next page
		case (fresh || number == 1) && c.shrink(&row, after): // the title does not stay behind alone
			continue
		case !fresh:
			if err := c.goOnForm(); err != nil {
				return err
			}
			fresh = true
			continue
		case c.fits(row.height()):
			after = 0 // the end is on a page of its own, or else the row would
			continue
		case c.shrink(&row, 0):
			continue
		default:
			room = min(int((c.frame.Bottom()-c.y-2*formWhite+slack)/row.pitch), values-1)
			if room < max(1, row.count(true)) {
				return c.labelTooTall(number)
			}
		}
		head, rest := row.cut(room)
		c.drawRow(head)
		if err := c.goOnForm(); err != nil {
			return err
		}
		row, fresh = rest, true
	}
	c.drawRow(row)
	return nil
}

// shrink gives a row only the room to write that the page has, with after mm under it, where its texts fit.
func (c *former) shrink(row *formRow, after float64) bool {
	if !c.fits(row.heightOf(row.most()) + after) {
		return false
	}
	row.least = c.frame.Bottom() - c.y - after
	return true
}

// goOnForm begins a further page.
func (c *former) goOnForm() error {
	c.newPage()
	if c.doc.Words.Continued == nil {
		return nil
	}
	text := c.doc.Words.Continued(c.form.Title)
	if text == "" {
		return nil
	}
	if err := c.paragraph(text, noteStyle()); err != nil {
		return err
	}
	c.y += afterContinued
	return nil
}

// drawRow draws a row in its frame.
func (c *former) drawRow(row formRow) {
	bottom := c.y + row.height()
	c.rule(c.frame.Left, c.y, c.frame.Right(), c.y)
	c.rule(c.frame.Left, bottom, c.frame.Right(), bottom)
	c.rule(c.frame.Right(), c.y, c.frame.Right(), bottom)
	for _, cell := range row.cells {
		c.rule(cell.left, c.y, cell.left, bottom)
		top := c.y + formWhite
		if !cell.prose {
			top = c.y + (row.height()-float64(len(cell.lines))*row.pitch)/2
		}
		for i, line := range cell.lines {
			at := Text{X: cell.left + cellPadding, Size: c.size, Y: top + float64(i)*row.pitch + baseline(c.size, row.pitch)}
			if cell.prose {
				at.X += mm(line.indent, c.size)
				at.Spacing = mm(line.spacing, c.size)
			} else {
				at.X, at.Align = (cell.left+cell.right)/2, AlignCentre
			}
			if len(line.runs) > 0 {
				c.put(line.textLine, at)
			}
		}
	}
	c.y = bottom
}
