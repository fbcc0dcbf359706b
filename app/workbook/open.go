package workbook

import (
	"os"
	"path/filepath"
	"strings"

	"yueping/models/fault"
)

// Bounds of what is read: no office's month is larger, and no hostile file gets more memory.
const (
	maxFile    = 64 << 20
	maxUnzip   = 256 << 20
	maxRows    = 200_000
	maxColumns = 512
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
	return parse(data)
}
