package ranking

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"yueping/models/air"
	"yueping/views/chart"
	"yueping/views/controls"
	"yueping/views/kit"
)

// panel tells of the chosen unit: its index and what it is made of, its days, its past.
type panel struct {
	kit           *kit.Kit
	title, line   *widget.Label
	closing       *controls.Button
	bars          *chart.StackedBars
	parts         *partsTable
	calendar      *chart.Calendar
	noDays        *widget.Label
	trend         *chart.Line
	trendTitle    *widget.Label
	index, days   *fyne.Container
	past, content *fyne.Container
	object        *fyne.Container
}

func newPanel(k *kit.Kit, closed func()) *panel {
	p := &panel{kit: k, title: kit.Heading(""), line: kit.Wrapped(""), bars: chart.NewStackedBars(), parts: newPartsTable(k),
		calendar: chart.NewCalendar(), noDays: kit.Wrapped(""), trend: chart.NewLine(), trendTitle: bold("")}
	p.title.Truncation = fyne.TextTruncateEllipsis
	p.closing = k.Button(k.T("dialog.close"), theme.CancelIcon(), closed)
	p.closing.Importance = widget.LowImportance
	p.index = container.NewVBox(bold(k.T("ranking.index_parts")), p.bars, p.parts.object)
	p.days = container.NewVBox(bold(k.T("ranking.days")), p.calendar, p.noDays)
	p.past = container.NewVBox(p.trendTitle, container.New(highAtLeast{trendHigh}, p.trend))
	p.content = container.NewVBox(p.line, p.index, p.days, p.past)
	scroll := container.NewScroll(p.content)
	p.calendar.Keys = k.Keys()
	p.calendar.OnFocus = func() { scroll.ScrollToOffset(p.days.Position()) }
	head := container.NewBorder(nil, nil, nil, p.closing, p.title)
	p.object = container.NewStack(kit.NewGround(theme.ColorNameBackground), container.New(layout.NewCustomPaddedLayout(0, 0, 6, 0),
		container.NewBorder(head, nil, nil, nil, scroll)))
	return p
}

// trendHigh is the least height of the line.
const trendHigh = 116

func bold(words string) *widget.Label {
	return widget.NewLabelWithStyle(words, fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
}

// show tells of a unit.
func (p *panel) show(d *detail) {
	title := d.title
	if d.lone() {
		title = p.kit.T("ranking.trend_of", "unit", d.title, "figure", d.figure)
	}
	p.title.SetText(title)
	p.line.SetText(d.line)
	see(p.line, !d.lone())
	see(p.index, len(d.bars) > 0)
	if len(d.bars) > 0 {
		p.bars.Set(chart.Bars{Legend: names(p.kit, d.legend.pollutants), Rows: d.bars})
		p.parts.show(d)
	}
	see(p.days, d.days != nil || d.noDays)
	see(p.calendar, d.days != nil)
	see(p.noDays, d.noDays)
	if d.days != nil {
		p.calendar.Set(*d.days)
	}
	p.noDays.SetText(p.kit.T("ranking.no_days"))
	see(p.past, d.trend != nil)
	if d.trend != nil {
		see(p.trendTitle, !d.lone())
		p.trendTitle.SetText(p.kit.T("ranking.trend", "figure", d.figure))
		p.trend.Set(*d.trend)
	}
	p.content.Refresh()
}

// names are those of the legend.
func names(k *kit.Kit, pollutants []air.Pollutant) []string {
	list := make([]string, len(pollutants))
	for i, p := range pollutants {
		list[i] = p.Name()
	}
	return list
}

// highAtLeast gives an object a height of at least so much.
type highAtLeast struct{ height float32 }

// Layout gives the object all the room.
func (highAtLeast) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.NewPos(0, 0))
		o.Resize(size)
	}
}

// MinSize is the object's, high enough.
func (h highAtLeast) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(0, h.height)
	for _, o := range objects {
		size = size.Max(o.MinSize())
	}
	return size
}
