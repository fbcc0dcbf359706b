package preview

import (
	"context"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"yueping/app/printer"
	"yueping/views/controls"
	"yueping/views/kit"
	"yueping/views/parts"
)

// panel asks where and how to print.
type panel struct {
	page     *page
	printers []printer.Printer

	printer *controls.Select
	state   *widget.Label // of the printer, or why nothing can be printed
	copies  *controls.Entry
	sides   *controls.Select
	which   *controls.Select // of the pages
	pages   *controls.Entry
	wrong   *widget.Label // about the copies and the pages
	print   *controls.Button
	outside *controls.Button
	close   *controls.Button
	above   *fyne.Container
	object  fyne.CanvasObject
}

// sideKeys are the ways of printer.Sides, each with a message "preview.sides."+key.
var sideKeys = []string{"as_set", "one", "long", "short"}

// The choices of pages, in the order of the messages "preview.pages."+key.
const (
	allPages = iota
	thisPage
	somePages
)

var pageKeys = []string{"all", "this", "some"}

func newPanel(p *page) *panel {
	t, keys := p.kit.T, p.keys()
	l := &panel{page: p}
	l.printer = controls.NewSelect(keys, nil, func(string) { l.show() })
	l.printer.PlaceHolder = t("choice.none")
	l.state, l.wrong = kit.Wrapped(""), kit.Wrapped("")
	l.wrong.Importance = widget.DangerImportance
	l.copies, l.pages = controls.NewEntry(keys, ""), controls.NewEntry(keys, t("preview.pages_hint"))
	l.copies.SetText("1")
	l.sides = controls.NewSelect(keys, l.words("preview.sides.", sideKeys), nil)
	l.which = controls.NewSelect(keys, l.words("preview.pages.", pageKeys), nil)
	l.sides.SetSelectedIndex(0)
	l.which.SetSelectedIndex(allPages)
	l.which.OnChanged = func(string) { l.show() }
	for _, e := range []*controls.Entry{l.copies, l.pages} {
		e.OnChanged = func(string) { l.show() }
		e.OnSubmitted = func(string) { l.press() }
	}
	l.print = p.button(t("preview.print"), theme.DocumentPrintIcon(), l.press)
	l.print.Importance = widget.HighImportance
	save := p.button(t("preview.save"), theme.DocumentSaveIcon(), p.sheet.Save)
	l.outside = p.button(t("preview.outside"), theme.ComputerIcon(), l.openOutside)
	l.close = p.button(t("dialog.close"), nil, p.close)
	l.object = l.lay(save)
	return l
}

func (l *panel) words(prefix string, keys []string) []string {
	words := make([]string, len(keys))
	for i, key := range keys {
		words[i] = l.page.kit.T(prefix + key)
	}
	return words
}

// lay puts what can be chosen above, what can be done below. What another program asks for is not asked here.
func (l *panel) lay(save fyne.CanvasObject) fyne.CanvasObject {
	p, t := l.page, l.page.kit.T
	label := func(key string) fyne.CanvasObject { return widget.NewLabel(t(key)) }
	l.above = container.NewVBox(kit.Heading(t("preview.title")), kit.Wrapped(p.sheet.Pages.Title), kit.Wrapped(p.paperWords()),
		widget.NewSeparator(), label("preview.printer"), kit.Framed(l.printer), l.state)
	if printer.Queued {
		l.above.Objects = append(l.above.Objects, container.New(layout.NewFormLayout(), label("preview.copies"), l.copies,
			label("preview.sides"), kit.Framed(l.sides), label("preview.pages"), kit.Framed(l.which)), l.pages, l.wrong)
	} else {
		l.above.Add(kit.Wrapped(t("preview.program_asks")))
	}
	below := container.NewVBox(l.print, save, l.outside, l.close)
	inner := container.NewBorder(nil, below, nil, nil, container.NewVScroll(l.above))
	return parts.Wide(panelWidth, container.NewPadded(inner))
}

const panelWidth = 260

// load reads the printers, and what was chosen the last time.
func (l *panel) load() {
	l.print.Disable()
	l.say(l.page.kit.T("preview.searching"))
	k := l.page.kit
	type found struct {
		printers    []printer.Printer
		left, sides string
		err         error
	}
	kit.Background(k, func(ctx context.Context) (found, error) {
		var f found
		var err error
		if f.left, err = k.Workspace.Setting(ctx, kit.RememberPrinter); err != nil {
			return f, err
		}
		if f.sides, err = k.Workspace.Setting(ctx, kit.RememberSides); err != nil {
			return f, err
		}
		f.printers, f.err = printer.Printers(ctx)
		return f, nil
	}, func(f found) {
		if f.err != nil {
			k.Log.Warn("no printer", "error", f.err)
			l.say(k.Sentence(f.err))
			l.outside.Importance = widget.HighImportance
			l.outside.Refresh()
			l.show()
			return
		}
		l.sides.SetSelectedIndex(max(0, slices.Index(sideKeys, f.sides)))
		l.offer(f.printers, f.left)
	})
}

// offer lets one of the printers be chosen: at first the one that was chosen last, else the default one.
func (l *panel) offer(all []printer.Printer, left string) {
	l.printers, l.printer.Options = all, nil
	chosen := 0
	for i, p := range all {
		l.printer.Options = append(l.printer.Options, p.Name)
		if p.Default {
			chosen = i
		}
	}
	if i := slices.IndexFunc(all, func(p printer.Printer) bool { return p.Name == left }); i >= 0 {
		chosen = i
	}
	l.printer.SetSelectedIndex(chosen)
	l.show()
}

// show says what is wrong with what was typed, and how the printer is.
func (l *panel) show() {
	if l.print == nil {
		return // while it is made
	}
	if l.which.SelectedIndex() == somePages {
		l.pages.Show()
	} else {
		l.pages.Hide()
	}
	_, err := l.job()
	l.wrong.Hidden = err == nil
	if err != nil {
		l.wrong.SetText(l.page.kit.Sentence(err))
	}
	if i := l.printer.SelectedIndex(); i >= 0 {
		l.state.SetText(l.page.kit.T("preview.state." + strconv.Itoa(int(l.printers[i].State))))
	}
	enable(l.print, err == nil && l.printer.SelectedIndex() >= 0)
	l.above.Refresh() // texts may have grown
}

// say says how the printer is, or why there is none.
func (l *panel) say(words string) {
	l.state.SetText(words)
	l.above.Refresh()
}

// first is what gets the keyboard first.
func (l *panel) first() fyne.Focusable {
	if l.print.Disabled() {
		return l.close
	}
	return l.print
}
