package grid

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
)

func TestASwatchStandsBeforeTheText(t *testing.T) {
	src := newTable(3, 2).fill([]string{"良", "x"})
	yellow := color.NRGBA{R: 255, G: 255, A: 255}
	src.cells[0][0].Swatch = yellow
	src.columns[0].Align = fyne.TextAlignLeading
	b := newBench(t, src)
	s := b.paint.cellLayer.slot(0, 0)
	if s.swatch == nil || !s.swatch.Visible() || s.swatch.FillColor != yellow {
		t.Fatalf("the swatch is %+v", s.swatch)
	}
	if end := s.swatch.Position().X + s.swatch.Size().Width; s.text.Position().X <= end {
		t.Errorf("the text begins at %v, the swatch ends at %v", s.text.Position().X, end)
	}
	if s.text.Color == color.Color(yellow) {
		t.Error("the text has the colour of the swatch")
	}
	src.cells[0][0].Swatch = color.NRGBA{}
	b.RefreshCells()
	if s.swatch.Visible() || s.text.Position().X != padX {
		t.Error("a swatch that is gone still shows, or keeps its room")
	}
}

func TestSwatchesAndBrokenTitlesHaveTheirRoom(t *testing.T) {
	b := newBench(t, newTable(1, 1))
	plain := Column{Title: "级别", Sample: "重度污染"}
	swatches := plain
	swatches.Swatches = true
	if got := b.columnWidth(swatches) - b.columnWidth(plain); got != swatchRoom {
		t.Errorf("a column of swatches is %v wider, want %v", got, swatchRoom)
	}
	day, weekend := Column{Title: "10", Sample: "888"}, Column{Title: "10\n六", Sample: "888"}
	if b.columnWidth(day) != b.columnWidth(weekend) {
		t.Errorf("a title of two short lines makes the column %v wide, want %v", b.columnWidth(weekend), b.columnWidth(day))
	}
	if b.WidthFor(b.src) <= 0 {
		t.Error("a source has no width")
	}
}
