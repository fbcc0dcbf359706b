package main

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// spot is one rectangle that a key moves.
type spot struct {
	widget.BaseWidget
	mark *canvas.Rectangle
}

func newSpot() *spot {
	s := &spot{mark: canvas.NewRectangle(color.Black)}
	s.mark.Resize(fyne.NewSize(width, rowHeight))
	s.ExtendBaseWidget(s)
	return s
}

func (s *spot) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(s.mark) }
func (s *spot) FocusGained()                        {}
func (s *spot) FocusLost()                          {}
func (s *spot) TypedRune(rune)                      {}

func (s *spot) TypedKey(*fyne.KeyEvent) {
	p := s.mark.Position()
	p.Y += 10
	if p.Y > 600 {
		p.Y = 0
	}
	s.mark.Move(p)
	s.mark.Refresh()
}
