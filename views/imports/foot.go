package imports

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"yueping/app"
	"yueping/views/controls"
	"yueping/views/kit"
)

// foot says what the button that stores would do, or why it cannot be pressed.
type foot struct {
	page   *page
	words  *widget.Label
	save   *controls.Button
	cancel *controls.Button
	store  *controls.Button
	object fyne.CanvasObject
}

func newFoot(p *page) *foot {
	f := &foot{page: p, words: widget.NewLabel("")}
	f.words.Truncation = fyne.TextTruncateEllipsis
	f.save = p.button(p.kit.T("importing.save_refused"), theme.DocumentSaveIcon(), f.saveRefused)
	f.cancel = p.button(p.kit.T("dialog.cancel"), nil, p.cancel)
	f.store = p.button("", theme.ConfirmIcon(), f.press)
	f.store.Importance = widget.HighImportance
	f.store.Disable()
	f.save.Hide()
	f.object = container.NewBorder(nil, nil, nil, container.NewHBox(f.save, layout.NewSpacer(), f.cancel, f.store), f.words)
	f.label(0, 0)
	return f
}

func (f *foot) say(words string) { f.words.SetText(words) }

// show says how things stand.
func (f *foot) show() {
	p := f.page
	taken, left := p.counts()
	f.label(taken, left)
	reason := f.reason(taken)
	if reason != "" {
		f.store.Disable()
		f.say(reason)
	} else {
		f.store.Enable()
		f.say(f.summary())
	}
	f.save.Hidden = p.read == nil || len(p.read.Refused) == 0
	f.object.Refresh()
}

func (f *foot) label(taken, left int) {
	f.store.SetText(f.page.kit.T("importing.store", "count", taken, "left", left))
}

// reason is why nothing can be stored as things stand, "" where something can.
func (f *foot) reason(taken int) string {
	p, t := f.page, f.page.kit.T
	switch open := p.questions.open(); {
	case p.reading:
		return t("importing.reading", "file", p.name())
	case p.failed != nil || p.read == nil:
		return t("importing.wait_fault")
	case open > 0:
		return t("importing.wait_answers", "count", open)
	case p.remarks() > 0: // stored without a line of their own
	case len(p.lines) == 0:
		return t("importing.wait_nothing", "blank", p.read.Blank)
	case taken == 0 && !p.anyBrings():
		return t("importing.wait_unchanged")
	case taken == 0:
		return t("importing.wait_all_off", "refused", p.refusedLines())
	}
	return ""
}

// remarks counts the sources and notes that would be stored.
func (p *page) remarks() int {
	counts := p.read.RemarkCounts()
	return counts[app.ImportNew] + counts[app.ImportChanged]
}

// anyBrings reports whether a line would change something, be it switched on or not.
func (p *page) anyBrings() bool {
	for _, l := range p.lines {
		if l.brings() || l.is(filterRefused) {
			return true
		}
	}
	return false
}

// refusedLines counts the lines that are kept out by what stands in them.
func (p *page) refusedLines() int {
	n := 0
	for _, l := range p.lines {
		if l.is(filterRefused) {
			n++
		}
	}
	return n
}

// summary counts the values of the lines that are on.
func (f *foot) summary() string {
	p := f.page
	counts := map[app.ImportChange]int{}
	conflicting := 0
	for _, l := range p.lines {
		if !p.on(l) {
			continue
		}
		for _, v := range l.values {
			counts[v.Change]++
			if conflicts(v) {
				conflicting++
			}
		}
	}
	words := p.kit.T("importing.summary", "new", counts[app.ImportNew], "changed", counts[app.ImportChanged], "unchanged", counts[app.ImportUnchanged],
		"conflicts", conflicting, "blank", p.read.Blank, "divided", p.read.Divided, "rounded", len(p.read.Rounded))
	if n := p.remarks(); n > 0 {
		words += p.kit.T("importing.remarks", "count", n)
	}
	return words
}

// focus puts the keyboard on the button that can be pressed.
func (f *foot) focus() {
	target := f.cancel
	if !f.store.Disabled() {
		target = f.store
	}
	f.page.kit.Window.Canvas().Focus(target)
}

// press stores the lines that are on, as one step.
func (f *foot) press() {
	p := f.page
	if f.store.Disabled() || p.reading {
		return
	}
	f.store.Disable()
	p.storing = true
	taken := p.takenOf(p.read)
	kit.Background(p.kit, func(ctx context.Context) (result, error) {
		r, err := p.kit.Workspace.StoreImport(ctx, taken, app.ImportChoice{})
		return result{r, err}, nil
	}, func(r result) {
		p.storing = false
		if r.err != nil {
			p.kit.Fail(r.err)
			p.readAgain() // what is stored may be another by now
			return
		}
		p.uncover()
		if p.importer.Stored != nil {
			p.importer.Stored(taken)
		}
		_, left := p.counts()
		p.kit.Say(p.kit.T("importing.stored", "new", r.stored.New, "changed", r.stored.Changed, "left", left)) // last: another screen clears the line
		p.importer.next()
	})
}

// result is what came of storing.
type result struct {
	stored app.Result
	err    error
}
