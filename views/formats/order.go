package formats

import (
	"slices"

	"fyne.io/fyne/v2"

	"yueping/models"
)

// add puts a column behind the others.
func (p *page) add(c models.FormatColumn) {
	t := &p.draft.Terms
	t.Columns = append(t.Columns, c)
	p.reordered(len(t.Columns) - 1)
}

// move exchanges two neighbours; what rows are sorted by stays the same column.
func (p *page) move(from, to int) {
	t := &p.draft.Terms
	if to < 0 || to >= len(t.Columns) {
		return
	}
	t.Columns[from], t.Columns[to] = t.Columns[to], t.Columns[from]
	for i := range t.Sort {
		switch t.Sort[i].Column {
		case from:
			t.Sort[i].Column = to
		case to:
			t.Sort[i].Column = from
		}
	}
	p.reordered(to)
}

// drop takes a column away, and the order that rows had by it.
func (p *page) drop(at int) {
	t := &p.draft.Terms
	t.Columns = slices.Delete(t.Columns, at, at+1)
	t.Sort = slices.DeleteFunc(t.Sort, func(s models.FormatSort) bool { return s.Column == at })
	for i := range t.Sort {
		if t.Sort[i].Column > at {
			t.Sort[i].Column--
		}
	}
	p.reordered(min(at, len(t.Columns)-1))
}

// reordered shows the columns anew, with the keyboard at one of them.
func (p *page) reordered(at int) {
	p.rebuild()
	if at >= 0 {
		p.kit.Window.Canvas().Focus(p.titles[at])
		p.reveal(p.titles[at])
	} else {
		p.kit.Window.Canvas().Focus(p.list)
	}
	p.changed()
}

// reveal scrolls as little as brings a field into sight.
func (p *page) reveal(o fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(p.form).Y
	bottom, at := top+o.Size().Height, p.scroll.Offset.Y
	p.scroll.ScrollToOffset(fyne.NewPos(0, min(max(at, bottom-p.scroll.Size().Height), top)))
}
