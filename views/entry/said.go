package entry

import (
	"strings"

	"yueping/views/grid"
)

// selected shows the selection's figures in the status bar and the active cell's story beside it.
func (s *Screen) selected(r grid.Range) {
	row, col := s.grid.Cursor()
	s.totals.show()
	words := s.sums(r)
	if words == "" {
		words = s.totals.elsewhere()
	}
	s.kit.Selected(words)
	if row >= s.source.Rows() || col >= len(s.source.Columns()) {
		s.side.clear()
		return
	}
	s.side.show(s.source, row, col)
	if f := s.failedAt(row, col); f != nil {
		s.side.remark(s.whyFailed(f.Edit, f.Err))
	}
}

// overflowed names what of a paste found no cell.
func (s *Screen) overflowed(rows, cols int, texts [][]string) {
	if s.prosing {
		return // its lines are no rows
	}
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
