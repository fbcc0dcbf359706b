package workbook

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"strconv"

	"yueping/models/fault"
)

// Bounds of a worksheet. The library fills every row up to its last column and every sheet up to its last
// row before it gives a single cell, so that a few bytes could claim all memory: they are counted first.
const (
	maxCells  = 1_000_000
	maxMerges = 10_000
	maxSheets = 256
	// Honest sheets of blank styled cells reach 100; what deflate can do is 1000.
	maxRatio     = 200
	ratioMatters = 16 << 20
)

// guard refuses a hostile or absurd file before it is unpacked: workbook.not_a_workbook,
// workbook.too_large, workbook.too_many_cells.
func guard(data []byte) error {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return fault.Wrap(err, "workbook.not_a_workbook")
	}
	total, sheets := uint64(0), 0
	for _, part := range archive.File {
		total += part.UncompressedSize64
		bomb := part.UncompressedSize64 > ratioMatters && part.UncompressedSize64/maxRatio > part.CompressedSize64
		if total > maxUnzip || part.UncompressedSize64 > maxUnzip || bomb {
			return fault.New("workbook.too_large", "max", maxUnzip>>20)
		}
	}
	for _, part := range archive.File {
		isSheet, err := guardPart(part)
		if err != nil {
			return err
		}
		if isSheet {
			sheets++
		}
	}
	if sheets > maxSheets {
		return fault.New("workbook.too_large", "max", maxUnzip>>20)
	}
	return nil
}

// guardPart counts what a worksheet claims; other parts pass, whatever they hold.
func guardPart(part *zip.File) (isSheet bool, err error) {
	content, err := part.Open()
	if err != nil {
		return false, fault.Wrap(err, "workbook.not_a_workbook")
	}
	defer content.Close()
	decoder := xml.NewDecoder(content)
	counted := claim{sheet: part.Name}
	for first := true; ; {
		token, err := decoder.RawToken()
		if err != nil {
			// The reader finds damage, too, and knows better what is worth a refusal.
			return isSheet, nil
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		if first && start.Name.Local != "worksheet" {
			return false, nil
		}
		first, isSheet = false, true
		if !counted.add(start) {
			return true, fault.New("workbook.too_many_cells", "sheet", counted.sheet, "rows", maxRows, "columns", maxColumns)
		}
	}
}

// claim is how large a worksheet says it is.
type claim struct {
	sheet               string
	row, column, widest int
	cells, merges       int
}

// add counts an element; false where the sheet is too large.
func (c *claim) add(e xml.StartElement) bool {
	switch e.Name.Local {
	case "row":
		c.row++
		if n, err := strconv.Atoi(attribute(e, "r")); err == nil && n != 0 {
			c.row = n
		}
		c.column, c.widest = 0, 0
		c.cells++
	case "c":
		c.column++
		row := c.row
		if at := attribute(e, "r"); at != "" {
			c.column, row = place(at)
		}
		if row > maxRows || row < 0 {
			return false
		}
		if c.column > c.widest {
			c.cells += c.column - c.widest
			c.widest = c.column
		}
	case "mergeCell":
		c.merges++
	}
	return c.row >= 0 && c.row <= maxRows && c.widest <= maxColumns && c.cells <= maxCells && c.merges <= maxMerges
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name && a.Name.Space == "" {
			return a.Value
		}
	}
	return ""
}

// place reads C5 into column and row; what is longer than any sheet's names is beyond all bounds.
func place(name string) (column, row int) {
	if len(name) > 16 {
		return maxColumns + 1, maxRows + 1
	}
	for i := range len(name) {
		switch c := name[i]; {
		case c >= 'A' && c <= 'Z':
			column = min(column*26+int(c-'A')+1, maxColumns+1)
		case c >= 'a' && c <= 'z':
			column = min(column*26+int(c-'a')+1, maxColumns+1)
		case c >= '0' && c <= '9':
			row = min(row*10+int(c-'0'), maxRows+1)
		}
	}
	return column, row
}
