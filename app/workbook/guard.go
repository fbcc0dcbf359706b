package workbook

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"path"
	"strings"

	"yueping/models/fault"
)

// Bounds of what one workbook may hold, all its sheets together: what is read stays in memory.
const (
	maxCells  = 1_000_000 // empty rows between others included
	maxText   = 48 << 20  // bytes of text
	maxMerges = 10_000    // of a sheet
	maxSheets = 256
	maxParts  = 20_000
	// Honest sheets of blank styled cells reach 100; what deflate can do is 1000.
	maxRatio     = 200
	ratioMatters = 16 << 20
)

// xlsxParts are the files inside an xlsx file by their names in small letters.
type xlsxParts map[string]*zip.File

// unpack opens the archive and refuses a hostile or absurd one before anything is unpacked:
// workbook.not_a_workbook, workbook.cut_off, workbook.damaged, workbook.too_large.
func unpack(data []byte) (xlsxParts, error) {
	archive, err := openZip(data)
	if err != nil {
		return nil, err
	}
	result, total := xlsxParts{}, uint64(0)
	for _, f := range archive.File {
		total += f.UncompressedSize64
		bomb := f.UncompressedSize64 > ratioMatters && f.UncompressedSize64/maxRatio > f.CompressedSize64
		if total > maxUnzip || f.UncompressedSize64 > maxUnzip || bomb {
			return nil, tooLarge()
		}
		name := partName(f.Name)
		if result[name] != nil {
			return nil, fault.New("workbook.damaged")
		}
		result[name] = f
	}
	return result, nil
}

// openZip opens an archive of not too many files: workbook.not_a_workbook, workbook.cut_off, workbook.too_large.
func openZip(data []byte) (*zip.Reader, error) {
	// The directory's own count may lie, and every entry costs memory.
	if bytes.Count(data, []byte("PK\x01\x02")) > maxParts {
		return nil, tooLarge()
	}
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	switch {
	case errors.Is(err, zip.ErrFormat) && bytes.HasPrefix(data, []byte("PK\x03\x04")):
		// It begins as an archive, and the directory stands at its end.
		return nil, fault.Wrap(err, "workbook.cut_off")
	case err != nil:
		return nil, fault.Wrap(err, "workbook.not_a_workbook")
	}
	return archive, nil
}

func tooLarge() error { return fault.New("workbook.too_large", "max", maxUnzip>>20) }

// partName makes names comparable: some programs write backslashes, and case does not count.
func partName(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Clean(strings.ReplaceAll(name, `\`, "/")), "/"))
}

// read hands a part's XML to a reader and reports what is wrong with the part: damage, its checksum
// included, is an error without a code.
func (p xlsxParts) read(name string, use func(*tokens) error) error {
	f := p[partName(name)]
	if f == nil {
		return io.ErrUnexpectedEOF
	}
	content, err := f.Open()
	if err != nil {
		return err
	}
	defer content.Close()
	limited := io.LimitReader(content, maxUnzip)
	x, err := newTokens(limited)
	if err != nil {
		return err
	}
	if err := use(x); err != nil {
		return err
	}
	for x.next() != nothing {
	}
	if x.err != io.EOF {
		return x.err
	}
	// The checksum is compared at the end.
	_, err = io.Copy(io.Discard, limited)
	return err
}
