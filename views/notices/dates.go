package notices

import (
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"

	"yueping/models/month"
)

// dateForms are the ways in which a day is typed, with what their groups are.
var dateForms = []struct {
	form  *regexp.Regexp
	parts string
}{
	{regexp.MustCompile(`^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?$`), "ymd"},
	{regexp.MustCompile(`^(\d{4})(\d{2})(\d{2})$`), "ymd"},
	{regexp.MustCompile(`^(\d{1,2})[-/.月](\d{1,2})[日号]?$`), "md"},
}

// readDay reads a typed day: 2019-11-20, 2019/11/20, 2019年11月20日, 20191120, 11月20日, 11-20, with digits of either
// width. A day without a year is the first one that does not lie before from. A blank text is the zero period; false
// for what is no day.
func readDay(typed string, from month.Month) (month.Period, bool) {
	text := strings.Map(narrow, typed)
	if text == "" {
		return month.Period{}, true
	}
	for _, f := range dateForms {
		found := f.form.FindStringSubmatch(text)
		if found == nil {
			continue
		}
		var year, number, day int
		for i, part := range f.parts {
			n, _ := strconv.Atoi(found[i+1])
			switch part {
			case 'y':
				year = n
			case 'm':
				number = n
			default:
				day = n
			}
		}
		if year == 0 {
			year = from.Year()
			if number < from.Number() {
				year++
			}
		}
		at, err := month.Parse(strconv.Itoa(year) + "-" + strconv.Itoa(number))
		if err != nil || day < 1 || day > at.Days() {
			return month.Period{}, false
		}
		return at.Day(day), true
	}
	return month.Period{}, false
}

// narrow gives the narrow form of a character as Chinese input methods type it, and drops blanks.
func narrow(r rune) rune {
	switch {
	case r == '。':
		return '.'
	case r >= '！' && r <= '～':
		return r - '！' + '!'
	case unicode.IsSpace(r):
		return -1
	}
	return r
}

// daysBetween counts the days from one day to another.
func daysBetween(from, to month.Period) int {
	day := func(p month.Period) time.Time {
		return time.Date(p.Month.Year(), time.Month(p.Month.Number()), p.Day, 0, 0, 0, 0, time.UTC)
	}
	return int(day(to).Sub(day(from)).Hours() / 24)
}
