package app

import (
	"slices"
	"strings"

	"yueping/app/workbook"
	"yueping/models"
)

// headerFinder knows a header row.
type headerFinder struct {
	program *models.Program
	units   []string // what units were ever called
	daily   bool     // the program has values by day
}

func newHeaderFinder(p *models.Program, register *models.Register) headerFinder {
	f := headerFinder{program: p}
	for i := range p.Indicators {
		f.daily = f.daily || p.Indicators[i].Daily()
	}
	for _, u := range register.Units() {
		for _, s := range u.Spellings() {
			f.units = append(f.units, plain(s))
		}
	}
	return f
}

// is reports whether a row is a header: it begins with 单位; or, for sheets of days, it has a column of
// dates or columns of days, and beside them units or indicators, or beside dates the units themselves.
func (f headerFinder) is(row []workbook.ReadCell) bool {
	if len(row) > 0 && is(row[0].Text, unitHeaders) {
		return true
	}
	if !f.daily {
		return false
	}
	dates, days, units, lists, indicators := 0, 0, 0, 0, 0
	for _, cell := range row {
		_, _, isDay := looksDated(cell)
		switch text := strings.TrimSpace(cell.Shown()); {
		case text == "":
		case is(text, dateHeaders):
			dates++
		case isDay:
			days++
		case is(text, unitHeaders) || is(text, dailyUnitHeaders) || is(text, countyHeaders):
			units++
		case is(text, indicatorHeaders):
			lists++
		case indicatorOf(f.program, text) != nil:
			indicators++
		}
	}
	return (dates > 0 && units+indicators > 0) || (days > 0 && units+lists > 0) || f.across(row)
}

// across reports whether a row heads a table with a row a day and a column a unit.
func (f headerFinder) across(row []workbook.ReadCell) bool {
	if !f.daily || !slices.ContainsFunc(row, func(c workbook.ReadCell) bool { return is(c.Shown(), dateHeaders) }) {
		return false
	}
	dates, named := 0, 0
	for _, cell := range row {
		_, _, isDay := looksDated(cell)
		switch text := strings.TrimSpace(cell.Shown()); {
		case text == "":
		case is(text, dateHeaders):
			dates++
		case isDay || is(text, unitHeaders) || is(text, dailyUnitHeaders) || is(text, indicatorHeaders) || indicatorOf(f.program, text) != nil:
			return false
		case f.named(text):
			named++
		}
	}
	return dates == 1 && named > 0
}

// named reports whether a text is, or ends with, what a unit was ever called: which unit of the month it is
// is found later, when the month is known.
func (f headerFinder) named(text string) bool {
	text = plain(text)
	return slices.ContainsFunc(f.units, func(s string) bool { return s != "" && strings.HasSuffix(text, s) })
}
