package schemes

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"yueping/views/controls"
	"yueping/views/kit"
)

// lists are the scheme's lists, a card each.
func (f *form) lists() *block {
	return f.block(func(b *block) []fyne.CanvasObject {
		lines := []fyne.CanvasObject{kit.Heading(f.kit.T("schemes.lists"))}
		for i, l := range f.content.lists {
			lines = append(lines, card(f.list(b, i, l)))
		}
		return append(lines, f.add("schemes.list_add", func() {
			l := &listLine{by: byRows, size: "10", worst: true, groups: chosen(f.program, nil)}
			l.name = l.proposal(f.kit.Text)
			f.content.lists = append(f.content.lists, l)
			b.again(true)
		}))
	})
}

func (f *form) list(b *block, i int, l *listLine) fyne.CanvasObject {
	t := f.kit.Text
	name := f.text(&l.name, f.kit.T("schemes.list_name"))
	// A name that says what the list holds follows it.
	change := func(what func()) {
		l.change(t, what)
		name.SetText(l.name)
	}
	side := "best"
	if l.worst {
		side = "worst"
	}
	remove := f.icon(theme.DeleteIcon(), func() {
		f.content.lists = append(f.content.lists[:i:i], f.content.lists[i+1:]...)
		b.again(false)
	})
	first := container.NewBorder(nil, nil, f.pick(84, f.options("schemes.side.", "best", "worst"), side, func(key string) {
		change(func() { l.worst = key == "worst" })
	}), remove, name)
	typed := l.size
	size := f.text(&typed, "")
	size.OnChanged = func(text string) {
		if text != l.size {
			change(func() { l.size = text })
			f.changed()
		}
	}
	second := container.NewHBox(f.pick(112, f.options("schemes.by.", byRows, byLevels, byThreshold, byPercent), l.by, func(key string) {
		if key != l.by {
			change(func() { l.by = key })
			b.again(false)
		}
	}))
	if l.by == byThreshold {
		way := "at_least"
		if l.below {
			way = "at_most"
		}
		second.Add(f.pick(96, f.options("schemes.limit.", "at_least", "at_most"), way, func(key string) {
			change(func() { l.below = key == "at_most" })
		}))
		second.Add(kit.Narrow(96, size))
	} else {
		second.Add(kit.Narrow(72, size))
		second.Add(widget.NewLabel(f.kit.T("schemes.unit." + l.by)))
	}
	if l.by == byRows || l.by == byPercent {
		ties := "keep"
		if l.split {
			ties = "split"
		}
		second.Add(f.pick(210, f.options("schemes.cut.", "keep", "split"), ties, func(key string) { l.split = key == "split" }))
	}
	f.latest = size
	return container.NewVBox(first, second, f.groups(l.groups, f.content.groups, nil))
}

// card frames what belongs together.
func card(o fyne.CanvasObject) fyne.CanvasObject {
	return container.NewStack(kit.NewFrame(false), container.New(layout.NewCustomPaddedLayout(6, 6, 8, 8), o))
}

// grades are the scheme's grades, a card for the groups that share them.
func (f *form) grades() *block {
	return f.block(func(b *block) []fyne.CanvasObject {
		lines := []fyne.CanvasObject{kit.Heading(f.kit.T("schemes.grades"))}
		for i, s := range f.content.grades {
			lines = append(lines, card(f.scale(b, i, s)))
		}
		return append(lines, f.add("schemes.grades_add", func() {
			f.content.grades = append(f.content.grades, &scale{groups: chosen(f.program, nil), bands: []*band{{}}})
			b.again(true)
		}))
	})
}

func (f *form) scale(b *block, i int, s *scale) fyne.CanvasObject {
	box := container.NewVBox(container.NewBorder(nil, nil, nil, container.NewVBox(f.icon(theme.DeleteIcon(), func() {
		f.content.grades = append(f.content.grades[:i:i], f.content.grades[i+1:]...)
		b.again(false)
	})), f.groups(s.groups, f.content.groups, nil)))
	var first *controls.Entry
	for n, line := range s.bands {
		grade := f.text(&line.grade, f.kit.T("schemes.grade"))
		least := f.text(&line.min, "")
		remove := f.icon(theme.DeleteIcon(), func() {
			s.bands = append(s.bands[:n:n], s.bands[n+1:]...)
			b.again(false)
		})
		if len(s.bands) == 1 {
			remove.Disable()
		}
		box.Add(container.NewHBox(kit.Narrow(190, grade), widget.NewLabel(f.kit.T("schemes.grade_from")), kit.Narrow(90, least), remove))
		first = grade
	}
	box.Add(f.add("schemes.band_add", func() {
		s.bands = append(s.bands, &band{})
		b.again(true)
	}))
	f.latest = first
	return box
}
