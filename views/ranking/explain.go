package ranking

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"yueping/app"
	"yueping/views/chart"
	"yueping/views/kit"
)

// explanation stands above the table: the pollutants' colours, and why months cannot be compared as they are.
type explanation struct {
	kit    *kit.Kit
	legend *chart.StackedBars
	words  *widget.Label
	scroll *container.Scroll
	object *fyne.Container
}

// linesAtMost is how many lines of words are in sight at once; the others scroll.
const linesAtMost = 3

func newExplanation(k *kit.Kit) *explanation {
	e := &explanation{kit: k, legend: chart.NewStackedBars(), words: kit.Wrapped("")}
	e.scroll = container.NewVScroll(e.words)
	e.object = container.NewVBox(e.scroll, e.legend)
	return e
}

// show explains a ranking in a window of some width.
func (e *explanation) show(d data, width float32) {
	words := breaks(e.kit, d)
	e.words.SetText(strings.Join(words, "\n"))
	needed := 0
	for _, w := range words {
		needed += int(fyne.MeasureText(w, theme.TextSize(), fyne.TextStyle{}).Width/max(200, width-60)) + 1
	}
	e.scroll.SetMinSize(fyne.NewSize(0, lines(min(needed, linesAtMost))))
	e.scroll.ScrollToTop()
	see(e.scroll, len(words) > 0)
	if d.index.Mixed() {
		e.legend.Resize(fyne.NewSize(width, e.legend.Size().Height)) // its lines are counted for a width
		e.legend.Set(chart.Bars{Legend: names(e.kit, d.index.Pollutants)})
	}
	see(e.legend, d.index.Mixed())
	see(e.object, e.scroll.Visible() || e.legend.Visible())
}

// see shows an object, or hides it.
func see(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}

// hide takes all away.
func (e *explanation) hide() { e.object.Hide() }

// breaks are the sentences on months that cannot be compared as they are.
func breaks(k *kit.Kit, d data) []string {
	var words []string
	for _, w := range []string{app.InsideWords(k.Text, d.Compared), app.BreakWords(k.Text, d.Compared, d.LastMonth), app.BreakWords(k.Text, d.Compared, d.LastYear)} {
		if w != "" {
			words = append(words, strings.TrimSpace(broken)+w)
		}
	}
	return words
}
