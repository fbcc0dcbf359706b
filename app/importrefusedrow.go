package app

import (
	"slices"
	"strings"

	"yueping/app/intake"
	"yueping/app/workbook"
	"yueping/models"
)

func copied(row []workbook.ReadCell, width int) []workbook.CopyCell {
	result := make([]workbook.CopyCell, width)
	for i, cell := range row {
		result[i].ReadCell = cell
	}
	return result
}

// explained marks a row's refused cells and says beside it where they stood, why they were refused, and what to do.
func (h *handback) explained(row []workbook.CopyCell, refused []ImportRefusal) []workbook.CopyCell {
	var places, reasons, advice []string
	for _, r := range refused {
		for i := range row {
			if row[i].Name() == r.At {
				row[i].Marked = true
			}
		}
		place, reason, suggestion := h.words(r)
		places, reasons = append(places, place), append(reasons, reason)
		if suggestion != "" {
			advice = append(advice, suggestion)
		}
	}
	for _, lines := range [][]string{places, reasons, advice} {
		cell := workbook.CopyCell{Wide: true}
		cell.Text = strings.Join(slices.Compact(lines), "\n")
		row = append(row, cell)
	}
	return row
}

func (h *handback) words(r ImportRefusal) (place, reason, advice string) {
	place = r.Sheet
	if r.At != "" {
		place += "!" + r.At
	}
	return place, h.workspace.text.Error(r.Reason), h.workspace.text.Suggestion(r.Reason)
}

// units are those of a sheet's rows, where they are known.
func (h *handback) units(sheet string) map[int]*models.Unit {
	units := map[int]*models.Unit{}
	for _, r := range h.of.Refused {
		if r.Sheet == sheet && r.Unit != nil {
			units[r.Row] = r.Unit
		}
	}
	return units
}

// named are the roles of columns that say what a row is about.
var named = []intake.Role{intake.UnitNames, intake.Counties, intake.Dates, intake.Months, intake.IndicatorList}

// complete writes out what a row shares with rows above it that are not handed back: the cells that are merged
// down to it, and its county where that stands only at the top of its block. A value is never written out.
func (h *handback) complete(s *workbook.ReadSheet, layout *intake.SheetLayout, row []workbook.CopyCell, number int, unit *models.Unit) {
	for i := range row {
		column := layout.Column(i + 1)
		if column == nil || !slices.Contains(named, column.Role) || !row[i].Blank() {
			continue
		}
		switch top := row[i].Merged; {
		case top != nil:
			row[i].Text, row[i].Number, row[i].Percent = top.Text, top.Number, top.Percent
		case column.Role == intake.Counties && unit != nil:
			row[i].Text = h.roster.County(unit.Key)
		case column.Role == intake.Counties:
			for n := number - 1; n >= layout.First && n > 0; n-- {
				if above := s.Rows[n-1]; i < len(above) && !above[i].Blank() {
					row[i].Text = above[i].Shown()
					break
				}
			}
		}
	}
}
