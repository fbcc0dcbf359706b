package ranking

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"yueping/models/air"
	"yueping/views/kit"
)

// partsTable shows a unit's pollutants: concentration, limit, sub-index, and whether the limit is kept. It
// has no scroller of its own, so that the wheel moves the panel.
type partsTable struct {
	kit    *kit.Kit
	grid   *fyne.Container
	note   *widget.Label
	object *fyne.Container
}

const partsColumns = 5

func newPartsTable(k *kit.Kit) *partsTable {
	t := &partsTable{kit: k, grid: container.New(dense{partsColumns}), note: kit.Wrapped("")}
	t.note.SizeName, t.note.Importance = theme.SizeNameCaptionText, widget.LowImportance
	t.object = container.NewVBox(t.grid, t.note)
	return t
}

func (t *partsTable) show(d *detail) {
	t.grid.Objects = nil
	t.row(true, widget.MediumImportance, t.kit.T("ranking.pollutant"), t.kit.T("ranking.concentration"), t.kit.T("ranking.limit"), t.kit.T("ranking.sub_index"), t.kit.T("ranking.kept"))
	for _, p := range d.parts {
		if p.over {
			t.row(false, widget.DangerImportance, p.name, p.value, p.limit, p.index, t.kit.T("ranking.over"))
		} else {
			t.row(false, widget.MediumImportance, p.name, p.value, p.limit, p.index, t.kit.T("ranking.within"))
		}
	}
	note := t.kit.T("ranking.measures")
	if !slices.Contains(d.legend.pollutants, air.CO) {
		note = t.kit.T("ranking.measure")
	}
	if d.weighed {
		note += t.kit.T("ranking.weighed")
	}
	t.note.SetText(note)
	t.grid.Refresh()
}

// row adds a line; its last word has the importance.
func (t *partsTable) row(head bool, importance widget.Importance, cells ...string) {
	for i, text := range cells {
		align := fyne.TextAlignTrailing
		if i == 0 || i == partsColumns-1 {
			align = fyne.TextAlignLeading
		}
		l := widget.NewLabelWithStyle(text, align, fyne.TextStyle{Bold: head})
		if i == partsColumns-1 {
			l.Importance = importance
		}
		t.grid.Objects = append(t.grid.Objects, l)
	}
}

// dense places labels in equal columns, without the room that each has above and under its text.
type dense struct{ columns int }

const mostColumn = 100 // a wider column would part its figures from their names

func (d dense) pitch() float32 {
	return fyne.MeasureText("国", theme.TextSize(), fyne.TextStyle{}).Height + 3
}

// Layout places the labels row by row.
func (d dense) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := min(size.Width/float32(d.columns), mostColumn*theme.TextSize()/14)
	for i, o := range objects {
		o.Move(fyne.NewPos(float32(i%d.columns)*width, float32(i/d.columns)*d.pitch()))
		o.Resize(fyne.NewSize(width, o.MinSize().Height))
	}
}

// MinSize is as wide as the widest label in every column.
func (d dense) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var width float32
	for _, o := range objects {
		width = max(width, o.MinSize().Width)
	}
	rows := (len(objects) + d.columns - 1) / d.columns
	return fyne.NewSize(width*float32(d.columns), float32(rows)*d.pitch()+2*theme.InnerPadding())
}
