package imports

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"yueping/app/intake"
	"yueping/app/workbook"
	"yueping/views/controls"
	"yueping/views/grid"
	"yueping/views/kit"
)

// sheetPane is a file's sheets as they stand there, with what each column and row was taken for. A click
// corrects it.
type sheetPane struct {
	page   *page
	tabs   *controls.Choice
	shape  *widget.Label
	onOff  *controls.Button
	trust  *kit.Tag
	doubt  *widget.Label
	grid   *grid.Grid
	source *sheetSource
	none   *widget.Label
	line   *fyne.Container // of the sheets
	lines  *fyne.Container
	object *fyne.Container

	at    string // the sheet that is shown
	table int    // the table of it that the columns are titled for, its number among all; -1 for none
}

func newSheetPane(p *page) *sheetPane {
	s := &sheetPane{page: p, trust: kit.NewTag("", theme.ColorNamePrimary), doubt: widget.NewLabel(""), none: kit.Wrapped(p.kit.T("importing.no_sheet"))}
	s.tabs = controls.NewChoice(p.keys(), s.look)
	s.shape = widget.NewLabel("")
	s.onOff = p.button("", nil, s.switchSheet)
	s.source = &sheetSource{}
	s.grid = grid.New(s.source)
	s.grid.TabLeaves = true
	s.grid.Before = s.key
	s.grid.OnClick = s.click
	s.grid.OnSelected = func(grid.Range) { s.follow() }
	s.doubt.Truncation = fyne.TextTruncateEllipsis
	s.line = container.NewHBox(s.tabs.Object(), s.onOff)
	trust := container.NewBorder(nil, nil, container.NewHBox(container.NewCenter(s.trust), s.shape), nil, s.doubt)
	s.lines = container.NewVBox(sideways(s.line), trust)
	hint := widget.NewLabel(p.kit.T("importing.sheet_hint"))
	hint.SizeName = theme.SizeNameCaptionText
	hint.Truncation = fyne.TextTruncateEllipsis
	s.none.Alignment = fyne.TextAlignCenter
	for _, o := range []fyne.CanvasObject{s.none, s.grid, s.onOff, s.trust} { // until something is read
		o.Hide()
	}
	s.object = container.NewBorder(s.lines, hint, nil, nil, container.NewStack(s.grid, s.none))
	return s
}

// look shows another sheet.
func (s *sheetPane) look(sheet string) {
	s.at = sheet
	s.show()
}

// show shows the sheet of now as it was taken.
func (s *sheetPane) show() {
	p := s.page
	p.showTabs()
	sheet := s.sheet()
	has := sheet != nil
	s.none.Hidden, s.grid.Hidden = has || p.reading, !has
	s.onOff.Hidden = !has || p.read == nil || len(p.book.Sheets) < 2
	if !has {
		s.table = -1
		s.showTrust(nil)
		return
	}
	row, _ := s.grid.Cursor()
	s.title(sheet, p.tableAt(s.at, row+1))
	s.onOff.SetText(p.kit.T(map[bool]string{true: "importing.sheet_take", false: "importing.sheet_leave"}[p.off(s.at)]))
	s.lines.Objects[0].(*fyne.Container).Hidden = len(p.book.Sheets) < 2
	s.line.Refresh()
	s.lines.Refresh()
	s.object.Refresh()
}

// title titles the columns for a table.
func (s *sheetPane) title(sheet *workbook.ReadSheet, table int) {
	s.table = table
	var layout *intake.SheetLayout
	if table >= 0 {
		layout = &s.page.layout.Sheets[table]
	}
	s.source = newSheetSource(s.page, sheet, layout)
	s.grid.SetSource(s.source)
	s.showTrust(layout)
}

// follow titles the columns for the table in which the cursor is, where a sheet has several.
func (s *sheetPane) follow() {
	row, _ := s.grid.Cursor()
	if table := s.page.tableAt(s.at, row+1); table != s.table && s.sheet() != nil {
		s.title(s.sheet(), table)
	}
}

// tableAt is the number of the table of a sheet that a row belongs to: the last one that begins above it,
// or else the first; -1 where the sheet has none.
func (p *page) tableAt(sheet string, row int) int {
	found := -1
	for i, s := range p.layout.Sheets {
		if s.Sheet == sheet && (found < 0 || s.Header <= row) {
			found = i
		}
	}
	return found
}

// off reports whether no table of a sheet is read.
func (p *page) off(sheet string) bool {
	for _, s := range p.layout.Sheets {
		if s.Sheet == sheet && !s.Off {
			return false
		}
	}
	return true
}

// showTabs offers the sheets; the first one that is read is shown first.
func (p *page) showTabs() {
	s := p.sheet
	var options []controls.Option
	first := ""
	if p.book != nil {
		for _, sheet := range p.book.Sheets {
			words := "importing.tab"
			if p.off(sheet.Name) {
				words = "importing.tab_off"
			} else if first == "" {
				first = sheet.Name
			}
			options = append(options, controls.Option{Key: sheet.Name, Label: p.kit.T(words, "sheet", sheet.Name)})
		}
	}
	if s.at == "" {
		s.at = first
	}
	s.tabs.Set(options, s.at)
	s.at = s.tabs.Chosen()
}

// sheet is the one that is shown.
func (s *sheetPane) sheet() *workbook.ReadSheet {
	if s.page.book == nil {
		return nil
	}
	for i := range s.page.book.Sheets {
		if s.page.book.Sheets[i].Name == s.at {
			return &s.page.book.Sheets[i]
		}
	}
	return nil
}

// reveal shows a row of a sheet.
func (s *sheetPane) reveal(sheet string, row, column int) {
	if s.page.book == nil || row < 1 {
		return
	}
	if sheet != s.at {
		s.look(sheet)
	}
	if s.at == sheet && row <= s.source.Rows() {
		s.grid.Select(row-1, max(column, 1)-1)
	}
}
