package intake

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/text/width"

	"yueping/models/fault"
	"yueping/models/month"
)

// period is the month of which a header says that its values are, as far as it says so.
type period struct {
	year, number int // 0 where they are not written; number -1 for several months
}

// What a header says of its month; the 2 of SO2月均值 is no month.
var (
	periods    = regexp.MustCompile(`(?:\D|^)(\d{4})(?:年度?)(?:(\d{1,2})月份?)?|(?:\D|^)(\d{4})[-/.](\d{1,2})(?:\D|$)|(?:[^0-9A-Za-z.年]|^)(\d{1,2})月份?(?:\D|$)`)
	namesMonth = regexp.MustCompile(`\d{1,2}月|\d{4}[-/.]\d{1,2}(?:\D|$)`)
	spans      = regexp.MustCompile(`(?:[^0-9A-Za-z.]|^)\d{1,2}月?[-~～至到–—]\d{1,2}月`)
	longer     = regexp.MustCompile(`第?[一二三四1-4]季度|[上下]半年|全年(?:[^目任计考指绩]|$)`)
	// A header's month goes before its indicator: 2019年8月PM10, 8月份的PM10.
	periodBefore = regexp.MustCompile(`^\(?(?:\d{4}年度?(?:\d{1,2}月份?)?|\d{4}[-/.]\d{1,2}月?|\d{1,2}月份?)\)?的?`)
)

// periodIn finds the period that a text says; one that says two is of several months.
func periodIn(text string) period {
	text = width.Narrow.String(text)
	if ofSeveral(text) {
		return period{number: -1}
	}
	var found period
	for _, parts := range periods.FindAllStringSubmatch(text, -1) {
		p := period{atoi(parts[1] + parts[3]), atoi(parts[2] + parts[4] + parts[5])}
		if found != (period{}) && p != found {
			return period{number: -1}
		}
		found = p
	}
	return found
}

// ofSeveral reports whether a text speaks of a span of months, 1—10月, or of a quarter, a half or a whole year
// without a month of it: 第三季度, 上半年.
func ofSeveral(text string) bool {
	text = width.Narrow.String(text)
	return spans.MatchString(text) || longer.MatchString(text) && !namesMonth.MatchString(text)
}

func atoi(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// withoutPeriod takes the period off a plain header; ok is false where it has none.
func withoutPeriod(key string) (rest string, ok bool) {
	at := periodBefore.FindString(key)
	return strings.TrimPrefix(key, at), at != ""
}

// period is that of a column: its header's, with what the captions over it add.
func (c *column) period() period {
	found := periodIn(c.cell.Shown())
	for n := len(c.over) - 1; n >= 0; n-- {
		above := periodIn(c.over[n].cell.Shown())
		if found.year == 0 {
			found.year = above.year
		}
		if found.number == 0 {
			found.number = above.number
		}
	}
	return found
}

func (p period) in(at month.Month) bool {
	return (p.year == 0 || p.year == at.Year()) && (p.number == 0 || p.number == at.Number())
}

// String is the period as a sentence names it: 2018-08, 2018年, 7月.
func (p period) String() string {
	switch {
	case p.year == 0:
		return fmt.Sprintf("%d月", p.number)
	case p.number == 0:
		return fmt.Sprintf("%d年", p.year)
	}
	return fmt.Sprintf("%d-%02d", p.year, p.number)
}

// leaveMonths leaves the columns whose header says that they are of another month than the one that is read.
func (r *sheetReader) leaveMonths(t *table) {
	for i := range t.columns {
		c := &t.columns[i]
		if c.layout.Role == OfDay || !t.holds(i) && c.refused == nil {
			continue
		}
		p := c.period()
		if p.in(r.At) {
			continue
		}
		c.layout.Role, c.refused = Ignored, nil
		if c.left = fault.New("import.left_month", "found", p.String(), "month", r.At.String()); p.number < 0 {
			c.left = fault.New("import.left_calculated")
		}
	}
}
