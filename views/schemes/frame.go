package schemes

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"yueping/models/month"
	"yueping/views/controls"
	"yueping/views/dialogs"
	"yueping/views/kit"
)

// frame is a form over the whole window that asks for terms from a month on, with what they would
// bring beside it. A refusal shows its sentence and leaves the form as it was filled in.
type frame struct {
	start
	kit   *kit.Kit
	place kit.Place
	title string
	saved func(sentence string)

	ask    func()          // lets the preview follow the form
	known  func() []string // what a clerk should know of what is filled in
	submit func()          // stores what is filled in

	from, reason string
	dirty        bool // something was changed and not saved

	sheet  *sheet
	scroll *container.Scroll
	tabs   *controls.Choice // form or preview, in a narrow window
	foot   *fyne.Container
	hint   *widget.Label
	fault  *widget.Label
	ok     *controls.Button
	latest *controls.Entry // the newest one
}

// prepare makes what stands around the fields.
func (f *frame) prepare() {
	k := f.kit
	f.hint, f.fault = caption(""), kit.Wrapped("")
	f.hint.Hide()
	f.fault.Importance = widget.DangerImportance
	f.fault.Hide()
	f.ok = k.Button(k.T("schemes.save"), theme.ConfirmIcon(), func() { f.submit() })
	f.ok.Importance = widget.HighImportance
}

// lay opens the form with its fields, one of which takes the keyboard, and the preview beside them; tabs is
// the prefix of what the two are called where there is room for one of them.
func (f *frame) lay(preview *beside, tabs string, first fyne.Focusable, fields ...fyne.CanvasObject) {
	k := f.kit
	f.scroll = container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 8, 0, 12), container.NewVBox(fields...)))
	halves := &split{fields: f.scroll, preview: preview.object}
	body := container.New(halves)
	f.tabs = controls.NewChoice(k.Keys(), func(key string) {
		halves.second = key == "preview"
		body.Refresh()
	})
	f.tabs.Set(f.options(tabs, "fields", "preview"), "fields")
	halves.tabs = f.tabs.Object()
	body.Objects = []fyne.CanvasObject{halves.tabs, f.scroll, preview.object}
	told := container.NewVScroll(preview.summary) // of a fixed height, so that the form stays where it is
	told.SetMinSize(fyne.NewSize(0, 2*kit.Heading("").MinSize().Height-theme.InnerPadding()))
	cancel := k.Button(k.T("schemes.cancel"), nil, f.cancel)
	f.foot = container.NewVBox(f.fault, container.NewBorder(nil, nil, nil, container.NewCenter(container.NewHBox(cancel, f.ok)), told))
	f.sheet = lay(k.Window, container.NewBorder(kit.Heading(f.title), f.foot, nil, nil, body))
	k.Window.Canvas().Focus(first)
	f.remark()
	f.ask()
}

// fromRow asks for the month from which the terms hold.
func (f *frame) fromRow() (*controls.Entry, fyne.CanvasObject) {
	e := f.text(&f.from, "")
	return e, row(f.kit.T("schemes.from"), container.NewBorder(nil, nil, kit.Narrow(110, e), nil, f.hint))
}

// changed is called after every change of the form.
func (f *frame) changed() {
	f.dirty = true
	if f.fault.Visible() {
		f.fault.Hide()
		f.sheet.object.Refresh()
	}
	f.remark()
	f.ask()
}

// remark says what a clerk should know of the month and of what is filled in.

func (f *frame) remark() {
	words := f.known()
	if from, err := month.Parse(f.from); err == nil && f.verified != 0 && from <= f.verified {
		words = append([]string{f.kit.T("schemes.from_verified", "month", f.verified.String())}, words...)
	}
	f.hint.SetText(strings.Join(words, ""))
	show(f.hint, len(words) > 0)
}

// put stores what was filled in and closes the form.
func (f *frame) put(save func(context.Context) error, sentence string) {
	f.ok.Disable()
	kit.Background(f.kit, func(ctx context.Context) (error, error) { return save(ctx), nil }, func(refused error) {
		f.ok.Enable()
		if refused != nil {
			f.refuse(refused)
			return
		}
		f.close()
		f.saved(sentence)
	})
}

// refuse shows why the terms were not stored.
func (f *frame) refuse(err error) {
	f.kit.Log.Info("terms refused", "error", err)
	say(f.fault, f.kit.Text.Error(err), f.foot.Size().Width)
	f.sheet.object.Refresh()
}

// cancel leaves the form; what was filled in is given up only on purpose.
func (f *frame) cancel() {
	if !f.dirty {
		f.close()
		return
	}
	k := f.kit
	dialogs.Question{Window: k.Window, Title: f.title, Text: k.T("schemes.discard"), OK: k.T("schemes.discard_ok"),
		Dismiss: k.T("schemes.discard_no")}.Confirm(f.close)
}

func (f *frame) close() { f.sheet.remove() }

// reveal scrolls a field of the form into sight.
func (f *frame) reveal(o fyne.CanvasObject) {
	if f.sheet == nil || !f.scroll.Visible() {
		return
	}
	d := fyne.CurrentApp().Driver()
	top := d.AbsolutePositionForObject(o).Y - d.AbsolutePositionForObject(f.scroll).Y
	below := top + o.Size().Height - f.scroll.Size().Height
	switch {
	case top < 0:
		f.scroll.ScrollToOffset(fyne.NewPos(0, f.scroll.Offset.Y+top-8))
	case below > 0:
		f.scroll.ScrollToOffset(fyne.NewPos(0, f.scroll.Offset.Y+below+8))
	}
}

// say shows a sentence in a wrapped label, which knows its height only for the width it has.
func say(l *widget.Label, sentence string, width float32) {
	l.Resize(fyne.NewSize(width, l.Size().Height))
	l.SetText(sentence)
	l.Show()
}

// caption is an explanation in small letters.
func caption(text string) *widget.Label {
	l := kit.Wrapped(text)
	l.SizeName = theme.SizeNameCaptionText
	return l
}
