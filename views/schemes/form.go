package schemes

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"yueping/app"
	"yueping/models"
	"yueping/models/fault"
	"yueping/models/month"
	"yueping/views/controls"
	"yueping/views/kit"
)

// form asks for a scheme's terms from a month on.
type form struct {
	frame
	key     string // of the scheme, a new one's too
	present string // the scheme that the preview compares with, "" for none

	name    string
	content *content
	preview *preview
}

// scheme is the one that is changed, nil for a new one.
func (f *form) scheme() *models.Scheme { return f.program.Scheme(f.key) }

// show opens the form.
func (f *form) show() {
	for _, e := range f.content.exclude {
		e.name = app.FullName(f.roster.Name(e.unit), f.roster.County(e.unit))
	}
	f.known, f.submit = f.remarks, f.store
	f.prepare()
	f.preview = newPreview(f)
	f.ask = f.preview.ask
	name, fields := f.fields()
	f.lay(&f.preview.beside, "schemes.tab.", name, fields...)
}

// fields makes the fields and gives the entry that work begins in.
func (f *form) fields() (*controls.Entry, []fyne.CanvasObject) {
	k := f.kit
	name := f.text(&f.name, k.T("schemes.name_hint"))
	_, from := f.fromRow()
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
	return name, []fyne.CanvasObject{
		row(k.T("schemes.name"), name),
		from,
		ranked,
		row(k.T("schemes.within"), within),
		f.basis().box,
		row(k.T("schemes.ties"), ties),
		lists.box,
		grades.box,
		f.excluded().box,
		kit.Heading(k.T("schemes.notes")), notes,
		row(k.T("schemes.reason"), reason),
	}
}

// remarks are what a clerk should know of the month and the lists.
func (f *form) remarks() []string {
	var words []string
	from, err := month.Parse(f.from)
	if until := next(f.scheme(), from); err == nil && until != 0 {
		words = append(words, f.kit.T("schemes.from_until", "month", until.String()))
	}
	for key, name := range warned(f.program, f.scheme(), from) {
		if !slices.ContainsFunc(f.content.lists, func(l *listLine) bool { return l.key == key }) {
			words = append(words, f.kit.T("schemes.list_warned", "list", name))
		}
	}
	return words
}

// edit reads the form; from and reason are not part of what is tried.
func (f *form) edit() (app.SchemeEdit, error) {
	terms, err := f.content.terms(f.program, listKeys(f.scheme()))
	e := app.SchemeEdit{Program: f.program.Key, Key: f.key, Name: strings.TrimSpace(f.name), Terms: terms}
	return e, err
}

// store stores the terms.
func (f *form) store() {
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
	f.put(func(ctx context.Context) error { return f.kit.Workspace.SaveScheme(ctx, e) },
		f.kit.T("schemes.saved", "name", e.Name, "month", e.From.String()))
}
