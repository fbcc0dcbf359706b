package entry

import (
	"errors"

	"yueping/models/number"
	"yueping/views/grid"
)

// meanMore is how many decimals a mean may have beyond those of its values before it is cut.
const meanMore = 2

// sums are count, sum, mean, least and greatest of the numbers in a selection, all exact; "" for a
// single cell.
func (s *Screen) sums(r grid.Range) string {
	if r.Cells() < 2 {
		return ""
	}
	numbers, places := s.numbers(r)
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
	total, err1 := sum.Exact()
	mean, err2 := meanWords(sum.Quo(number.Int(int64(len(numbers)))), places)
	if err := errors.Join(err1, err2); err != nil {
		return s.kit.T("entry.selected", "cells", r.Cells())
	}
	return s.kit.T("entry.sums", "cells", r.Cells(), "count", len(numbers), "sum", total, "mean", mean, "min", least, "max", most)
}

// numbers are those of a range on the screen, and how many decimals they have at most. Texts that are no
// values, or could not be stored, are none of them.
func (s *Screen) numbers(r grid.Range) (numbers []number.Number, places int) {
	rows, cols := s.source.Rows(), len(s.source.Columns())
	failed := map[[2]int]bool{}
	for _, f := range s.grid.FailedEdits() {
		failed[[2]int{f.Row, f.Col}] = true
	}
	for y := r.Top; y <= r.Bottom; y++ {
		for x := r.Left; x <= r.Right; x++ {
			row, col := s.grid.SourceRow(y), s.grid.SourceColumn(x)
			if row < 0 || col < 0 || row >= rows || col >= cols || failed[[2]int{row, col}] {
				continue
			}
			if n, decimals, ok := s.source.number(row, col); ok {
				numbers = append(numbers, n)
				places = max(places, decimals)
			}
		}
	}
	return numbers, places
}

// meanWords writes a mean whole where it is a short decimal; else it is cut, which … says.
func meanWords(mean number.Ratio, places int) (string, error) {
	if n, err := mean.Exact(); err == nil && n.Places() <= places+meanMore {
		return n.String(), nil
	}
	// Towards 0: Ceil of a negative.
	negative := mean.Sign() < 0
	if !negative {
		mean = mean.Neg()
	}
	n, err := mean.Ceil(places + meanMore)
	if err != nil {
		return "", err
	}
	words := n.Fixed(places + meanMore)
	if !negative && words[0] == '-' {
		words = words[1:]
	}
	return words + "…", nil
}
