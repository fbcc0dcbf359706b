package imports

import (
	"fyne.io/fyne/v2"

	"yueping/app/intake"
	"yueping/views/grid"
)

// single are the roles that one column of a table has at most, and that go from one column to another.
var single = map[intake.Role]bool{intake.UnitNames: true, intake.Counties: true, intake.Dates: true, intake.Months: true, intake.IndicatorList: true,
	intake.ValueList: true, intake.OfIndicator: true, intake.OfUnit: true, intake.OfDay: true}

// setColumn gives a column a role; another column that had it has none any more.
func setColumn(s *intake.SheetLayout, column int, next intake.ColumnLayout) {
	s.Off = false
	if single[next.Role] {
		for i := range s.Columns {
			if c := &s.Columns[i]; c.Role == next.Role && c.Key == next.Key && c.Day == next.Day && c.Column != column && c.Under == "" {
				c.Role, c.Key, c.Day, c.Small = intake.Ignored, "", 0, false
			}
		}
	}
	c := s.Column(column)
	if c == nil {
		s.Columns = append(s.Columns, intake.ColumnLayout{Column: column})
		c = &s.Columns[len(s.Columns)-1]
	}
	c.Role, c.Key, c.Day, c.Under, c.Small = next.Role, next.Key, next.Day, "", false
}

// setHeader makes a row the header. What its columns hold is to be found anew from there.
func setHeader(s *intake.SheetLayout, row int) {
	s.Off, s.Header, s.First, s.Columns, s.Fingerprint = false, row, row+1, nil, ""
	if s.Last < s.First {
		s.Last = 0
	}
}

// correctTable changes the layout of one table; its number is that among all of the file's.
func (p *page) correctTable(number int, change func(*intake.SheetLayout)) {
	p.correct(func(l *intake.Layout) {
		if number >= 0 && number < len(l.Sheets) {
			change(&l.Sheets[number])
		}
	})
}

// switchSheet takes the sheet in or leaves it out, with all of its tables.
func (s *sheetPane) switchSheet() {
	at, off := s.at, !s.page.off(s.at)
	s.page.correct(func(l *intake.Layout) {
		for i := range l.Sheets {
			if l.Sheets[i].Sheet == at {
				l.Sheets[i].Off = off
			}
		}
	})
}

// click offers what the clicked column or row may be.
func (s *sheetPane) click(c grid.Click) {
	switch c.Part {
	case grid.OnTitles:
		s.askColumn(c.Col+1, c.Position)
	case grid.OnRowHeaders:
		s.askRow(c.Row+1, c.Position)
	}
}

// key offers the same at the cursor: Enter for its column, Space for its row.
func (s *sheetPane) key(ev *fyne.KeyEvent) bool {
	if s.page.gridKey(ev) {
		return true
	}
	row, column := s.grid.Cursor()
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(s.grid).AddXY(s.grid.Size().Width/3, 0)
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		s.askColumn(column+1, at)
	case fyne.KeySpace:
		s.askRow(row+1, at)
	default:
		return false
	}
	return true
}

func (s *sheetPane) askColumn(column int, at fyne.Position) {
	if s.correctable() {
		s.page.offer(s.page.roles(s.table, column), at)
	}
}

// correctable reports whether somebody may say what is what: not in a sheet that is left out, unless
// nothing of the file could be read.
func (s *sheetPane) correctable() bool {
	return s.table >= 0 && (!s.page.off(s.at) || s.page.read == nil)
}

// askRow offers where the table begins and ends.
func (s *sheetPane) askRow(row int, at fyne.Position) {
	if !s.correctable() {
		return
	}
	t, table := s.page.kit.T, s.table
	item := func(words string, set func(*intake.SheetLayout)) option {
		return option{label: t(words, "row", row), do: func() { s.page.correctTable(table, set) }}
	}
	s.page.offer([]option{
		item("importing.row_header", func(l *intake.SheetLayout) { setHeader(l, row) }),
		item("importing.row_first", func(l *intake.SheetLayout) { l.First = row }),
		item("importing.row_last", func(l *intake.SheetLayout) { l.Last = row }),
	}, at)
}
