package workbook

import (
	"math"
	"slices"
	"strings"

	"golang.org/x/text/width"

	"yueping/models/number"
)

// Letters at the size of a table's body, and how much wider the title's are.
const (
	letterSize = 11
	titleScale = 1.5
	lineHeight = 15 // points
)

// widestFit is the most that a column takes of itself; longer texts wrap.
const widestFit = 48

// A column of texts is left with narrowest at least on a full page, and with usualFit where most of its
// texts need so much: wrapping a few rows saves a page's width, wrapping all of them doubles the pages.
const (
	narrowest = 20
	usualFit  = 28
)

// fitWidths sets the declared widths, or what the header and the longest cell need; a table narrower
// than its title is widened, so that the title stands on one line where the page lets it.
func (w *sheetWriter) fitWidths() {
	w.widths = make([]float64, len(w.sheet.Columns))
	seen := 0
	for i, c := range w.sheet.Columns {
		if c.Width > 0 {
			w.widths[i] = c.Width * w.scale
		} else {
			w.widths[i] = w.contentWidth(i) * w.scale
		}
		if !c.Hidden {
			seen++
		}
	}
	w.narrow()
	spare := min((cellsWide(w.sheet.Title)*titleScale+2)*w.scale, w.pageWidth()) - w.tableWidth()*w.scale
	for i, c := range w.sheet.Columns {
		if spare > 0 && !c.Hidden {
			w.widths[i] += spare / float64(seen)
		}
		w.countLines(i)
	}
}

// narrow takes from the columns of long texts what the table is wider than the page: their texts wrap,
// in place of everything being shrunk.
func (w *sheetWriter) narrow() {
	for i, c := range w.sheet.Columns {
		if over := w.tableWidth()*w.scale - w.pageWidth(); over > 0 && c.Text && c.Width == 0 && !c.Hidden {
			w.widths[i] -= max(0, min(over, w.widths[i]-w.leastWidth(i)*w.scale))
		}
	}
}

// leastWidth is what nine of ten of a column's texts need, from narrowest to usualFit.
func (w *sheetWriter) leastWidth(column int) float64 {
	wide := make([]float64, 0, len(w.sheet.Rows))
	for _, row := range w.sheet.Rows {
		wide = append(wide, longestLine(row[column].Text))
	}
	if len(wide) == 0 {
		return narrowest
	}
	slices.Sort(wide)
	return min(max(narrowest, room(wide[len(wide)*9/10])), usualFit)
}

// tableWidth is that of the columns which are seen, in characters of the body.
func (w *sheetWriter) tableWidth() float64 {
	total := 0.0
	for i, width := range w.widths {
		if !w.sheet.Columns[i].Hidden {
			total += width
		}
	}
	return total / w.scale
}

// contentWidth is what the cells of a column need, and its title on at most two lines. Of the numbers it
// measures the largest and the least: with the same decimals no other is wider.
func (w *sheetWriter) contentWidth(column int) float64 {
	c := &w.sheet.Columns[column]
	widest := titleWide(c.Title)
	var least, most *number.Number
	for _, row := range w.sheet.Rows {
		cell := &row[column]
		if cell.Number == nil {
			widest = max(widest, longestLine(cell.Text))
			continue
		}
		if s := cell.Number.String(); len(s) > exactDigits && significant(s) > exactDigits {
			widest = max(widest, cellsWide(digitByDigit(cell, c, s)))
			continue
		}
		if least == nil || cell.Number.Cmp(*least) < 0 {
			least = cell.Number
		}
		if most == nil || cell.Number.Cmp(*most) > 0 {
			most = cell.Number
		}
	}
	if most != nil {
		widest = max(widest, cellsWide(shown(*least, c)), cellsWide(shown(*most, c)))
	}
	return min(room(widest), widestFit)
}

// room is the width for so many half-width characters: bold ones are a tenth wider than the measure.
func room(wide float64) float64 { return math.Ceil(wide*1.1 + 2) }

// countLines notes the rows whose text is longer than its column is wide.
func (w *sheetWriter) countLines(column int) {
	for i, row := range w.sheet.Rows {
		if text := row[column].Text; row[column].Number == nil && text != "" {
			if n := linesOf(text, w.widths[column]/w.scale); n > 1 {
				w.tall[i] = max(w.tall[i], n)
			}
		}
	}
}

// wraps tells whether a column has texts on several lines.
func (w *sheetWriter) wraps(column int) bool {
	for i := range w.tall {
		if c := &w.sheet.Rows[i][column]; c.Number == nil && linesOf(c.Text, w.widths[column]/w.scale) > 1 {
			return true
		}
	}
	return false
}

// linesOf is how many lines a text takes in a column.
func linesOf(text string, width float64) int {
	lines := 0
	for line := range strings.SplitSeq(text, "\n") {
		lines += max(1, int(math.Ceil(cellsWide(line)*1.06/max(width-1, 1))))
	}
	return lines
}

// longestTitle of a column that stands on one line, in half-width characters.
const shortTitle = 12

// titleWide is how wide a column's title is, on two lines if it is long.
func titleWide(title string) float64 {
	wide := longestLine(title)
	if wide <= shortTitle || strings.Contains(title, "\n") {
		return wide
	}
	return max(math.Ceil(wide/2)+2, shortTitle, unbroken(title))
}

// unbroken is the widest run of letters and digits, inside which no line breaks.
func unbroken(text string) float64 {
	widest, run := 0.0, 0.0
	for _, r := range text {
		if run++; r == ' ' || runeWide(r) > 1 {
			run = 0
		}
		widest = max(widest, run)
	}
	return widest
}

func longestLine(text string) float64 {
	if !strings.Contains(text, "\n") {
		return cellsWide(text)
	}
	widest := 0.0
	for line := range strings.SplitSeq(text, "\n") {
		widest = max(widest, cellsWide(line))
	}
	return widest
}

func shown(n number.Number, c *Column) string {
	if !c.Percent {
		return n.Fixed(c.Decimals)
	}
	if hundredfold, err := n.Shift(2); err == nil {
		return hundredfold.Fixed(c.Decimals) + "%"
	}
	return n.String()
}

// cellsWide counts a Chinese character as two.
func cellsWide(s string) float64 {
	total := 0.0
	for _, r := range s {
		total += runeWide(r)
	}
	return total
}

func runeWide(r rune) float64 {
	switch {
	case r < 0x80:
		return 1
	case r >= 0x4E00 && r <= 0x9FFF:
		return 2
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth, width.EastAsianAmbiguous:
		return 2
	}
	return 1
}
