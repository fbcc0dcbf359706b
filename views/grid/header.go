package grid

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// header paints the captions and titles of a set of columns.
type header struct {
	box     *fyne.Container
	columns []headerColumn
	look    int
	typist  *typist
	built   []heading
	height  float32
}

// headerColumn is one title of up to two lines and the rule after it; the
// first column of a group also carries the group's caption.
type headerColumn struct {
	objects []fyne.CanvasObject
	until   int // the last column of the caption
}

func newHeader() *header { return &header{box: free()} }

// heading is what a column's part of the header is painted from.
type heading struct {
	title, caption string
	align          fyne.TextAlign
	from, to       float32
	sign           sign
}

func (g *Grid) headings(columns []Column, borders []float32) []heading {
	out := make([]heading, len(columns))
	for i, c := range columns {
		out[i] = heading{c.Title, c.Caption, c.Align, borders[i], borders[i+1], g.signOf(c)}
	}
	return out
}

// build makes the objects anew when columns, sizes or colours have changed.
func (h *header) build(g *Grid, columns []Column, borders []float32) {
	headings := g.headings(columns, borders)
	if h.look == g.lookNo && h.typist == g.typist && h.height == g.geo.headerH() && slices.Equal(headings, h.built) {
		return
	}
	h.look, h.typist, h.height, h.built = g.lookNo, g.typist, g.geo.headerH(), headings
	h.box.Objects = nil
	h.columns = make([]headerColumn, len(columns))
	for i, c := range headings {
		h.columns[i].until = i
		h.title(g, i, c)
	}
	for level := range g.geo.captionRows {
		for _, gr := range groups(columns, level) {
			h.columns[gr.from].until = max(h.columns[gr.from].until, gr.to)
			h.caption(g, gr, borders[gr.from], borders[gr.to+1])
		}
	}
	h.box.Refresh()
}

// title writes a column's title, standing on the header's lower border.
func (h *header) title(g *Grid, i int, c heading) {
	room := c.sign.room()
	lines := g.typist.lines(c.title, c.to-c.from-2*padX-room)
	line := (g.geo.titleH - 2*padY) / float32(max(1, h.linesThatFit(g)))
	y := g.geo.headerH() - padY - float32(len(lines))*line
	for _, text := range lines {
		h.text(g, i, text, c.align, c.from, c.to-room, y, line)
		y += line
	}
	for _, o := range g.drawSign(c) {
		h.add(i, o)
	}
	top := float32(len(captionPath(c.caption))) * g.geo.rowH
	h.line(g, i, c.to-1, top, 1, g.geo.headerH()-top)
}

// linesThatFit is how many lines of text the title row was made for.
func (h *header) linesThatFit(g *Grid) int {
	return int((g.geo.titleH-2*padY)/(g.geo.rowH-2*padY) + 0.5)
}

// caption writes a group's title over its columns.
func (h *header) caption(g *Grid, gr group, from, to float32) {
	text := g.typist.cut(gr.caption, to-from-2*padX)
	top := float32(gr.level) * g.geo.rowH
	h.text(g, gr.from, text, fyne.TextAlignCenter, from, to, top, g.geo.rowH)
	h.line(g, gr.from, from, top+g.geo.rowH-1, to-from, 1)
	h.line(g, gr.from, to-1, top, 1, g.geo.rowH)
}

func (h *header) text(g *Grid, i int, text string, align fyne.TextAlign, from, to, y, height float32) {
	t := &canvas.Text{Text: text, Color: g.look.text, TextSize: g.typist.size, Alignment: align}
	lay(t, fyne.NewPos(from+padX, y), fyne.NewSize(to-from-2*padX, height))
	h.add(i, t)
}

func (h *header) line(g *Grid, i int, x, y, w, height float32) {
	r := &canvas.Rectangle{FillColor: g.look.headerRule}
	lay(r, fyne.NewPos(x, y), fyne.NewSize(w, height))
	h.add(i, r)
}

func (h *header) add(i int, o fyne.CanvasObject) {
	h.columns[i].objects = append(h.columns[i].objects, o)
	h.box.Objects = append(h.box.Objects, o)
}

// showOnly hides columns out of sight; the first of a group stays as long as
// its caption shows.
func (h *header) showOnly(from, to int) {
	for i, c := range h.columns {
		visible := i <= to && max(i, c.until) >= from
		for _, o := range c.objects {
			show(o, visible)
		}
	}
}
