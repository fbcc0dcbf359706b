package entry

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"yueping/views/kit"
)

// question asks for a line of text, which may be blank.
type question struct {
	title, text, value string
	// words are usual answers: a click gives one, or its number while the line is empty.
	words []string
	// take says why an answer cannot be taken, "" where it was.
	take func(string) string
}

// question shows one; the keyboard goes back to the grid after it.
func (s *Screen) question(q question) {
	entry, refusal := s.kit.Entry(""), kit.Wrapped("")
	entry.SetText(q.value)
	refusal.Importance = widget.DangerImportance
	refusal.Hide()
	var d *dialog.CustomDialog
	leave := func() {
		d.Hide()
		s.toGrid()
	}
	answer := func(text string) {
		if words := q.take(text); words != "" {
			refusal.SetText(words)
			refusal.Show()
			return
		}
		leave()
	}
	lines := container.NewVBox(kit.Narrow(460, kit.Wrapped(q.text)))
	if len(q.words) > 0 {
		row := container.NewHBox()
		for i, words := range q.words {
			row.Add(s.kit.Button(string(digit(i))+" "+words, nil, func() { answer(words) }))
		}
		lines.Add(row)
	}
	lines.Add(entry)
	lines.Add(refusal)
	d = dialog.NewCustomWithoutButtons(q.title, lines, s.kit.Window)
	entry.OnSubmitted = answer
	entry.OnKey = func(e *fyne.KeyEvent) bool {
		if e.Name == fyne.KeyEscape {
			leave()
			return true
		}
		return false
	}
	entry.OnRune = func(r rune) bool {
		for i, words := range q.words {
			if r == digit(i) && entry.Text == "" {
				answer(words)
				return true
			}
		}
		return false
	}
	store := s.kit.Button(s.kit.T("entry.ok"), nil, func() { answer(entry.Text) })
	store.Importance = widget.HighImportance
	d.SetButtons([]fyne.CanvasObject{s.kit.Button(s.kit.T("dialog.cancel"), nil, leave), store})
	d.Show()
	s.kit.Window.Canvas().Focus(entry)
	entry.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// digit is the key of the n-th usual answer.
func digit(n int) rune { return rune('1' + n) }
