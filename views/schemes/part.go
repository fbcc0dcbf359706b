package schemes

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"yueping/models"
	"yueping/views/controls"
	"yueping/views/kit"
)

// part is a part of 设置: what a program has of one kind, a card each, with a button for a new one.
type part struct {
	opener
	words   string // begins the keys of its messages: .new, .hint, .title, .none
	heading *widget.Label
	add     *controls.Button
	lines   *fyne.Container
	box     *fyne.Container
}

// build makes the part; it is hidden until a program is shown.
func (p *part) build(k *kit.Kit, words string, create func()) {
	p.kit, p.words, p.heading, p.lines = k, words, kit.Heading(""), container.NewVBox()
	p.add = k.Button(k.T(words+".new"), theme.ContentAddIcon(), create)
	p.box = container.NewVBox(container.NewHBox(p.heading, p.add), p.lines, caption(k.T(words+".hint")))
	p.box.Hide()
}

// Object is what stands in the window.
func (p *part) Object() fyne.CanvasObject { return p.box }

// show lists so many cards of a place's program; without a program there is nothing.
func (p *part) show(place kit.Place, count func(*models.Program) int, card func(i int) fyne.CanvasObject) {
	p.place = place
	if place.Program == nil {
		p.box.Hide()
		return
	}
	p.heading.SetText(p.kit.T(p.words+".title", "program", place.Program.Name))
	p.lines.Objects = nil
	n := count(place.Program)
	for i := range n {
		p.lines.Add(card(i))
	}
	if n == 0 {
		p.lines.Add(widget.NewLabel(p.kit.T(p.words + ".none")))
	}
	p.box.Show()
	p.box.Refresh()
}

// stored says a sentence and reads the program again.
func (p *part) stored(sentence string, then func(kit.Place)) {
	p.kit.Say(sentence)
	kit.Background(p.kit, func(ctx context.Context) (*models.Program, error) {
		return p.kit.Workspace.Program(ctx, p.place.Program.Key)
	}, func(program *models.Program) {
		p.place.Program = program
		then(p.place)
	})
}
