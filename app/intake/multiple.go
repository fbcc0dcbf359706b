package intake

import (
	"regexp"
	"strings"
)

// titleMultiple is a unit of measure that a title gives a whole table of things counted in thousands: 单位：万件.
var titleMultiple = regexp.MustCompile(`单\s*位\s*(?:[:：]|均?[为是])\s*([十百千万亿]+[件个次人户起宗条处家台辆份只元吨]*)(?:[\s,，、;；。)）]|$)`)

// bracketMultiple is the same without the word: 受理数统计表（万件）.
var bracketMultiple = regexp.MustCompile(`[(（]([十百千万亿]+[件个次人户起宗条处家台辆份只元吨])[)）]`)

// multiple is the unit of measure of that kind over a table or beneath it, "" for none.
func (t *table) multiple() string {
	text := t.title + t.captions() + " " + t.notesBeneath()
	for _, form := range []*regexp.Regexp{titleMultiple, bracketMultiple} {
		if parts := form.FindStringSubmatch(text); parts != nil {
			return parts[1]
		}
	}
	return ""
}

// notesBeneath is the text of the first rows under a table.
func (t *table) notesBeneath() string {
	const rows = 5
	var b strings.Builder
	if t.page != nil {
		for row := t.end() + 1; row <= min(len(t.page.Rows), t.end()+rows); row++ {
			b.WriteString(rowText(rowAt(t.page.ReadSheet, row)))
		}
	}
	return b.String()
}

// multiplied reports whether a bare number counts in the table's thousands: it is rounded then, and its
// digits are no value.
func (c *Column) multiplied(a amount) bool {
	return c.options.Multiple != "" && a.form == asBare && a.Sign() != 0 && !c.ind.Percent && countable[c.measure]
}

// refuseMultiple refuses such a number with what it stands for, where that is known.
func (c *Column) refuseMultiple(a amount, shown string) Value {
	suggestion := ""
	if many, ok := c.behind(a.Number, c.options.Multiple); ok {
		suggestion = c.suggest(many.String())
	}
	return c.refuse("import.value_measure", shown, "found", c.options.Multiple, "measure", c.ind.Measure, "suggestion", suggestion)
}
