package notices

import "fyne.io/fyne/v2"

// beside puts the form right of the rules where there is room, and above them where there is not.
type beside struct{ wide bool }

const (
	formWide   = 430
	besideFrom = 900
	besideGap  = 16
)

// Layout places the form and the rules.
func (b *beside) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	form, rules := objects[0], objects[1]
	b.wide = size.Width >= besideFrom
	put := func(o fyne.CanvasObject, x, y, width float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(width, o.MinSize().Height)) // wrapped words know their height for a width
		o.Resize(fyne.NewSize(width, o.MinSize().Height))
	}
	if b.wide {
		put(rules, 0, 0, size.Width-formWide-besideGap)
		put(form, size.Width-formWide, 0, formWide)
		return
	}
	put(form, 0, 0, size.Width)
	put(rules, 0, form.MinSize().Height+besideGap, size.Width)
}

// MinSize is as high as they are as they stand now.
func (b *beside) MinSize(objects []fyne.CanvasObject) fyne.Size {
	form, rules := objects[0].MinSize(), objects[1].MinSize()
	if b.wide {
		return fyne.NewSize(0, max(form.Height, rules.Height))
	}
	return fyne.NewSize(max(form.Width, rules.Width), form.Height+besideGap+rules.Height)
}
