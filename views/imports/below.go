package imports

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"yueping/views/controls"
)

// The parts below the sheet.
const (
	partQuestions = "questions"
	partPreview   = "preview"
	partLeft      = "left"
)

// below shows one of three parts: what is to be answered, what would change, what is left out.
type below struct {
	page   *page
	choice *controls.Choice
	line   *fyne.Container // of the choice and, beside the preview, its filters
	middle *fyne.Container
	part   string
	object fyne.CanvasObject
}

func newBelow(p *page) *below {
	b := &below{page: p, middle: container.NewStack(), part: partPreview}
	b.choice = controls.NewChoice(p.keys(), b.choose)
	b.line = container.NewHBox(b.choice.Object(), p.preview.filters)
	b.object = container.NewBorder(sideways(b.line), nil, nil, nil, b.middle)
	b.show()
	return b
}

// show names the parts with what is in them.
func (b *below) show() {
	p, t := b.page, b.page.kit.T
	b.choice.Set([]controls.Option{
		{Key: partQuestions, Label: t("importing.part_questions", "count", p.questions.open())},
		{Key: partPreview, Label: t("importing.part_preview", "count", len(p.lines))},
		{Key: partLeft, Label: t("importing.part_left", "count", p.left.count())},
	}, b.part)
	part := map[string]fyne.CanvasObject{partQuestions: p.questions.object, partPreview: p.preview.object, partLeft: p.left.object}[b.part]
	if len(b.middle.Objects) != 1 || b.middle.Objects[0] != part {
		b.middle.Objects = []fyne.CanvasObject{part}
		b.middle.Refresh()
	}
	p.preview.filters.Hidden = b.part != partPreview
	p.preview.filters.Refresh()
	b.line.Refresh()
}

// choose shows a part.
func (b *below) choose(part string) {
	b.part = part
	b.show()
}

func (b *below) chosen() string { return b.part }

// focus puts the keyboard into the part that is shown.
func (b *below) focus() {
	p := b.page
	f := map[string]fyne.Focusable{partQuestions: p.questions.focusable(), partPreview: p.preview.grid, partLeft: p.left.table.Focusable()}[b.part]
	if f == nil || p.failed != nil {
		p.foot.focus()
		return
	}
	p.kit.Window.Canvas().Focus(f)
}
