package preview

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

var (
	_ fyne.Focusable    = (*paper)(nil)
	_ fyne.Scrollable   = (*paper)(nil)
	_ fyne.Draggable    = (*paper)(nil)
	_ fyne.Tappable     = (*paper)(nil)
	_ fyne.Shortcutable = (*paper)(nil)
)

// turn shows a page, from its top or from its end; one that is not there is the nearest.
func (p *paper) turn(page int, atEnd bool) {
	p.over = 0
	page = min(max(page, 0), p.pages.Count()-1)
	if page == p.page {
		return
	}
	p.page, p.at.Y = page, 0
	if atEnd {
		p.at.Y = p.measure().most.Y
	}
	p.changed()
}

// enlarge zooms to the next step and keeps in the middle what is there.
func (p *paper) enlarge(larger bool) {
	p.set(zoom{fitNone, next(p.percent(), larger)})
}

func (p *paper) set(z zoom) {
	before := p.lay()
	p.zoom = z
	after := p.measure()
	grown := after.dpi / before.dpi
	middle := func(at, room int) int { return int(float64(at+room/2)*grown) - room/2 }
	p.at = image.Pt(middle(p.at.X, before.room.w), middle(p.at.Y, before.room.h))
	p.changed()
}

// percent is how large the page is shown.
func (p *paper) percent() int {
	m := p.measure()
	return percentOf(m.dpi, m.scale)
}

func (p *paper) changed() {
	p.place()
	if p.moved != nil {
		p.moved()
	}
	p.BaseWidget.Refresh()
}

// pan moves what is in sight by units of the window; false where it is at its end.
func (p *paper) pan(dx, dy float32) bool {
	m, before := p.lay(), p.at
	p.at = image.Pt(min(max(p.at.X+int(float64(dx)*m.scale), 0), m.most.X), min(max(p.at.Y+int(float64(dy)*m.scale), 0), m.most.Y))
	if p.at == before {
		return false
	}
	p.over = 0
	p.place()
	p.BaseWidget.Refresh()
	return true
}

// notch is about one notch of a wheel. At the end of a page that was scrolled, one goes by before the page is turned.
const notch = 20

// Scrolled moves the page, and turns it at its end; with Ctrl it zooms.
func (p *paper) Scrolled(e *fyne.ScrollEvent) {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok && d.CurrentKeyModifiers()&fyne.KeyModifierShortcutDefault != 0 {
		p.enlarge(e.Scrolled.DY > 0)
		return
	}
	p.wheel(-e.Scrolled.DX, -e.Scrolled.DY)
}

func (p *paper) wheel(dx, dy float32) {
	if p.pan(dx, dy*2) || dy == 0 {
		return
	}
	if p.over*dy < 0 {
		p.over = 0
	}
	p.over += dy
	enough := float32(notch)
	if p.measure().most.Y > 0 {
		enough = 2 * notch
	}
	switch {
	case p.over >= enough:
		p.turn(p.page+1, false)
	case p.over <= -enough:
		p.turn(p.page-1, true)
	}
}

// Dragged moves the page as a hand does.
func (p *paper) Dragged(e *fyne.DragEvent) { p.pan(-e.Dragged.DX, -e.Dragged.DY) }

// DragEnd has nothing to do.
func (p *paper) DragEnd() {}

// Tapped takes the keyboard.
func (p *paper) Tapped(*fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(p); c != nil {
		c.Focus(p)
	}
}

// FocusGained and FocusLost show who has the keyboard.
func (p *paper) FocusGained() { p.focused = true; p.Refresh() }

// FocusLost is the other.
func (p *paper) FocusLost() { p.focused = false; p.Refresh() }

// line is how far an arrow key moves the page.
const line = 40

// TypedKey turns and moves the page.
func (p *paper) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyPageDown:
		p.turn(p.page+1, false)
	case fyne.KeyPageUp:
		p.turn(p.page-1, false)
	case fyne.KeyHome:
		p.turn(0, false)
	case fyne.KeyEnd:
		p.turn(p.pages.Count()-1, false)
	case fyne.KeyDown:
		p.wheel(0, line)
	case fyne.KeyUp:
		p.wheel(0, -line)
	case fyne.KeyRight:
		p.pan(line, 0)
	case fyne.KeyLeft:
		p.pan(-line, 0)
	case fyne.KeySpace:
		if !p.pan(0, p.Size().Height-line) {
			p.turn(p.page+1, false)
		}
	default:
		p.typed(e)
	}
}

// TypedRune zooms with + and -.
func (p *paper) TypedRune(r rune) {
	switch r {
	case '+', '=', '＋':
		p.enlarge(true)
	case '-', '－':
		p.enlarge(false)
	}
}

// TypedShortcut gives shortcuts to the preview.
func (p *paper) TypedShortcut(s fyne.Shortcut) {
	p.shortcut(s)
}
