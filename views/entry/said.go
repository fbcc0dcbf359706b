package entry

import (
	"errors"
	"strings"

	"yueping/models"
	"yueping/models/number"
	"yueping/views/grid"
)

// selected shows the selection's figures in the status bar and the active cell's story beside it.
func (s *Screen) selected(r grid.Range) {
	s.kit.Selected(s.sums(r))
	row, col := s.grid.Cursor()
	if row >= len(s.source.units) || col >= len(s.source.columns) {
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
	ind := s.source.columns[e.Col].indicator
	switch {
	case s.source.month.Locked():
		s.kit.Tell(s.kit.T("dialog.failed"), s.kit.T("entry.locked"))
	case ind.Derived():
		s.kit.Say(s.kit.T("entry.is_derived", "indicator", ind.Name))
	default:
		s.kit.Say(s.kit.T("entry.not_kept", "indicator", ind.Name, "unit", s.source.name(s.source.units[e.Row])))
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
	places := 0
	for row := r.Top; row <= r.Bottom && row < len(s.source.units); row++ {
		for col := r.Left; col <= r.Right && col < len(s.source.columns); col++ {
			if n, ok := s.source.number(row, col); ok {
				numbers = append(numbers, n)
				places = max(places, s.source.columns[col].indicator.Decimals)
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

// number is a cell's value as it is shown: of a rate the per cent.
func (s *source) number(row, col int) (number.Number, bool) {
	ind, u := s.columns[col].indicator, s.units[row]
	v := s.month.Table.Value(ind.Key, u.Key)
	n, is := v.Number, v.State == models.IsNumber
	place := s.month.Place(ind.Key, u.Key)
	_, draft := s.month.Drafts[place]
	if e, just := s.typed[place]; just {
		n, is, draft = e.Cell.Value, e.Cell.State == models.IsNumber, e.Draft != ""
	}
	if !is || draft || !s.month.Table.Roster.Covers(ind, u.Key) {
		return number.Number{}, false
	}
	if ind.Percent {
		hundredfold, err := n.Shift(2)
		return hundredfold, err == nil
	}
	return n, true
}

// replace takes in another source's content without becoming another source.
func (s *source) replace(next *source) { *s = *next }
