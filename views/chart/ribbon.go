package chart

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Kind is how a month stood to a list.
type Kind int

// The kinds differ in shape as well as in colour.
const (
	None Kind = iota // no data: a point
	Out              // not in the list: a hollow box
	In               // in the list: a full box with the mark's text
)

// Mark is a cell of a ribbon.
type Mark struct {
	Kind Kind
	Text string // a rank, of one to three characters; shown for In
}

// Ribbon is a row of small cells, such as a unit's last twelve months. Cells have the same size in every
// ribbon, so ribbons under one another line up.
type Ribbon struct {
	widget.BaseWidget
	marks []Mark
}

// NewRibbon makes an empty ribbon.
func NewRibbon() *Ribbon {
	r := &Ribbon{}
	r.ExtendBaseWidget(r)
	return r
}

// Set shows other cells.
func (r *Ribbon) Set(marks []Mark) {
	r.marks = marks
	r.Refresh()
}

// CreateRenderer paints the ribbon.
func (r *Ribbon) CreateRenderer() fyne.WidgetRenderer { return newRenderer(r) }

const markGap = 2

// markSize has room for two digits.
func markSize() fyne.Size {
	f := small()
	return fyne.NewSize(snap(f.width("00")+7), f.height()+1)
}

func (r *Ribbon) least(fyne.Size) fyne.Size {
	cell := markSize()
	return fyne.NewSize(max(0, float32(len(r.marks))*(cell.Width+markGap)-markGap), cell.Height)
}

func (r *Ribbon) paint(p *pen, size fyne.Size) {
	cell, f := markSize(), small()
	y := snap((size.Height - cell.Height) / 2)
	for i, m := range r.marks {
		x := float32(i) * (cell.Width + markGap)
		switch m.Kind {
		case In:
			p.rect(p.accent, x, y, cell.Width, cell.Height)
			tight := f
			if w := f.width(m.Text); w > cell.Width-2 {
				tight.size *= (cell.Width - 2) / w // a rank must not lose a digit
			}
			p.write(m.Text, p.onAccent, tight, fyne.TextAlignCenter, x, y, cell.Width, cell.Height)
		case Out:
			p.box(color.Transparent, p.edge, 1, x, y, cell.Width, cell.Height)
		default:
			p.rect(p.edge, x+snap(cell.Width/2)-1, y+snap(cell.Height/2)-1, 3, 3)
		}
	}
}
