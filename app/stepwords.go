package app

import (
	"yueping/app/text"
	"yueping/models"
	"yueping/models/month"
)

// StepWords names a step for the menu: 粘贴 96 格, 录入 东县甲镇“得分”, 导入 a.xlsx 96 格; with its month where
// another one is shown.
func StepWords(t *text.Book, s Step, shown month.Month) string {
	where := t.T("step.cells", "count", s.Cells)
	if s.Cells == 1 {
		where = t.T("step.cell", "unit", FullName(s.Unit, s.County), "indicator", s.Indicator, "day", s.Place.Period.Day)
	}
	words := t.T("step.words", "deed", deedWords(t, s), "where", where)
	if at := s.Place.Period.Month; at != shown {
		words += t.T("step.month", "month", MonthWords(t, at))
	}
	return words
}

// deedWords says what was done to the cells.
func deedWords(t *text.Book, s Step) string {
	switch b := s.Batch; {
	case s.Subject == models.SubjectSource:
		return t.T("step.source")
	case s.Subject == models.SubjectNote:
		return t.T("step.note")
	case b.Source == models.SourceImported && b.File != "":
		return t.T("step.import_file", "file", b.File)
	case b.Source == models.SourceFilled && b.Reason != "":
		return b.Reason // of the days, from which a month was filled
	case s.Cleared:
		return t.T("step.cleared")
	default:
		return t.T("step." + string(b.Source))
	}
}
