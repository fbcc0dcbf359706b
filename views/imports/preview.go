package imports

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"yueping/app"
	"yueping/views/controls"
	"yueping/views/grid"
	"yueping/views/kit"
)

// detailHigh is the room for what is to be said of a line.
const detailHigh = 56

// preview shows what would change, a line a unit and day, each with its switch.
type preview struct {
	page    *page
	choice  *controls.Choice
	filters *fyne.Container
	grid    *grid.Grid
	source  *previewSource
	detail  *widget.Label
	object  fyne.CanvasObject
	filter  string
}

func newPreview(p *page) *preview {
	v := &preview{page: p, filter: filterAll, detail: kit.Wrapped(""), source: &previewSource{page: p}}
	v.choice = controls.NewChoice(p.keys(), v.sift)
	v.filters = container.NewHBox(widget.NewSeparator(), v.choice.Object())
	v.grid = grid.New(v.source)
	v.grid.TabLeaves = true
	v.grid.Before = v.key
	v.grid.OnClick = v.click
	v.grid.OnSelected = func(grid.Range) { v.tell() }
	scroll := container.NewVScroll(v.detail)
	scroll.SetMinSize(fyne.NewSize(0, detailHigh))
	v.object = container.NewBorder(nil, scroll, nil, nil, v.grid)
	return v
}

// show shows the lines of the filter.
func (v *preview) show() {
	p := v.page
	counts := map[string]int{}
	for _, l := range p.lines {
		for f := range l.has {
			counts[f]++
		}
	}
	var options []controls.Option
	for _, f := range filters {
		options = append(options, controls.Option{Key: f, Label: p.kit.T("importing.filter."+f, "count", counts[f])})
	}
	v.choice.Set(options, v.filter)
	v.source = newPreviewSource(p, v.filter)
	v.grid.SetSource(v.source)
	v.tell()
}

// sift shows the lines of another filter.
func (v *preview) sift(filter string) {
	v.filter = filter
	v.show()
}

// line is the one under the cursor, nil where there is none.
func (v *preview) line() *line {
	if row, _ := v.grid.Cursor(); row >= 0 && row < len(v.source.lines) {
		return v.source.lines[row]
	}
	return nil
}

// tell says what keeps the line under the cursor out, or what it would overwrite, and shows where it
// stands in the sheet.
func (v *preview) tell() {
	p, l := v.page, v.line()
	if l == nil {
		v.detail.SetText("")
		return
	}
	var words []string
	here := l.cells[v.indicator()]
	if here != nil { // the cell under the cursor before the others of its line
		words = append(words, p.refusalWords(*here))
	}
	for _, r := range l.refused {
		if r != here {
			words = append(words, p.refusalWords(*r))
		}
	}
	for _, ind := range v.source.indicators {
		if one := l.values[ind.Key]; one != nil && conflicts(one) {
			words = append(words, p.conflictWords(one))
		}
	}
	if len(words) == 0 {
		words = append(words, p.kit.T("importing.preview_hint"))
	}
	v.detail.SetText(strings.Join(words, "\n"))
	if f := p.kit.Window.Canvas().Focused(); f == fyne.Focusable(v.grid) {
		p.sheet.reveal(l.sheet, l.row, v.column(l))
	}
}

// column is the one of the sheet that the cell under the cursor was read from, 0 where it was none.
func (v *preview) column(l *line) int {
	key, at := v.indicator(), ""
	if r := l.cells[key]; r != nil {
		at = r.At
	} else if one := l.values[key]; one != nil {
		at = one.At
	}
	column, _ := placeOf(at)
	return column
}

// indicator is the key of the one under the cursor, "" for none.
func (v *preview) indicator() string {
	if _, col := v.grid.Cursor(); col >= 0 && col < len(v.source.indicators) {
		return v.source.indicators[col].Key
	}
	return ""
}

// key switches the selected lines with Space, and stores with Enter as the button does.
func (v *preview) key(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeySpace:
		area := v.grid.Selection()
		v.flip(area.Top, area.Bottom)
	case fyne.KeyReturn, fyne.KeyEnter:
		v.page.foot.press()
	default:
		return v.page.gridKey(ev)
	}
	return true
}

// click switches the line whose switch was clicked.
func (v *preview) click(c grid.Click) {
	if c.Part == grid.OnRowHeaders && c.Col == 0 {
		v.flip(c.Row, c.Row)
	}
}

// flip switches lines off, or on where all of them are off. Those with refused cells stay off.
func (v *preview) flip(top, bottom int) {
	p := v.page
	var lines []*line
	for row := max(top, 0); row <= bottom && row < len(v.source.lines); row++ {
		if l := v.source.lines[row]; !l.is(filterRefused) {
			lines = append(lines, l)
		}
	}
	if len(lines) == 0 {
		p.foot.say(p.kit.T("importing.stays_off"))
		return
	}
	off := false
	for _, l := range lines {
		off = off || !p.switched[l.key]
	}
	for _, l := range lines {
		p.switched[l.key] = off
	}
	v.grid.RefreshCells()
	p.foot.show()
}

// refusalWords says where a refused cell stands, what was found there, why it is none, and what to do. What
// the reason says itself is not said twice.
func (p *page) refusalWords(r app.ImportRefusal) string {
	reason, at, found := p.kit.Sentence(r.Reason), p.where(r.Sheet, r.At), r.Found
	if strings.Contains(reason, where(r.Sheet, r.At)) {
		at = ""
	}
	if strings.Contains(reason, found) {
		found = ""
	}
	return p.kit.T("importing.refusal", "at", at, "found", found, "reason", reason, "suggestion", p.kit.Text.Suggestion(r.Reason))
}

// conflictWords says what a value would take the place of.
func (p *page) conflictWords(v *app.ImportValue) string {
	old := p.shown(v, true)
	if v.Draft != "" {
		old = v.Draft
	}
	return p.kit.T("importing.conflict", "indicator", v.Indicator.Name, "old", old, "new", p.shown(v, false), "at", p.where(v.Sheet, v.At))
}
