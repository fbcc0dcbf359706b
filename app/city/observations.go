package city

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"io/fs"
	"slices"

	"yueping/models/fault"
)

// Header is the first line of an observation file.
var Header = []string{"unit", "county", "indicator", "value"}

// readRows reads a CSV of UTF-8 with the columns of Header; lines that begin with # are remarks.
func readRows(folder fs.FS, name string) ([]ObservationRow, fault.List) {
	f, err := folder.Open(name)
	if err != nil {
		return nil, fault.List{fault.Wrap(err, "city.unreadable", "detail", err.Error())}
	}
	defer f.Close()
	data, err := readAtMost(f, 64<<20)
	if fault.CodeOf(err) != "" {
		return nil, fault.List{fault.All(err)[0].With("file", name, "line", 1, "column", 1)}
	}
	if err != nil {
		return nil, fault.List{fault.Wrap(err, "city.unreadable", "detail", err.Error())}
	}
	data = bytes.TrimPrefix(data, byteOrderMark)
	if line, column, bad := garbled(data); bad {
		return nil, fault.List{fault.New("city.not_text", "file", name, "line", line, "column", column)}
	}
	r := csv.NewReader(bytes.NewReader(data))
	r.Comment = '#'
	r.FieldsPerRecord = -1 // counted here, so that a line of another number is not the last one read
	header, err := r.Read()
	if err != nil || !slices.Equal(header, Header) {
		return nil, fault.List{fault.New("city.observation_header", "file", name, "line", 1, "column", 1)}
	}
	var rows []ObservationRow
	var problems fault.List
	for {
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			return rows, problems
		}
		if err != nil {
			line := 0
			var bad *csv.ParseError
			if errors.As(err, &bad) {
				line = bad.Line
			}
			return nil, append(problems, fault.Wrap(err, "city.syntax", "file", name, "line", line, "column", 1, "detail", err.Error()))
		}
		line, _ := r.FieldPos(0)
		if len(record) != len(Header) {
			problems = append(problems, fault.New("city.observation_fields", "file", name, "line", line, "column", 1, "count", len(record)))
			continue
		}
		rows = append(rows, ObservationRow{line, record[0], record[1], record[2], record[3]})
	}
}

// readAtMost reads a whole file of a bounded size.
func readAtMost(r io.Reader, most int64) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, most+1))
	if err == nil && int64(len(data)) > most {
		return nil, fault.New("city.file_too_large", "max", most>>20)
	}
	return data, err
}
