package explain

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"yueping/app"
)

// paper shows the lines of an explanation, set in by their level, in the width that it was fitted to.
type paper struct {
	widget.BaseWidget
	lines   []app.ExplainLine
	width   float32
	size    float32 // of the letters when it was fitted
	height  float32
	objects []fyne.CanvasObject
}

// How far a level is set in, and the white at the edges and above a heading.
const (
	levelStep   = 24
	paperMargin = 10
	headWhite   = 10
	hang        = 14 // of the further lines of a line
)

func newPaper() *paper {
	p := &paper{}
	p.ExtendBaseWidget(p)
	return p
}

// show takes in other lines.
func (p *paper) show(lines []app.ExplainLine) {
	p.lines = lines
	p.set(p.width)
	p.Refresh()
}

// fit sets the lines for a width, where that has changed.
func (p *paper) fit(width float32) {
	if width != p.width || p.size != theme.TextSize() {
		p.set(width)
	}
}

// set makes the texts for a width.
func (p *paper) set(width float32) {
	p.width, p.size, p.objects, p.height = width, theme.TextSize(), nil, 0
	if width <= 0 {
		return
	}
	plain, bold, head := newRuler(p.size, false), newRuler(p.size, true), newRuler(p.size*1.15, true)
	y := float32(4)
	for i, l := range p.lines {
		r := plain
		switch {
		case l.Level == 0 && i > 0 && p.leads(i):
			r = head
			y += headWhite
			ground := canvas.NewRectangle(theme.Color(theme.ColorNameHeaderBackground))
			ground.Move(fyne.NewPos(0, y-3))
			ground.Resize(fyne.NewSize(width, r.high()+6))
			p.objects = append(p.objects, ground)
		case l.Level == 1 && p.leads(i):
			r = bold
			y += headWhite / 2
		}
		x := paperMargin + levelStep*float32(min(l.Level, p.deepest()))
		for n, words := range r.wrap(l.Text, width-x-paperMargin-hang) {
			text := canvas.NewText(words, theme.Color(theme.ColorNameForeground))
			text.TextSize, text.TextStyle.Bold = r.size, r.bold
			at := x
			if n > 0 {
				at += hang
			}
			text.Move(fyne.NewPos(at, y))
			text.Resize(fyne.NewSize(width-at, r.high()))
			p.objects = append(p.objects, text)
			y += r.high()
		}
		if r == head {
			y += 4
		}
	}
	p.height = y + 8
}

// deepest is how many levels are told apart: in a narrow window fewer, so that lines keep some length.
func (p *paper) deepest() int {
	if p.width < 30*p.size {
		return 2
	}
	return 9
}

// leads reports whether the line after a line is deeper.
func (p *paper) leads(i int) bool { return i+1 < len(p.lines) && p.lines[i+1].Level > p.lines[i].Level }

// high is the height of a line of letters.
func (r *ruler) high() float32 {
	return fyne.MeasureText("国", r.size, fyne.TextStyle{Bold: r.bold}).Height + 3
}

// CreateRenderer shows the texts.
func (p *paper) CreateRenderer() fyne.WidgetRenderer { return &paperRenderer{p} }

// Refresh takes in a new theme as well.
func (p *paper) Refresh() {
	p.set(p.width)
	p.BaseWidget.Refresh()
}

type paperRenderer struct{ paper *paper }

func (r *paperRenderer) Layout(fyne.Size)             {}
func (r *paperRenderer) MinSize() fyne.Size           { return fyne.NewSize(0, r.paper.height) }
func (r *paperRenderer) Refresh()                     { canvas.Refresh(r.paper) }
func (r *paperRenderer) Destroy()                     {}
func (r *paperRenderer) Objects() []fyne.CanvasObject { return r.paper.objects }
