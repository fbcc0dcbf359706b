package intake

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/width"

	"yueping/app/workbook"
	"yueping/models/fault"
	"yueping/models/month"
)

// sheetDate is a date as a sheet has it: whole, of a month without its year, or only a day.
type sheetDate struct {
	year, number, day int // year and the month's number are 0 where they are not written
	text              string
}

// dateForms are the ways in which a date is written, with what their groups are.
var dateForms = []struct {
	form  *regexp.Regexp
	parts string
}{
	{regexp.MustCompile(`^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$`), "ymd"},
	{regexp.MustCompile(`^(\d{4})(\d{2})(\d{2})$`), "ymd"},
	{regexp.MustCompile(`^(\d{1,2})月(\d{1,2})[日号]?$`), "md"},
	{regexp.MustCompile(`^(\d{1,2})[-/](\d{1,2})$`), "md"},
	{regexp.MustCompile(`^(\d{1,2})[日号]?$`), "d"},
}

var (
	weekdays  = regexp.MustCompile(`\(?(?:星期|周)[一二三四五六日天]\)?$`)
	midnight  = regexp.MustCompile(`[ T]+0{1,2}:00(?::00)?$`)
	hours     = regexp.MustCompile(`\d[ T日]+\d{1,2}[:时点]`)
	shortYear = regexp.MustCompile(`^(?:\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}[-/.]\d{1,2}[-/.]\d{2})$`)
	serial    = regexp.MustCompile(`^[2-7]\d{4}$`)
)

// dateEpoch is what the days of a workbook are counted from.
var dateEpoch = time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)

// readDate reads a date: 2019-08-01, 2019/8/1, 2019年8月1日, 20190801, 8月1日, 8/1, 1日, 1. Faults:
// import.date_hour for a time of day, import.date_short_year for 19-8-1, which may be three dates,
// import.date_serial for a day's number without a date's format, import.no_date for a blank cell, and
// import.not_a_date.
func readDate(cell workbook.ReadCell) (sheetDate, *fault.Fault) {
	if cell.Fault != nil {
		return sheetDate{}, cell.Fault
	}
	shown := strings.TrimSpace(cell.Shown())
	if shown == "" {
		return sheetDate{}, fault.New("import.no_date")
	}
	text := strings.TrimSpace(width.Narrow.String(shown))
	text = strings.TrimSpace(weekdays.ReplaceAllString(text, ""))
	text = midnight.ReplaceAllString(text, "")
	for _, f := range dateForms {
		parts := f.form.FindStringSubmatch(text)
		if parts == nil {
			continue
		}
		d := sheetDate{text: shown}
		for i, part := range f.parts {
			n, _ := strconv.Atoi(parts[i+1])
			switch part {
			case 'y':
				d.year = n
			case 'm':
				d.number = n
			default:
				d.day = n
			}
		}
		if d.day < 1 || d.day > 31 || (f.parts != "d" && (d.number < 1 || d.number > 12)) {
			break
		}
		return d, nil
	}
	switch {
	case hours.MatchString(text):
		return sheetDate{}, fault.New("import.date_hour", "text", shown)
	case shortYear.MatchString(text):
		return sheetDate{}, fault.New("import.date_short_year", "text", shown)
	case serial.MatchString(text):
		n, _ := strconv.Atoi(text)
		return sheetDate{}, fault.New("import.date_serial", "text", shown, "suggestion", dateEpoch.AddDate(0, 0, n).Format(time.DateOnly))
	}
	return sheetDate{}, fault.New("import.not_a_date", "text", shown)
}

// month is the month of a whole date, 0 for another.
func (d sheetDate) month() month.Month {
	if d.year == 0 {
		return 0
	}
	m, err := month.Parse(strconv.Itoa(d.year) + "-" + strconv.Itoa(d.number))
	if err != nil {
		return 0
	}
	return m
}

// overMonth is a month over the numbers of its days.
var overMonth = regexp.MustCompile(`^(?:(\d{4})[-/.年])?(\d{1,2})月份?$`)

// bareMonth is a month without its year.
var bareMonth = regexp.MustCompile(`^(\d{1,2})(?:月份?)?$`)

// monthOf is the month that a cell says, with its year, or in which its date lies; 0 for another text.
func monthOf(cell workbook.ReadCell) month.Month {
	if at := month.Find(cell.Shown()); at != 0 {
		return at
	}
	if d, bad := readDate(cell); bad == nil {
		return d.month()
	}
	return 0
}

// underMonth is a day's number as a date of the month that stands over it.
func underMonth(d sheetDate, above string) sheetDate {
	parts := overMonth.FindStringSubmatch(strings.TrimSpace(width.Narrow.String(above)))
	if parts == nil || d.number != 0 {
		return d
	}
	d.year, _ = strconv.Atoi(parts[1])
	d.number, _ = strconv.Atoi(parts[2])
	d.text = strings.TrimSpace(above) + strings.TrimSuffix(d.text, "日") + "日"
	return d
}

// looksLikeDay reports whether a cell is a day itself: numbers beneath it are values.
func looksLikeDay(cell workbook.ReadCell) bool {
	_, _, is := looksDated(cell)
	return is
}

// in gives the day of a month that the date is; import.date_other_month and month.no_day where it is
// none of it.
func (d sheetDate) in(at month.Month) (int, *fault.Fault) {
	if (d.year != 0 && d.year != at.Year()) || (d.number != 0 && d.number != at.Number()) {
		return 0, fault.New("import.date_other_month", "text", d.text, "month", at.String())
	}
	if d.day > at.Days() {
		return 0, fault.New("month.no_day", "month", at.String(), "day", d.day)
	}
	return d.day, nil
}

// looksDated reports whether a header cell was meant as a day, readable or not.
func looksDated(cell workbook.ReadCell) (sheetDate, *fault.Fault, bool) {
	d, bad := readDate(cell)
	if bad == nil {
		return d, nil, true
	}
	return d, bad, bad.Code == "import.date_serial" || bad.Code == "import.date_short_year" || bad.Code == "import.date_hour"
}
