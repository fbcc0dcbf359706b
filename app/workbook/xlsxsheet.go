package workbook

import (
	"bytes"
	"errors"
	"strconv"

	"yueping/models/fault"
)

// sheetReader reads one worksheet.
type sheetReader struct {
	book     *xlsxReader
	x        *tokens
	sheet    *ReadSheet
	row      int        // the number of the row that is read
	column   int        // that of its cell
	cells    []ReadCell // those of the row, up to the last with content
	value    []byte     // of the cell that is read
	formula  []byte
	shared   map[int]sharedFormula
	sharing  int                  // the shared formula that the cell uses, -1 for none
	narrow   [maxColumns + 1]bool // columns that nobody sees
	columned int                  // descriptions of columns so far
}

var (
	errPlace   = errors.New("a cell stands where none can stand")
	errTwice   = errors.New("two cells stand in one place")
	errColumns = errors.New("more columns are described than there are")
)

// sheet reads a worksheet; damage is an error without a code.
func (r *xlsxReader) sheet(entry sheetEntry, part string) (*ReadSheet, error) {
	s := &sheetReader{book: r, shared: map[int]sharedFormula{},
		sheet: &ReadSheet{Name: entry.name, HiddenRows: map[int]bool{}, HiddenColumns: map[int]bool{}}}
	if err := r.parts.read(part, s.worksheet); err != nil {
		return nil, err
	}
	s.prune()
	return s.sheet, nil
}

func (s *sheetReader) worksheet(x *tokens) error {
	s.x = x
	if !x.root("worksheet") {
		return errXML
	}
	for x.child(1) {
		var err error
		switch string(x.name) {
		case "cols":
			err = s.columns()
		case "sheetData":
			for err == nil && x.child(2) {
				if string(x.name) == "row" {
					err = s.readRow()
				}
			}
		case "mergeCells":
			for err == nil && x.child(2) {
				err = s.readMerge()
			}
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// columns notes those that nobody sees.
func (s *sheetReader) columns() error {
	for s.x.child(2) {
		from, to, hidden := 0, 0, false
		for s.x.attribute() {
			switch string(s.x.key) {
			case "min":
				from = whole(s.x.value)
			case "max":
				to = whole(s.x.value)
			case "hidden":
				hidden = hidden || truth(s.x.value)
			case "width":
				hidden = hidden || none(s.x.value)
			}
		}
		if s.columned++; s.columned > 1<<14 {
			return errColumns
		}
		for c := max(from, 1); hidden && c <= min(to, maxColumns); c++ {
			s.narrow[c] = true
		}
	}
	return nil
}

// none reports that a measure is nothing.
func none(measure []byte) bool {
	v, err := strconv.ParseFloat(string(measure), 64)
	return err == nil && v == 0
}

func (s *sheetReader) readRow() error {
	numbered, hidden := false, false
	number := s.row + 1
	for s.x.attribute() {
		switch string(s.x.key) {
		case "r":
			at, err := strconv.Atoi(string(s.x.value))
			if err != nil && !errors.Is(err, strconv.ErrRange) {
				return errPlace
			}
			if at <= 0 {
				return s.tooMany()
			}
			number, numbered = at, true
		case "hidden":
			hidden = hidden || truth(s.x.value)
		case "ht":
			hidden = hidden || none(s.x.value)
		}
	}
	s.row, s.cells = number, s.cells[:0]
	column := 0
	for s.x.child(3) {
		if string(s.x.name) != "c" {
			continue
		}
		var err error
		if column, err = s.readCell(column+1, numbered); err != nil {
			return err
		}
		numbered = true
	}
	if hidden && s.row <= maxRows {
		s.sheet.HiddenRows[s.row] = true
	}
	return s.keepRow()
}

// keepRow puts the row's cells where they belong.
func (s *sheetReader) keepRow() error {
	if len(s.cells) == 0 || s.x.err != nil {
		return nil
	}
	rows := s.sheet.Rows
	if gap := s.row - 1 - len(rows); gap > 0 {
		if err := s.take(gap); err != nil {
			return err
		}
		rows = append(rows, make([][]ReadCell, gap)...)
	}
	if err := s.take(len(s.cells)); err != nil {
		return err
	}
	if s.row > len(rows) {
		rows = append(rows, nil)
	}
	if rows[s.row-1] != nil {
		return errTwice
	}
	rows[s.row-1] = s.book.stored(s.cells)
	s.sheet.Rows = rows
	return nil
}

// stored copies cells into memory of which many rows share one piece.
func (r *xlsxReader) stored(cells []ReadCell) []ReadCell {
	const piece = 4096
	if len(r.free) < len(cells) {
		r.free = make([]ReadCell, piece)
	}
	n := copy(r.free, cells)
	kept := r.free[:n:n]
	r.free = r.free[n:]
	return kept
}

// take counts cells: workbook.too_many_cells.
func (s *sheetReader) take(count int) error {
	if s.book.cellsLeft -= count; s.book.cellsLeft < 0 {
		return s.tooMany()
	}
	return nil
}

func (s *sheetReader) tooMany() error {
	return fault.New("workbook.too_many_cells", "sheet", s.sheet.Name, "rows", maxRows, "columns", maxColumns)
}

func (s *sheetReader) readMerge() error {
	for s.x.attribute() {
		if string(s.x.key) != "ref" {
			continue
		}
		if len(s.sheet.Merges) >= maxMerges {
			return s.tooMany()
		}
		from, to, two := bytes.Cut(s.x.value, []byte(":"))
		if !two {
			to = from
		}
		left, top, ok := place(from)
		right, bottom, alsoOK := place(to)
		if !ok || !alsoOK {
			return errPlace
		}
		area := Area{min(left, right), min(top, bottom), max(left, right), max(top, bottom)}
		if left != right || top != bottom {
			s.sheet.Merges = append(s.sheet.Merges, area)
		}
	}
	return nil
}

// prune leaves out what is told of rows and columns that hold nothing.
func (s *sheetReader) prune() {
	width := 0
	for _, row := range s.sheet.Rows {
		width = max(width, len(row))
	}
	for c := 1; c <= width; c++ {
		if s.narrow[c] {
			s.sheet.HiddenColumns[c] = true
		}
	}
	for row := range s.sheet.HiddenRows {
		if row > len(s.sheet.Rows) {
			delete(s.sheet.HiddenRows, row)
		}
	}
}

// place reads C5 into column and row, what is beyond any bound as just beyond ours.
func place(name []byte) (column, row int, ok bool) {
	i := 0
	for ; i < len(name) && (name[i]|0x20) >= 'a' && (name[i]|0x20) <= 'z'; i++ {
		column = min(column*26+int(name[i]|0x20-'a')+1, 1<<20)
	}
	for j := i; j < len(name); j++ {
		if name[j] < '0' || name[j] > '9' {
			return 0, 0, false
		}
		row = min(row*10+int(name[j]-'0'), 1<<30)
	}
	return column, row, column > 0 && row > 0
}
