package app

import (
	"yueping/app/text"
	"yueping/models"
	"yueping/models/appraise"
	"yueping/models/number"
)

// figure is a column of an indicator's values, in other decimals than its own where some are given.
func (f *formatter) figure(i *models.Indicator, decimals *int) formatColumn {
	shown := i
	if decimals != nil && *decimals != i.Decimals {
		other := *i
		other.Decimals, shown = *decimals, &other
	}
	return formatColumn{LineupColumn: LineupColumn{Title: Heading(i), Indicator: shown}, cell: func(r formatRow) (formatCell, error) {
		value := f.value(i, r)
		if shown != i {
			var err error
			if value, err = inDecimals(shown, value); err != nil {
				return formatCell{}, err
			}
		}
		cell := formatCell{LineupCell: figureCell(f.text, shown, value)}
		if f.terms.Plain && cell.Number != nil {
			cell.Text = shown.Shown(*cell.Number)
		}
		return cell, nil
	}}
}

// value is what a unit has of an indicator of the program, or of a column's formula.
func (f *formatter) value(i *models.Indicator, r formatRow) appraise.Value {
	if i.Program == f.c.Month.Program.Key && f.c.Month.Program.Indicator(i.Key) == nil && i.Key != appraise.SumOfRanksKey {
		return f.table.Value(i.Key, r.row.Unit.Key)
	}
	return rankedValue(f.c.Month, f.c.Ranking, r.row, i)
}

// moves are the columns of a comparison: a second one where the earlier month was recalculated. Without an
// earlier month there is one that stays empty.
func (f *formatter) moves(against *Comparison, title string) []formatColumn {
	words := func(t *text.Book, m appraise.Movement) string {
		if f.index != nil && f.index.Itself {
			return IndexMovementWords(t, f.c.Ranking.Keys[0], m)
		}
		return MovementWords(t, f.c.Ranking.Keys[0], m)
	}
	columns := []formatColumn{f.movement(against.moves(), title, words)}
	if against.Rebased() {
		columns = append(columns, f.movement(against.Based, BasedTitle(f.text, f.c, against), words))
	}
	return columns
}

// moves are a comparison's by unit, none where there is no comparison.
func (against *Comparison) moves() map[string]appraise.Movement {
	if against == nil {
		return nil
	}
	return against.Moves
}

// movement is a column of changes, ordered by the ranks that were gained.
func (f *formatter) movement(moves map[string]appraise.Movement, title string, words func(*text.Book, appraise.Movement) string) formatColumn {
	return formatColumn{LineupColumn: LineupColumn{Title: title, Words: true, Compares: true}, cell: func(r formatRow) (formatCell, error) {
		m, known := moves[r.row.Unit.Key]
		if !known {
			return formatCell{}, nil
		}
		var gained *number.Number
		if !m.New {
			gained = whole(m.Ranks)
		}
		return orderedCell(words(f.text, m), gained), nil
	}}
}

// onBasis is the column of the ranking on one basis, empty where there is no such.
func (f *formatter) onBasis() []formatColumn {
	words := map[string]string{}
	if f.c.OnBasis != nil {
		words = OnBasisWords(f.text, f.c.OnBasis)
	}
	return []formatColumn{{LineupColumn: LineupColumn{Title: f.text.T("column.on_basis"), Words: true, Compares: true},
		cell: func(r formatRow) (formatCell, error) { return wordsCell(words[r.row.Unit.Key]), nil }}}
}
