package intake

import (
	"cmp"
	"maps"
	"slices"

	"yueping/app/workbook"
	"yueping/models"
	"yueping/models/fault"
	"yueping/models/month"
)

// Terms are what a workbook is read for.
type Terms struct {
	Program *models.Program
	At      month.Month
	Roster  *models.Roster
	Matcher *models.Matcher
}

// Item is a cell with the place it is for. Its Cell is blank where nothing stands there.
type Item struct {
	Unit      *models.Unit
	Indicator *models.Indicator
	Day       int // 0 for the month's own value
	Sheet     string
	Row       int
	Cell      *workbook.ReadCell
	Value     Value
	small     bool
}

// Refusal is a cell, a column or a row that is not read.
type Refusal struct {
	Sheet, At, Found string
	Row              int          // of the sheet, from 1; 0 for a sheet or a column as a whole
	Unit             *models.Unit // nil where it is not known
	Indicator        *models.Indicator
	Day              int
	Reason           *fault.Fault
}

// Reading is what a workbook says by a layout. Refused has what stands where no value can be made out
// of it, but for the faults of Items; Left what is no value of the month.
type Reading struct {
	Items     []Item
	Refused   []Refusal
	Left      []Refusal
	Questions []Question
	Layout    Layout // with the units and indicators that titles and headers turned out to name
}

// sheetReader reads sheets one after the other.
type sheetReader struct {
	Terms
	*reader
	result *Reading
	units  map[written]found
	asked  map[string]int // index of a question by its key
	dates  map[string]dated
}

// Read reads a workbook's sheets by a layout.
func Read(book *workbook.Read, layout Layout, terms Terms) (*Reading, error) {
	r := &sheetReader{Terms: terms, reader: newReader(terms.Program, terms.Roster.Register()), result: &Reading{Layout: layout},
		units: map[written]found{}, asked: map[string]int{}, dates: map[string]dated{}}
	r.result.Layout.Sheets = slices.Clone(layout.Sheets)
	r.result.Layout.Units = map[string]string{}
	maps.Copy(r.result.Layout.Units, layout.Units)
	for _, note := range book.Notes {
		r.result.Left = append(r.result.Left, Refusal{Reason: note})
	}
	pages := map[string]*page{}
	for i := range r.result.Layout.Sheets {
		s := &r.result.Layout.Sheets[i]
		if pages[s.Sheet] == nil {
			pages[s.Sheet] = newPage(findSheet(book, s.Sheet))
		}
		p := pages[s.Sheet]
		if s.Off {
			r.off(p, s)
			continue
		}
		t, err := r.tableOf(p, *s, layout.titleTop(i), layout.From == Template)
		if err != nil {
			return nil, err
		}
		end := len(p.Rows)
		if next := i + 1; next < len(r.result.Layout.Sheets) && r.result.Layout.Sheets[next].Sheet == s.Sheet {
			end = titleAbove(p, s.Last+1, r.result.Layout.Sheets[next].Header) - 1
		}
		r.table(t, s, end)
	}
	r.hidden(book)
	return r.result, nil
}

// off names a sheet that is not read.
func (r *sheetReader) off(p *page, s *SheetLayout) {
	reason := fault.New("import.left_off")
	switch {
	case s.Month != "" && s.Month != r.At.String():
		reason = fault.New("import.left_month", "found", s.Month, "month", r.At.String())
	case s.Shape == "":
		reason = fault.New("import.left_sheet", "sheet", s.Sheet, "rows", headerRows)
	}
	for row := max(s.Header-1, 0); row < len(p.Rows); row++ {
		for i := range p.Rows[row] {
			if cell := &p.Rows[row][i]; !cell.Blank() {
				r.result.Left = append(r.result.Left, Refusal{Sheet: s.Sheet, At: cell.Name(), Reason: reason})
				return
			}
		}
	}
}

// hidden names the hidden sheets that hold a table.
func (r *sheetReader) hidden(book *workbook.Read) {
	for i := range book.Hidden {
		p := newPage(&book.Hidden[i])
		if t, how := r.choose(p, 1, headerRows, 0); how == strong {
			if at := t.columns[0].cell; at != nil {
				r.result.Left = append(r.result.Left, Refusal{Sheet: p.Name, At: at.Name(), Reason: fault.New("import.left_hidden_sheet")})
			}
		}
	}
}

// table reads one table; rows beneath its last, to end, are named.
func (r *sheetReader) table(t *table, s *SheetLayout, end int) {
	r.leaveMonths(t)
	w, ok := r.whole(t, s)
	r.header(t)
	if !ok {
		return
	}
	if day := t.oneDay(); day != "" {
		r.refuseTable(t, fault.New("import.one_day", "found", day))
		return
	}
	if span := t.otherSpan(); span != "" {
		r.refuseTable(t, fault.New("import.other_span", "found", span, "month", r.At.String()))
		return
	}
	if t.blocks = t.makeBlocks(); len(t.blocks) == 0 && !slices.ContainsFunc(t.columns, func(c column) bool { return c.refused != nil }) {
		r.refuseTable(t, fault.New("import.no_indicator", "allowed", indicatorNames(r.Program)))
		return
	}
	from := len(r.result.Items)
	hidden, beneath := run{}, 0
	for row := t.first; row <= end; row++ {
		cells := rowAt(t.page.ReadSheet, row)
		if contentWidth(cells) == 0 {
			continue
		}
		valued := t.valued(cells)
		switch {
		case s.Last > 0 && row > s.Last:
			if beneath++; beneath <= namedNotes {
				r.leave(t, firstCell(cells), fault.New(map[bool]string{true: "import.left_below", false: "import.left_note"}[valued && !isNote(firstText(cells))]))
			}
		case t.page.HiddenRows[row]:
			if valued {
				hidden.add(firstCell(cells))
			}
			continue
		case t.repeats(cells):
			r.leave(t, firstCell(cells), fault.New("import.left_header"))
		default:
			r.row(t, &w, cells, valued)
		}
	}
	if hidden.count > 0 {
		r.leave(t, hidden.first, fault.New("import.left_hidden", "count", hidden.count, "first", hidden.first.Row, "last", hidden.last))
	}
	if beneath > namedNotes {
		r.leave(t, blankCell(1, s.Last+1), fault.New("import.left_rows", "count", beneath, "named", namedNotes))
	}
	r.values(t, r.result.Items[from:])
}

// namedNotes is how many rows beneath a table are named one by one.
const namedNotes = 20

// run counts rows.
type run struct {
	first       *workbook.ReadCell
	last, count int
}

func (n *run) add(cell *workbook.ReadCell) {
	if n.count++; n.first == nil {
		n.first = cell
	}
	n.last = int(cell.Row)
}

// header names the columns that are refused or left.
func (r *sheetReader) header(t *table) {
	for i := range t.columns {
		c := &t.columns[i]
		at := Refusal{Sheet: t.page.Name, At: c.cell.Name(), Found: c.cell.Shown()}
		if c.refused != nil {
			at.Reason = c.refused
			r.result.Refused = append(r.result.Refused, at)
		} else if c.left != nil {
			at.Reason = c.left
			r.result.Left = append(r.result.Left, at)
		}
	}
}

// values reads the cells of a table's items, those of one indicator together.
func (r *sheetReader) values(t *table, items []Item) {
	type kind struct {
		indicator *models.Indicator
		small     bool
		daily     bool
	}
	columns, cells := map[kind]*Column{}, map[kind][]workbook.ReadCell{}
	said, multiple := r.result.Layout.Thousandths, t.multiple()
	of := func(i *Item) kind { return kind{i.Indicator, i.small, i.Day != 0} }
	for n := range items {
		if i := &items[n]; i.Indicator.Percent || slices.Contains(said, i.Indicator.Key) {
			cells[of(i)] = append(cells[of(i)], *i.Cell)
		}
	}
	var shortened, computed run
	for n := range items {
		i := &items[n]
		if i.Cell.Blank() {
			i.Value.Blank = true
			continue
		}
		k := of(i)
		c := columns[k]
		if c == nil {
			o := ColumnOptions{Dash: r.result.Layout.Dash, Thousandth: slices.Contains(said, k.indicator.Key), Small: k.small, Multiple: multiple}
			c = NewColumn(k.indicator.At(r.At.Day(i.Day)), cells[k], o)
			columns[k] = c
		}
		i.Value = c.Read(*i.Cell)
		if i.Cell.Shortened {
			shortened.add(i.Cell)
		}
		if i.Cell.Computed {
			computed.add(i.Cell)
		}
	}
	if shortened.count > 0 {
		r.leave(t, shortened.first, fault.New("import.shortened", "count", shortened.count))
	}
	if computed.count > 0 {
		r.leave(t, computed.first, fault.New("import.computed", "count", computed.count))
	}
}

// leave names a row that is not read.
func (r *sheetReader) leave(t *table, cell *workbook.ReadCell, reason *fault.Fault) {
	r.result.Left = append(r.result.Left, Refusal{Sheet: t.page.Name, At: cell.Name(), Row: int(cell.Row), Found: cell.Shown(), Reason: reason})
}

func (r *sheetReader) refuse(t *table, cell *workbook.ReadCell, unit *models.Unit, reason *fault.Fault) {
	r.result.Refused = append(r.result.Refused, Refusal{Sheet: t.page.Name, At: cell.Name(), Row: int(cell.Row), Found: cell.Shown(), Unit: unit, Reason: reason})
}

func firstCell(cells []workbook.ReadCell) *workbook.ReadCell {
	for i := range cells {
		if !cells[i].Blank() {
			return &cells[i]
		}
	}
	return &workbook.ReadCell{}
}

// Sort orders refusals as their cells stand in the workbook.
func Sort(list []Refusal, book *workbook.Read) {
	order := map[string]int{}
	for i := range book.Sheets {
		order[book.Sheets[i].Name] = i + 1
	}
	slices.SortStableFunc(list, func(a, b Refusal) int {
		x, y := placeOf(a.At), placeOf(b.At)
		return cmp.Or(cmp.Compare(order[a.Sheet], order[b.Sheet]), cmp.Compare(x.row, y.row), cmp.Compare(x.column, y.column))
	})
}

type place struct{ row, column int }

// placeOf reads a cell's name, C5; 0 for what is none.
func placeOf(name string) place {
	var p place
	for _, c := range name {
		switch {
		case c >= 'A' && c <= 'Z':
			p.column = p.column*26 + int(c-'A') + 1
		case c >= '0' && c <= '9':
			p.row = p.row*10 + int(c-'0')
		}
	}
	return p
}
