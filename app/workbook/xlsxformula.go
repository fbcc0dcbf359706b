package workbook

import (
	"strings"

	"github.com/xuri/excelize/v2"
)

// uncounted is a formula for which the file has no result.
type uncounted struct {
	sheet       *ReadSheet
	row, column int
	style       format
	formula     string
	index       int // among all
}

// sharedFormula is a formula that other cells use, moved to where they stand.
type sharedFormula struct {
	formula     string
	row, column int
}

// readFormula keeps the formula of the cell that is read, and those that others share.
func (s *sheetReader) readFormula() error {
	shared, index := false, -1
	for s.x.attribute() {
		switch string(s.x.key) {
		case "t":
			shared = string(s.x.value) == "shared"
		case "si":
			index = whole(s.x.value)
		}
	}
	s.formula = s.x.content(s.formula[:0])
	s.sharing = -1
	if !shared || index < 0 {
		return nil
	}
	s.sharing = index
	if len(s.formula) == 0 || len(s.shared) >= maxUncounted {
		return nil
	}
	text, err := s.book.keep(s.formula)
	s.shared[index] = sharedFormula{text, s.row, s.column}
	return err
}

// withoutResult refuses a formula's cell for now: calculate may still find its result.
func (s *sheetReader) withoutResult(cell *ReadCell, style int) error {
	text, err := s.book.keep(s.formula)
	if err != nil {
		return err
	}
	if master, known := s.shared[s.sharing]; known && text == "" {
		text = moved(master.formula, int(cell.Column)-master.column, int(cell.Row)-master.row)
		if s.book.textLeft -= len(text); s.book.textLeft < 0 {
			return tooLarge()
		}
	}
	if len(s.book.uncounted) <= maxUncounted {
		s.book.uncounted = append(s.book.uncounted, &uncounted{sheet: s.sheet, row: int(cell.Row), column: int(cell.Column), style: s.shown(style), formula: text})
	}
	return s.book.refuse(cell, "workbook.formula_without_result", "formula", text)
}

// piece is a part of a formula: a place, or what stands between places.
type piece struct {
	text        string
	sheet       string // of a place on another sheet
	row, column int    // of a place, 0 otherwise
	fixedRow    bool
	fixedColumn bool
}

// calculable are the functions whose results here are those of Excel.
var calculable = map[string]bool{"SUM": true, "AVERAGE": true, "MIN": true, "MAX": true, "COUNT": true, "ROUND": true, "ABS": true, "IF": true, "AND": true, "OR": true, "NOT": true}

// pieces takes a formula apart; false where it has more than places, numbers, texts, the four kinds of
// calculation, comparisons and the calculable functions: names, other workbooks, the clock.
func pieces(formula string) (result []piece, ok bool) {
	sheet := ""
	for formula != "" {
		n := 1
		switch c := formula[0]; {
		case strings.IndexByte("+-*/(),<>=: \n\r\t", c) >= 0:
			if sheet != "" {
				return nil, false
			}
			result = append(result, piece{text: formula[:1]})
		case c == '"':
			n = quotedLength(formula, '"')
			result = append(result, piece{text: formula[:n]})
		case c == '\'':
			n = quotedLength(formula, '\'')
			if n >= len(formula) || formula[n] != '!' || sheet != "" {
				return nil, false
			}
			sheet = strings.ReplaceAll(formula[1:n-1], "''", "'")
			n++
		default:
			n = wordLength(formula)
			if n == 0 {
				return nil, false
			}
			if n < len(formula) && formula[n] == '!' && sheet == "" {
				sheet = formula[:n]
				n++
				break
			}
			p, known := word(formula[:n], strings.HasPrefix(formula[n:], "("))
			if !known || p.row == 0 && sheet != "" {
				return nil, false
			}
			p.sheet, sheet = sheet, ""
			result = append(result, p)
		}
		formula = formula[n:]
	}
	return result, sheet == ""
}

// word reads a number, a function's name or a place.
func word(text string, called bool) (piece, bool) {
	switch {
	case called:
		return piece{text: text}, calculable[strings.ToUpper(text)]
	case text[0] >= '0' && text[0] <= '9' || text[0] == '.':
		_, _, ok := decimal(text)
		return piece{text: text}, ok
	}
	column, row, ok := place([]byte(strings.ReplaceAll(text, "$", "")))
	return piece{text: text, row: row, column: column, fixedColumn: text[0] == '$', fixedRow: strings.LastIndexByte(text, '$') > 0}, ok
}

// quotedLength is how long a quoted text is, its quotes included.
func quotedLength(text string, quote byte) int {
	for i := 1; i < len(text); i++ {
		if text[i] != quote {
			continue
		}
		if i+1 == len(text) || text[i+1] != quote {
			return i + 1
		}
		i++
	}
	return len(text)
}

func wordLength(text string) int {
	for i := range len(text) {
		if c := text[i]; !xmlLetter(c) && c != '$' && c != '.' && (c < '0' || c > '9') {
			return i
		}
	}
	return len(text)
}

// moved is a formula as it reads so many columns and rows further; "" where it cannot be told.
func moved(formula string, columns, rows int) string {
	list, ok := pieces(formula)
	if !ok {
		return ""
	}
	var text strings.Builder
	for _, p := range list {
		if p.row == 0 {
			text.WriteString(p.text)
			continue
		}
		if !p.fixedColumn {
			p.column += columns
		}
		if !p.fixedRow {
			p.row += rows
		}
		name, err := excelize.CoordinatesToCellName(p.column, p.row)
		if err != nil {
			return ""
		}
		if p.sheet != "" {
			text.WriteString("'" + strings.ReplaceAll(p.sheet, "'", "''") + "'!")
		}
		text.WriteString(name)
	}
	return text.String()
}
