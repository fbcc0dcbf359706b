package app

import (
	"context"

	"yueping/app/workbook"
	"yueping/models"
	"yueping/models/air"
	"yueping/models/appraise"
	"yueping/models/number"
)

// daySheet is a row a day of each unit that has values by day, as import reads it back, with the
// day's index behind them where any indicator is a pollutant; false where there are no such values.
func (w *Workspace) daySheet(ctx context.Context, m *Month) (workbook.Sheet, bool, error) {
	t := w.text
	s := w.exportSheet(m, t.T("daily.sheet"))
	s.Frozen = 3
	days, err := w.Days(ctx, m)
	if err != nil {
		return s, false, err
	}
	s.Columns = []workbook.Column{{Title: t.T("daily.date"), Text: true}, {Title: t.T("column.unit"), Text: true}, {Title: t.T("column.county"), Text: true}}
	indexed := false
	for _, ind := range days.Indicators {
		indexed = indexed || air.Pollutant(ind.Key).Known()
		daily := ind.At(m.At.Day(1))
		s.Columns = append(s.Columns, workbook.Column{Title: Heading(ind), Percent: ind.Percent, Decimals: daily.Decimals})
	}
	if indexed {
		s.Columns = append(s.Columns, workbook.Column{Title: t.T("daily.aqi")}, workbook.Column{Title: t.T("daily.primary"), Text: true}, workbook.Column{Title: t.T("daily.level"), Text: true})
	}
	s.Landscape = len(s.Columns) > manyColumns
	for _, u := range days.Units {
		for day := 1; day <= m.At.Days() && days.Has(u.Key); day++ {
			row, any := w.dayRow(m, days, u, day)
			if !any {
				continue
			}
			if indexed {
				index, err := w.dayIndex(days, u, day)
				if err != nil {
					return s, false, err
				}
				row = append(row, index...)
			}
			s.Rows = append(s.Rows, row)
		}
	}
	return s, len(s.Rows) > 0, nil
}

// dayRow is the values of a unit's day; false where nothing is reported.
func (w *Workspace) dayRow(m *Month, days *appraise.DayTable, u *models.Unit, day int) ([]workbook.Cell, bool) {
	row := []workbook.Cell{workbook.Words(m.At.Day(day).String()), workbook.Words(m.Table.Roster.Name(u.Key)), workbook.Words(m.Table.Roster.County(u.Key))}
	any := false
	for _, ind := range days.Indicators {
		v := days.Value(day, ind.Key, u.Key)
		cell := workbook.Cell{}
		switch v.State {
		case models.IsNumber:
			cell = workbook.Figure(v.Value)
		case models.NotReported:
		default:
			cell = workbook.Words(StateWord(w.text, v.State))
		}
		any = any || v.State != models.NotReported
		row = append(row, cell)
	}
	return row, any
}

// dayIndex is the AQI of a unit's day, its primary pollutants and its level.
func (w *Workspace) dayIndex(days *appraise.DayTable, u *models.Unit, day int) ([]workbook.Cell, error) {
	index, measured, err := days.Day(day, u.Key)
	switch {
	case err != nil:
		return nil, err
	case !measured:
		return make([]workbook.Cell, 3), nil
	case index.NA:
		return []workbook.Cell{workbook.Words(w.text.T("level.na")), {}, {}}, nil
	}
	return []workbook.Cell{workbook.Figure(number.FromInt(int64(index.AQI))), workbook.Words(PollutantWords(w.text, index.Primary)), workbook.Words(LevelWord(w.text, index.Level))}, nil
}
