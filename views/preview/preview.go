// Package preview shows pages in the window as they print, and prints them.
package preview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"

	"yueping/app"
	"yueping/views/controls"
	"yueping/views/kit"
)

// Sheet is what is to be looked at.
type Sheet struct {
	Pages *app.Printable
	Name  string // of a file with its ending, without signs that a system has no room for
	Save  func() // asks for a file and writes the pages into it
}

// page covers the window until it is printed or left.
type page struct {
	kit   *kit.Kit
	sheet Sheet
	paper *paper
	bar   *bar
	panel *panel
	cover *kit.Cover
	back  fyne.Focusable // what had the keyboard
	gone  bool
}

// Show covers the window with a preview.
func Show(k *kit.Kit, s Sheet) { show(k, s) }

func show(k *kit.Kit, s Sheet) *page {
	p := &page{kit: k, sheet: s, paper: newPaper(k, s.Pages)}
	p.bar, p.panel = newBar(p), newPanel(p)
	p.paper.moved, p.paper.typed, p.paper.shortcut = p.bar.show, p.typed, p.shortcut
	content := container.NewBorder(nil, nil, nil, p.panel.object, container.NewBorder(p.bar.object, nil, nil, nil, p.paper))
	p.cover = kit.NewCover(container.NewStack(kit.NewGround(theme.ColorNameBackground), content), p.close)
	c := k.Window.Canvas()
	p.back = c.Focused()
	c.Overlays().Add(p.cover)
	p.cover.Resize(c.Size())
	c.Focus(p.paper)
	p.panel.load()
	return p
}

// close gives the window back.
func (p *page) close() {
	if p.gone {
		return
	}
	p.gone = true
	c := p.kit.Window.Canvas()
	c.Overlays().Remove(p.cover)
	if p.back != nil {
		c.Focus(p.back)
	}
}

// keys are what the widgets of the preview give the keys to that they have no use for.
func (p *page) keys() controls.Keys {
	return controls.Keys{Key: p.functionKey, Shortcut: p.shortcut, Escape: p.close}
}

func (p *page) button(words string, icon fyne.Resource, do func()) *controls.Button {
	return controls.NewButton(p.keys(), words, icon, do)
}

// turner makes a button after which the keyboard is on the paper again.
func (p *page) turner(words string, icon fyne.Resource, do func()) *controls.Button {
	return p.button(words, icon, func() {
		do()
		p.kit.Window.Canvas().Focus(p.paper)
	})
}

// typed takes what the paper has no use for.
func (p *page) typed(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape {
		p.close()
		return
	}
	p.functionKey(e)
}

// functionKey walks between the paper and the settings with F6; the window behind gets no keys.
func (p *page) functionKey(e *fyne.KeyEvent) bool {
	if e.Name == fyne.KeyF6 {
		c := p.kit.Window.Canvas()
		if c.Focused() == fyne.Focusable(p.paper) {
			c.Focus(p.panel.first())
		} else {
			c.Focus(p.paper)
		}
	}
	return true
}

// shortcut prints, saves and zooms; the window behind gets no shortcuts.
func (p *page) shortcut(s fyne.Shortcut) bool {
	custom, ok := s.(*desktop.CustomShortcut)
	if !ok || custom.Modifier != fyne.KeyModifierShortcutDefault {
		return true
	}
	switch custom.KeyName {
	case fyne.KeyP:
		p.panel.press()
	case fyne.KeyS:
		p.sheet.Save()
	case fyne.KeyEqual, fyne.KeyPlus:
		p.paper.enlarge(true)
	case fyne.KeyMinus:
		p.paper.enlarge(false)
	case fyne.Key0:
		p.paper.set(zoom{fitPage, 0})
	}
	return true
}
