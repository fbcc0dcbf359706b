package explain

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"yueping/app"
	"yueping/views/controls"
	"yueping/views/kit"
)

// sheet scrolls the paper and has the keyboard.
type sheet struct {
	widget.BaseWidget
	keys   controls.Keys
	paper  *paper
	scroll *container.Scroll
	frame  *kit.Frame
	step   func(by int)
	close  func()
	copy   func()
}

func newSheet(k *kit.Kit) *sheet {
	s := &sheet{keys: k.Keys(), paper: newPaper(), frame: kit.NewFrame(false)}
	s.scroll = container.NewVScroll(s.paper)
	s.ExtendBaseWidget(s)
	return s
}

// show puts other lines on the paper, from their beginning.
func (s *sheet) show(lines []app.ExplainLine) {
	s.paper.show(lines)
	s.scroll.Refresh()
	s.scroll.ScrollToTop()
}

// CreateRenderer puts the paper into its frame.
func (s *sheet) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(fitted{s}, s.frame, s.scroll))
}

// fitted sets the paper for the width of the scroller before that is placed: only then is its height known.
type fitted struct{ sheet *sheet }

// Layout gives both all the room.
func (f fitted) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	const edge = 2
	f.sheet.paper.fit(size.Width - 2*edge - theme.ScrollBarSize())
	objects[0].Resize(size)
	objects[1].Move(fyne.NewPos(edge, edge))
	objects[1].Resize(fyne.NewSize(size.Width-2*edge, size.Height-2*edge))
}

// MinSize asks for a few lines.
func (f fitted) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 80) }

// FocusGained needs no sign: nothing else of the pane is read.
func (s *sheet) FocusGained() {}

// FocusLost is its end.
func (s *sheet) FocusLost() {}

// TypedRune takes no text.
func (s *sheet) TypedRune(rune) {}

// Tapped takes the keyboard.
func (s *sheet) Tapped(*fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(s); c != nil {
		c.Focus(s)
	}
}

// TypedKey scrolls with the page keys and goes from unit to unit with the arrows.
func (s *sheet) TypedKey(e *fyne.KeyEvent) {
	page := s.scroll.Size().Height - 2*theme.TextSize()
	switch e.Name {
	case fyne.KeyPageDown, fyne.KeySpace:
		s.by(page)
	case fyne.KeyPageUp:
		s.by(-page)
	case fyne.KeyHome:
		s.scroll.ScrollToTop()
	case fyne.KeyEnd:
		s.scroll.ScrollToBottom()
	case fyne.KeyDown:
		s.step(1)
	case fyne.KeyUp:
		s.step(-1)
	case fyne.KeyEscape:
		s.close()
	default:
		s.keys.Function(e)
	}
}

func (s *sheet) by(distance float32) {
	s.scroll.ScrollToOffset(fyne.NewPos(0, s.scroll.Offset.Y+distance))
}

// TypedShortcut copies all lines; other shortcuts go to the window.
func (s *sheet) TypedShortcut(sc fyne.Shortcut) {
	if _, ok := sc.(*fyne.ShortcutCopy); ok {
		s.copy()
		return
	}
	if s.keys.Shortcut != nil {
		s.keys.Shortcut(sc)
	}
}

// words are the lines as text, two blanks a level, as the command line prints them.
func words(lines []app.ExplainLine) string {
	var b strings.Builder
	for _, l := range lines {
		b.WriteString(strings.Repeat("  ", l.Level) + l.Text + "\n")
	}
	return b.String()
}
