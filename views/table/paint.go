package table

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

const (
	signSide = 9
	markSide = 10
	barHigh  = 12
)

// build makes the row's objects for its size and the theme of now.
func (r *rowRenderer) build() {
	row, p := r.view.row, newPalette()
	r.objects = r.objects[:0]
	switch {
	case r.heads():
		r.rect(p.header(), 0, 0, r.size.Width, r.size.Height)
		r.rect(p.rule(), 0, r.size.Height-1, r.size.Width, 1)
	case row.Fill != Plain:
		r.rect(p.fill(row.Fill), 0, -2, r.size.Width, r.size.Height+4)
	}
	if row.Heading != "" {
		r.rect(p.header(), 0, -2, r.size.Width, r.size.Height+4)
		r.write(0, Cell{Text: row.Heading, Bold: true}, span{margin, r.size.Width - 2*margin}, fyne.TextAlignLeading, p)
		return
	}
	spans := r.view.table.spans(r.size.Width)
	for i, c := range row.Cells {
		if i >= len(spans) {
			break
		}
		at := spans[i]
		if c.Span {
			at.width = r.size.Width - margin - at.left
		}
		r.cell(i, c, at, p)
	}
}

func (r *rowRenderer) cell(i int, c Cell, at span, p palette) {
	if c.Bar > 0 {
		r.rect(p.bar(c.Tone), at.left, (r.size.Height-barHigh)/2, max(1, at.width*min(c.Bar, 1)), barHigh)
	}
	r.stack(c.Stack, at)
	if scale := r.view.table.columns[i].Scale; r.heads() && scale != nil {
		r.lines(i, 0, r.size.Height, at, p)
		r.scale(scale, at, p)
	} else if len(c.Ribbon) > 0 {
		r.ribbon(i, c.Ribbon, at, p)
	}
	if c.Text == "" {
		return
	}
	align := r.view.table.columns[i].Align
	if c.Span {
		align = fyne.TextAlignLeading
	}
	if c.Sign != NoSign {
		r.sign(c.Sign, p.text(c.Tone), at.left)
		at.left, at.width = at.left+signSide+5, at.width-signSide-5
	}
	r.write(i, c, at, align, p)
	r.sorted(i, at, p)
}

// write puts a text into a column, in the middle of the row's height.
func (r *rowRenderer) write(i int, c Cell, at span, align fyne.TextAlign, p palette) {
	t := r.text(i)
	t.TextSize, t.TextStyle = theme.TextSize(), fyne.TextStyle{Bold: c.Bold}
	t.Text, t.Color, t.Alignment = fit(c.Text, at.width, t.TextSize, t.TextStyle), p.text(c.Tone), align
	h := t.MinSize().Height
	t.Move(fyne.NewPos(at.left, r.line(i, h)))
	t.Resize(fyne.NewSize(at.width, h))
	t.Refresh()
	r.objects = append(r.objects, t)
}

// heads reports whether this is the header.
func (r *rowRenderer) heads() bool { return r.view == r.view.table.header }

// line is where a text of a height begins: in the middle of a row. In a header of several lines labels stand
// on the last one, beside the ticks of a ribbon, and that of a ribbon itself on the first.
func (r *rowRenderer) line(i int, height float32) float32 {
	middle := (r.size.Height - height) / 2
	if !r.heads() || r.size.Height <= r.view.table.rowHeight()+8 {
		return middle
	}
	if r.view.table.columns[i].Scale != nil {
		return 3
	}
	return r.size.Height - height - 4
}

// sorted draws the sign of the column by which the rows are sorted, behind its label.
func (r *rowRenderer) sorted(i int, at span, p palette) {
	c := r.view.table.columns[i]
	if !r.heads() || c.Sorted == NoSign {
		return
	}
	t := r.text(i)
	o := triangle(c.Sorted, p.text(Plain))
	x := min(at.left+t.MinSize().Width+4, at.left+at.width-signSide)
	if c.Align == fyne.TextAlignTrailing {
		x = max(at.left-signSide-2, at.left+at.width-t.MinSize().Width-signSide-4)
	}
	o.Move(fyne.NewPos(x, t.Position().Y+(t.MinSize().Height-signSide)/2))
	o.Resize(fyne.NewSquareSize(signSide))
	r.objects = append(r.objects, o)
}
