package formats

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"yueping/models"
	"yueping/views/controls"
	"yueping/views/kit"
)

// contentWidth is the room for what a column holds.
const contentWidth = 132

// columns are the columns in their order, and one to be added.
func (f fields) columns() []fyne.CanvasObject {
	p := f.page
	p.titles = nil
	var objects []fyne.CanvasObject
	for i := range p.draft.Terms.Columns {
		objects = append(objects, f.column(i)...)
	}
	add := controls.NewSelect(p.keys(), nil, nil)
	add.PlaceHolder = p.kit.T("formats.add")
	offers := p.offers()
	for _, c := range offers {
		add.Options = append(add.Options, p.contentName(c))
	}
	add.OnChanged = func(string) { p.add(offers[add.SelectedIndex()]) }
	if f.off {
		add.Disable()
	}
	return append(objects, kit.Framed(add))
}

// offers are all columns that a program can have: each content once, and each indicator.
func (p *page) offers() []models.FormatColumn {
	var all []models.FormatColumn
	for _, content := range models.Contents() {
		if content != models.ContentIndicator {
			all = append(all, models.FormatColumn{Content: content})
			continue
		}
		for i := range p.place.Program.Indicators {
			if ind := &p.place.Program.Indicators[i]; ind.Holds(p.place.Month) {
				all = append(all, models.FormatColumn{Content: content, Key: ind.Key})
			}
		}
	}
	return all
}

// contentName says what a column holds.
func (p *page) contentName(c models.FormatColumn) string {
	if c.Content == models.ContentIndicator {
		if i := p.place.Program.Indicator(c.Key); i != nil {
			return i.Name
		}
	}
	return p.kit.T("formats.content." + string(c.Content))
}

// column is one column: what it holds, its name, its decimals, and buttons that move it.
func (f fields) column(i int) []fyne.CanvasObject {
	p := f.page
	c := &p.draft.Terms.Columns[i]
	name := widget.NewLabel(strconv.Itoa(i+1) + " " + p.contentName(*c))
	name.Truncation = fyne.TextTruncateEllipsis
	title := f.text(&c.Title, p.kit.T("formats.usual_title"))
	title.OnShortcut = func(s fyne.Shortcut) bool { return p.moving(i, s) }
	p.titles = append(p.titles, title)
	acts := container.NewHBox()
	if c.Content == models.ContentIndicator || c.Content == models.ContentFormula || c.Content == models.ContentFigure {
		acts.Add(f.decimals(c))
	}
	for _, b := range []*controls.Button{p.button("", theme.MoveUpIcon(), func() { p.move(i, i-1) }),
		p.button("", theme.MoveDownIcon(), func() { p.move(i, i+1) }), p.button("", theme.ContentRemoveIcon(), func() { p.drop(i) })} {
		b.Importance = widget.LowImportance
		enable(b, !f.off)
		acts.Add(b)
	}
	line := container.NewBorder(nil, nil, container.NewGridWrap(fyne.NewSize(contentWidth, title.MinSize().Height), name), acts, title)
	if c.Content == models.ContentFormula {
		return []fyne.CanvasObject{line, f.formula(c)}
	}
	return []fyne.CanvasObject{line}
}

// decimals are those that a column shows; nothing leaves them as they are.
func (f fields) decimals(c *models.FormatColumn) fyne.CanvasObject {
	text := ""
	if c.Decimals != nil {
		text = strconv.Itoa(*c.Decimals)
	}
	return kit.Narrow(64, f.entry(text, f.page.kit.T("formats.decimals"), func(text string) {
		c.Decimals = nil
		if text != "" {
			n := int(read(text))
			c.Decimals = &n
		}
	}))
}

// formula is what a column calculates, with the indicators that it can name.
func (f fields) formula(c *models.FormatColumn) fyne.CanvasObject {
	p := f.page
	source := f.text(&c.Formula, p.kit.T("formats.formula_hint"))
	var options []controls.Option
	for i := range p.place.Program.Indicators {
		ind := &p.place.Program.Indicators[i]
		options = append(options, controls.Option{Key: ind.Key, Label: ind.Name})
	}
	insert := f.choice(options, "", func(key string) {
		text, at := []rune(source.Text), source.CursorColumn
		source.CursorColumn = at + len([]rune(key))
		source.SetText(string(slices.Concat(text[:at], []rune(key), text[at:])))
	})
	return f.row("formats.formula", container.NewBorder(nil, nil, nil, container.NewHBox(kit.Narrow(120, insert), f.tick("formats.percent", &c.Percent)), source))
}

// moving moves a column with Alt and the arrows.
func (p *page) moving(i int, s fyne.Shortcut) bool {
	c, ok := s.(*desktop.CustomShortcut)
	if !ok || c.Modifier != fyne.KeyModifierAlt {
		return false
	}
	switch c.KeyName {
	case fyne.KeyUp:
		p.move(i, i-1)
	case fyne.KeyDown:
		p.move(i, i+1)
	default:
		return false
	}
	return true
}
