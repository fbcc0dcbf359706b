package notices

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"yueping/models/month"
	"yueping/views/controls"
	"yueping/views/kit"
)

// field is a line of the form for a day, with the fault of what stands in it.
type field struct {
	kit   *kit.Kit
	label *widget.Label
	entry *controls.Entry
	today *todayButton
	fault *widget.Label
	row   fyne.CanvasObject
}

// newField makes a line; entered is called when a day was put in, next leads on to the next line.
func newField(k *kit.Kit, entered func(), next func()) *field {
	f := &field{kit: k, label: widget.NewLabel(""), entry: k.Entry(k.T("board.date_hint")), fault: faultLabel()}
	f.entry.OnLeft = entered
	f.entry.OnRune = f.rune
	f.entry.OnShortcut = f.shortcut
	f.entry.OnSubmitted = func(string) { next() }
	f.today = newTodayButton(k.T("board.today"), func() {
		f.putToday()
		entered()
	})
	f.row = container.NewVBox(container.NewBorder(nil, nil, kit.Narrow(116, f.label), f.today, f.entry), f.fault)
	return f
}

func faultLabel() *widget.Label {
	l := kit.Wrapped("")
	l.Importance, l.SizeName = widget.DangerImportance, theme.SizeNameCaptionText
	l.Hide()
	return l
}

// rune takes a blank in an empty line for today.
func (f *field) rune(r rune) bool {
	if (r != ' ' && r != '　') || f.entry.Text != "" {
		return false
	}
	f.putToday()
	return true
}

// shortcut takes Ctrl+; for today, as Excel does.
func (f *field) shortcut(s fyne.Shortcut) bool {
	c, ok := s.(*desktop.CustomShortcut)
	if !ok || c.KeyName != fyne.KeySemicolon || c.Modifier != fyne.KeyModifierShortcutDefault {
		return false
	}
	f.putToday()
	return true
}

func (f *field) putToday() {
	if !f.entry.Disabled() {
		f.entry.SetText(f.kit.Workspace.Today().String())
		f.entry.CursorColumn = len(f.entry.Text)
	}
}

// show puts a stored day in.
func (f *field) show(day month.Period) {
	f.entry.SetText(day.String())
	blame(f.fault, "")
}

// enable says whether the line takes a day.
func (f *field) enable(on bool) {
	f.today.enable(on)
	if on {
		f.entry.Enable()
	} else {
		f.entry.Disable()
	}
}

// blame shows a fault under a line, "" for none.
func blame(l *widget.Label, sentence string) {
	l.SetText(sentence)
	if sentence == "" {
		l.Hide()
	} else {
		l.Show()
	}
}
