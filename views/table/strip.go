package table

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// still is a row that stands alone: it cannot be chosen and takes no keyboard.
type still struct {
	widget.BaseWidget
	view *rowView
	high float32
}

func newStill(view *rowView, row *Row, high float32) *still {
	s := &still{view: view, high: high}
	s.view.row = row
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer paints as rows are painted.
func (s *still) CreateRenderer() fyne.WidgetRenderer {
	r := &rowRenderer{view: s.view}
	r.build()
	return r
}

// object gives the row the width of its columns.
func (s *still) object() fyne.CanvasObject {
	strut := canvas.NewRectangle(color.Transparent)
	strut.SetMinSize(fyne.NewSize(s.view.table.minWidth(), s.high))
	return container.NewStack(strut, s)
}

// Legend explains a tile of a ribbon in words.
func Legend(tile Tile, text string) fyne.CanvasObject {
	words := fyne.MeasureText(text, theme.TextSize(), fyne.TextStyle{}).Width + 2
	t := New(Column{Width: tileWide}, Column{Width: words})
	return newStill(newRowView(t), &Row{Cells: []Cell{{Ribbon: []Tile{tile}}, {Text: text, Tone: Dim}}}, t.rowHeight()).object()
}

// Line is a ribbon of a strip with its name.
type Line struct {
	Label string
	Tiles []Tile
}

// overWide is the room that the words above the last tick may need.
const overWide = 40

// StripWidth is how wide a strip of so many tiles without names is.
func StripWidth(tiles int) float32 { return 2*margin + RibbonWidth(tiles-1) + overWide }

// Strip shows ribbons under their scale, to read only. Names are left out where label is 0, their width.
func Strip(scale []Tick, label float32, lines ...Line) fyne.CanvasObject {
	columns := []Column{{Width: RibbonWidth(len(scale)-1) + overWide, Scale: &Scale{scale}}}
	if label > 0 {
		columns = append([]Column{{Width: label}}, columns...)
	}
	t := New(columns...)
	box := container.New(layout.NewCustomPaddedVBoxLayout(4), newStill(t.header, t.header.row, t.headHeight()).object())
	for _, l := range lines {
		cells := []Cell{{Ribbon: l.Tiles}}
		if label > 0 {
			cells = append([]Cell{{Text: l.Label}}, cells...)
		}
		box.Add(newStill(newRowView(t), &Row{Cells: cells}, t.rowHeight()).object())
	}
	return box
}
