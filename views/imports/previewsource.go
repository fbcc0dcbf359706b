package imports

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"yueping/app"
	"yueping/models"
	"yueping/views/grid"
)

// previewSource shows lines in a grid: of each value what is stored and what would take its place.
type previewSource struct {
	page       *page
	lines      []*line
	indicators []*models.Indicator
	columns    []grid.Column
	days       bool
}

func newPreviewSource(p *page, filter string) *previewSource {
	s := &previewSource{page: p, indicators: indicatorsOf(p.place.Program, p.lines)}
	for _, l := range p.lines {
		s.days = s.days || l.day != 0
		if l.is(filter) {
			s.lines = append(s.lines, l)
		}
	}
	for _, ind := range s.indicators {
		s.columns = append(s.columns, grid.Column{Key: ind.Key, Title: ind.Name, Sample: s.sample(ind), ReadOnly: true, Align: fyne.TextAlignTrailing})
	}
	return s
}

const shortName = 6 // in characters

func measured(text string) float32 {
	return fyne.MeasureText(text, theme.TextSize(), fyne.TextStyle{}).Width
}

// sample is the widest cell of an indicator, of the first lines.
func (s *previewSource) sample(ind *models.Indicator) string {
	widest := ""
	for _, l := range s.lines[:min(len(s.lines), 200)] {
		if text := s.cell(l, ind).Text; len(text) > len(widest) {
			widest = text
		}
	}
	if r := []rune(widest); len(r) > 2*sampleRunes {
		widest = string(r[:2*sampleRunes])
	}
	// A short name like PM2.5 stays on one line.
	if len([]rune(ind.Name)) <= shortName && measured(ind.Name) > measured(widest) {
		return ind.Name
	}
	return widest
}

// Rows is how many lines there are.
func (s *previewSource) Rows() int { return len(s.lines) }

// Columns are the indicators.
func (s *previewSource) Columns() []grid.Column { return s.columns }

// HeaderColumns are the switch, what the line is, and whose it is.
func (s *previewSource) HeaderColumns() []grid.Column {
	t := s.page.kit.T
	columns := []grid.Column{{Key: "on", Title: t("importing.column_on"), Sample: t("importing.on")}, {Key: "word", Title: t("importing.column_word"), Sample: t("importing.word.conflict")},
		{Key: "unit", Title: t("importing.column_unit"), Width: 190}, {Key: "county", Title: t("importing.column_county"), Width: 96}}
	if s.days {
		columns = append(columns, grid.Column{Key: "day", Title: t("importing.column_day"), Sample: "31", Align: fyne.TextAlignTrailing})
	}
	return columns
}

// RowHeader is what HeaderColumns says.
func (s *previewSource) RowHeader(row int) []string {
	l, t := s.lines[row], s.page.kit.T
	on := "importing.off"
	if s.page.on(l) {
		on = "importing.on"
	}
	texts := []string{t(on), t("importing.word." + l.word()), l.unit, l.county}
	if s.days {
		day := ""
		if l.day != 0 {
			day = strconv.Itoa(l.day)
		}
		texts = append(texts, day)
	}
	return texts
}

// Cell is what would become of a value.
func (s *previewSource) Cell(row, col int) grid.Cell {
	l := s.lines[row]
	c := s.cell(l, s.indicators[col])
	c.ReadOnly = true
	c.Dim = c.Dim || (!s.page.on(l) && c.Mark != grid.MarkError)
	return c
}

func (s *previewSource) cell(l *line, ind *models.Indicator) grid.Cell {
	p := s.page
	if r := l.cells[ind.Key]; r != nil {
		return grid.Cell{Text: r.Found, Mark: grid.MarkError, Note: p.refusalWords(*r)}
	}
	v := l.values[ind.Key]
	switch {
	case v == nil:
		return grid.Cell{}
	case conflicts(v):
		return grid.Cell{Text: p.becomes(v), Mark: grid.MarkWarning, Note: p.conflictWords(v)}
	case v.Change == app.ImportChanged:
		return grid.Cell{Text: p.becomes(v), Mark: grid.MarkChanged}
	}
	return grid.Cell{Text: p.shown(v, false), Dim: v.Change == app.ImportUnchanged}
}

// Edit refuses: values are read here.
func (s *previewSource) Edit(grid.EditKind, []grid.Edit) error { return grid.ErrReadOnly }

// becomes is what is stored and what would take its place.
func (p *page) becomes(v *app.ImportValue) string {
	old := p.shown(v, true)
	if v.Draft != "" {
		old = v.Draft
	}
	return p.kit.T("importing.becomes", "old", old, "new", p.shown(v, false))
}

// shown is a value, or what is stored in its place, as clerks write it.
func (p *page) shown(v *app.ImportValue, old bool) string {
	c := v.Cell
	if old {
		c = v.Old
	}
	if c.State == models.IsNumber {
		return v.Indicator.Shown(c.Value)
	}
	return app.StateWord(p.kit.Text, c.State)
}
