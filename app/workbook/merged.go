package workbook

import (
	"github.com/xuri/excelize/v2"

	"yueping/models/fault"
)

// merged tells the cells of merged rows of one column what stands at their top: Excel keeps a value
// only there. Cells merged across columns are titles, which belong to nothing beneath.
func merged(f *excelize.File, s *ReadSheet) error {
	areas, err := f.GetMergeCells(s.Name)
	if err != nil {
		return fault.Wrap(err, "workbook.damaged_sheet", "sheet", s.Name)
	}
	for _, area := range areas {
		left, top, bad := excelize.CellNameToCoordinates(area.GetStartAxis())
		right, bottom, worse := excelize.CellNameToCoordinates(area.GetEndAxis())
		if bad != nil || worse != nil || left != right || top > len(s.Rows) || left > len(s.Rows[top-1]) {
			continue
		}
		first := &s.Rows[top-1][left-1]
		for row := top + 1; row <= min(bottom, len(s.Rows)); row++ {
			if cells := s.Rows[row-1]; left <= len(cells) {
				cells[left-1].Merged = first
			}
		}
	}
	return nil
}
