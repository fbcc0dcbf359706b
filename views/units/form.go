package units

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

// form asks for a change of the register. A change that is refused shows its sentence and leaves the
// form as it was filled in.
type form struct {
	screen *Screen
	title  string
	hint   string
	// change is called on the goroutine of the widgets and gives the work of the background: what was
	// typed is read once.
	change func() (func(context.Context) error, error)
	// done is the sentence for the status bar; choose is the key of the unit to be chosen afterwards.
	done    func() (sentence, choose string)
	items   []*widget.FormItem
	pickers []*picker
	reason  *controls.Entry

	first  fyne.Focusable
	ok     *controls.Button
	fault  *widget.Label
	dialog *dialog.CustomDialog
}

// entry adds a line of text.
func (f *form) entry(label, text string) *controls.Entry {
	e := f.screen.kit.Entry("")
	e.Text = text
	e.OnSubmitted = func(string) { f.submit() }
	e.OnKey = func(key *fyne.KeyEvent) bool {
		if key.Name == fyne.KeyEscape {
			f.dialog.Hide()
		}
		return key.Name == fyne.KeyEscape
	}
	f.add(label, e, e)
	return e
}

// pick adds a choice of a few options.
func (f *form) pick(label string, options []controls.Option, chosen string) *picker {
	p := newPicker(f.screen.kit, options, chosen)
	f.pickers = append(f.pickers, p)
	f.add(label, kit.Framed(p.list), p.list)
	return p
}

func (f *form) add(label string, o fyne.CanvasObject, focus fyne.Focusable) {
	f.items = append(f.items, widget.NewFormItem(label, o))
	if f.first == nil {
		f.first = focus
	}
}

// month adds the month from which the change holds, the shown one by default.
func (f *form) month(label string) func() (month.Month, error) {
	e := f.entry(label, f.screen.data.place.Month.String())
	return func() (month.Month, error) { return month.Parse(e.Text) }
}

// show opens the form.
func (f *form) show() {
	k := f.screen.kit
	f.screen.form = f
	f.reason = f.entry(k.T("units.reason"), "")
	f.fault = kit.Wrapped("")
	f.fault.Importance = widget.DangerImportance
	f.fault.Hide()
	f.ok = k.Button(k.T("units.ok"), theme.ConfirmIcon(), f.submit)
	f.ok.Importance = widget.HighImportance
	cancel := k.Button(k.T("units.cancel"), nil, func() { f.dialog.Hide() })
	content := container.NewVBox(widget.NewForm(f.items...))
	if f.hint != "" {
		content.Add(kit.Wrapped(f.hint))
	}
	content.Add(f.fault)
	content.Add(container.NewHBox(layout.NewSpacer(), cancel, f.ok))
	f.dialog = dialog.NewCustomWithoutButtons(f.title, parts.Wide(520, content), k.Window)
	f.dialog.SetOnClosed(func() { k.Window.Canvas().Focus(f.screen.Focus()) })
	f.dialog.Show()
	k.Window.Canvas().Focus(f.first)
	if e, ok := f.first.(*controls.Entry); ok {
		e.TypedShortcut(&fyne.ShortcutSelectAll{}) // typing replaces the proposal
	}
}

// submit does the change.
func (f *form) submit() {
	if f.ok.Disabled() {
		return // under way
	}
	work, err := f.change()
	if err != nil {
		f.refuse(err)
		return
	}
	f.ok.Disable()
	kit.Background(f.screen.kit, func(ctx context.Context) (error, error) { return work(ctx), nil }, func(refused error) {
		f.ok.Enable()
		if refused != nil {
			f.refuse(refused)
			return
		}
		f.dialog.Hide()
		sentence, choose := f.done()
		f.screen.kit.Say(sentence)
		f.screen.load(f.screen.data.place, choose)
	})
}

// refuse shows why a change was not made.
func (f *form) refuse(err error) {
	f.screen.kit.Log.Info("change of the register refused", "error", err)
	f.fault.SetText(f.screen.kit.Text.Error(err))
	f.fault.Show()
	f.dialog.Refresh()
}

// because is what was given as the reason.
func (f *form) because() string { return strings.TrimSpace(f.reason.Text) }
