package workbook

import (
	"strings"

	"yueping/models/fault"
)

func (b *xmlBook) startColumn(a map[string]string) error {
	column, err := count(a, "index", b.column+1, maxColumns+1)
	if err != nil {
		return err
	}
	span, err := count(a, "span", 0, maxColumns)
	if err != nil {
		return err
	}
	hidden := a["hidden"] == "1" || a["width"] == "0"
	for c := column; c <= min(column+span, maxColumns); c++ {
		if hidden {
			b.grid.sheet.HiddenColumns[c] = true
		}
		b.columns[c] = a["styleid"]
	}
	b.column = column + span
	return nil
}

// startRow goes down to the row's number; the rows before it are blank.
func (b *xmlBook) startRow(a map[string]string) error {
	s := &b.grid.sheet
	row, err := count(a, "index", len(s.Rows)+1, maxRows+1)
	if err != nil {
		return err
	}
	span, err := count(a, "span", 0, maxRows)
	if err != nil {
		return err
	}
	if row <= len(s.Rows) {
		return fault.New("workbook.damaged_sheet", "sheet", s.Name)
	}
	for len(s.Rows)+1 < row {
		if err := b.grid.add(nil); err != nil {
			return err
		}
	}
	if a["hidden"] == "1" || a["height"] == "0" {
		for r := row; r <= min(row+span, maxRows); r++ {
			s.HiddenRows[r] = true
		}
	}
	b.row = xmlRow{cells: b.row.cells[:0], style: a["styleid"], span: span}
	return nil
}

// startCell goes right to the cell's number.
func (b *xmlBook) startCell(a map[string]string) error {
	b.cell = xmlCell{style: a["styleid"], formula: strings.TrimPrefix(a["formula"], "=")}
	next := len(b.row.cells) + 1
	column, err := count(a, "index", next, maxColumns+1)
	if err != nil {
		return err
	}
	if column < next {
		return fault.New("workbook.damaged_sheet", "sheet", b.grid.sheet.Name)
	}
	if column > maxColumns {
		return b.grid.tooMany()
	}
	for len(b.row.cells)+1 < column {
		b.row.cells = append(b.row.cells, ReadCell{})
	}
	if b.cell.across, err = count(a, "mergeacross", 0, maxColumns-column); err != nil {
		return err
	}
	b.cell.down, err = count(a, "mergedown", 0, maxRows)
	return err
}

func (b *xmlBook) endCell() error {
	column, row := len(b.row.cells)+1, len(b.grid.sheet.Rows)+1
	cell, err := b.content(column)
	if err != nil {
		return err
	}
	b.row.cells = append(b.row.cells, cell)
	for range b.cell.across { // at most to the last column
		b.row.cells = append(b.row.cells, ReadCell{})
	}
	return b.grid.merge(Area{column, row, column + b.cell.across, row + b.cell.down})
}

func (b *xmlBook) endRow() error {
	if err := b.grid.add(b.row.cells); err != nil {
		return err
	}
	for range b.row.span {
		if err := b.grid.add(nil); err != nil {
			return err
		}
	}
	return nil
}

// content gives what stands in the cell that was read.
func (b *xmlBook) content(column int) (ReadCell, error) {
	c := b.cell
	if !c.hasData || c.data == "" {
		if c.formula != "" && !c.hasData {
			return ReadCell{Fault: fault.New("workbook.formula_without_result", "formula", c.formula)}, nil
		}
		return ReadCell{}, nil
	}
	switch c.kind {
	case "string":
		return ReadCell{Text: c.data}, nil
	case "boolean":
		return ReadCell{Text: map[bool]string{true: "TRUE", false: "FALSE"}[strings.TrimSpace(c.data) == "1"]}, nil
	case "error":
		return ReadCell{Text: c.data, Fault: fault.New("workbook.error_value", "text", c.data)}, nil
	case "datetime":
		return moment(strings.TrimSpace(c.data)), nil
	case "number":
		for _, style := range []string{c.style, b.row.style, b.columns[column], "Default"} {
			if code, known := b.formats[style]; known {
				if cell, ok := stores(strings.TrimSpace(c.data), code, b.from1904); ok {
					return cell, nil
				}
				break
			}
		}
		if cell, ok := stores(strings.TrimSpace(c.data), "", b.from1904); ok {
			return cell, nil
		}
		return ReadCell{Text: c.data}, nil
	}
	return ReadCell{}, fault.New("workbook.damaged_sheet", "sheet", b.grid.sheet.Name)
}

// moment reads 2019-10-01T08:30:00.000; a time alone stands on the last day of 1899.
func moment(text string) ReadCell {
	shown, isDate := isoDate(strings.TrimPrefix(text, "1899-12-31T"))
	return ReadCell{Text: shown, Date: isDate}
}
