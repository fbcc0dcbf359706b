package grid

import (
	"maps"
	"slices"
	"strings"
)

// Ordered is a Source that knows how its values are ordered, such as grades or
// units in the order of a register. It compares two of its rows by a column
// (frozen ones count on from -1 downwards: -1 is the first).
type Ordered interface {
	Compare(col, a, b int) int
}

// Filter keeps the rows whose text in a column fits. An empty one keeps all.
type Filter struct {
	// Contains is a part of the text, whatever its case.
	Contains string
	// Values are the whole texts that stay; nil for any.
	Values []string
}

func (f Filter) empty() bool { return f.Contains == "" && f.Values == nil }

func (f Filter) keeps(text string) bool {
	if f.Values != nil && !slices.Contains(f.Values, text) {
		return false
	}
	return f.Contains == "" || strings.Contains(strings.ToLower(text), strings.ToLower(f.Contains))
}

// View tells how the rows and columns stand on the screen.
type View struct {
	// SortKey is the column by which the rows are sorted, "" for the source's order.
	SortKey    string
	Descending bool
	Filters    map[string]Filter
	// Rows are on the screen, HiddenRows are kept off it by filters.
	Rows, HiddenRows int
	HiddenColumns    []string
}

// order is how the user wants the rows: it is applied when it is given, and not
// when a cell changes, so that no row jumps while one types.
type order struct {
	key     string
	dir     int
	filters map[string]Filter
}

// View is how the rows and columns stand now.
func (g *Grid) View() View {
	v := View{Filters: maps.Clone(g.order.filters), Rows: g.geo.rows, HiddenRows: g.held - g.geo.rows, HiddenColumns: g.HiddenColumns()}
	if g.order.dir != 0 {
		v.SortKey, v.Descending = g.order.key, g.order.dir < 0
	}
	return v
}

// SortBy sorts the rows by a column, empty cells last; key "" gives back the
// source's order. Equal rows stay in the source's order. An open editor is
// committed first; when that fails nothing changes, and SortBy returns false.
func (g *Grid) SortBy(key string, descending bool) bool {
	return g.reorder(func(o *order) {
		o.key, o.dir = key, 1
		if descending {
			o.dir = -1
		}
		if key == "" {
			o.dir = 0
		}
	})
}

// FilterBy keeps the rows that fit in a column, beside the filters of others;
// an empty filter takes the column's away.
func (g *Grid) FilterBy(key string, f Filter) bool {
	return g.reorder(func(o *order) {
		if f.empty() {
			delete(o.filters, key)
			return
		}
		o.filters[key] = f
	})
}

// ClearFilters brings all rows back.
func (g *Grid) ClearFilters() bool {
	return g.reorder(func(o *order) { clear(o.filters) })
}

// Rearrange applies order and filters again, to what the cells hold now.
func (g *Grid) Rearrange() bool { return g.reorder(func(*order) {}) }

func (g *Grid) reorder(change func(*order)) bool {
	if !g.leaveEdit() {
		return false
	}
	if g.order.filters == nil {
		g.order.filters = map[string]Filter{}
	}
	g.run = tabRun{}
	change(&g.order)
	g.keepPlaces(func() { g.view.rows = g.arranged() })
	g.viewChanged()
	g.reveal(g.sel.anchor)
	return true
}

// arranged is the order of the source's rows on the screen; nil for the source's.
func (g *Grid) arranged() []int {
	g.forgetColumns()
	if g.order.dir == 0 && len(g.order.filters) == 0 {
		return nil
	}
	rows := make([]int, 0, g.held)
	tests := g.filterTests()
next:
	for row := range g.held {
		for _, keeps := range tests {
			if !keeps(row) {
				continue next
			}
		}
		rows = append(rows, row)
	}
	if g.order.dir != 0 {
		g.sortRows(rows)
	}
	return rows
}

// forgetColumns drops order and filters of columns that the source no longer
// has, and reports whether there were any.
func (g *Grid) forgetColumns() bool {
	filters, dir := len(g.order.filters), g.order.dir
	has := func(key string) bool { return columnOf(g.all, key) >= 0 || columnOf(g.frozen, key) >= 0 }
	if g.order.dir != 0 && !has(g.order.key) {
		g.order.key, g.order.dir = "", 0
	}
	maps.DeleteFunc(g.order.filters, func(key string, _ Filter) bool { return !has(key) })
	return filters != len(g.order.filters) || dir != g.order.dir
}

func (g *Grid) filterTests() []func(row int) bool {
	var tests []func(int) bool
	for key, f := range g.order.filters {
		text := g.textOf(key)
		tests = append(tests, func(row int) bool { return f.keeps(text(row)) })
	}
	return tests
}

// textOf reads what a column, frozen or not, shows in a row of the source.
func (g *Grid) textOf(key string) func(row int) string {
	if col := columnOf(g.all, key); col >= 0 {
		return func(row int) string { return g.source.Cell(row, col).Text }
	}
	col := columnOf(g.frozen, key)
	return func(row int) string {
		if texts := g.source.RowHeader(row); col >= 0 && col < len(texts) {
			return texts[col]
		}
		return ""
	}
}
