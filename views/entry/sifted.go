package entry

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"yueping/views/controls"
	"yueping/views/grid"
)

// sifted says what a filter, an order or hidden columns keep from sight, and brings it back: rows that
// nobody misses are values that nobody enters.
type sifted struct {
	screen  *Screen
	object  *fyne.Container
	rows    *controls.Button
	order   *controls.Button
	columns *controls.Button
}

func newSifted(s *Screen) *sifted {
	f := &sifted{screen: s}
	f.rows = s.kit.Button("", nil, func() { s.grid.ClearFilters(); s.toGrid() })
	f.rows.Importance = widget.WarningImportance
	f.order = s.kit.Button(s.kit.T("entry.sorted"), nil, func() { s.grid.SortBy("", false); s.toGrid() })
	f.columns = s.kit.Button(s.kit.T("entry.columns"), nil, s.AskColumns)
	f.rows.Hide()
	f.order.Hide()
	f.object = container.NewHBox(f.columns, f.rows, f.order)
	return f
}

// show says it anew.
func (f *sifted) show() {
	s := f.screen
	v := s.grid.View()
	visible(f.rows, v.HiddenRows > 0)
	f.rows.SetText(s.kit.T("entry.sifted", "rows", v.Rows, "all", v.Rows+v.HiddenRows))
	visible(f.order, v.SortKey != "")
	label := s.kit.T("entry.columns")
	if n := len(v.HiddenColumns); n > 0 {
		label = s.kit.T("entry.hidden", "count", n)
	}
	f.columns.SetText(label)
	f.object.Refresh()
	s.bar.first.Refresh()
}

// sifting are the words of the menu of a column.
func (s *Screen) sifting() *grid.Words {
	t := s.kit.T
	return &grid.Words{Ascending: t("grid.ascending"), Descending: t("grid.descending"), Unsorted: t("grid.unsorted"), Contains: t("grid.contains"),
		Empty: t("grid.empty"), All: t("grid.all"), Apply: t("grid.apply"), Clear: t("grid.clear"), Hide: t("grid.hide")}
}
