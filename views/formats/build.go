package formats

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"yueping/app"
	"yueping/views/controls"
	"yueping/views/kit"
	"yueping/views/parts"
)

const listWidth = 190

// build puts the list on the left, what a format says in the middle and its first page on the right.
func (p *page) build() fyne.CanvasObject {
	t := p.kit.T
	p.list = controls.NewList(p.keys(), func() int { return len(p.all) },
		func() fyne.CanvasObject { return widget.NewLabel("") },
		func(i widget.ListItemID, o fyne.CanvasObject) { o.(*widget.Label).SetText(p.listed(i)) })
	p.save = p.button("formats.save", theme.DocumentSaveIcon(), p.store)
	p.save.Importance = widget.HighImportance
	p.remove = p.button("formats.delete", theme.DeleteIcon(), p.askDelete)
	p.duplicate = p.button("formats.copy", theme.ContentCopyIcon(), p.copy)
	p.out = p.button("formats.export", theme.UploadIcon(), p.export)
	own := container.NewVBox(p.duplicate, p.remove, p.out, p.button("formats.import", theme.DownloadIcon(), p.askImport))
	left := parts.Wide(listWidth, container.NewBorder(kit.Heading(t("formats.title")), own, nil, nil, p.list))

	p.locked, p.wrong = kit.Wrapped(t("formats.locked")), kit.Wrapped("")
	p.wrong.Importance = widget.DangerImportance
	p.form = container.NewVBox()
	p.scroll = container.NewVScroll(container.New(layout.NewCustomPaddedLayout(2, 2, 2, 8), p.form))
	p.sheet = canvas.NewImageFromImage(nil)
	p.sheet.FillMode, p.sheet.ScaleMode = canvas.ImageFillContain, canvas.ImageScaleSmooth
	p.sides = &sides{form: p.scroll, sheet: container.NewStack(p.sheet)}
	turn := p.button("formats.first_page", theme.DocumentIcon(), nil)
	p.sides.turn = turn
	both := container.New(p.sides, p.sides.form, p.sides.sheet)
	turn.OnTapped = func() {
		p.sides.looking = !p.sides.looking
		both.Refresh()
	}
	acts := container.NewHBox(turn, p.save, p.button("dialog.close", nil, p.leave))
	p.sides.foot = container.NewBorder(nil, nil, nil, acts)
	foot := container.NewVBox(p.wrong, p.sides.foot)
	p.body = container.NewBorder(p.locked, foot, nil, nil, both)
	return container.NewBorder(nil, nil, left, nil, p.body)
}

// listed names a format in the list.
func (p *page) listed(i int) string {
	if f := p.all[i]; app.Shipped(f.Key) {
		return p.kit.T("formats.shipped", "name", f.Name)
	}
	return p.all[i].Name
}

// rebuild shows the draft in new fields.
func (p *page) rebuild() {
	f := fields{page: p, off: app.Shipped(p.draft.Key)}
	p.form.Objects = nil
	p.form.Add(f.row("formats.name", f.text(&p.draft.Name, "")))
	p.form.Add(kit.Heading(p.kit.T("formats.columns")))
	p.form.Objects = append(p.form.Objects, f.columns()...)
	p.form.Add(kit.Heading(p.kit.T("formats.rows")))
	p.form.Objects = append(p.form.Objects, f.which()...)
	p.form.Add(kit.Heading(p.kit.T("formats.paper")))
	p.form.Objects = append(p.form.Objects, f.paper()...)
	p.form.Refresh()
}
