package workbook

import (
	"yueping/models/fault"
)

// biffSheet is a worksheet as it is read.
type biffSheet struct {
	*biff
	in      *records
	sheet   ReadSheet
	waiting *ReadCell // a formula whose text stands in a record behind it
}

// sheet reads a worksheet's substream.
func (b *biff) sheet(s bound) (ReadSheet, error) {
	r := &biffSheet{biff: b, in: &records{stream: b.stream, at: int(min(s.at, uint32(len(b.stream))))}, sheet: ReadSheet{Name: s.name}}
	start := r.in.at
	err := r.read()
	// Sheets that lie within each other could keep one busy without end.
	if b.scanned += r.in.at - start; err == nil && b.scanned > len(b.stream) {
		err = damaged()
	}
	if fault.CodeOf(err) == "workbook.damaged" {
		err = fault.Wrap(err, "workbook.damaged_sheet", "sheet", s.name)
	}
	if err == nil {
		err = r.sheet.spread(&b.left)
	}
	return r.sheet, err
}

func (r *biffSheet) read() error {
	first, err := r.in.next()
	if err != nil {
		return err
	}
	if first == nil || first.id != recBOF || !first.holds(4) || first.u16(0) != biff8 || first.u16(2) != substreamSheet {
		return damaged()
	}
	for {
		rec, err := r.in.next()
		if err != nil {
			return err
		}
		if rec == nil {
			return r.settle(nil)
		}
		if err := r.take(rec); err != nil {
			return err
		}
	}
}

// take reads a record of the sheet.
func (r *biffSheet) take(rec *record) error {
	switch rec.id {
	case recRow:
		// An outline or a filter hides a row in the same way as a hand does.
		if !rec.holds(14) {
			return damaged()
		}
		if hidden := rec.u16(12)&0x20 != 0; hidden {
			r.hideRow(rec.u16(0))
		}
	case recColInfo:
		return r.columns(rec)
	case recMergeCells:
		return r.merges(rec)
	case recString:
		return r.settle(rec)
	case recFormula, recLabelSST, recNumber, recRK, recMulRK, recLabel, recRString, recBoolErr:
		if err := r.settle(nil); err != nil {
			return err
		}
		return r.cell(rec)
	}
	return nil
}

func (r *biffSheet) hideRow(row int) {
	if r.sheet.HiddenRows == nil {
		r.sheet.HiddenRows = map[int]bool{}
	}
	r.sheet.HiddenRows[row+1] = true
}

// columns reads which columns are hidden or have no width.
func (r *biffSheet) columns(rec *record) error {
	if !rec.holds(10) {
		return damaged()
	}
	if hidden := rec.u16(8)&1 != 0 || rec.u16(4) == 0; !hidden {
		return nil
	}
	if r.sheet.HiddenColumns == nil {
		r.sheet.HiddenColumns = map[int]bool{}
	}
	for column := rec.u16(0); column <= min(rec.u16(2), maxColumns-1); column++ {
		r.sheet.HiddenColumns[column+1] = true
	}
	return nil
}

func (r *biffSheet) merges(rec *record) error {
	if !rec.holds(2) || !rec.holds(2+8*rec.u16(0)) {
		return damaged()
	}
	if r.merged += rec.u16(0); r.merged > maxMerges {
		return r.tooMany()
	}
	for at := 2; at < 2+8*rec.u16(0); at += 8 {
		area := Area{Left: rec.u16(at+4) + 1, Top: rec.u16(at) + 1, Right: rec.u16(at+6) + 1, Bottom: rec.u16(at+2) + 1}
		if area.Left > area.Right || area.Top > area.Bottom {
			return damaged()
		}
		r.sheet.Merges = append(r.sheet.Merges, area)
	}
	return nil
}

// place gives the cell at a row and column, counted from 0, empty, and makes the row as long as that.
func (r *biffSheet) place(row, column int) (*ReadCell, error) {
	rows := &r.sheet.Rows
	for len(*rows) <= row {
		*rows = append(*rows, nil)
		r.left--
	}
	cells := &(*rows)[row]
	if r.left -= max(column+1-len(*cells), 0); r.left < 0 || column >= maxColumns {
		return nil, r.tooMany()
	}
	if *cells == nil && row > 0 {
		*cells = make([]ReadCell, 0, max(column+1, len((*rows)[row-1])))
	}
	for len(*cells) <= column {
		*cells = append(*cells, ReadCell{Column: int32(len(*cells) + 1), Row: int32(row + 1)})
	}
	cell := &(*cells)[column]
	*cell = ReadCell{Column: cell.Column, Row: cell.Row}
	return cell, nil
}

func (r *biffSheet) tooMany() error {
	return fault.New("workbook.too_many_cells", "sheet", r.sheet.Name, "rows", maxRows, "columns", maxColumns)
}
