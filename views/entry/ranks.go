package entry

import (
	"strconv"

	"fyne.io/fyne/v2"

	"yueping/app"
	"yueping/views/grid"
)

// ranks are those of the program's own scheme, by unit. A scheme that cannot rank yet gives none: the
// column stays empty while values come in.
func ranks(m *app.Month) map[string]int {
	result := map[string]int{}
	r, err := m.Table.Rank("")
	if err != nil {
		return result
	}
	for _, g := range r.Groups {
		for _, row := range g.Rows {
			result[row.Unit.Key] = row.Rank
		}
	}
	return result
}

func (s *monthSheet) rankColumn() grid.Column {
	return grid.Column{Key: rankKey, Title: s.kit.T("entry.rank"), Caption: s.kit.T("entry.derived"),
		Align: fyne.TextAlignTrailing, ReadOnly: true, Sample: "000"}
}

// figure is a unit's rank.
func (s *monthSheet) figure(row, _ int) figure {
	f := figure{title: s.kit.T("entry.rank"), cell: grid.Cell{ReadOnly: true, Dim: true}}
	if rank, ranked := s.ranks[s.units[row].Key]; ranked {
		f.cell.Text = strconv.Itoa(rank)
	}
	return f
}
