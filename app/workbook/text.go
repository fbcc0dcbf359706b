package workbook

import (
	"bytes"
	"regexp"
	"strings"

	"yueping/models/fault"
)

// The name of a sheet that has none.
const textSheet = "CSV"

// sampled is how many rows decide on the separator, and how many bytes of them.
const (
	sampled      = 100
	sampledBytes = 256 << 10
)

// separators are what may stand between two cells, the surest first.
var separators = []string{"\t", ",", ";", "|", "，", "；"}

// ParsePasted reads what was pasted: cells between tabs, as spreadsheets put them on the clipboard, or
// between other separators. All cells are text. Faults: workbook.empty, workbook.not_a_workbook,
// workbook.too_many_cells.
func ParsePasted(text string) (*Read, error) {
	return readText([]byte(strings.TrimPrefix(text, "\uFEFF")))
}

// parseText reads CSV and TSV in any character set that offices use.
func parseText(data []byte) (*Read, error) {
	text, ok := tell(data, "")
	if !ok {
		return nil, fault.New("workbook.not_a_workbook")
	}
	plain, err := text.utf8()
	if err != nil {
		return nil, err
	}
	return readText(plain)
}

func readText(text []byte) (*Read, error) {
	// An end-of-file mark of old programs.
	text = bytes.TrimRight(text, "\x1A")
	if bytes.ContainsFunc(text, isControl) {
		return nil, fault.New("workbook.not_a_workbook")
	}
	separator, text := announced(text)
	if separator == "" {
		separator = likeliest(text)
	}
	left := maxCells
	g := newGrid(textSheet, &left)
	f := fields{text: text, separator: []byte(separator)}
	var row []ReadCell
	for !f.done() {
		row = row[:0]
		for more := true; more; {
			var field []byte
			field, more = f.next()
			if len(row) > maxColumns && len(field) > 0 {
				return nil, g.tooMany()
			}
			if len(row) <= maxColumns {
				row = append(row, ReadCell{Text: meant(string(field))})
			}
		}
		if err := g.add(row); err != nil {
			return nil, err
		}
	}
	result := &Read{Kind: KindText}
	if err := result.take(&g, false); err != nil {
		return nil, err
	}
	if len(result.Sheets[0].Rows) == 0 {
		return nil, fault.New("workbook.empty")
	}
	return result, nil
}

func isControl(r rune) bool {
	return r < ' ' && r != '\t' && r != '\n' && r != '\r' && r != '\v' && r != '\f'
}

// announced reads a first line sep=; of Excel, which is no row of the table.
func announced(text []byte) (separator string, rest []byte) {
	end := bytes.IndexAny(text, "\r\n")
	if end < 0 {
		return "", text
	}
	line := strings.Trim(string(text[:end]), `"`)
	separator, found := strings.CutPrefix(strings.ToLower(line), "sep=")
	if !found || len([]rune(separator)) != 1 || separator == `"` {
		return "", text
	}
	rest = text[end:]
	if cut, windows := bytes.CutPrefix(rest, []byte("\r\n")); windows {
		return separator, cut
	}
	return separator, rest[1:]
}

// likeliest gives the separator that divides most of the first rows into the same number of cells.
func likeliest(text []byte) string {
	text = text[:min(len(text), sampledBytes)]
	best, agreed := separators[1], 0
	for _, separator := range separators {
		counts, most := map[int]int{}, 0
		f := fields{text: text, separator: []byte(separator)}
		for row := 0; row < sampled && !f.done(); row++ {
			cells := 0
			for more := true; more; cells++ {
				_, more = f.next()
			}
			if cells > 1 {
				counts[cells]++
				most = max(most, counts[cells])
			}
		}
		if most > agreed {
			best, agreed = separator, most
		}
	}
	return best
}

// quotedFormula is how Excel is told to keep a text's leading zeros.
var quotedFormula = regexp.MustCompile(`^="((?:[^"]|"")*)"$`)

// formulaSigns begin what spreadsheets calculate, at once or behind the white space.
const formulaSigns = "=+-@\t\r\n"

// meant takes the wrapping off that keeps a spreadsheet from calculating: ="0123", and the apostrophe
// before what would be a formula.
func meant(field string) string {
	if len(field) < 2 {
		return field
	}
	switch {
	case field[0] == '\'' && strings.IndexByte(formulaSigns, field[1]) >= 0:
		return field[1:]
	case field[0] == '=':
		if m := quotedFormula.FindStringSubmatch(field); m != nil {
			return strings.ReplaceAll(m[1], `""`, `"`)
		}
	}
	return field
}
