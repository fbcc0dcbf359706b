package preview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"yueping/views/controls"
	"yueping/views/parts"
)

// bar turns pages and zooms.
type bar struct {
	page            *page
	previous, next  *controls.Button
	smaller, larger *controls.Button
	width, whole    *controls.Button
	number, percent *widget.Label
	object          fyne.CanvasObject
}

func newBar(p *page) *bar {
	t, paper := p.kit.T, p.paper
	b := &bar{page: p, number: widget.NewLabel(""), percent: widget.NewLabel("")}
	b.previous = p.turner(t("preview.previous"), theme.NavigateBackIcon(), func() { paper.turn(paper.page-1, false) })
	b.next = p.turner(t("preview.next"), theme.NavigateNextIcon(), func() { paper.turn(paper.page+1, false) })
	b.smaller = p.turner("", theme.ZoomOutIcon(), func() { paper.enlarge(false) })
	b.larger = p.turner("", theme.ZoomInIcon(), func() { paper.enlarge(true) })
	b.width = p.turner(t("preview.fit_width"), nil, func() { paper.set(zoom{fitWidth, 0}) })
	b.whole = p.turner(t("preview.fit_page"), nil, func() { paper.set(zoom{fitPage, 0}) })
	b.number.Alignment, b.percent.Alignment = fyne.TextAlignCenter, fyne.TextAlignCenter
	count := paper.pages.Count()
	row := container.NewHBox(b.previous, sized(b.number, t("preview.page", "page", count, "pages", count)), b.next, widget.NewSeparator(),
		b.smaller, sized(b.percent, t("preview.percent", "percent", steps[len(steps)-1])), b.larger, b.width, b.whole)
	b.object = container.NewPadded(container.NewHScroll(row))
	return b
}

// sized has room for the longest text of a label, so that nothing moves when it changes.
func sized(l *widget.Label, longest string) fyne.CanvasObject {
	return parts.Wide(widget.NewLabel(longest).MinSize().Width, l)
}

// show says which page is looked at, and how large it is.
func (b *bar) show() {
	p := b.page.paper
	b.number.SetText(b.page.kit.T("preview.page", "page", p.page+1, "pages", p.pages.Count()))
	percent := p.percent()
	b.percent.SetText(b.page.kit.T("preview.percent", "percent", percent))
	enable(b.previous, p.page > 0)
	enable(b.next, p.page < p.pages.Count()-1)
	enable(b.smaller, percent > steps[0])
	enable(b.larger, percent < steps[len(steps)-1])
	mark(b.width, p.zoom.fit == fitWidth)
	mark(b.whole, p.zoom.fit == fitPage)
}

func enable(b *controls.Button, on bool) {
	if on {
		b.Enable()
	} else {
		b.Disable()
	}
}

func mark(b *controls.Button, on bool) {
	want := widget.LowImportance
	if on {
		want = widget.HighImportance
	}
	if b.Importance != want {
		b.Importance = want
		b.Refresh()
	}
}
