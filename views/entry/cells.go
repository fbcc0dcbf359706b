package entry

import (
	"yueping/app"
	"yueping/models"
	"yueping/models/number"
	"yueping/views/grid"
	"yueping/views/kit"
)

// Cell gives a cell's text: the draft where there is one, else the value.
func (s *source) Cell(row, col int) grid.Cell {
	p, isSpot := s.spot(row, col)
	if !isSpot {
		return s.figure(row, col).cell
	}
	if !s.kept(p) {
		return grid.Cell{ReadOnly: true, Dim: true}
	}
	content, draft := s.content(p)
	if draft != "" {
		return grid.Cell{Text: draft, EditText: draft, Mark: grid.MarkDraft, Note: joined(s.draftWords(p.indicator, draft), s.aboutWords(p)),
			ReadOnly: s.month.Locked()}
	}
	c := grid.Cell{Text: s.shown(p.indicator, content), EditText: typed(s.kit, p.indicator, content),
		Dim: p.indicator.Derived(), ReadOnly: s.month.Locked() || p.indicator.Derived()}
	c.Mark, c.Note = s.sign(p, c.Text != "")
	return c
}

// number is a cell's value as it is shown: of a rate the per cent; with its decimals.
func (s *source) number(row, col int) (n number.Number, places int, ok bool) {
	p, isSpot := s.spot(row, col)
	if !isSpot {
		f := s.figure(row, col)
		return f.value, f.places, f.number
	}
	content, draft := s.content(p)
	if content.State != models.IsNumber || draft != "" || !s.kept(p) {
		return number.Number{}, 0, false
	}
	if p.indicator.Percent {
		hundredfold, err := content.Value.Shift(2)
		return hundredfold, p.indicator.Decimals, err == nil
	}
	return content.Value, p.indicator.Decimals, true
}

// draftWords says why a typed text is no value.
func (s *source) draftWords(i *models.Indicator, text string) string {
	if _, bad := app.ReadCell(i, text); bad != nil {
		return s.kit.Text.Error(bad)
	}
	return ""
}

// shown writes a cell with all of its indicator's decimals.
func (s *source) shown(i *models.Indicator, c models.Cell) string { return shown(s.kit, i, c) }

func shown(k *kit.Kit, i *models.Indicator, c models.Cell) string {
	switch {
	case c.State == models.IsNumber:
		return app.Fixed(i, c.Value)
	case c.State == models.NotReported:
		return ""
	}
	return app.StateWord(k.Text, c.State)
}

// typed writes a cell as one would type it.
func typed(k *kit.Kit, i *models.Indicator, c models.Cell) string {
	switch {
	case c.State == models.NotReported:
		return ""
	case c.State != models.IsNumber:
		// What can be read back, whatever the window's language.
		return k.T("typed." + string(c.State))
	case i.Percent:
		if n, err := c.Value.Shift(2); err == nil {
			return n.String()
		}
	}
	return c.Value.String()
}
