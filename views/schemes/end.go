package schemes

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"yueping/app"
	"yueping/models"
	"yueping/models/month"
	"yueping/views/controls"
	"yueping/views/kit"
	"yueping/views/parts"
)

// ending asks from which month a scheme is no longer used.
type ending struct {
	section      *Section
	scheme       *models.Scheme
	program      string
	from, reason *controls.Entry
	fault        *widget.Label
	ok           *controls.Button
	dialog       *dialog.CustomDialog
}

// end opens the question for a scheme.
func (s *Section) end(key string) {
	s.begin(func(b start) {
		k, v := s.kit, b.program.Scheme(key)
		e := &ending{section: s, scheme: v, program: b.program.Key, from: k.Entry(""), reason: k.Entry(k.T("schemes.reason_hint")), fault: kit.Wrapped("")}
		s.ending = e
		e.from.Text = b.from.String()
		for _, entry := range []*controls.Entry{e.from, e.reason} {
			entry.OnSubmitted = func(string) { e.submit() }
			entry.OnKey = func(key *fyne.KeyEvent) bool {
				if key.Name == fyne.KeyEscape {
					e.dialog.Hide()
				}
				return key.Name == fyne.KeyEscape
			}
		}
		e.fault.Importance = widget.DangerImportance
		e.fault.Hide()
		e.ok = k.Button(k.T("schemes.end.ok"), theme.ConfirmIcon(), e.submit)
		e.ok.Importance = widget.HighImportance
		content := container.NewVBox(widget.NewForm(widget.NewFormItem(k.T("schemes.end.from"), e.from), widget.NewFormItem(k.T("schemes.reason"), e.reason)),
			kit.Wrapped(strings.Join(e.means(b), "")), e.fault,
			container.NewHBox(layout.NewSpacer(), k.Button(k.T("schemes.cancel"), nil, func() { e.dialog.Hide() }), e.ok))
		e.dialog = dialog.NewCustomWithoutButtons(k.T("schemes.end.title", "name", v.Name), parts.Wide(520, content), k.Window)
		e.dialog.Show()
		k.Window.Canvas().Focus(e.from)
	})
}

// means says what the end of the scheme brings.
func (e *ending) means(b start) []string {
	k := e.section.kit
	words := []string{k.T("schemes.end.hint")}
	if len(warned(b.program, e.scheme, b.from)) > 0 {
		words = append(words, k.T("schemes.end.warned"))
	}
	if b.program.DefaultScheme == e.scheme.Key {
		words = append(words, k.T("schemes.end.default"))
	}
	for i := range b.program.Schemes {
		other := &b.program.Schemes[i]
		if terms, holds := other.At(b.from); holds && len(terms.SumOf) > 0 && models.In(terms.SumOf, e.scheme.Key) {
			words = append(words, k.T("schemes.end.summed", "name", other.Name))
		}
	}
	return words
}

// submit stores the end.
func (e *ending) submit() {
	if e.ok.Disabled() {
		return
	}
	k := e.section.kit
	from, err := month.Parse(e.from.Text)
	if err != nil {
		e.refuse(err)
		return
	}
	edit := app.SchemeEdit{Program: e.program, Key: e.scheme.Key, Name: e.scheme.Name, From: from, Terms: models.SchemeTerms{Ended: true},
		By: app.UnitChange{Reason: strings.TrimSpace(e.reason.Text)}}
	e.ok.Disable()
	kit.Background(k, func(ctx context.Context) (error, error) { return k.Workspace.SaveScheme(ctx, edit), nil }, func(refused error) {
		e.ok.Enable()
		if refused != nil {
			e.refuse(refused)
			return
		}
		e.dialog.Hide()
		e.section.reload(k.T("schemes.end.done", "name", e.scheme.Name, "month", from.String()))
	})
}

func (e *ending) refuse(err error) {
	e.fault.SetText(e.section.kit.Text.Error(err))
	e.fault.Show()
	e.dialog.Refresh()
}
