package sheet

import (
	"strings"

	"yueping/models/fault"
)

// labelFace is the face of labels; the values have that of the body.
const labelFace = HeadingFace

// measureRows breaks the texts of all rows.
func (c *former) measureRows() ([]formRow, error) {
	c.columns = 1
	for _, row := range c.form.Rows {
		count := 0
		for _, field := range row.Fields {
			count += max(1, field.Span)
		}
		c.columns = max(c.columns, count)
	}
	if err := c.measureLabels(); err != nil {
		return nil, err
	}
	var rows []formRow
	for _, source := range c.form.Rows {
		if len(source.Fields) == 0 {
			continue
		}
		row := formRow{pitch: pitchOf(c.size), least: max(formLeast, source.Least), grow: source.Grow}
		column := 0
		for i, field := range source.Fields {
			end := column + max(1, field.Span)
			if i == len(source.Fields)-1 {
				end = c.columns
			}
			cells, err := c.cells(field, column, end)
			if err != nil {
				return nil, err
			}
			row.cells = append(row.cells, cells...)
			column = end
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// edge is the x (mm) where a column begins.
func (c *former) edge(column int) float64 {
	return c.frame.Left + c.frame.TextWidth*float64(column)/float64(c.columns)
}

// measureLabels makes the label cells of each column as wide as its longest label, up to five
// characters and a share of the column.
func (c *former) measureLabels() error {
	column := c.frame.TextWidth / float64(c.columns)
	em := mm(1, c.size)
	if column*labelShare < em+2*labelWhite {
		return fault.New("sheet.too_many_columns", "columns", 2*c.columns, "width", c.frame.TextWidth)
	}
	c.labels = make([]float64, c.columns)
	for _, row := range c.form.Rows {
		at := 0
		for _, field := range row.Fields {
			glyphs, err := c.fonts.shape(nil, field.Label, labelFace)
			if err != nil {
				return err
			}
			natural, _ := extent(glyphs)
			if width := narrowest(glyphs, int(natural/labelMost)+1); width > 0 {
				c.labels[at] = max(c.labels[at], min(width*em+2*labelWhite+slack, column*labelShare))
			}
			at += max(1, field.Span)
		}
	}
	return nil
}

// cells measures the label and the value of a field that reaches from one column to another.
func (c *former) cells(field Field, from, to int) ([]formCell, error) {
	value := formCell{left: c.edge(from), right: c.edge(to), prose: field.Prose}
	var cells []formCell
	if field.Label != "" {
		label := formCell{left: value.left, right: value.left + c.labels[from], label: true}
		glyphs, err := c.fonts.shape(nil, field.Label, labelFace)
		if err != nil {
			return nil, err
		}
		for _, line := range evenly(glyphs, c.inner(label)) {
			label.lines = append(label.lines, setLine{textLine: line})
		}
		value.left = label.right
		cells = append(cells, label)
	}
	texts := []string{field.Value}
	if field.Prose {
		texts = paragraphs(field.Value)
	}
	for _, text := range texts {
		glyphs, err := c.fonts.shape(nil, text, BodyFace)
		if err != nil {
			return nil, err
		}
		m := measureOf{width: c.inner(value)}
		if field.Prose {
			m.first, m.justify = min(indent, m.width/3), true
		}
		value.lines = append(value.lines, prose(glyphs, m)...)
	}
	return append(cells, value), nil
}

// inner is the width of a cell between its paddings, in em.
func (c *former) inner(cell formCell) float64 {
	white := cellPadding
	if cell.label {
		white = labelWhite
	}
	return (cell.right - cell.left - 2*white) / mm(1, c.size)
}

// labelTooTall is the fault of a row whose label no page holds.
func (c *former) labelTooTall(number int) error {
	var labels []string
	for _, field := range c.form.Rows[number-1].Fields {
		labels = append(labels, field.Label)
	}
	return fault.New("sheet.row_too_tall", "row", number, "where", excerpt(strings.Join(labels, " ")))
}
