package workbook

import (
	"bytes"
	"strings"

	"yueping/models/fault"
	"yueping/models/number"
)

// readCell reads a cell that stands in a column if it does not say where, and gives its column. A row
// without a number has that of its first cell.
func (s *sheetReader) readCell(column int, numbered bool) (int, error) {
	var kind [9]byte
	kindLength, style := 0, 0
	for s.x.attribute() {
		switch string(s.x.key) {
		case "r":
			at, row, ok := place(s.x.value)
			if !ok || numbered && row != s.row {
				return 0, errPlace
			}
			column, s.row = at, row
		case "s":
			style = whole(s.x.value)
		case "t":
			kindLength = copy(kind[:], s.x.value)
		}
	}
	s.column = column
	content, err := s.cellContent()
	if err != nil || !content.any() {
		return column, err
	}
	if column > maxColumns || s.row > maxRows {
		return 0, s.tooMany()
	}
	cell := ReadCell{Column: int32(column), Row: int32(s.row)}
	if err := s.fill(&cell, string(kind[:kindLength]), style, content); err != nil {
		return 0, err
	}
	if cell.empty() {
		return column, nil
	}
	return column, s.put(cell)
}

// put adds a cell to the row that is read.
func (s *sheetReader) put(cell ReadCell) error {
	column := int(cell.Column)
	for len(s.cells) < column {
		s.cells = append(s.cells, ReadCell{Column: int32(len(s.cells) + 1), Row: cell.Row})
	}
	if !s.cells[column-1].empty() {
		return errTwice
	}
	s.cells[column-1] = cell
	return nil
}

// onlyDigits reports whether a text is a number, and nothing in it but digits tells what belongs to it.
func onlyDigits(text string) bool {
	const others = ".,%+- \u00A0\u3000"
	return strings.ContainsAny(text, "0123456789") && strings.Trim(text, "0123456789"+others) == ""
}

// cellContent is which elements a cell has; their texts are the sheet reader's.
type cellContent struct{ value, formula, inline bool }

func (c cellContent) any() bool { return c != cellContent{} }

func (s *sheetReader) cellContent() (content cellContent, err error) {
	s.value = s.value[:0]
	for depth := s.x.depth(); s.x.child(depth); {
		switch string(s.x.name) {
		case "v":
			content.value = true
			s.value = s.x.content(s.value[:0])
		case "is":
			content.inline = true
			s.value = s.x.rich(s.value[:0])
		case "f":
			content.formula = true
			err = s.readFormula()
		}
		if err != nil {
			return content, err
		}
	}
	return content, nil
}

// fill gives a cell what its XML says.
func (s *sheetReader) fill(cell *ReadCell, kind string, style int, content cellContent) (err error) {
	if content.formula && len(s.value) == 0 && (kind != "str" || !content.value) {
		return s.withoutResult(cell, style)
	}
	switch kind {
	case "s":
		i := whole(bytes.TrimSpace(s.value))
		if len(s.value) == 0 {
			return nil
		}
		if i < 0 || i >= len(s.book.strings) {
			return errPlace
		}
		if cell.Text = s.book.strings[i]; s.book.apart[i] {
			err = s.book.refuse(cell, "workbook.unclear_text", "text", cell.Text)
		}
	case "b":
		// A truth value is stored as 1 or 0, and is neither.
		if len(s.value) > 0 {
			cell.Text = map[bool]string{true: "TRUE", false: "FALSE"}[truth(bytes.ToLower(s.value))]
		}
	case "e":
		if cell.Text, err = s.book.keep(s.value); err == nil {
			err = s.book.refuse(cell, "workbook.error_value", "text", cell.Text)
		}
	case "d":
		if cell.Text, err = s.book.keep(s.value); err == nil {
			cell.Text, cell.Date = isoDate(cell.Text)
		}
	case "", "n":
		err = s.number(cell, bytes.TrimSpace(s.value), style)
	default:
		if cell.Text, err = s.book.keep(s.value); err == nil && content.inline && s.x.apart && onlyDigits(cell.Text) {
			err = s.book.refuse(cell, "workbook.unclear_text", "text", cell.Text)
		}
	}
	return err
}

// number gives a cell the number, or the date, that its text means in a style.
func (s *sheetReader) number(cell *ReadCell, value []byte, style int) (err error) {
	text, shown := string(value), s.shown(style)
	n, shortened, ok := decimal(text)
	switch {
	case !ok:
		cell.Text, err = s.book.keep(value)
	case shown.kind == date:
		cell.Text, cell.Date = dateText(text, s.book.from1904), true
	default:
		cell.Number, cell.Percent, cell.Shortened = s.book.storedNumber(n), shown.kind == percent, shortened
		cell.Dress = shown.dressing.of(n)
	}
	return err
}

// refuse gives a cell a fault, which takes its part of the memory for texts.
func (r *xlsxReader) refuse(cell *ReadCell, code, argument, text string) error {
	const size = 512
	if r.textLeft -= size; r.textLeft < 0 {
		return tooLarge()
	}
	cell.Fault = fault.New(code, argument, text)
	return nil
}

// shown is what a style makes of a number.
func (s *sheetReader) shown(style int) format {
	if style < 0 || style >= len(s.book.formats) {
		return format{}
	}
	return s.book.formats[style]
}

// storedNumber copies a number into memory that many share.
func (r *xlsxReader) storedNumber(n number.Number) *number.Number {
	const piece = 1024
	if len(r.numbers) == 0 {
		r.numbers = make([]number.Number, piece)
	}
	kept := &r.numbers[0]
	r.numbers = r.numbers[1:]
	*kept = n
	return kept
}
