package entry

import (
	"errors"
	"strings"

	"yueping/models/number"
	"yueping/views/grid"
)

// selected shows the selection's figures in the status bar and the active cell's story beside it.
func (s *Screen) selected(r grid.Range) {
	s.kit.Selected(s.sums(r))
	row, col := s.grid.Cursor()
	if row >= s.source.Rows() || col >= len(s.source.Columns()) {
		s.side.clear()
		return
	}
	s.side.show(s.source, row, col)
}

// editFailed says why nothing was stored.
func (s *Screen) editFailed(e grid.Edit, err error) {
	if !errors.Is(err, grid.ErrReadOnly) {
		s.kit.Fail(err)
		return
	}
	p, isSpot := s.source.spot(e.Row, e.Col)
	switch {
	case !isSpot:
		s.kit.Say(s.kit.T("days.is_figure", "figure", s.source.figure(e.Row, e.Col).title))
	case s.source.month.Locked():
		s.kit.Tell(s.kit.T("dialog.failed"), s.kit.T("entry.locked"))
	case p.indicator.Derived():
		s.kit.Say(s.kit.T("entry.is_derived", "indicator", p.indicator.Name))
	default:
		s.kit.Say(s.kit.T("entry.not_kept", "indicator", p.indicator.Name, "unit", s.source.month.Table.Roster.Name(p.unit.Key)))
	}
}

// overflowed names what of a paste found no cell.
func (s *Screen) overflowed(rows, cols int, texts [][]string) {
	const named = 20
	var lost []string
	for _, line := range texts {
		for _, text := range line {
			if strings.TrimSpace(text) != "" {
				lost = append(lost, text)
			}
		}
	}
	if len(lost) > named {
		lost = append(lost[:named], "…")
	}
	s.kit.Tell(s.kit.T("entry.overflow_title"), s.kit.T("entry.overflow", "rows", rows, "cols", cols, "texts", strings.Join(lost, "、")))
}

// sums are count, sum, mean, least and greatest of the numbers in a selection; "" for a single cell.
func (s *Screen) sums(r grid.Range) string {
	if r.Cells() < 2 {
		return ""
	}
	var numbers []number.Number
	places, cols := 0, len(s.source.Columns())
	for row := r.Top; row <= r.Bottom && row < s.source.Rows(); row++ {
		for col := r.Left; col <= r.Right && col < cols; col++ {
			if n, decimals, ok := s.source.number(row, col); ok {
				numbers = append(numbers, n)
				places = max(places, decimals)
			}
		}
	}
	if len(numbers) == 0 {
		return s.kit.T("entry.selected", "cells", r.Cells())
	}
	sum, least, most := number.Int(0), numbers[0], numbers[0]
	for _, n := range numbers {
		sum = sum.Add(number.Of(n))
		if n.Cmp(least) < 0 {
			least = n
		}
		if n.Cmp(most) > 0 {
			most = n
		}
	}
	total, err1 := sum.Round(places)
	mean, err2 := sum.Quo(number.Int(int64(len(numbers)))).Round(places + 1)
	if err := errors.Join(err1, err2); err != nil {
		return s.kit.T("entry.selected", "cells", r.Cells())
	}
	return s.kit.T("entry.sums", "cells", r.Cells(), "count", len(numbers), "sum", total, "mean", mean, "min", least, "max", most)
}
