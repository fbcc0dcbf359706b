package intake

import (
	"slices"
	"strings"

	"yueping/app/workbook"
)

// headerRows is how far down a sheet its first header is looked for, headerDepth how many rows it may take.
const (
	headerRows  = 30
	headerDepth = 3
)

// tables finds the tables of a sheet from the top, each with the rows to the next one's.
func (r *reader) tables(sheet *page) ([]*table, grade) {
	first, how := r.choose(sheet, 1, headerRows, 0)
	if how < weak {
		return nil, how
	}
	found := []*table{first}
	for {
		t := found[len(found)-1]
		next := r.below(sheet, t)
		if next == nil {
			return found, how
		}
		// Read again, up to where the next begins.
		again, _ := r.understand(sheet, t.header, t.first-1, next.titleTop-1, t.title)
		again.titleTop = t.titleTop
		found[len(found)-1] = again
		found = append(found, next)
	}
}

// choose finds the best header among rows: the topmost that is one, with as many rows as add to it.
func (r *reader) choose(sheet *page, from, to, titleTop int) (*table, grade) {
	var best *table
	how, points := noTable, 0
	title := ""
	if titleTop == 0 {
		titleTop = from
	}
	for row := titleTop; row < from; row++ {
		title += rowText(rowAt(sheet.ReadSheet, row))
	}
	for top := from; top <= min(to, len(sheet.Rows)); top++ {
		if how == strong {
			break
		}
		if top > from && r.headed(sheet, top) {
			continue
		}
		for depth := 1; depth <= headerDepth && top+depth-1 <= len(sheet.Rows); depth++ {
			t, g := r.understand(sheet, top, top+depth-1, 0, title)
			if t == nil || g == noTable {
				continue
			}
			t.titleTop = titleTop
			if p := t.points(depth); g > how || g == how && p > points {
				best, how, points = t, g, p
			}
		}
		title += rowText(rowAt(sheet.ReadSheet, top))
	}
	return best, how
}

// headed reports whether a row is the lower part of a header. It is none by itself: what stands above it
// may say that it is last year's.
func (r *reader) headed(sheet *page, row int) bool {
	b := newBlock(sheet.ReadSheet, row-1, row)
	return r.stacked(b, b.heads())
}

// points says how much of a header is understood.
func (t *table) points(depth int) int {
	n := 10*t.named - 15*t.strange + 5*depth
	for _, c := range t.columns {
		if c.layout.Role != Ignored {
			n++
		}
	}
	return n
}

// below finds the next table beneath one, where its header is another; nil where there is none.
func (r *reader) below(sheet *page, t *table) *table {
	for row := t.first + 1; row <= len(sheet.Rows); row++ {
		cells := rowAt(sheet.ReadSheet, row)
		if !slices.ContainsFunc(cells, func(c workbook.ReadCell) bool { return c.Number == nil && startsTable[c.Text] }) || t.repeats(cells) {
			continue
		}
		top := row
		for top > t.first+1 && row-top < headerDepth-1 && captionsOnly(rowAt(sheet.ReadSheet, top-1)) {
			top--
		}
		next, how := r.choose(sheet, top, row, titleAbove(sheet, t.first, top))
		if how == strong && !t.sameHeader(next) {
			return next
		}
	}
	return nil
}

// startsTable are the words of which a header beneath another table has one.
var startsTable = func() map[string]bool {
	words := map[string]bool{}
	for _, list := range [][]string{unitHeaders, dateHeaders, indicatorHeaders} {
		for _, w := range list {
			words[w] = true
		}
	}
	return words
}()

// captionsOnly reports whether a row may be the first of a header: several texts, and no values.
func captionsOnly(cells []workbook.ReadCell) bool {
	texts := 0
	for i := range cells {
		if isValue(&cells[i]) {
			return false
		}
		if !cells[i].Blank() {
			texts++
		}
	}
	return texts > 1
}

// titleAbove is the first row of the title over a header: the rows with one text above it.
func titleAbove(sheet *page, least, header int) int {
	top := header
	for top > least && top > header-3 {
		cells := rowAt(sheet.ReadSheet, top-1)
		filled := 0
		for i := range cells {
			if !cells[i].Blank() {
				filled++
			}
		}
		if filled > 1 {
			break
		}
		top--
	}
	return top
}

// sameHeader reports whether two tables have the same columns.
func (t *table) sameHeader(other *table) bool {
	return other == nil || fingerprint(t.headTexts()) == fingerprint(other.headTexts())
}

func (t *table) headTexts() []string {
	texts := make([]string, len(t.columns))
	for i, c := range t.columns {
		texts[i] = c.layout.Header
	}
	return texts
}

// repeats reports whether a row is one of the header's again, as printed pages begin.
func (t *table) repeats(cells []workbook.ReadCell) bool {
	for row := t.header; row < t.first; row++ {
		above := rowAt(t.page.ReadSheet, row)
		same := 0
		for i := range cells {
			if cells[i].Blank() {
				continue
			}
			if i >= len(above) || cells[i].Shown() != above[i].Shown() && plain(cells[i].Shown()) != plain(above[i].Shown()) {
				same = 0
				break
			}
			same++
		}
		if same > 1 {
			return true
		}
	}
	return false
}

func rowText(cells []workbook.ReadCell) string {
	var b strings.Builder
	for i := range cells {
		if !cells[i].Blank() {
			b.WriteString(strings.TrimSpace(cells[i].Shown()) + " ")
		}
	}
	return b.String()
}
