package schemes

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"yueping/app"
	"yueping/models"
	"yueping/models/fault"
	"yueping/models/month"
	"yueping/views/controls"
	"yueping/views/dialogs"
	"yueping/views/kit"
)

// form asks for a scheme's terms from a month on. A refusal shows its sentence and leaves the form as
// it was filled in.
type form struct {
	start
	kit     *kit.Kit
	place   kit.Place
	title   string
	key     string // of the scheme, a new one's too
	present string // the scheme that the preview compares with, "" for none
	saved   func(sentence string)

	name, from, reason string
	content            *content
	dirty              bool // something was changed and not saved

	sheet   *sheet
	scroll  *container.Scroll
	preview *preview
	tabs    *controls.Choice // form or preview, in a narrow window
	foot    *fyne.Container
	hint    *widget.Label
	fault   *widget.Label
	ok      *controls.Button
	latest  *controls.Entry // the newest one
}

// scheme is the one that is changed, nil for a new one.
func (f *form) scheme() *models.Scheme { return f.program.Scheme(f.key) }

// show opens the form.
func (f *form) show() {
	for _, e := range f.content.exclude {
		e.name = app.FullName(f.roster.Name(e.unit), f.roster.County(e.unit))
	}
	k := f.kit
	f.hint, f.fault = caption(""), kit.Wrapped("")
	f.hint.Hide()
	f.fault.Importance = widget.DangerImportance
	f.fault.Hide()
	f.ok = k.Button(k.T("schemes.save"), theme.ConfirmIcon(), f.submit)
	f.ok.Importance = widget.HighImportance
	cancel := k.Button(k.T("schemes.cancel"), nil, f.cancel)
	f.preview = newPreview(f)
	name := f.fields()
	halves := &split{fields: f.scroll, preview: f.preview.object}
	body := container.New(halves)
	f.tabs = controls.NewChoice(k.Keys(), func(key string) {
		halves.second = key == "preview"
		body.Refresh()
	})
	f.tabs.Set(f.options("schemes.tab.", "fields", "preview"), "fields")
	halves.tabs = f.tabs.Object()
	body.Objects = []fyne.CanvasObject{halves.tabs, f.scroll, f.preview.object}
	told := container.NewVScroll(f.preview.summary) // of a fixed height, so that the form stays where it is
	told.SetMinSize(fyne.NewSize(0, 2*kit.Heading("").MinSize().Height-theme.InnerPadding()))
	f.foot = container.NewVBox(f.fault, container.NewBorder(nil, nil, nil, container.NewCenter(container.NewHBox(cancel, f.ok)), told))
	f.sheet = lay(k.Window, container.NewBorder(kit.Heading(f.title), f.foot, nil, nil, body))
	k.Window.Canvas().Focus(name)
	f.remark()
	f.preview.ask()
}

// fields puts the form together and gives the entry that work begins in.
func (f *form) fields() *controls.Entry {
	k := f.kit
	name := f.text(&f.name, k.T("schemes.name_hint"))
	from := f.text(&f.from, "")
	reason := f.text(&f.reason, k.T("schemes.reason_hint"))
	notes := f.text(&f.content.notes, "")
	notes.MultiLine, notes.Wrapping = true, fyne.TextWrapWord
	notes.SetMinRowsVisible(3)
	c := f.content
	within := f.pick(0, f.options("schemes.within.", models.WithinGroup, models.WithinCounty, models.WithinAll), c.within, func(key string) { c.within = key })
	ties := f.pick(0, f.options("schemes.ties.", "competition", "dense", "ordinal"), c.ties, func(key string) { c.ties = key })
	lists, grades := f.lists(), f.grades()
	ranked := row(k.T("schemes.groups"), f.groups(c.groups, nil, func() { // a list is for groups that are ranked
		lists.rebuild()
		grades.rebuild()
	}))
	show(ranked, len(f.program.Groups) > 1)
	f.scroll = container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 8, 0, 12), container.NewVBox(
		row(k.T("schemes.name"), name),
		row(k.T("schemes.from"), container.NewBorder(nil, nil, kit.Narrow(110, from), nil, f.hint)),
		ranked,
		row(k.T("schemes.within"), within),
		f.basis().box,
		row(k.T("schemes.ties"), ties),
		lists.box,
		grades.box,
		f.excluded().box,
		kit.Heading(k.T("schemes.notes")), notes,
		row(k.T("schemes.reason"), reason),
	)))
	return name
}

// changed is called after every change of the form.
func (f *form) changed() {
	f.dirty = true
	if f.fault.Visible() {
		f.fault.Hide()
		f.sheet.object.Refresh()
	}
	f.remark()
	f.preview.ask()
}

// remark says what a clerk should know of the month and the lists.
func (f *form) remark() {
	var words []string
	from, err := month.Parse(f.from)
	if err == nil && f.verified != 0 && from <= f.verified {
		words = append(words, f.kit.T("schemes.from_verified", "month", f.verified.String()))
	}
	if until := next(f.scheme(), from); err == nil && until != 0 {
		words = append(words, f.kit.T("schemes.from_until", "month", until.String()))
	}
	for key, name := range warned(f.program, f.scheme(), from) {
		if !slices.ContainsFunc(f.content.lists, func(l *listLine) bool { return l.key == key }) {
			words = append(words, f.kit.T("schemes.list_warned", "list", name))
		}
	}
	f.hint.SetText(strings.Join(words, ""))
	show(f.hint, len(words) > 0)
}

// edit reads the form; from and reason are not part of what is tried.
func (f *form) edit() (app.SchemeEdit, error) {
	terms, err := f.content.terms(f.program, listKeys(f.scheme()))
	e := app.SchemeEdit{Program: f.program.Key, Key: f.key, Name: strings.TrimSpace(f.name), Terms: terms}
	return e, err
}

// submit stores the terms.
func (f *form) submit() {
	if f.ok.Disabled() {
		return // under way
	}
	e, err := f.edit()
	if e.Name == "" {
		f.refuse(fault.New("schemes.name_needed"))
		return
	}
	if err != nil {
		f.refuse(err)
		return
	}
	if e.From, err = month.Parse(f.from); err != nil {
		f.refuse(err)
		return
	}
	e.By.Reason = strings.TrimSpace(f.reason)
	f.ok.Disable()
	kit.Background(f.kit, func(ctx context.Context) (error, error) { return f.kit.Workspace.SaveScheme(ctx, e), nil }, func(refused error) {
		f.ok.Enable()
		if refused != nil {
			f.refuse(refused)
			return
		}
		f.close()
		f.saved(f.kit.T("schemes.saved", "name", e.Name, "month", e.From.String()))
	})
}

// refuse shows why the terms were not stored.
func (f *form) refuse(err error) {
	f.kit.Log.Info("ranking scheme refused", "error", err)
	say(f.fault, f.kit.Text.Error(err), f.foot.Size().Width)
	f.sheet.object.Refresh()
}

// cancel leaves the form; what was filled in is given up only on purpose.
func (f *form) cancel() {
	if !f.dirty {
		f.close()
		return
	}
	k := f.kit
	dialogs.Question{Window: k.Window, Title: f.title, Text: k.T("schemes.discard"), OK: k.T("schemes.discard_ok"),
		Dismiss: k.T("schemes.discard_no")}.Confirm(f.close)
}

func (f *form) close() { f.sheet.remove() }

// reveal scrolls a field of the form into sight.
func (f *form) reveal(o fyne.CanvasObject) {
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
