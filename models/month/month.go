// Package month holds a calendar month and the period of a value: a month, or a day of it.
package month

import (
	"database/sql/driver"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"yueping/models/fault"
)

// Month is a calendar month, counted from January of the year 0. The zero value stands for "always
// so far" where a rule says from when it holds.
type Month int

// Of gives the month m (1 to 12) of a year.
func Of(year, m int) Month { return Month(year*12 + m - 1) }

// At gives the month in which t lies.
func At(t time.Time) Month { return Of(t.Year(), int(t.Month())) }

var forms = regexp.MustCompile(`^(\d{4})([-/.年]?)(\d{1,2})月?$`)

// Parse reads 2019-10, 2019/10, 201910 and 2019年10月 between 1980 and 2199; month.invalid elsewhere.
func Parse(s string) (Month, error) {
	parts := forms.FindStringSubmatch(strings.TrimSpace(s))
	if parts == nil || (parts[2] == "" && len(parts[3]) == 1) {
		return 0, fault.New("month.invalid", "text", s)
	}
	year, _ := strconv.Atoi(parts[1])
	m, _ := strconv.Atoi(parts[3])
	if year < 1980 || year > 2199 || m < 1 || m > 12 {
		return 0, fault.New("month.invalid", "text", s)
	}
	return Of(year, m), nil
}

// MustParse is Parse for constants and tests.
func MustParse(s string) Month {
	m, err := Parse(s)
	if err != nil {
		panic(err)
	}
	return m
}

// Year is the calendar year.
func (m Month) Year() int { return int(m) / 12 }

// Number is the month within its year, 1 to 12.
func (m Month) Number() int { return int(m)%12 + 1 }

// String gives 2019-10; "" for the zero value.
func (m Month) String() string {
	if m == 0 {
		return ""
	}
	return fmt.Sprintf("%04d-%02d", m.Year(), m.Number())
}

// MarshalText writes 2019-10.
func (m Month) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// UnmarshalText reads what MarshalText wrote; an empty text is the zero value.
func (m *Month) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*m = 0
		return nil
	}
	parsed, err := Parse(string(text))
	*m = parsed
	return err
}

// Value stores 2019-10.
func (m Month) Value() (driver.Value, error) { return m.String(), nil }

// Scan reads what Value stored.
func (m *Month) Scan(source any) error {
	s, ok := source.(string)
	if !ok {
		return fault.New("month.invalid", "text", fmt.Sprint(source))
	}
	return m.UnmarshalText([]byte(s))
}

// Days is how many days the month has.
func (m Month) Days() int {
	return time.Date(m.Year(), time.Month(m.Number())+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// Day gives the period of a day of the month, counted from 1.
func (m Month) Day(day int) Period { return Period{m, day} }

// Weekday is the day of the week of a period, that of the first day for a whole month.
func (p Period) Weekday() time.Weekday {
	return time.Date(p.Month.Year(), time.Month(p.Month.Number()), max(p.Day, 1), 0, 0, 0, 0, time.UTC).Weekday()
}

// Period is what a value belongs to: a month (Day 0) or a day of it.
type Period struct {
	Month Month
	Day   int
}

// Whole gives the period of a whole month.
func (m Month) Whole() Period { return Period{Month: m} }

// Before compares periods in time; a whole month stands before its days.
func (p Period) Before(other Period) bool {
	return p.Month < other.Month || (p.Month == other.Month && p.Day < other.Day)
}

// Today gives the day in which t lies.
func Today(t time.Time) Period { return Period{At(t), t.Day()} }

// String gives 2019-10 or 2019-10-05.
func (p Period) String() string {
	if p.Day == 0 {
		return p.Month.String()
	}
	return fmt.Sprintf("%s-%02d", p.Month, p.Day)
}

// ParsePeriod reads what String gives; an empty text is the zero period.
func ParsePeriod(s string) (Period, error) {
	if s == "" {
		return Period{}, nil
	}
	if len(s) != len("2019-10-05") {
		m, err := Parse(s)
		return Period{Month: m}, err
	}
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return Period{}, fault.Wrap(err, "month.invalid", "text", s)
	}
	m, err := Parse(s[:len("2019-10")])
	if err != nil {
		return Period{}, err
	}
	return Period{Month: m, Day: t.Day()}, nil
}

// Value stores String's form.
func (p Period) Value() (driver.Value, error) { return p.String(), nil }

// Scan reads what Value stored.
func (p *Period) Scan(source any) error {
	s, ok := source.(string)
	if !ok {
		return fault.New("month.invalid", "text", fmt.Sprint(source))
	}
	parsed, err := ParsePeriod(s)
	*p = parsed
	return err
}

var inside = regexp.MustCompile(`(?:^|\D)(\d{4})(?:年|[-/.]|)(\d{1,2})(?:月|\D|$)`)

// Find gives the month that a title or a file name speaks of, 0 where it names none or several.
func Find(text string) Month {
	found := Month(0)
	for _, parts := range inside.FindAllStringSubmatch(text, -1) {
		m, err := Parse(parts[1] + "-" + parts[2])
		if err != nil {
			continue
		}
		if found != 0 && found != m {
			return 0
		}
		found = m
	}
	return found
}
