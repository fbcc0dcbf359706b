package imports

import (
	"strconv"

	"fyne.io/fyne/v2"

	"yueping/views/parts"
	"yueping/views/table"
)

// leftOut lists what was recognised as nothing to import, and what else is to be known of the file.
type leftOut struct {
	page   *page
	table  *table.Table
	object fyne.CanvasObject
}

func newLeftOut(p *page) *leftOut {
	t := p.kit.T
	l := &leftOut{page: p}
	l.table = parts.NewTable(p.kit, p.gridKey, table.Column{Label: t("importing.left_where"), Width: 190}, table.Column{Label: t("importing.left_found"), Width: 190},
		table.Column{Label: t("importing.left_why"), Width: 360, Grow: 1})
	l.table.OnShortcut = nil
	l.table.OnSelected = l.reveal
	l.object = l.table
	return l
}

// count is how many there are.
func (l *leftOut) count() int {
	if l.page.read == nil {
		return 0
	}
	return len(l.page.read.Left) + len(l.page.read.Rounded)
}

func (l *leftOut) show() {
	p := l.page
	var rows []table.Row
	add := func(key, where, found, why string) {
		rows = append(rows, table.Row{Key: key, Cells: []table.Cell{{Text: where}, {Text: found}, {Text: why}}})
	}
	if p.read != nil {
		for i, r := range p.read.Left {
			add(strconv.Itoa(i), p.where(r.Sheet, r.At), r.Found, p.kit.Sentence(r.Reason))
		}
		for _, r := range p.read.Rounded {
			add("", p.where(r.Sheet, r.At), r.Found, p.kit.T("importing.rounded", "indicator", r.Indicator.Name, "value", r.Indicator.Shown(r.Cell.Value)))
		}
	}
	l.table.SetRows(rows)
}

// where names a cell, a sheet or, of a note on the whole file, nothing.
func where(sheet, at string) string {
	if at == "" {
		return sheet
	}
	return sheet + "!" + at
}

// where names a cell by itself where there is only one sheet: pasted cells have no name for it.
func (p *page) where(sheet, at string) string {
	if at != "" && p.book != nil && len(p.book.Sheets) == 1 {
		return at
	}
	return where(sheet, at)
}

// reveal shows in the sheet where the chosen one stands.
func (l *leftOut) reveal(key string) {
	i, err := strconv.Atoi(key)
	if err != nil || i >= len(l.page.read.Left) {
		return
	}
	r := l.page.read.Left[i]
	column, row := placeOf(r.At)
	l.page.sheet.reveal(r.Sheet, max(row, r.Row), column)
}
