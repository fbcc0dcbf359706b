package intake

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/width"
)

var (
	wholeDates = regexp.MustCompile(`\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}月\d{1,2}[日号]`)
	dayAlone   = regexp.MustCompile(`^(?:\d{4}[-/.年])?(?:\d{1,2}[-/.月])?\d{1,2}[日号]$|^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}$`)
)

// oneDay is the one day whose values a table without dates has, as its sheet's name or its title says; ""
// where it is of its month. A title that names the month itself, or a span of days, means the month.
func (t *table) oneDay() string {
	if !t.reader.daily || t.daily() {
		return ""
	}
	if name := strings.TrimSpace(width.Narrow.String(t.page.Name)); dayAlone.MatchString(name) {
		return name
	}
	found := ""
	for row := max(t.titleTop, 1); row < t.header; row++ {
		for _, cell := range rowAt(t.page.ReadSheet, row) {
			text := width.Narrow.String(cell.Shown())
			if slices.ContainsFunc(madeAt, func(w string) bool { return strings.Contains(text, w) }) {
				continue
			}
			dates := wholeDates.FindAllString(text, -1)
			if len(dates) > 1 || spans.MatchString(text) || periodIn(wholeDates.ReplaceAllString(text, "|")) != (period{}) {
				return ""
			}
			if len(dates) == 1 && found == "" {
				found = dates[0]
			}
		}
	}
	return found
}

// dayOver is the caption over a column that makes its values those of one day, "" where there is none.
func (c *column) dayOver() string {
	for _, o := range c.over {
		if text := strings.TrimSpace(o.cell.Shown()); dayAlone.MatchString(width.Narrow.String(text)) {
			return text
		}
	}
	return ""
}

// otherSpan is the title of a table without dates that is of a part of its month, or of more than it: 上旬, 第2周,
// 截至10月底累计; "" for another table.
func (t *table) otherSpan() string {
	if t.daily() || t.month >= 0 {
		return ""
	}
	for _, text := range titleTexts(t.page.ReadSheet, t.titleTop, t.header) {
		if spanTitle.MatchString(plain(text)) {
			return strings.TrimSpace(text)
		}
	}
	return ""
}

var spanTitle = regexp.MustCompile(`[上中下]旬|第[一二三四五1-5]周|周报|半月报|(?:截[至止]|年初).*累计|\(累计[^)]*\)|累计(?:统计|汇总|数据|情况|报表|表|$)`)
