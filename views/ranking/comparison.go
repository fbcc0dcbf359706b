package ranking

import (
	"yueping/app"
	"yueping/models/appraise"
	"yueping/views/table"
)

// comparison is a column that compares with an earlier month.
type comparison struct {
	title string
	width float32
	cell  func(unit string) table.Cell
}

// compare collects the columns that there is something to compare for: as published, and recalculated
// where the months cannot be compared as they are.
func (s *sheet) compare() {
	if s.data.OnBasis != nil {
		words := app.OnBasisWords(s.text, s.data.OnBasis)
		s.comparisons = append(s.comparisons, comparison{s.text.T("column.on_basis"), 130,
			func(unit string) table.Cell { return table.Cell{Text: words[unit]} }})
	}
	s.against(s.data.LastMonth, s.text.T("column.last_month"))
	s.against(s.data.LastYear, s.text.T("column.last_year"))
}

func (s *sheet) against(c *app.Comparison, title string) {
	if c == nil {
		return
	}
	if c.Break.Any() {
		title += broken
	}
	s.moves(title, c.Moves)
	if c.Rebased() {
		s.moves(app.BasedTitle(s.text, s.data.Compared, c), c.Based)
	}
}

func (s *sheet) moves(title string, moves map[string]appraise.Movement) {
	width := float32(64)
	if s.data.index != nil && s.data.index.Itself {
		width = 120 // the change in per cent beside that of the rank
	}
	s.comparisons = append(s.comparisons, comparison{title, width, func(unit string) table.Cell { return s.change(moves[unit]) }})
}

// change says how a unit's rank has changed, and for an index by how much per cent that did.
func (s *sheet) change(m appraise.Movement) table.Cell {
	words := app.RanksWords(s.text, m)
	if s.data.index != nil && s.data.index.Itself {
		if change := app.ChangeWords(m); change != "" {
			words += "　" + change
		}
	}
	switch {
	case m.New || m.Ranks == 0:
		return table.Cell{Text: words, Tone: table.Dim}
	case m.Ranks > 0:
		return table.Cell{Text: words, Sign: table.Up, Tone: table.Good}
	}
	return table.Cell{Text: words, Sign: table.Down, Tone: table.Bad}
}
