package grid

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// alarm is the edge and the sign of an editor whose text does not suit its column.
type alarm struct {
	*fyne.Container // painted as what it is: the painters know no other kind
	edge            *canvas.Rectangle
	mark            *canvas.ArbitraryPolygon
}

func newAlarm() *alarm {
	a := &alarm{edge: &canvas.Rectangle{StrokeWidth: 2}, mark: &canvas.ArbitraryPolygon{}}
	a.Container = &fyne.Container{Objects: []fyne.CanvasObject{a.edge, a.mark}}
	a.Hide()
	return a
}

// fit is how the text in the editor suits its column.
func (g *Grid) fit() Fit {
	if g.edit == nil {
		return Fits
	}
	if n, ok := g.columns[g.edit.at.col].Kind.(*Number); ok {
		return n.Fit(g.editor.Text)
	}
	return Fits
}

// placeAlarm shows the edge around the editor while its text does not suit.
func (g *Grid) placeAlarm(pos fyne.Position, size fyne.Size) {
	a, mark := g.editor.alarm, MarkNone
	switch g.fit() {
	case NotANumber:
		mark = MarkError
	case TooManyDecimals, OutOfBounds:
		mark = MarkWarning
	}
	if mark == MarkNone {
		a.Hide()
		return
	}
	a.Move(pos)
	a.Resize(size)
	a.edge.Resize(size)
	paintStroke(a.edge, g.look.mark[mark])
	drawMark(a.mark, mark, &g.look, fyne.NewPos(0, 0), size.SubtractWidthHeight(2, 0), false)
	a.Show()
}
