package app

import (
	"path/filepath"
	"strings"

	"yueping/app/workbook"
	"yueping/models"
	"yueping/models/fault"
	"yueping/models/month"
)

// exportedMonth gives the month of one of our exports, 0 for another file. It comes before the
// headers: those of another program's export would all be unknown, which is not what is wrong.
func exportedMonth(p *models.Program, book *workbook.Read, path string) (month.Month, error) {
	rest, ours := strings.CutPrefix(book.Subject, exportMark)
	if !ours {
		return 0, nil
	}
	program, m, _ := strings.Cut(rest, ":")
	if program != p.Key {
		return 0, fault.New("import.other_program", "path", path, "program", p.Key, "found", program)
	}
	return month.Find(m), nil
}

// importMonth settles the month: what was asked for and what the file says must agree.
func importMonth(asked, exported month.Month, tables []importTable, path string) (month.Month, error) {
	said := month.Month(0)
	// What a person sees and may have changed counts before what the file remembers of its export.
	for _, t := range tables {
		own := month.Find(t.title)
		if own == 0 {
			own = month.Find(t.sheet.Name)
		}
		if said != 0 && own != 0 && own != said {
			return 0, fault.New("import.two_months", "path", path, "sheet", t.sheet.Name, "found", own.String(), "month", said.String())
		}
		if own != 0 {
			said = own
		}
	}
	if said == 0 {
		said = exported
	}
	if said == 0 {
		said = month.Find(filepath.Base(path))
	}
	switch {
	case asked == 0 && said == 0:
		if said = monthOfDates(tables); said == 0 {
			return 0, fault.New("import.month_needed", "path", path)
		}
		return said, nil
	case asked == 0:
		return said, nil
	case said != 0 && said != asked:
		return 0, fault.New("import.other_month", "path", path, "found", said.String(), "month", asked.String())
	}
	return asked, nil
}

// monthOfDates is the one month of all whole dates, 0 where there are none or they lie in several.
func monthOfDates(tables []importTable) month.Month {
	found := month.Month(0)
	for _, t := range tables {
		for _, d := range t.dates() {
			at := d.month()
			if at != 0 && found != 0 && at != found {
				return 0
			}
			if at != 0 {
				found = at
			}
		}
	}
	return found
}

// dates are those that can be read in a table's header or its column of dates.
func (t *importTable) dates() []sheetDate {
	var result []sheetDate
	for _, c := range t.columns {
		if c.isDay && c.bad == nil {
			result = append(result, c.date)
		}
	}
	if t.date >= 0 {
		for _, row := range t.rows() {
			if d, bad := readDate(spanned(row, t.date)); bad == nil {
				result = append(result, d)
			}
		}
	}
	return result
}
