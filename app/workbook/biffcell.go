package workbook

import (
	"encoding/binary"
	"math"
	"strconv"

	"yueping/models/fault"
)

// cell reads a record of one cell, or of a row's neighbours.
func (r *biffSheet) cell(rec *record) error {
	if !rec.holds(8) {
		return damaged()
	}
	if rec.id == recMulRK {
		return r.neighbours(rec)
	}
	cell, err := r.place(rec.u16(0), rec.u16(2))
	if err != nil {
		return err
	}
	style := rec.u16(4)
	c := characters{parts: rec.parts}
	switch rec.id {
	case recLabelSST:
		if !rec.holds(10) || uint64(rec.u32(6)) >= uint64(len(r.strings)) {
			return damaged()
		}
		cell.Text = r.strings[rec.u32(6)]
	case recLabel, recRString:
		if err := c.skip(6); err != nil {
			return err
		}
		cell.Text, err = c.text(2)
		return err
	case recNumber:
		if !rec.holds(14) {
			return damaged()
		}
		r.number(cell, style, math.Float64frombits(binary.LittleEndian.Uint64(rec.data[6:])))
	case recRK:
		if !rec.holds(10) {
			return damaged()
		}
		r.number(cell, style, short(rec.u32(6)))
	case recBoolErr:
		r.truth(cell, rec.data[6], rec.data[7] != 0)
	case recFormula:
		return r.formula(cell, rec)
	}
	return nil
}

// neighbours reads numbers side by side.
func (r *biffSheet) neighbours(rec *record) error {
	first, size := rec.u16(2), 6
	count := (len(rec.data) - 6) / size
	if rec.u16(len(rec.data)-2) != first+count-1 {
		return damaged()
	}
	for i := range count {
		cell, err := r.place(rec.u16(0), first+i)
		if err != nil {
			return err
		}
		r.number(cell, rec.u16(4+i*size), short(rec.u32(6+i*size)))
	}
	return nil
}

// short is a number in 30 bits: whole, or the upper half of a double; with two decimals where it is
// stored a hundredfold ([MS-XLS] 2.5.217).
func short(rk uint32) float64 {
	const hundredfold, whole = 1, 2
	value := math.Float64frombits(uint64(rk&^3) << 32)
	if rk&whole != 0 {
		value = float64(int32(rk) >> 2)
	}
	if rk&hundredfold != 0 {
		value /= 100
	}
	return value
}

// number puts a number into a cell as its style shows it.
func (r *biffSheet) number(cell *ReadCell, style int, value float64) {
	shown := format{}
	if style < len(r.formats) {
		shown = r.formats[style]
	}
	text := strconv.FormatFloat(value, 'f', -1, 64)
	if shown.kind == date {
		cell.Text, cell.Date = dateText(text, r.from1904), true
		return
	}
	n, shortened, ok := decimal(text)
	if !ok {
		cell.Text = text
		return
	}
	cell.Number, cell.Percent, cell.Shortened = &n, shown.kind == percent, shortened
	cell.Dress = shown.dressing.of(n)
}

// biffErrors are the texts of a cell's errors by their numbers ([MS-XLS] 2.5.10).
var biffErrors = map[byte]string{
	0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A", 0x2B: "#GETTING_DATA",
}

// truth puts a truth value or an error into a cell.
func (r *biffSheet) truth(cell *ReadCell, value byte, isError bool) {
	switch {
	case !isError && value != 0:
		cell.Text = "TRUE"
	case !isError:
		cell.Text = "FALSE"
	default:
		text, known := biffErrors[value]
		if !known {
			text = "#" + strconv.Itoa(int(value))
		}
		cell.Text, cell.Fault = text, fault.New("workbook.error_value", "text", text)
	}
}

// formula reads a formula's stored result. What stands for "not calculated" is refused where the
// writer is known not to calculate or says that the file is to be calculated when it is opened: a
// zero that nobody computed is worse than none.
func (r *biffSheet) formula(cell *ReadCell, rec *record) error {
	if !rec.holds(16) {
		return damaged()
	}
	const calculateOnOpen = 2
	result := rec.data[6:14]
	if rec.u16(12) != 0xFFFF {
		value := math.Float64frombits(binary.LittleEndian.Uint64(result))
		if value == 0 && (r.unsure || rec.u16(14)&calculateOnOpen != 0) {
			cell.Fault = fault.New("workbook.formula_not_calculated")
			return nil
		}
		r.number(cell, rec.u16(4), value)
		return nil
	}
	const text, truth, failure, empty = 0, 1, 2, 3
	switch result[0] {
	case text:
		r.waiting = cell
	case truth, failure:
		r.truth(cell, result[2], result[0] == failure)
	case empty:
		if r.empties {
			cell.Fault = fault.New("workbook.formula_not_calculated")
		}
	default:
		return damaged()
	}
	return nil
}

// settle gives a formula the text that it waits for; nil where none followed, which is a result lost.
func (r *biffSheet) settle(rec *record) (err error) {
	cell := r.waiting
	r.waiting = nil
	switch {
	case cell == nil:
	case rec == nil:
		cell.Fault = fault.New("workbook.formula_not_calculated")
	default:
		c := characters{parts: rec.parts}
		cell.Text, err = c.text(2)
	}
	return err
}
