package air

import (
	"bufio"
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"

	"yueping/models/fault"
	"yueping/models/month"
	"yueping/models/number"
)

// line is a row of a standards table with where it stands in its file.
type line struct {
	at    int
	cells map[string]string
}

// table reads a CSV whose lines starting with # are remarks. Every fault carries its line:
// air.table_columns line want got, air.table_line line (with the reader's error below it),
// air.table_empty.
func table(r io.Reader, columns []string) ([]line, error) {
	buffered := bufio.NewReader(r)
	if mark, err := buffered.Peek(3); err == nil && string(mark) == "\uFEFF" {
		if _, err := buffered.Discard(3); err != nil {
			return nil, fault.Wrap(err, "air.table_line", "line", 1)
		}
	}
	reader := csv.NewReader(buffered)
	reader.Comment = '#'
	head, err := reader.Read()
	if errors.Is(err, io.EOF) {
		return nil, fault.New("air.table_empty")
	}
	if err != nil {
		return nil, unreadable(err)
	}
	if !slices.Equal(head, columns) {
		at, _ := reader.FieldPos(0)
		return nil, fault.New("air.table_columns", "line", at, "want", strings.Join(columns, ","), "got", strings.Join(head, ","))
	}
	var lines []line
	var faults []error
	for {
		record, err := reader.Read()
		var malformed *csv.ParseError
		switch {
		case errors.Is(err, io.EOF):
			if len(lines) == 0 && faults == nil {
				return nil, fault.New("air.table_empty")
			}
			return lines, errors.Join(faults...)
		case errors.As(err, &malformed):
			faults = append(faults, unreadable(err))
			continue
		case err != nil:
			return nil, unreadable(err)
		}
		at, _ := reader.FieldPos(0)
		cells := make(map[string]string, len(columns))
		for i, column := range columns {
			cells[column] = strings.TrimSpace(record[i])
		}
		lines = append(lines, line{at, cells})
	}
}

func unreadable(err error) error {
	at := 0
	var malformed *csv.ParseError
	if errors.As(err, &malformed) {
		at = malformed.Line
	}
	return fault.Wrap(err, "air.table_line", "line", at)
}

// month reads the column from; air.table_month line text.
func (l line) month() (month.Month, error) {
	from, err := month.Parse(l.cells["from"])
	if err != nil {
		return 0, fault.Wrap(err, "air.table_month", "line", l.at, "text", l.cells["from"])
	}
	return from, nil
}

// pollutant reads the columns pollutant and unit; air.table_pollutant line text, air.table_unit line
// text want.
func (l line) pollutant() (Pollutant, error) {
	p := Pollutant(l.cells["pollutant"])
	if !p.Known() {
		return "", fault.New("air.table_pollutant", "line", l.at, "text", string(p))
	}
	// The Greek letter (U+03BC) looks like the micro sign (U+00B5), and some input methods write it.
	if unit := strings.ReplaceAll(l.cells["unit"], "μ", "µ"); unit != p.Unit() {
		return "", fault.New("air.table_unit", "line", l.at, "text", unit, "want", p.Unit())
	}
	return p, nil
}

// value reads a concentration; air.table_number line column text.
func (l line) value(column string) (number.Number, error) {
	n, err := number.Parse(l.cells[column])
	if err != nil {
		return n, fault.Wrap(err, "air.table_number", "line", l.at, "column", column, "text", l.cells[column])
	}
	return n, nil
}
