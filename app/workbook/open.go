package workbook

import (
	"bytes"
	"os"

	"yueping/models/fault"
)

// Bounds of what is read: no office's month is larger, and no hostile file gets more memory.
const (
	maxFile    = 64 << 20
	maxUnzip   = 256 << 20
	maxXML     = 16 << 20
	maxRows    = 200_000
	maxColumns = 512
)

// Open reads a file of any Kind, told by its content. Faults: workbook.unreadable, workbook.too_large,
// workbook.old_format, workbook.encrypted, workbook.not_a_workbook.
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
	return result, nil
}

// Parse reads the bytes of a file of any Kind.
func Parse(data []byte) (*Read, error) {
	switch {
	case bytes.HasPrefix(data, []byte{0xD0, 0xCF, 0x11, 0xE0}):
		return parseXLS(data)
	case bytes.HasPrefix(data, []byte("PK")):
		return parseXLSX(data)
	}
	return nil, fault.New("workbook.not_a_workbook")
}
