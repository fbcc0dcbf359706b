package workbook

import (
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"yueping/models/fault"
)

// Bounds of what is read: no office's month is larger, and no hostile file gets more memory.
const (
	maxFile     = 64 << 20
	maxUnzip    = 256 << 20
	maxRows     = 200_000
	maxColumns  = 512
	maxCellText = 32_767 // characters of a cell; no spreadsheet takes more
)

// Open reads a file of any Kind, told by its content. Faults: workbook.unreadable, workbook.too_large,
// workbook.old_format, workbook.encrypted, workbook.empty, workbook.other_kind, workbook.cut_off,
// workbook.damaged, workbook.no_table, workbook.other_files, workbook.undecodable,
// workbook.not_a_workbook.
func Open(path string) (*Read, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, fault.Wrap(err, "workbook.unreadable", "path", path)
	}
	// A folder, and a device or pipe, which might never end.
	if !info.Mode().IsRegular() {
		return nil, fault.New("workbook.not_a_workbook", "path", path)
	}
	if info.Size() > maxFile {
		return nil, fault.New("workbook.too_large", "path", path, "max", maxFile>>20)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fault.Wrap(err, "workbook.unreadable", "path", path)
	}
	result, err := Parse(data)
	for _, f := range fault.All(err) {
		return nil, f.With("path", path)
	}
	// Text has one sheet, and no name for it.
	if result.Kind == KindText {
		result.Sheets[0].Name = strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	}
	return result, nil
}

// Parse reads the bytes of a file of any Kind.
func Parse(data []byte) (*Read, error) {
	parse, err := parserOf(data)
	if err != nil {
		return nil, err
	}
	result, err := parse(data)
	if err != nil {
		return nil, err
	}
	return result, result.tooLong()
}

// tooLong refuses a workbook with a cell that no spreadsheet would take (workbook.long_cell): there is no table
// in it, and whoever looks for one would look long.
func (r *Read) tooLong() error {
	for _, sheets := range [][]ReadSheet{r.Sheets, r.Hidden} {
		for _, s := range sheets {
			for _, row := range s.Rows {
				for i := range row {
					if c := &row[i]; len(c.Text) > maxCellText && utf8.RuneCountInString(c.Text) > maxCellText {
						return fault.New("workbook.long_cell", "sheet", s.Name, "cell", c.Name(), "max", maxCellText)
					}
				}
			}
		}
	}
	return nil
}
