package workbook

import "yueping/models/fault"

// spread gives the cells under a merge of rows in one column what stands at its top: Excel keeps a
// value only there. Rows that end before it get their cells, left of which there may still be so many.
// Cells merged across columns are titles, which belong to nothing beneath.
func (s *ReadSheet) spread(left *int) error {
	seen := maxCells // areas that lie over each other could go on without end
	for _, a := range s.Merges {
		if a.Left != a.Right || a.Top > len(s.Rows) || a.Left > len(s.Rows[a.Top-1]) {
			continue
		}
		first := &s.Rows[a.Top-1][a.Left-1]
		for row := a.Top + 1; row <= min(a.Bottom, len(s.Rows)); row++ {
			cells := s.Rows[row-1]
			missing := max(a.Left-len(cells), 0)
			*left -= missing
			if seen--; seen < 0 || *left < 0 {
				return fault.New("workbook.too_many_cells", "sheet", s.Name, "rows", maxRows, "columns", maxColumns)
			}
			for range missing {
				cells = append(cells, ReadCell{Column: int32(len(cells) + 1), Row: int32(row)})
			}
			cells[a.Left-1].Merged = first
			s.Rows[row-1] = cells
		}
	}
	return nil
}
