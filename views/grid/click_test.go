package grid

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// tap presses the left button at a place and lets it go at another.
func (b *bench) tap(from, to fyne.Position) {
	b.down(from, 0)
	if from != to {
		b.dragTo(to)
	}
	b.MouseUp(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: to}, Button: desktop.MouseButtonPrimary})
}

func TestAClickIsTold(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(lightTheme{})
	b := onBench(t, newTable(60, 6))
	title := func(col int) fyne.Position { return fyne.NewPos(b.pos(0, col).X, b.geo.headerH()-4) }
	head := func(row int) fyne.Position { return fyne.NewPos(b.geo.frozenX[1]+4, b.pos(row, 0).Y) }
	for name, c := range map[string]struct {
		from, to fyne.Position
		want     []Click
	}{
		"a cell":               {b.pos(2, 1), b.pos(2, 1), []Click{{Part: OnCells, Row: 2, Col: 1}}},
		"a title":              {title(3), title(3), []Click{{Part: OnTitles, Col: 3}}},
		"a row header":         {head(4), head(4), []Click{{Part: OnRowHeaders, Row: 4, Col: 1}}},
		"a block is no click":  {b.pos(2, 1), b.pos(3, 1), nil},
		"rows are no click":    {head(2), head(4), nil},
		"columns are no click": {title(1), title(3), nil},
	} {
		t.Run(name, func(t *testing.T) {
			var got []Click
			b.OnClick = func(c Click) { got = append(got, c) }
			b.tap(c.from, c.to)
			if len(got) != len(c.want) || (len(got) == 1 && (got[0].Part != c.want[0].Part || got[0].Row != c.want[0].Row || got[0].Col != c.want[0].Col)) {
				t.Errorf("told of %+v, want %+v", got, c.want)
			}
		})
	}
}

func TestTheHostIsOfferedKeysFirst(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(lightTheme{})
	b := onBench(t, newTable(5, 3))
	var keys []fyne.KeyName
	b.Before = func(ev *fyne.KeyEvent) bool {
		keys = append(keys, ev.Name)
		return ev.Name != fyne.KeyDown
	}
	b.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	b.TypedRune(' ')
	b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if b.edit != nil || b.Selection() != cell(0, 0) {
		t.Errorf("the grid used what the host had used: %v", b.Selection())
	}
	b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if len(keys) != 3 || b.Selection() != cell(1, 0) {
		t.Errorf("offered %v, at %v", keys, b.Selection())
	}
}
