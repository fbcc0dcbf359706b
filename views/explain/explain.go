// Package explain is 计算过程 in the window: a pane that stands in place of a screen's table and tells line
// by line how a unit came to where it is.
package explain

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"yueping/app"
	"yueping/views/controls"
	"yueping/views/kit"
)

// Pane is the pane. Its screen shows Object in place of its own content while Shown.
type Pane struct {
	kit     *kit.Kit
	closed  func(unit string)
	subject Subject
	reader  *reader
	lines   []app.ExplainLine
	name    string
	asked   int // counts the readings, so that one that was overtaken is not shown
	shown   bool

	title, count   *widget.Label
	previous, next *controls.Button
	buttons        []*controls.Button
	sheet          *sheet
	object         *fyne.Container
}

// New makes a hidden pane; closed is called with the unit that was looked at last.
func New(k *kit.Kit, closed func(unit string)) *Pane {
	p := &Pane{kit: k, closed: closed, title: kit.Heading(""), count: widget.NewLabel(""), sheet: newSheet(k)}
	p.sheet.step, p.sheet.close, p.sheet.copy = p.step, p.Close, p.copy
	p.title.Truncation = fyne.TextTruncateEllipsis
	p.previous = k.Button(k.T("explain.previous"), theme.MoveUpIcon(), func() { p.step(-1) })
	p.next = k.Button(k.T("explain.next_unit"), theme.MoveDownIcon(), func() { p.step(1) })
	p.buttons = []*controls.Button{
		k.Button(k.T("explain.copy"), theme.ContentCopyIcon(), p.copy),
		k.Button(k.T("explain.print"), theme.DocumentPrintIcon(), p.Print),
		k.Button(k.T("explain.save"), theme.DocumentSaveIcon(), p.Save),
		k.Button(k.T("explain.save_all"), theme.DocumentSaveIcon(), p.SaveAll),
	}
	bar := container.NewHBox(k.Button(k.T("explain.back"), theme.NavigateBackIcon(), p.Close), p.previous, p.next)
	for _, b := range p.buttons {
		bar.Add(b)
	}
	head := container.NewVBox(container.NewHScroll(bar), container.NewBorder(nil, nil, nil, p.count, p.title))
	p.object = container.NewBorder(head, nil, nil, nil, p.sheet)
	p.object.Hide()
	return p
}

// Object is the pane's widget tree.
func (p *Pane) Object() fyne.CanvasObject { return p.object }

// Shown reports whether the pane is open.
func (p *Pane) Shown() bool { return p.shown }

// Focus is what takes the keyboard.
func (p *Pane) Focus() fyne.Focusable { return p.sheet }

// Unit is the one that is looked at.
func (p *Pane) Unit() string { return p.subject.Unit }

// Open shows how a unit came to where it is; opened is called when it is there to be read.
func (p *Pane) Open(s Subject, opened func()) {
	p.subject, p.reader = s, newReader(p.kit.Workspace, s)
	p.read(s.Unit, func() {
		p.shown = true
		p.object.Show()
		opened()
		p.kit.Window.Canvas().Focus(p.sheet)
	})
}

// Reload takes in a month that was calculated anew; where the unit is no longer in it, the pane closes.
func (p *Pane) Reload(s Subject) {
	if !p.shown {
		p.asked++ // what is being read is of a month that is no longer shown
		return
	}
	s.Unit = p.subject.Unit
	if !slices.Contains(s.Units, s.Unit) {
		p.Hide()
		return
	}
	p.subject, p.reader = s, newReader(p.kit.Workspace, s)
	p.read(s.Unit, func() {})
}

// read explains a unit in the background, and makes it the one that is looked at.
func (p *Pane) read(unit string, shown func()) {
	p.asked++
	at, reader := p.asked, p.reader
	kit.Background(p.kit, func(ctx context.Context) (*app.Explained, error) { return reader.read(ctx, unit) }, func(e *app.Explained) {
		if at != p.asked {
			return
		}
		p.subject.Unit = unit
		p.show(e)
		shown()
	})
}

func (p *Pane) show(e *app.Explained) {
	p.lines, p.name = app.ExplainLines(p.kit.Text, e), app.FullName(e.Name, e.County)
	p.title.SetText(p.lines[0].Text)
	i := slices.Index(p.subject.Units, p.subject.Unit)
	p.count.SetText(p.kit.T("explain.of", "number", i+1, "count", len(p.subject.Units)))
	alone := len(p.subject.Units) == 1
	p.previous.Hidden, p.next.Hidden, p.count.Hidden, p.buttons[3].Hidden = alone, alone, alone, alone
	able(p.previous, i > 0)
	able(p.next, i+1 < len(p.subject.Units))
	p.sheet.show(p.lines[1:])
}

func able(b *controls.Button, on bool) {
	if on {
		b.Enable()
	} else {
		b.Disable()
	}
}

// step goes to the unit before or after.
func (p *Pane) step(by int) {
	i := slices.Index(p.subject.Units, p.subject.Unit) + by
	if i < 0 || i >= len(p.subject.Units) {
		return
	}
	p.read(p.subject.Units[i], func() { p.kit.Window.Canvas().Focus(p.sheet) })
}

// copy puts all lines on the clipboard.
func (p *Pane) copy() {
	fyne.CurrentApp().Clipboard().SetContent(words(p.lines))
	p.kit.Say(p.kit.T("explain.copied", "unit", p.name))
}

// Close goes back to the screen's own content.
func (p *Pane) Close() {
	if p.shown {
		p.Hide()
		p.closed(p.subject.Unit)
	}
}

// Hide takes the pane away without a word to the screen.
func (p *Pane) Hide() {
	p.asked++
	p.shown = false
	p.object.Hide()
}
