package intake

import (
	"path/filepath"

	"yueping/app/workbook"
	"yueping/models"
	"yueping/models/fault"
	"yueping/models/month"
)

// Settle finds the month for which a workbook is read: what was asked for, 0 for nothing, and what the
// file says must agree. Where sheets are of several months, those of others than the one asked for are
// switched off. exported is the month of one of our exports, 0 for another file. Faults:
// import.month_needed, import.two_months, import.other_month.
func Settle(layout *Layout, book *workbook.Read, p *models.Program, register *models.Register, asked, exported month.Month, path string) (month.Month, error) {
	// What a person sees and may have changed counts before what the file remembers of its export.
	said := month.Month(0)
	months := layout.months()
	for _, m := range months {
		if m == asked {
			said = m
		}
	}
	if said != 0 {
		layout.only(said)
	} else if len(months) > 0 {
		said = months[0]
	}
	if said != asked || asked == 0 {
		for _, s := range layout.Sheets {
			if own := month.Find(s.Month); !s.Off && own != 0 && own != said {
				return 0, fault.New("import.two_months", "path", path, "sheet", s.Sheet, "found", own.String(), "month", said.String())
			}
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
		if said = monthOfDates(layout, book, p, register); said == 0 {
			return 0, fault.New("import.month_needed", "path", path)
		}
	case asked != 0 && said != 0 && said != asked:
		return 0, fault.New("import.other_month", "path", path, "found", said.String(), "month", asked.String())
	case asked != 0:
		said = asked
	}
	if exported != 0 {
		return said, nil
	}
	if bad := layout.leaveOtherMonths(book, said, path); bad != nil {
		return 0, bad
	}
	return said, nil
}

// months are those that the sheets say, each once.
func (l *Layout) months() []month.Month {
	var result []month.Month
	seen := map[string]bool{"": true}
	for _, s := range l.Sheets {
		if !s.Off && !seen[s.Month] {
			seen[s.Month] = true
			result = append(result, month.Find(s.Month))
		}
	}
	return result
}

// only switches the sheets of other months off.
func (l *Layout) only(at month.Month) {
	for i := range l.Sheets {
		if own := month.Find(l.Sheets[i].Month); own != 0 && own != at {
			l.Sheets[i].Off = true
		}
	}
}

// monthOfDates is the one month of all whole dates, 0 where there are none or they lie in several.
func monthOfDates(layout *Layout, book *workbook.Read, p *models.Program, register *models.Register) month.Month {
	r := newReader(p, register)
	found := month.Month(0)
	for i, s := range layout.Sheets {
		if s.Off {
			continue
		}
		t, err := r.tableOf(newPage(findSheet(book, s.Sheet)), s, layout.titleTop(i), layout.From == Template)
		if err != nil {
			continue
		}
		for _, at := range t.datedMonths() {
			if found != 0 && at != found {
				return 0
			}
			found = at
		}
	}
	return found
}

// datedMonths are the months of the whole dates in a table's header, its column of dates and its column
// of months.
func (t *table) datedMonths() []month.Month {
	var result []month.Month
	add := func(at month.Month) {
		if at != 0 && (len(result) == 0 || result[len(result)-1] != at) {
			result = append(result, at)
		}
	}
	for _, c := range t.columns {
		if c.layout.Role == OfDay && c.badDate == nil {
			add(c.date.month())
		}
	}
	for row := t.first; row <= t.end() && (t.date >= 0 || t.month >= 0); row++ {
		cells := rowAt(t.page.ReadSheet, row)
		if t.date >= 0 {
			if d, bad := readDate(spanned(cells, t.date)); bad == nil {
				add(d.month())
			}
		}
		if t.month >= 0 {
			add(monthOf(spanned(cells, t.month)))
		}
	}
	return result
}

// OnlyOurs switches off the sheets of one of our exports that are no data: rankings and what is
// calculated.
func (l *Layout) OnlyOurs() {
	for i := range l.Sheets {
		s := &l.Sheets[i]
		c := s.Column(1)
		s.Off = s.Off || c == nil || !oursHeaders[plain(c.Header)]
	}
}

// oursHeaders begin the data sheets of our exports.
var oursHeaders = setOf([]string{"单位", "unit", "日期", "date"})

// NoTable is why nothing of a workbook is read, nil where a sheet is: import.no_indicator, import.all_off
// or import.no_table.
func (l *Layout) NoTable() *fault.Fault {
	shaped := false
	for _, s := range l.Sheets {
		if !s.Off {
			return nil
		}
		shaped = shaped || s.Shape != ""
	}
	for _, s := range l.Sheets {
		for _, d := range s.Doubts {
			if d.Code == "import.no_indicator" {
				return d
			}
		}
	}
	if shaped {
		return fault.New("import.all_off")
	}
	return fault.New("import.no_table", "header", unitHeaders[0])
}
