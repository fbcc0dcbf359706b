package dialogs

import (
	"errors"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"
)

// Question asks for a line of text, or for a yes.
type Question struct {
	Window  fyne.Window
	Title   string
	Text    string
	Hint    string
	Value   string // what a line begins with
	OK      string // the label of the button that goes on, a verb
	Dismiss string
}

// Line asks for a line of text, which Text names; the button that goes on waits for one.
func (q Question) Line(answered func(string)) {
	entry := newLine()
	entry.SetText(q.Value)
	entry.Validator = func(s string) error {
		if strings.TrimSpace(s) == "" {
			return errBlank
		}
		return nil
	}
	item := widget.NewFormItem(q.Text, entry)
	item.HintText = q.Hint
	d := dialog.NewForm(q.Title, q.OK, q.Dismiss, []*widget.FormItem{item}, func(yes bool) {
		if yes {
			answered(strings.TrimSpace(entry.Text))
		}
	}, q.Window)
	entry.OnSubmitted = func(string) { d.Submit() }
	entry.escape = d.Hide
	d.Resize(fyne.NewSize(480, 0))
	d.Show()
	q.Window.Canvas().Focus(entry)
}

// errBlank only disables the button; its text is shown nowhere.
var errBlank = errors.New("dialogs: blank")

// Confirm asks for a yes.
func (q Question) Confirm(yes func()) {
	label := widget.NewLabel(q.Text)
	label.Wrapping = fyne.TextWrapWord
	d := dialog.NewCustomConfirm(q.Title, q.OK, q.Dismiss, label, func(ok bool) {
		if ok {
			yes()
		}
	}, q.Window)
	d.Resize(fyne.NewSize(460, 0))
	d.Show()
}

// line is an entry that Escape leaves.
type line struct {
	widget.Entry
	escape func()
}

func newLine() *line {
	l := &line{}
	l.ExtendBaseWidget(l)
	return l
}

// TypedKey dismisses with Escape.
func (l *line) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape {
		l.escape()
		return
	}
	l.Entry.TypedKey(e)
}
