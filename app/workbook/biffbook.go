package workbook

import (
	"yueping/models/fault"
)

// biff is a workbook's stream as it is read.
type biff struct {
	stream   []byte
	result   *Read
	strings  []string
	formats  []format // by index of the cell style
	from1904 bool     // days are counted from 1904 on, not from 1900
	unsure   bool     // the writer stores 0 for what it has not calculated
	empties  bool     // the writer stores "" for it
	left     int      // cells that the sheets may still have, each row's beginning counted as one
	merged   int      // merged areas on all sheets so far
	scanned  int      // bytes of the sheets so far
}

// bound is a sheet as the workbook's globals announce it.
type bound struct {
	name   string
	at     uint32
	hidden bool
}

// readBIFF reads the stream of a workbook.
func readBIFF(stream []byte) (*Read, error) {
	b := &biff{stream: stream, left: maxCells, result: &Read{Kind: KindXLS}}
	sheets, err := b.globals()
	if err != nil {
		return nil, err
	}
	if len(sheets) == 0 {
		return nil, fault.New("workbook.not_a_workbook")
	}
	for _, s := range sheets {
		read, err := b.sheet(s)
		if err != nil {
			return nil, err
		}
		if s.hidden {
			b.result.Hidden = append(b.result.Hidden, read)
			continue
		}
		b.result.Sheets = append(b.result.Sheets, read)
	}
	return b.result, nil
}

// globals reads what the sheets share, and their list.
func (b *biff) globals() ([]bound, error) {
	in := &records{stream: b.stream}
	if err := b.begin(in); err != nil {
		return nil, err
	}
	var sheets []bound
	styles, codes := []int(nil), map[int]string{}
	for {
		rec, err := in.next()
		if err != nil {
			return nil, err
		}
		if rec == nil {
			break
		}
		switch rec.id {
		case recFilePass:
			return nil, fault.New("workbook.encrypted")
		case recDate1904:
			b.from1904 = rec.holds(2) && rec.u16(0) == 1
		case recRecalcID:
			b.empties = false
		case recSupBook:
			// Three shapes of two bytes a name length: the workbook itself, and functions of an add-in.
			if own := rec.holds(4) && (rec.u16(2) == 0x0401 || rec.u16(2) == 0x3A01); !own {
				b.result.note("workbook.note_links")
			}
		case recFormat:
			if err := format8(rec, codes); err != nil {
				return nil, err
			}
		case recXF:
			if !rec.holds(4) {
				return nil, damaged()
			}
			styles = append(styles, rec.u16(2))
		case recBoundSheet:
			if sheets, err = b.announce(rec, sheets); err != nil {
				return nil, err
			}
		case recSST:
			if b.strings, err = rec.shared(); err != nil {
				return nil, err
			}
		}
	}
	b.formats = shownBy(styles, codes)
	return sheets, nil
}

// begin reads the first record, which tells the version, and who cannot calculate: LibreOffice and
// xlwt begin alike, as no Excel does; of these two only LibreOffice says which engine calculated.
func (b *biff) begin(in *records) error {
	id, data, ok := in.peek()
	switch {
	case !ok:
		return damaged()
	case id != recBOF && id&^0x0600 != 0x0009:
		return fault.New("workbook.not_a_workbook")
	case id != recBOF || len(data) < 2 || data[0] != biff8&0xFF || data[1] != biff8>>8:
		return fault.New("workbook.old_format")
	}
	rec, err := in.next()
	if err != nil {
		return err
	}
	if !rec.holds(4) || rec.u16(2) != substreamGlobals {
		return damaged()
	}
	const build, year = 0x0DBB, 0x07CC
	b.unsure = rec.holds(12) && rec.u16(4) == build && rec.u16(6) == year && rec.u32(8) == 0
	b.empties = b.unsure
	return nil
}

// announce adds a worksheet; charts are none, and neither are the sheets of old macros.
func (b *biff) announce(rec *record, sheets []bound) ([]bound, error) {
	if !rec.holds(8) {
		return nil, damaged()
	}
	const worksheet, macros = 0, 1
	kind := rec.data[5]
	if kind == macros {
		b.result.note("workbook.note_macros")
	}
	if kind != worksheet {
		return sheets, nil
	}
	if len(sheets) == maxSheets {
		return nil, fault.New("workbook.too_large", "max", maxXLS>>20)
	}
	c := characters{parts: rec.parts}
	if err := c.skip(6); err != nil {
		return nil, err
	}
	name, err := c.text(1)
	return append(sheets, bound{name: name, at: rec.u32(0), hidden: rec.data[4]&3 != 0}), err
}

// format8 reads a number format's code.
func format8(rec *record, codes map[int]string) error {
	if !rec.holds(2) {
		return damaged()
	}
	c := characters{parts: rec.parts}
	if err := c.skip(2); err != nil {
		return err
	}
	code, err := c.text(2)
	codes[rec.u16(0)] = code
	return err
}

// shownBy tells what each cell style makes of a number.
func shownBy(styles []int, codes map[int]string) []format {
	result := make([]format, len(styles))
	for i, number := range styles {
		if code, own := codes[number]; own {
			result[i] = formatOf(code)
		} else {
			result[i] = format{kind: builtIn(number)}
		}
	}
	return result
}
