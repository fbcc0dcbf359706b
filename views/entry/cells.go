package entry

import (
	"yueping/app"
	"yueping/models"
	"yueping/views/grid"
	"yueping/views/kit"
)

// Cell gives a cell's text: the draft where there is one, else the value.
func (s *source) Cell(row, col int) grid.Cell {
	u, ind := s.units[row], s.columns[col].indicator
	if !s.month.Table.Roster.Covers(ind, u.Key) {
		return grid.Cell{ReadOnly: true, Dim: true}
	}
	place := s.month.Place(ind.Key, u.Key)
	value := s.month.Table.Value(ind.Key, u.Key)
	content, draft := models.Cell{State: value.State, Value: value.Number}, s.month.Drafts[place].Text
	if e, just := s.typed[place]; just {
		draft = e.Draft
		if draft == "" {
			content = e.Cell
		}
	}
	if draft != "" {
		return grid.Cell{Text: draft, EditText: draft, Mark: grid.MarkDraft, Note: s.draftWords(ind, draft), ReadOnly: s.month.Locked()}
	}
	c := grid.Cell{Text: s.shown(ind, content), EditText: typed(s.kit, ind, content), Dim: ind.Derived(), ReadOnly: s.month.Locked() || ind.Derived()}
	if f, found := s.findings[place]; found {
		c.Mark, c.Note = grid.MarkError, s.kit.T("entry.error", "message", f.Check.Message)
		if f.Check.Warning {
			c.Mark, c.Note = grid.MarkWarning, s.kit.T("entry.warning", "message", f.Check.Message)
		}
	}
	return c
}

// draftWords says why a typed text is no value.
func (s *source) draftWords(i *models.Indicator, text string) string {
	if _, bad := app.ReadCell(i, text); bad != nil {
		return s.kit.Text.Error(bad)
	}
	return ""
}

// shown writes a cell with all of its indicator's decimals.
func (s *source) shown(i *models.Indicator, c models.Cell) string {
	switch {
	case c.State == models.IsNumber:
		return app.Fixed(i, c.Value)
	case c.State == models.NotReported:
		return ""
	}
	return app.StateWord(s.kit.Text, c.State)
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
