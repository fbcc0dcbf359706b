package app

import (
	"cmp"
	"slices"

	"yueping/app/text"
	"yueping/models"
	"yueping/models/appraise"
	"yueping/models/number"
)

// formatGroup is the rows of a ranked group that a format shows.
type formatGroup struct {
	group     *appraise.RankedGroup
	rows      []formatRow
	ranked    int                 // how many the group has
	unjudged  []string            // whose values the filter cannot judge
	excluded  []appraise.Excluded // of the format's groups
	belonging bool                // it has anybody of the format's groups
}

// grouped gives the rows of each group, filtered and cut to those that are shown.
func (f *formatter) grouped() []formatGroup {
	var groups []formatGroup
	for i := range f.c.Ranking.Groups {
		g := &f.c.Ranking.Groups[i]
		result := formatGroup{group: g}
		var rows []formatRow
		for j := range g.Rows {
			row := &g.Rows[j]
			if !f.takes(g, row.Unit) {
				continue
			}
			result.ranked++
			if f.passes(&result, row) {
				rows = append(rows, formatRow{group: g, row: row})
			}
		}
		for _, e := range g.Excluded {
			if f.takes(g, e.Unit) {
				result.excluded = append(result.excluded, e)
			}
		}
		result.rows = f.cut(g, rows)
		result.belonging = result.ranked+len(result.excluded) > 0 || models.In(f.terms.Groups, g.Group.Key)
		if result.belonging {
			groups = append(groups, result)
		}
	}
	return groups
}

// takes reports whether a unit is of the format's groups: those of the ranking, or of the program where the
// ranking is over counties or over all.
func (f *formatter) takes(g *appraise.RankedGroup, u *models.Unit) bool {
	return models.In(f.terms.Groups, g.Group.Key) || models.In(f.terms.Groups, f.c.Month.Table.Roster.Group(u.Key))
}

// passes asks the filter; whom it cannot judge is remembered.
func (f *formatter) passes(g *formatGroup, row *appraise.Row) bool {
	if f.terms.Filter == "" {
		return true
	}
	verdict := f.table.Value(filterKey, row.Unit.Key)
	if verdict.State != models.IsNumber {
		g.unjudged = append(g.unjudged, FullName(row.Name, row.County))
		return false
	}
	return verdict.Number.Sign() > 0
}

// cut gives the rows of a group that a format shows.
func (f *formatter) cut(g *appraise.RankedGroup, rows []formatRow) []formatRow {
	count := len(rows)
	first, last := func() int { return tied(rows, f.terms.Count) }, func() int { return tiedBelow(rows, f.terms.Count) }
	switch f.terms.Rows {
	case models.RowsListed:
		if len(g.Lists) == 0 {
			return rows
		}
		return slices.DeleteFunc(slices.Clone(rows), func(r formatRow) bool { return len(r.row.Lists) == 0 })
	case models.RowsFirst:
		return rows[:first()]
	case models.RowsLast:
		return rows[last():]
	case models.RowsEnds:
		if top, bottom := first(), last(); top < bottom && bottom < count {
			return slices.Concat(rows[:top], rows[bottom:])
		}
	}
	return rows
}

// tied is how many rows the best count are with all that share the last one's rank.
func tied(rows []formatRow, count int) int {
	end := min(count, len(rows))
	for end > 0 && end < len(rows) && rows[end].row.Rank == rows[end-1].row.Rank {
		end++
	}
	return end
}

// tiedBelow is where the last count rows begin, with all that share the first one's rank.
func tiedBelow(rows []formatRow, count int) int {
	start := max(0, len(rows)-count)
	for start > 0 && start < len(rows) && rows[start].row.Rank == rows[start-1].row.Rank {
		start--
	}
	return start
}

// order sorts rows by the format's columns; what ties stands in order of precedence.
func (f *formatter) order(rows []formatRow) {
	if len(f.terms.Sort) == 0 {
		return
	}
	byPinyin := text.ByPinyin()
	slices.SortStableFunc(rows, func(a, b formatRow) int {
		for _, s := range f.terms.Sort {
			column := slices.IndexFunc(f.columns, func(c formatColumn) bool { return c.place == s.Column })
			if column < 0 {
				continue
			}
			if c := compareCells(a.cells[column], b.cells[column], s.Descending, byPinyin); c != 0 {
				return c
			}
		}
		return cmp.Compare(a.row.Unit.Precedence, b.row.Unit.Precedence)
	})
}

// compareCells compares numbers, then words, then blanks; descending turns the order within each.
func compareCells(a, b formatCell, descending bool, byPinyin func(a, b string) int) int {
	if c := cmp.Compare(a.kind(), b.kind()); c != 0 {
		return c
	}
	result := 0
	switch a.kind() {
	case 0:
		result = a.by().Cmp(*b.by())
	case 1:
		result = byPinyin(a.Text, b.Text)
	}
	if descending {
		return -result
	}
	return result
}

// by is the number that a cell is ordered by, nil for none.
func (c formatCell) by() *number.Number {
	if c.Number != nil {
		return c.Number
	}
	return c.order
}

// kind puts numbers before words before blanks.
func (c formatCell) kind() int {
	switch {
	case c.by() != nil:
		return 0
	case c.Text != "":
		return 1
	}
	return 2
}
