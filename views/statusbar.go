package views

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"yueping/views/controls"
	"yueping/views/handout"
	"yueping/views/kit"
)

// statusBar is the last line: what was done last, what is selected, how complete the month is, and
// in which database.
type statusBar struct {
	kit       *kit.Kit
	object    *fyne.Container
	message   *widget.Label
	selection *widget.Label
	count     *widget.Label
	file      *fyne.Container // what can be done with the file that was written last
	right     *fyne.Container
	stored    string // says since when everything is stored
}

func newStatusBar(k *kit.Kit) *statusBar {
	line := func(text string) *widget.Label {
		l := widget.NewLabel(text)
		l.SizeName = theme.SizeNameCaptionText
		return l
	}
	b := &statusBar{kit: k, message: line(""), selection: line(""), count: line(""), file: container.NewHBox()}
	b.file.Hide()
	b.message.Truncation = fyne.TextTruncateEllipsis
	b.right = container.NewHBox(b.file, b.selection, b.count, line(filepath.Base(k.Workspace.Path())))
	bar := container.NewBorder(nil, nil, nil, b.right, b.message)
	b.object = container.New(layout.NewCustomPaddedVBoxLayout(0), widget.NewSeparator(),
		container.NewStack(kit.NewGround(theme.ColorNameHeaderBackground), container.New(layout.NewCustomPaddedLayout(0, 0, 4, 4), bar)))
	b.saved()
	return b
}

// say shows a sentence until the next one.
func (b *statusBar) say(sentence string) {
	b.offer(nil)
	b.message.SetText(sentence)
}

// written says that there is a file, and offers what can be done with it.
func (b *statusBar) written(sentence, path string) {
	b.offer(handout.Actions(b.kit, path))
	b.message.SetText(sentence)
}

// offer shows actions in place of the counts, which have no room beside them.
func (b *statusBar) offer(actions []handout.Action) {
	b.file.Objects = nil
	for _, a := range actions {
		b.file.Add(controls.NewLink(b.kit.Keys(), b.kit.T(a.Key), theme.SizeNameCaptionText, a.Do))
	}
	some := len(actions) > 0
	b.file.Hidden, b.selection.Hidden, b.count.Hidden = !some, some, some
	if b.object != nil {
		b.object.Refresh()
	}
}

// saved says that everything is stored, and since when.
func (b *statusBar) saved() {
	b.stored = b.kit.T("bar.saved", "time", b.kit.Clock().Format("15:04"))
	b.rest()
}

// rest takes back a sentence about another month or screen.
func (b *statusBar) rest() { b.say(b.stored) }

// selected shows what is selected.
func (b *statusBar) selected(words string) {
	b.selection.SetText(words)
	b.object.Refresh()
}

// counts shows how complete the month is.
func (b *statusBar) counts(h head) {
	defer b.object.Refresh() // the line is laid out anew
	if h.due == 0 {
		b.count.SetText(b.kit.T("bar.nothing_due"))
		return
	}
	counts := b.kit.T("bar.counts", "due", h.due, "there", h.there, "missing", h.missing)
	if drafts := len(h.month.Drafts); drafts > 0 {
		counts = b.kit.T("bar.drafts", "counts", counts, "drafts", drafts)
	}
	b.count.SetText(counts)
}

// empty is for a database without programs.
func (b *statusBar) empty() { b.count.SetText("") }
