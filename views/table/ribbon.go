package table

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// Mark is how a unit stood to a list in one month of a ribbon.
type Mark int

// The marks of a ribbon differ in shape as well as in colour.
const (
	Unknown Mark = iota // a short dash
	Out                 // a plain number, or a ring
	In                  // a filled box with its number
)

// Tile is one month of a ribbon.
type Tile struct {
	Mark Mark
	Text string // a rank of up to three digits, "" for none
	Tone Tone   // of the box of In: Bad, or Good for a list that honours
}

// Scale stands above a column of ribbons, a tick a tile.
type Scale struct{ Ticks []Tick }

// Tick stands above a tile.
type Tick struct {
	Label string
	Over  string // begins a part of the scale, such as a year: a line before the tile, these words above it
}

const (
	tileStep = 22
	tileWide = 20
	tileHigh = 16
	tileText = 11
	overHigh = 15 // what the words above the ticks add to the header
)

// RibbonWidth is how wide a column for so many tiles is.
func RibbonWidth(tiles int) float32 { return float32(tiles)*tileStep - tileStep + tileWide }

// headHeight is the height of the header: a line, and two more where the ribbons have a scale and a label.
func (t *Table) headHeight() float32 {
	var more float32
	for _, c := range t.columns {
		if c.Scale != nil {
			more = max(more, overHigh)
			if c.Label != "" {
				more = 2 * overHigh
			}
		}
	}
	return t.rowHeight() + 8 + more
}

// ribbon draws the tiles, and the lines of the scale between them.
func (r *rowRenderer) ribbon(i int, tiles []Tile, at span, p palette) {
	r.lines(i, -2, r.size.Height+4, at, p)
	for n, tile := range tiles {
		r.tile(tile, at.left+float32(n)*tileStep, p)
	}
}

// lines part the ribbon where the scale does.
func (r *rowRenderer) lines(i int, y, height float32, at span, p palette) {
	scale := r.view.table.columns[i].Scale
	if scale == nil {
		return
	}
	for n, tick := range scale.Ticks {
		if n > 0 && tick.Over != "" {
			r.rect(p.rule(), at.left+float32(n)*tileStep-(tileStep-tileWide)/2-0.5, y, 1, height)
		}
	}
}

func (r *rowRenderer) tile(tile Tile, x float32, p palette) {
	y := (r.size.Height - tileHigh) / 2
	switch {
	case tile.Mark == In:
		r.rect(p.text(tile.Tone), x, y, tileWide, tileHigh)
		r.small(tile.Text, p.on(tile.Tone), fyne.TextStyle{Bold: true}, fyne.TextAlignCenter, x, tileWide, y, tileHigh)
	case tile.Mark == Out && tile.Text != "":
		r.small(tile.Text, p.text(Dim), fyne.TextStyle{}, fyne.TextAlignCenter, x, tileWide, y, tileHigh)
	default:
		r.mark(tile.Mark, x+(tileWide-markSide)/2, p)
	}
}

// scale draws the ticks of a ribbon in the header, and above them the words that part it.
func (r *rowRenderer) scale(scale *Scale, at span, p palette) {
	line := r.view.table.rowHeight()
	y := r.size.Height - line
	for n, tick := range scale.Ticks {
		x := at.left + float32(n)*tileStep
		r.small(tick.Label, p.text(Plain), fyne.TextStyle{}, fyne.TextAlignCenter, x, tileWide, y, line)
		if tick.Over != "" {
			r.over(tick.Over, x, at, y-overHigh+2, p)
		}
	}
}

// over writes the words above a tick, to the left where the column has no room for them on the right.
func (r *rowRenderer) over(text string, x float32, at span, y float32, p palette) {
	width := fyne.MeasureText(text, tileText*theme.TextSize()/baseText, fyne.TextStyle{}).Width
	if end := at.left + at.width; x+width > end && x > at.left {
		x = end - width
	}
	r.small(text, p.text(Dim), fyne.TextStyle{}, fyne.TextAlignLeading, x, width, y, overHigh)
}

// small writes the small letters of a ribbon into a box.
func (r *rowRenderer) small(text string, ink color.Color, style fyne.TextStyle, align fyne.TextAlign, x, width, y, height float32) {
	o := canvas.NewText(text, ink)
	o.TextSize, o.TextStyle, o.Alignment = tileText*theme.TextSize()/baseText, style, align
	high := o.MinSize().Height
	o.Move(fyne.NewPos(x, y+(height-high)/2))
	o.Resize(fyne.NewSize(width, high))
	r.objects = append(r.objects, o)
}
