package imports

import (
	"strconv"

	"fyne.io/fyne/v2"

	"yueping/app"
	"yueping/app/intake"
	"yueping/app/workbook"
	"yueping/views/grid"
)

const (
	sampledRows = 40 // from which a column's width is taken
	sampleRunes = 16 // the widest text that a column is made for
)

// sheetSource shows a sheet as it stands, every column under what it was taken for.
type sheetSource struct {
	page    *page
	sheet   *workbook.ReadSheet
	layout  *intake.SheetLayout
	columns []grid.Column
	refused map[string]*app.ImportRefusal // by cell
	left    map[string]*app.ImportRefusal
	rows    map[int]*app.ImportRefusal // rows that are left out as a whole
	bad     map[int]bool               // rows with something refused
}

func newSheetSource(p *page, sheet *workbook.ReadSheet, layout *intake.SheetLayout) *sheetSource {
	s := &sheetSource{page: p, sheet: sheet, layout: layout, refused: map[string]*app.ImportRefusal{}, left: map[string]*app.ImportRefusal{},
		rows: map[int]*app.ImportRefusal{}, bad: map[int]bool{}}
	if p.read != nil {
		for i := range p.read.Refused {
			if r := &p.read.Refused[i]; r.Sheet == sheet.Name {
				s.refused[r.At] = r
				s.bad[r.Row] = true
			}
		}
		for i := range p.read.Left {
			if r := &p.read.Left[i]; r.Sheet == sheet.Name {
				s.left[r.At] = r
				if r.Row > 0 && r.Indicator == nil {
					s.rows[r.Row] = r
				}
			}
		}
	}
	s.makeColumns()
	return s
}

func (s *sheetSource) makeColumns() {
	width := 0
	for _, row := range s.sheet.Rows {
		width = max(width, len(row))
	}
	for n := 1; n <= width; n++ {
		c := s.column(n)
		title := s.page.roleWords(c) + "\n" + letters(n)
		if c != nil && c.Confidence < sure && s.page.layout.From == intake.Guessed && c.Role != intake.Ignored {
			title += s.page.kit.T("importing.confirm")
		}
		s.columns = append(s.columns, grid.Column{Key: letters(n), Title: title, Sample: s.sample(n), ReadOnly: true,
			Accented: c != nil && c.Role != intake.Ignored && !s.off(), Align: fyne.TextAlignLeading})
	}
}

// column is the layout of a column, nil for one that has none.
func (s *sheetSource) column(n int) *intake.ColumnLayout {
	if s.layout == nil {
		return nil
	}
	return s.layout.Column(n)
}

func (s *sheetSource) off() bool { return s.layout == nil || s.layout.Off }

// sample is the widest text at the top of a column, within reason.
func (s *sheetSource) sample(column int) string {
	widest := ""
	// A title above the table may run on over the columns beside it.
	from := 0
	if !s.off() {
		from = min(max(s.layout.Header-1, 0), len(s.sheet.Rows))
	}
	for _, row := range s.sheet.Rows[from:min(len(s.sheet.Rows), from+sampledRows)] {
		if column > len(row) {
			continue
		}
		text := []rune(row[column-1].Shown())
		if n := min(len(text), sampleRunes); n > len([]rune(widest)) {
			widest = string(text[:n])
		}
	}
	return widest
}

// Rows is how many rows the sheet has.
func (s *sheetSource) Rows() int {
	if s.sheet == nil {
		return 0
	}
	return len(s.sheet.Rows)
}

// Columns are the sheet's.
func (s *sheetSource) Columns() []grid.Column { return s.columns }

// HeaderColumns are the row's number and what it was taken for.
func (s *sheetSource) HeaderColumns() []grid.Column {
	if s.page == nil {
		return nil
	}
	t := s.page.kit.T
	return []grid.Column{{Key: "number", Title: t("importing.row"), Sample: "100000", Align: fyne.TextAlignTrailing},
		{Key: "as", Title: t("importing.row_as"), Sample: t("importing.as.refused") + t("importing.as.header")}}
}

// RowHeader is the row's number and what it was taken for.
func (s *sheetSource) RowHeader(row int) []string {
	words := ""
	if as := s.as(row + 1); as != "" {
		words = s.page.kit.T("importing.as." + as)
	}
	return []string{strconv.Itoa(row + 1), words}
}

// as is what a row was taken for, "" for values and for what stands above the table.
func (s *sheetSource) as(row int) string {
	l := s.layout
	switch {
	case s.off():
		return ""
	case s.sheet.HiddenRows[row]:
		return "hidden"
	case l.Header > 0 && row >= l.Header && row < l.First:
		return "header"
	case s.bad[row]:
		return "refused"
	case s.rows[row] != nil:
		return "left"
	case l.Last > 0 && row > l.Last:
		return "after"
	}
	return ""
}

// Cell shows what stands there: refused with a sign, left out in grey, each with its reason.
func (s *sheetSource) Cell(row, col int) grid.Cell {
	cells := s.sheet.Rows[row]
	if col >= len(cells) {
		return grid.Cell{ReadOnly: !s.isValue(row + 1)}
	}
	at := cells[col].Name()
	// Of an accented column only the values stand out.
	c := grid.Cell{Text: cells[col].Shown(), ReadOnly: !s.isValue(row + 1), Dim: s.dim(row+1, col+1)}
	if c.Text == "" && cells[col].Fault != nil {
		c.Text = s.page.kit.Sentence(cells[col].Fault)
	}
	if r := s.refused[at]; r != nil {
		c.Mark, c.Note, c.Dim = grid.MarkError, s.page.refusalWords(*r), false
		return c
	}
	if r := s.left[at]; r != nil {
		c.Note = s.page.kit.Sentence(r.Reason)
	} else if r := s.rows[row+1]; r != nil {
		c.Note = s.page.kit.Sentence(r.Reason)
	} else if row+1 < s.first() {
		c.Note = c.Text // of titles the columns show a part
	}
	return c
}

// isValue reports whether a row brings values.
func (s *sheetSource) isValue(row int) bool {
	as := s.as(row)
	return row >= s.first() && (as == "" || as == "refused")
}

// first is the first row of values, beyond the last one where nothing says it.
func (s *sheetSource) first() int {
	if s.off() {
		return len(s.sheet.Rows) + 1
	}
	return s.layout.First
}

// dim reports whether a cell brings no value.
func (s *sheetSource) dim(row, column int) bool {
	switch as := s.as(row); {
	case s.off() || as == "left" || as == "hidden" || as == "after":
		return true
	case s.sheet.HiddenColumns[column]:
		return true
	}
	c := s.column(column)
	return c == nil || c.Role == intake.Ignored
}

// Edit refuses: the file stays as it is.
func (s *sheetSource) Edit(grid.EditKind, []grid.Edit) error { return grid.ErrReadOnly }
