// Package formats is where a program's formats (版式) are made: over the whole window, with the first page
// beside what is being changed.
package formats

import (
	"context"
	"reflect"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"yueping/app"
	"yueping/models"
	"yueping/views/controls"
	"yueping/views/dialogs"
	"yueping/views/kit"
)

// page covers the window until it is closed.
type page struct {
	kit    *kit.Kit
	place  kit.Place
	scheme string // that the trial ranks by where the format names none
	done   func(chosen string)

	all    []models.SheetFormat
	draft  models.SheetFormat
	stored models.SheetFormat // what the draft began as; nothing where it is new

	list             *controls.List
	form             *fyne.Container
	scroll           *container.Scroll
	titles           []*controls.Entry // of the columns
	body             *fyne.Container   // all but the list
	sides            *sides
	locked           *widget.Label
	wrong            *widget.Label // why there is no page
	sheet            *canvas.Image
	save, remove     *controls.Button
	duplicate, out   *controls.Button
	cover            *kit.Cover
	back             fyne.Focusable // what had the keyboard
	gone             bool
	trying, tryAgain bool
}

// Show opens the formats of a place's program at the one of a key, or at the first. done is called on closing,
// with the key of the stored format that was looked at last, "" for none.
func Show(k *kit.Kit, p kit.Place, scheme, key string, done func(chosen string)) {
	kit.Background(k, func(ctx context.Context) ([]models.SheetFormat, error) {
		return k.Workspace.Formats(ctx, p.Program.Key)
	}, func(all []models.SheetFormat) { show(k, p, scheme, key, all, done) })
}

func show(k *kit.Kit, place kit.Place, scheme, key string, all []models.SheetFormat, done func(string)) *page {
	p := &page{kit: k, place: place, scheme: scheme, done: done, all: all}
	p.cover = kit.NewCover(container.NewStack(kit.NewGround(theme.ColorNameBackground), container.NewPadded(p.build())), p.leave)
	c := k.Window.Canvas()
	p.back = c.Focused()
	c.Overlays().Add(p.cover)
	p.cover.Resize(c.Size())
	p.open(all[max(0, p.at(key))])
	c.Focus(p.list)
	return p
}

// at is the place of a format among all, -1 for none.
func (p *page) at(key string) int {
	return slices.IndexFunc(p.all, func(f models.SheetFormat) bool { return f.Key == key })
}

// open shows a stored format.
func (p *page) open(f models.SheetFormat) {
	p.stored = f
	p.begin(f)
}

// begin shows a draft.
func (p *page) begin(f models.SheetFormat) {
	p.draft = clone(f)
	p.mark()
	p.rebuild()
	p.scroll.ScrollToTop()
	p.changed()
}

// mark shows in the list which format the draft is, none where it is new.
func (p *page) mark() {
	p.list.OnSelected = nil
	if i := p.at(p.draft.Key); i >= 0 {
		p.list.Select(i)
	} else {
		p.list.UnselectAll()
	}
	p.list.OnSelected = p.chosen
}

// clone copies what is changed in place.
func clone(f models.SheetFormat) models.SheetFormat {
	t := &f.Terms
	t.Columns, t.Sort, t.Groups, t.Words = slices.Clone(t.Columns), slices.Clone(t.Sort), slices.Clone(t.Groups), slices.Clone(t.Words)
	return f
}

// changed takes in that the draft is another one.
func (p *page) changed() {
	shipped := app.Shipped(p.draft.Key)
	p.tell(p.locked, shipped)
	enable(p.save, p.dirty())
	enable(p.duplicate, p.draft.Key != "")
	enable(p.out, !p.dirty())
	enable(p.remove, !shipped && p.draft.Key != "")
	p.try()
}

// tell shows a label or takes it away, with the room that it has.
func (p *page) tell(l *widget.Label, on bool) {
	if l.Visible() != on {
		l.Hidden = !on
		p.body.Refresh()
	}
}

func (p *page) dirty() bool { return !reflect.DeepEqual(p.draft, p.stored) }

func enable(b *controls.Button, on bool) {
	if on {
		b.Enable()
	} else {
		b.Disable()
	}
}

// settled goes on when nothing is lost by it, or the user gives up what was changed; else back is called,
// which may be nil.
func (p *page) settled(on func()) {
	if !p.dirty() {
		on()
		return
	}
	t := p.kit.T
	dialogs.Question{Window: p.kit.Window, Title: t("formats.unsaved_title"), Text: t("formats.unsaved", "name", p.draft.Name),
		OK: t("formats.discard"), Dismiss: t("formats.go_on")}.Confirm(on)
}

// leave closes the page, and asks first where something is not saved.
func (p *page) leave() {
	if !p.gone {
		p.settled(p.close)
	}
}

func (p *page) close() {
	p.gone = true
	c := p.kit.Window.Canvas()
	c.Overlays().Remove(p.cover)
	if p.back != nil {
		c.Focus(p.back)
	}
	p.done(p.stored.Key)
}

// keys are what the widgets of the page give the keys to that they have no use for; the window behind gets none.
func (p *page) keys() controls.Keys {
	return controls.Keys{Key: func(*fyne.KeyEvent) bool { return true }, Shortcut: p.shortcut, Escape: p.leave}
}

func (p *page) shortcut(s fyne.Shortcut) bool {
	if c, ok := s.(*desktop.CustomShortcut); ok && c.KeyName == fyne.KeyS && c.Modifier == fyne.KeyModifierShortcutDefault {
		p.store()
	}
	return true
}

func (p *page) button(key string, icon fyne.Resource, do func()) *controls.Button {
	words := ""
	if key != "" {
		words = p.kit.T(key)
	}
	return controls.NewButton(p.keys(), words, icon, do)
}
