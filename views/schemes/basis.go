package schemes

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"yueping/models"
	"yueping/views/controls"
)

// basis is what is ranked by: indicators in their order, or the sum of the ranks of other schemes.
func (f *form) basis() *block {
	return f.block(func(b *block) []fyne.CanvasObject {
		kind := "keys"
		if f.content.sum {
			kind = "sum"
		}
		lines := []fyne.CanvasObject{row(f.kit.T("schemes.basis"), f.pick(0, f.options("schemes.basis.", "keys", "sum"), kind, func(key string) {
			if sum := key == "sum"; sum != f.content.sum {
				f.content.sum = sum
				b.again(false)
			}
		}))}
		if f.content.sum {
			return append(lines, row("", f.sumOf()))
		}
		for i, k := range f.content.keys {
			lines = append(lines, row(f.kit.T("schemes.key", "number", i+1), f.keyLine(b, i, k)))
		}
		lines = append(lines, row("", f.add("schemes.key_add", func() {
			f.content.keys = append(f.content.keys, &keyLine{descending: true})
			b.again(false)
		})), f.tied(), f.period(b))
		return lines
	})
}

func (f *form) keyLine(b *block, i int, k *keyLine) fyne.CanvasObject {
	direction := "ascending"
	if k.descending {
		direction = "descending"
	}
	keys := f.content.keys
	move := func(by int) func() {
		return func() {
			keys[i], keys[i+by] = keys[i+by], keys[i]
			b.again(false)
		}
	}
	up, down := f.icon(theme.MoveUpIcon(), move(-1)), f.icon(theme.MoveDownIcon(), move(1))
	remove := f.icon(theme.DeleteIcon(), func() {
		f.content.keys = append(keys[:i:i], keys[i+1:]...)
		b.again(false)
	})
	for button, off := range map[*controls.Button]bool{up: i == 0, down: i+1 == len(keys), remove: len(keys) == 1} {
		if off {
			button.Disable()
		}
		button.Hidden = len(keys) == 1
	}
	return container.NewBorder(nil, nil, nil, container.NewHBox(
		f.pick(104, f.options("schemes.", "descending", "ascending"), direction, func(key string) { k.descending = key == "descending" }), up, down, remove),
		f.pick(160, f.indicators(k.indicator), k.indicator, func(key string) { k.indicator = key }))
}

// tied is how many keys make a tie; one key leaves nothing to choose.
func (f *form) tied() fyne.CanvasObject {
	n := len(f.content.keys)
	options := []controls.Option{{Key: "0", Label: f.kit.T("schemes.tie_keys.all")}}
	for i := 1; i < n; i++ {
		options = append(options, controls.Option{Key: strconv.Itoa(i), Label: f.kit.T("schemes.tie_keys.some", "count", i)})
	}
	now := f.content.tieKeys
	if now >= n {
		now = 0
	}
	o := row(f.kit.T("schemes.tie_keys"), f.pick(0, options, strconv.Itoa(now), func(key string) {
		if count, err := strconv.Atoi(key); err == nil {
			f.content.tieKeys = count
		}
	}))
	show(o, n > 1)
	return o
}

// period is over which months the values go, and how they become one.
func (f *form) period(b *block) fyne.CanvasObject {
	c := f.content
	periods := []string{models.PeriodMonth, models.PeriodQuarter, models.PeriodYearToDate}
	if c.period == models.PeriodYear {
		periods = append(periods, models.PeriodYear)
	}
	line := container.NewHBox(f.pick(120, f.options("schemes.period.", periods...), c.period, func(key string) {
		if key == c.period {
			return
		}
		c.period = key
		if c.accumulate == "" {
			c.accumulate = models.AccumulateMean
		}
		b.again(false)
	}))
	if c.period != models.PeriodMonth {
		hows := f.options("schemes.accumulate.", models.AccumulateMean, models.AccumulateSum, models.AccumulateRecompute)
		line.Add(f.pick(200, hows, c.accumulate, func(key string) { c.accumulate = key }))
	}
	return row(f.kit.T("schemes.period"), line)
}

// sumOf are the schemes whose ranks can be added up: those that are no sums themselves.
func (f *form) sumOf() fyne.CanvasObject {
	box := container.NewVBox()
	for i := range f.program.Schemes {
		s := &f.program.Schemes[i]
		last := s.Versions.Last()
		if s.Key != f.key && len(last.SumOf) == 0 && (!last.Ended || f.content.sumOf[s.Key]) {
			box.Add(f.check(s.Name, f.content.sumOf[s.Key], func(on bool) { f.content.sumOf[s.Key] = on }))
		}
	}
	if len(box.Objects) == 0 {
		box.Add(caption(f.kit.T("schemes.sum_none")))
	}
	return box
}
