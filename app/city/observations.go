package city

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"yueping/models/fault"
)

// Header is the first line of an observation file, DaysHeader that of one with values by day.
var (
	Header     = []string{"unit", "county", "indicator", "value"}
	DaysHeader = []string{"unit", "county", "day", "indicator", "value"}
)

// DaysSuffix ends the names of files with values by day, before .csv.
const DaysSuffix = "-days"

// read reads a CSV of UTF-8 with the columns of Header or DaysHeader; lines that begin with # are
// remarks.
func (o *ObservationFile) read(folder fs.FS) fault.List {
	name, columns := o.Name, Header
	if o.Days {
		columns = DaysHeader
	}
	f, err := folder.Open(name)
	if err != nil {
		return fault.List{fault.Wrap(err, "city.unreadable", "detail", err.Error())}
	}
	defer f.Close()
	data, err := readAtMost(f, 64<<20)
	if fault.CodeOf(err) != "" {
		return fault.List{fault.All(err)[0].With("file", name, "line", 1, "column", 1)}
	}
	if err != nil {
		return fault.List{fault.Wrap(err, "city.unreadable", "detail", err.Error())}
	}
	data = bytes.TrimPrefix(data, byteOrderMark)
	if line, column, bad := garbled(data); bad {
		return fault.List{fault.New("city.not_text", "file", name, "line", line, "column", column)}
	}
	r := csv.NewReader(bytes.NewReader(data))
	r.Comment = '#'
	r.FieldsPerRecord = -1 // counted here, so that a line of another number is not the last one read
	header, err := r.Read()
	if err != nil || !slices.Equal(header, columns) {
		return fault.List{fault.New("city.observation_header", "expected", strings.Join(columns, ","), "file", name, "line", 1, "column", 1)}
	}
	var problems fault.List
	for {
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			return problems
		}
		if err != nil {
			line := 0
			var bad *csv.ParseError
			if errors.As(err, &bad) {
				line = bad.Line
			}
			return append(problems, fault.Wrap(err, "city.syntax", "file", name, "line", line, "column", 1, "detail", err.Error()))
		}
		line, _ := r.FieldPos(0)
		row, bad := o.row(record, columns)
		if bad != nil {
			problems = append(problems, bad.With("file", name, "line", line, "column", 1))
			continue
		}
		row.Line = line
		o.Rows = append(o.Rows, row)
	}
}

// row reads a line's fields.
func (o *ObservationFile) row(record, columns []string) (ObservationRow, *fault.Fault) {
	last := len(columns) - 1
	switch {
	case len(record) != len(columns):
		return ObservationRow{}, fault.New("city.observation_fields", "count", len(record), "columns", len(columns), "expected", strings.Join(columns, ","))
	case !o.Days:
		return ObservationRow{Unit: record[0], County: record[1], Indicator: record[last-1], Value: record[last]}, nil
	}
	day, err := strconv.Atoi(record[2])
	if err != nil || day < 1 || day > o.Month.Days() {
		return ObservationRow{}, fault.New("city.observation_day", "found", record[2], "month", o.Month.String(), "days", o.Month.Days())
	}
	return ObservationRow{Unit: record[0], County: record[1], Day: day, Indicator: record[last-1], Value: record[last]}, nil
}

// readAtMost reads a whole file of a bounded size.
func readAtMost(r io.Reader, most int64) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, most+1))
	if err == nil && int64(len(data)) > most {
		return nil, fault.New("city.file_too_large", "max", most>>20)
	}
	return data, err
}
