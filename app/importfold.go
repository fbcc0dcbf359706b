package app

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/width"

	"yueping/app/workbook"
)

var (
	// overMonth is a month over the numbers of its days.
	overMonth = regexp.MustCompile(`^(?:(\d{4})[-/.年])?(\d{1,2})月份?$`)
	// groupWords are those of a heading that only says that values stand beneath it.
	groupWords = []string{"浓度", "污染物", "监测", "项目", "指标", "因子"}
)

// fold gives a header that stands in two rows as one, as forms print it: the numbers of the days beneath
// their month, or pollutants beneath 污染物浓度, with 单位 and 指标 beside them over both rows. over is what
// stands above and may name the month, the indicator or the unit. False where two rows are no such header.
func (f headerFinder) fold(rows [][]workbook.ReadCell, at int) (header []workbook.ReadCell, over string, ok bool) {
	if !f.daily || at+1 >= len(rows) || f.is(rows[at+1]) {
		return nil, "", false
	}
	upper, lower := rows[at], rows[at+1]
	var group workbook.ReadCell // what stands over the columns that are read now
	last, spans := 0, false
	for i := range max(len(upper), len(lower)) {
		above, below := cellAt(upper, i), cellAt(lower, i)
		if below.Blank() {
			group = workbook.ReadCell{}
			header = append(header, above)
			continue
		}
		if !above.Blank() {
			group = above
			over += above.Shown() + " "
		} else {
			spans = true
		}
		cell, day, known := f.beneath(group, below)
		if !known || (day != 0 && last != 0 && day != last+1) {
			return nil, "", false
		}
		if day != 0 {
			last = day
		}
		header = append(header, cell)
	}
	return header, over, spans && f.is(header)
}

// beneath reads a cell of a header's second row: a day, as a date of the month over it, with its number, or
// the name of a column. False for anything else, such as a first row of values.
func (f headerFinder) beneath(group, cell workbook.ReadCell) (read workbook.ReadCell, day int, known bool) {
	above := strings.TrimSpace(width.Narrow.String(group.Shown()))
	d, bad := readDate(cell)
	if bad != nil {
		text, named := cell.Shown(), slices.ContainsFunc(groupWords, func(w string) bool { return strings.Contains(above, w) })
		// A unit of measure over several pollutants may not be that of all.
		measured := slices.ContainsFunc(measures, func(m string) bool { return strings.Contains(plain(above), m) })
		if overMonth.MatchString(above) {
			return cell, 0, isTotal(text)
		}
		return cell, 0, named && !measured && indicatorOf(f.program, above) == nil && (indicatorOf(f.program, text) != nil || isCalculated(text))
	}
	parts := overMonth.FindStringSubmatch(above)
	switch {
	case group.Blank() || looksLikeDay(group):
		return cell, 0, false
	case parts == nil || d.number != 0:
		return cell, d.day, true
	}
	dated := parts[2] + "月" + cell.Shown()
	if parts[1] != "" {
		dated = parts[1] + "年" + dated
	}
	if !strings.HasSuffix(strings.TrimSpace(dated), "日") && !strings.HasSuffix(strings.TrimSpace(dated), "号") {
		dated += "日"
	}
	return workbook.ReadCell{Column: cell.Column, Row: cell.Row, Text: dated}, d.day, true
}

// looksLikeDay reports whether a cell is a day itself: numbers beneath it are values.
func looksLikeDay(cell workbook.ReadCell) bool {
	_, _, isDay := looksDated(cell)
	return isDay
}
