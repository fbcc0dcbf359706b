package table

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// rowView paints one row; the list hands it from row to row.
type rowView struct {
	widget.BaseWidget
	table *Table
	id    int
	row   *Row
}

var (
	_ desktop.Mouseable   = (*rowView)(nil)
	_ fyne.DoubleTappable = (*rowView)(nil)
	_ fyne.Tappable       = (*rowView)(nil)
)

func newRowView(t *Table) *rowView {
	v := &rowView{table: t, row: &Row{}}
	v.ExtendBaseWidget(v)
	return v
}

// set shows a row. Rows are prepared and do not change, so one that is shown already is not painted
// again: an arrow key makes the list update all rows in sight.
func (v *rowView) set(row *Row) {
	if v.row == row {
		return
	}
	v.row = row
	v.Refresh()
}

// MouseDown chooses the row at once; a tap would wait for a second one.
func (v *rowView) MouseDown(e *desktop.MouseEvent) {
	if v != v.table.header && e.Button == desktop.MouseButtonPrimary {
		v.table.list.press(v.id)
	}
}

// MouseUp does nothing: the press has chosen the row.
func (v *rowView) MouseUp(*desktop.MouseEvent) {}

// Tapped tells which column's label was clicked; a row was chosen by the press.
func (v *rowView) Tapped(e *fyne.PointEvent) {
	t := v.table
	if v != t.header || t.OnHeader == nil {
		return
	}
	for i, at := range t.spans(v.Size().Width) {
		if x := e.Position.X; x >= at.left-gap/2 && x < at.left+at.width+gap/2 {
			t.OnHeader(i)
			return
		}
	}
}

// DoubleTapped activates the row.
func (v *rowView) DoubleTapped(*fyne.PointEvent) {
	if v != v.table.header {
		v.table.list.activate()
	}
}

// CreateRenderer paints the row.
func (v *rowView) CreateRenderer() fyne.WidgetRenderer {
	r := &rowRenderer{view: v}
	r.build()
	return r
}

// rowRenderer keeps a text a column and whatever shapes the row has.
type rowRenderer struct {
	view    *rowView
	size    fyne.Size
	texts   []*canvas.Text
	objects []fyne.CanvasObject
}

// Destroy has nothing to free.
func (r *rowRenderer) Destroy() {}

// Objects are painted in their order: fill, bars, texts, signs.
func (r *rowRenderer) Objects() []fyne.CanvasObject { return r.objects }

// MinSize is a line's height; the frame minds the width.
func (r *rowRenderer) MinSize() fyne.Size {
	return fyne.NewSize(10, r.view.table.rowHeight())
}

// Layout paints for a width.
func (r *rowRenderer) Layout(size fyne.Size) {
	if size != r.size {
		r.size = size
		r.build()
	}
}

// Refresh paints a new row, or in new colours.
func (r *rowRenderer) Refresh() {
	r.build()
	canvas.Refresh(r.view)
}

func (r *rowRenderer) text(i int) *canvas.Text {
	for len(r.texts) <= i {
		r.texts = append(r.texts, canvas.NewText("", nil))
	}
	return r.texts[i]
}
