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

	"yueping/models/month"
	"yueping/views/controls"
	"yueping/views/kit"
	"yueping/views/parts"
)

// ending asks from which month something is no longer used.
type ending struct {
	kit          *kit.Kit
	store        func(ctx context.Context, from month.Month, reason string) error
	done         func(from month.Month)
	from, reason *controls.Entry
	fault        *widget.Label
	ok           *controls.Button
	dialog       *dialog.CustomDialog
}

// ask opens the question; means are sentences on what the end brings.
func (e *ending) ask(title string, proposed month.Month, means []string) {
	k := e.kit
	e.from, e.reason, e.fault = k.Entry(""), k.Entry(k.T("schemes.reason_hint")), kit.Wrapped("")
	e.from.Text = proposed.String()
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
		kit.Wrapped(strings.Join(means, "")), e.fault,
		container.NewHBox(layout.NewSpacer(), k.Button(k.T("schemes.cancel"), nil, func() { e.dialog.Hide() }), e.ok))
	e.dialog = dialog.NewCustomWithoutButtons(title, parts.Wide(520, content), k.Window)
	e.dialog.Show()
	k.Window.Canvas().Focus(e.from)
}

// submit stores the end.
func (e *ending) submit() {
	if e.ok.Disabled() {
		return
	}
	from, err := month.Parse(e.from.Text)
	if err != nil {
		e.refuse(err)
		return
	}
	reason := strings.TrimSpace(e.reason.Text)
	e.ok.Disable()
	kit.Background(e.kit, func(ctx context.Context) (error, error) { return e.store(ctx, from, reason), nil }, func(refused error) {
		e.ok.Enable()
		if refused != nil {
			e.refuse(refused)
			return
		}
		e.dialog.Hide()
		e.done(from)
	})
}

func (e *ending) refuse(err error) {
	e.fault.SetText(e.kit.Text.Error(err))
	e.fault.Show()
	e.dialog.Refresh()
}
