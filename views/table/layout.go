package table

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

const (
	baseText = 14 // the text size that widths are declared for
	gap      = 12 // between columns
	margin   = 10 // left and right of a row
)

// scale is by how much the theme's text is larger than the one widths are declared for.
func (t *Table) scale() float32 { return theme.TextSize() / baseText }

func (t *Table) rowHeight() float32 {
	return fyne.MeasureText("国", theme.TextSize(), fyne.TextStyle{}).Height + 4
}

// minWidth is the width that the columns need.
func (t *Table) minWidth() float32 { return Width(t.columns) }

// Width is the width that columns need.
func Width(columns []Column) float32 {
	w := float32(2*margin) + gap*float32(max(0, len(columns)-1))
	for _, c := range columns {
		w += c.Width * theme.TextSize() / baseText
	}
	return w
}

// span is where a column stands.
type span struct{ left, width float32 }

// spans gives the columns' places in a row of some width.
func (t *Table) spans(width float32) []span {
	var shares float32
	for _, c := range t.columns {
		shares += c.Grow
	}
	spare := max(0, width-t.minWidth())
	result := make([]span, len(t.columns))
	x := float32(margin)
	for i, c := range t.columns {
		w := c.Width * t.scale()
		if shares > 0 {
			w += spare * c.Grow / shares
		}
		result[i] = span{x, w}
		x += w + gap
	}
	return result
}

// frame puts the header above the list and keeps the columns' least width.
type frame struct{ table *Table }

// Layout places the header and the list.
func (f frame) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	head := f.table.headHeight()
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(fyne.NewSize(size.Width, head))
	objects[1].Move(fyne.NewPos(0, head))
	objects[1].Resize(fyne.NewSize(size.Width, max(0, size.Height-head)))
}

// MinSize is the width of the columns and the height of a few rows.
func (f frame) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(f.table.minWidth(), 5*f.table.rowHeight())
}

// fit shortens a text that is too long for its column.
func fit(text string, width, size float32, style fyne.TextStyle) string {
	// Most texts are short: no character is wider than the text size, so these need no measuring.
	if float32(len([]rune(text)))*size <= width || fyne.MeasureText(text, size, style).Width <= width {
		return text
	}
	runes := []rune(text)
	low, high := 0, len(runes)-1
	for low < high {
		middle := (low + high + 1) / 2
		if fyne.MeasureText(string(runes[:middle])+"…", size, style).Width <= width {
			low = middle
		} else {
			high = middle - 1
		}
	}
	return string(runes[:low]) + "…"
}
