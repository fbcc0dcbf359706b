package grid

import (
	"cmp"
	"slices"
	"strings"
)

// sortKey is a cell's text made ready for comparing.
type sortKey struct {
	row    int
	class  int // numbers before texts before nothing
	number decimal
	text   string
}

const (
	classNumber = iota
	classText
	classEmpty
)

// sortRows puts rows of the source in order. Empty cells stand last in either
// direction, and equal ones in the source's order.
func (g *Grid) sortRows(rows []int) {
	text := g.textOf(g.order.key)
	keys := make([]sortKey, len(rows))
	for i, row := range rows {
		keys[i] = newSortKey(row, text(row))
	}
	compare := g.compareTexts
	if o, ok := g.source.(Ordered); ok {
		col := columnOf(g.all, g.order.key)
		if col < 0 {
			col = -1 - columnOf(g.frozen, g.order.key)
		}
		compare = func(a, b sortKey) int { return o.Compare(col, a.row, b.row) }
	}
	slices.SortStableFunc(keys, func(a, b sortKey) int {
		if a.class == classEmpty || b.class == classEmpty {
			return cmp.Compare(a.class, b.class)
		}
		return g.order.dir * compare(a, b)
	})
	for i, k := range keys {
		rows[i] = k.row
	}
}

func newSortKey(row int, text string) sortKey {
	k := sortKey{row: row, class: classText, text: strings.TrimSpace(text)}
	if k.text == "" {
		k.class = classEmpty
	} else if d, ok := parseDecimal(k.text); ok {
		k.class, k.number = classNumber, d
	}
	return k
}

func (g *Grid) compareTexts(a, b sortKey) int {
	if c := cmp.Compare(a.class, b.class); c != 0 {
		return c
	}
	if a.class == classNumber {
		return a.number.cmp(b.number)
	}
	if g.Collate != nil {
		return g.Collate(a.text, b.text)
	}
	return cmp.Compare(a.text, b.text)
}
